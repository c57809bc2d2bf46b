using System.Collections.Frozen;
using Search.Core.Text;

namespace Search.Core.Content;

/// <summary>The months' names and abbreviations in the languages of Europe that are written most, as they stand in dates, compared folded.</summary>
internal static class MonthNames
{
    private static readonly string[][] Months =
    [
        ["january", "jan", "januar", "janner", "janvier", "janv", "enero", "ene", "janeiro", "gennaio", "gen", "januari",
            "ianuarie", "ian", "stycznia", "styczen", "ledna", "leden", "ocak", "январь", "января", "янв", "січня", "січень", "ιανουαριου", "ιαν", "tammikuuta"],
        ["february", "feb", "februar", "fevrier", "fevr", "fev", "febrero", "fevereiro", "febbraio", "februari",
            "februarie", "lutego", "luty", "unora", "unor", "subat", "февраль", "февраля", "фев", "февр", "лютого", "лютий", "φεβρουαριου", "φεβ", "helmikuuta"],
        ["march", "mar", "marz", "mrz", "mars", "marzo", "marco", "maart", "mrt",
            "marts", "martie", "marca", "marzec", "brezna", "brezen", "mart", "март", "марта", "мар", "березня", "березень", "μαρτιου", "μαρ", "maaliskuuta"],
        ["april", "apr", "avril", "avr", "abril", "abr", "aprile",
            "aprilie", "kwietnia", "kwiecien", "dubna", "duben", "nisan", "апрель", "апреля", "апр", "квітня", "квітень", "απριλιου", "απρ", "huhtikuuta"],
        ["may", "mai", "mayo", "maio", "maggio", "mag", "mei",
            "maj", "maja", "kvetna", "kveten", "mayis", "май", "мая", "травня", "травень", "μαιου", "toukokuuta"],
        ["june", "jun", "juni", "juin", "junio", "junho", "giugno", "giu",
            "iunie", "iun", "czerwca", "czerwiec", "cervna", "cerven", "haziran", "июнь", "июня", "июн", "червня", "червень", "ιουνιου", "ιουν", "kesakuuta"],
        ["july", "jul", "juli", "juillet", "juil", "julio", "julho", "luglio", "lug",
            "iulie", "iul", "lipca", "lipiec", "cervence", "cervenec", "temmuz", "июль", "июля", "июл", "липня", "липень", "ιουλιου", "ιουλ", "heinakuuta"],
        ["august", "aug", "aout", "agosto", "ago", "augustus",
            "augusti", "sierpnia", "sierpien", "srpna", "srpen", "agustos", "август", "августа", "авг", "серпня", "серпень", "αυγουστου", "αυγ", "elokuuta"],
        ["september", "sep", "sept", "septembre", "septiembre", "setembro", "set", "settembre",
            "septembrie", "wrzesnia", "wrzesien", "zari", "eylul", "сентябрь", "сентября", "сен", "сент", "вересня", "вересень", "σεπτεμβριου", "σεπ", "syyskuuta"],
        ["october", "oct", "oktober", "okt", "octobre", "octubre", "outubro", "out", "ottobre", "ott",
            "octombrie", "pazdziernika", "pazdziernik", "rijna", "rijen", "ekim", "октябрь", "октября", "окт", "жовтня", "жовтень", "οκτωβριου", "οκτ", "lokakuuta"],
        ["november", "nov", "novembre", "noviembre", "novembro",
            "noiembrie", "noi", "listopada", "listopad", "listopadu", "kasim", "ноябрь", "ноября", "ноя", "нояб", "листопада", "листопад", "νοεμβριου", "νοε", "marraskuuta"],
        ["december", "dec", "dezember", "dez", "decembre", "diciembre", "dic", "dezembro", "dicembre",
            "decembrie", "grudnia", "grudzien", "prosince", "prosinec", "aralik", "декабрь", "декабря", "дек", "грудня", "грудень", "δεκεμβριου", "δεκ", "joulukuuta"],
    ];

    private static readonly FrozenDictionary<string, int> Numbers =
        Months.SelectMany((names, month) => names.Select(Folding.Fold).Distinct().Select(name => (Name: name, Number: month + 1))).ToFrozenDictionary(pair => pair.Name, pair => pair.Number);

    /// <summary>1 to 12; 0 for a word that is no month.</summary>
    public static int Number(string word) => word.Length > 12 ? 0 : Numbers.GetValueOrDefault(Folding.Fold(word));
}
