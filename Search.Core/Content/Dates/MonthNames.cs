using System.Collections.Frozen;
using Search.Core.Text;

namespace Search.Core.Content;

/// <summary>The months' names and abbreviations in English, German, French, Spanish, Portuguese, Italian and Dutch, compared folded.</summary>
internal static class MonthNames
{
    private static readonly string[][] Months =
    [
        ["january", "jan", "januar", "janner", "janvier", "janv", "enero", "ene", "janeiro", "gennaio", "gen", "januari"],
        ["february", "feb", "februar", "fevrier", "fevr", "fev", "febrero", "fevereiro", "febbraio", "februari"],
        ["march", "mar", "marz", "mrz", "mars", "marzo", "marco", "maart", "mrt"],
        ["april", "apr", "avril", "avr", "abril", "abr", "aprile"],
        ["may", "mai", "mayo", "maio", "maggio", "mag", "mei"],
        ["june", "jun", "juni", "juin", "junio", "junho", "giugno", "giu"],
        ["july", "jul", "juli", "juillet", "juil", "julio", "julho", "luglio", "lug"],
        ["august", "aug", "aout", "agosto", "ago", "augustus"],
        ["september", "sep", "sept", "septembre", "septiembre", "setembro", "set", "settembre"],
        ["october", "oct", "oktober", "okt", "octobre", "octubre", "outubro", "out", "ottobre", "ott"],
        ["november", "nov", "novembre", "noviembre", "novembro"],
        ["december", "dec", "dezember", "dez", "decembre", "diciembre", "dic", "dezembro", "dicembre"],
    ];

    private static readonly FrozenDictionary<string, int> Numbers =
        Months.SelectMany((names, month) => names.Select(name => (name, month + 1))).ToFrozenDictionary(pair => pair.name, pair => pair.Item2);

    /// <summary>1 to 12; 0 for a word that is no month.</summary>
    public static int Number(string word) => word.Length > 12 ? 0 : Numbers.GetValueOrDefault(Folding.Fold(word));
}
