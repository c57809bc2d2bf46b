namespace Search.Core.People;

/// <summary>
/// Tells whether a word can be read as one to three syllables of Chinese (pinyin, Wade-Giles), Korean or Vietnamese names as newspapers
/// write them: an initial and a final. More words pass than are names; it is asked only beside a family name.
/// </summary>
internal static class EasternSyllables
{
    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Syllables = Build();

    public static bool Match(string folded)
    {
        if (folded.Length is < 1 or > 18)
            return false;
        return Read(folded.AsSpan(), 3);
    }

    private static bool Read(ReadOnlySpan<char> rest, int most)
    {
        if (rest.Length == 0)
            return true;
        if (rest[0] == '-' || rest[0] == '\'')
            return Read(rest[1..], most);
        if (most == 0)
            return false;
        for (var length = Math.Min(6, rest.Length); length >= 1; length--)
            if (Syllables.Contains(rest[..length]) && Read(rest[length..], most - 1))
                return true;
        return false;
    }

    private static HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Build()
    {
        string[] initials = ["", "b", "p", "m", "f", "d", "t", "n", "l", "g", "k", "h", "j", "q", "x", "zh", "ch", "sh", "r", "z", "c", "s", "y", "w", "ts", "kh", "ph", "th", "tr", "ng", "nh", "gi", "hs", "v"];
        string[] finals =
        [
            "a", "o", "e", "i", "u", "ai", "ei", "ao", "ou", "an", "en", "ang", "eng", "ong", "ia", "ie", "iao", "iu", "ian", "in", "iang", "ing", "iong", "ua", "uo", "uai", "ui", "uan", "un", "uang", "ue", "ung",
            "eo", "eok", "eon", "eong", "eum", "eun", "eung", "ae", "aek", "aeng", "ak", "am", "ap", "ik", "im", "ip", "il", "ok", "ol", "om", "on", "oo", "ook", "oon", "oong", "uk", "ul", "um", "yu", "yun", "yung", "yeon",
            "yeong", "yong", "yo", "ya", "ye", "yeo", "yeol", "yeop", "yang", "woo", "won", "wan", "ee", "oe", "yuk", "yuck", "hyun", "hyuk", "anh", "inh", "uong", "uyen", "iet", "at", "uc", "uoc", "oa", "oan", "ek", "it", "ut", "ot", "ay", "oi", "uy", "ieu", "ien", "u'o",
        ];
        var all = new HashSet<string>(StringComparer.Ordinal);
        foreach (var initial in initials)
            foreach (var final in finals)
                all.Add(initial + final);
        return all.GetAlternateLookup<ReadOnlySpan<char>>();
    }
}
