namespace Search.Core.People;

/// <summary>
/// Tells family names of many languages by their endings and beginnings: <c>-enko</c>, <c>-opoulos</c>, <c>Mc-</c>. It says only that
/// a word has the form of one.
/// </summary>
internal static class SurnameForms
{
    private static readonly string[] Endings =
    [
        "ov", "ova", "ev", "eva", "ow", "sky", "skiy", "skyy", "ski", "ska", "skaya", "tsky", "enko", "chenko", "chuk", "czuk", "vich", "vych", "wicz", "vic", "czyk", "czak", "dze", "shvili", "iani", "yan", "ian",
        "opoulos", "oulos", "idis", "iadis", "akis", "atos", "son", "sson", "sen", "quist", "qvist", "gren", "strom", "berg", "stein", "mann", "baum", "feld", "thal", "escu", "eanu", "aru", "dottir",
        "guez", "quez", "rez", "nez", "dez", "ini", "elli", "etti", "ucci", "acci", "occhi", "ello", "awa", "moto", "mura", "yama", "hara", "shima", "saki", "zaki", "swamy", "murthy", "oglu", "aitis", "auskas",
        "ius", "lainen", "inen", "ainen", "veld", "kamp", "huizen", "stra", "sma", "inga", "meyer", "meier", "maier", "bauer", "hauser", "huber", "ecki", "icki", "acki", "owski", "ewski", "ovic", "evic", "ovsky",
        "evsky", "avicius", "evicius", "ashvili", "adze", "ullah", "uddin", "zadeh", "pour", "nejad", "abadi", "bhai", "wala", "bury", "worth", "ham", "field", "ford", "wood", "ton", "ley",
    ];

    private static readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> ByEnding =
        Endings.Distinct(StringComparer.Ordinal).ToDictionary(e => e, e => Math.Max(e.Length + 3, 5), StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();

    public static bool Match(string folded)
    {
        if (folded.Length is < 5 or > 30)
            return false;
        if (folded.StartsWith("mc", StringComparison.Ordinal) || folded.StartsWith("o'", StringComparison.Ordinal) || folded.StartsWith("fitz", StringComparison.Ordinal))
            return true;
        for (var length = Math.Min(7, folded.Length - 3); length >= 2; length--)
            if (ByEnding.TryGetValue(folded.AsSpan(folded.Length - length), out var least) && folded.Length >= least)
                return true;
        return false;
    }
}
