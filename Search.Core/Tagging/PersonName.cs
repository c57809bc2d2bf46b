namespace Search.Core.Tagging;

/// <summary>
/// A person's name read from a tag: title, party, seat, credentials and nicknames apart. Reading says what could be a name;
/// how likely it is one, <see cref="Strength"/> says.
/// </summary>
internal sealed record PersonName
{
    private static readonly HashSet<string> Particles = new(StringComparer.Ordinal)
    {
        "de", "da", "di", "del", "della", "der", "den", "van", "von", "bin", "bint", "ibn", "ben", "al", "el", "la", "le", "dos", "das", "du", "y", "ter", "ten", "zu", "af", "av",
    };

    private static readonly HashSet<string> NoNameWords = new(StringComparer.Ordinal)
    {
        "of", "the", "and", "for", "in", "on", "at", "to", "with", "by", "from", "is", "are", "a", "an", "as", "or", "vs", "versus", "not", "no", "our", "your", "my",
        "his", "her", "their", "this", "that", "how", "why", "what", "who", "general", "secretary", "president", "governor", "senator", "attorney", "director", "chief",
        "justice", "judge", "minister", "officer", "street", "new", "north", "south", "east", "west", "national", "international", "united", "american", "federal", "state",
    };

    // Titles that are surnames or common words as well: not cut off behind a name, and weak before one.
    private static readonly HashSet<string> WeakTitles = new(StringComparer.Ordinal)
    {
        "king", "queen", "prince", "princess", "duke", "emperor", "pope", "bishop", "cardinal", "father", "sister", "saint", "major", "private", "general", "justice", "judge",
        "chief", "leader", "agent", "officer", "marshal", "dean", "coach", "host", "chef", "late", "former", "ex", "acting", "interim", "incoming", "outgoing", "lord", "lady",
        "baron", "sultan", "premier", "chancellor", "captain", "commander", "sheriff", "delegate", "editor", "founder", "anchor", "about", "meet", "chair", "director", "rep",
        "private", "producer", "author", "actor", "candidate", "nominee", "attorney", "counsel", "inspector", "detective", "administrator", "auditor", "treasurer", "minister", "pastor", "lt", "col", "gen",
    };

    public required string Given { get; init; }

    /// <summary>What stands between the first and the last name; empty where nothing does.</summary>
    public string Middle { get; init; } = "";

    public required string Family { get; init; }

    /// <summary><c>Jr.</c>, <c>III</c>; empty where there is none.</summary>
    public string Suffix { get; init; } = "";

    /// <summary>Title as a key (<c>vice president</c>); empty where there is none.</summary>
    public string Title { get; init; } = "";

    /// <summary>0 to 1: how much the form alone speaks for a person.</summary>
    public double Strength { get; init; }

    /// <summary>True for a surname with a title: a person, but the full name is not told.</summary>
    public bool SurnameOnly => Given.Length == 0;

    public string FullName => string.Join(' ', new[] { Given, Middle, Family, Suffix }.Where(part => part.Length > 0));

    public string Key => TagWords.Key(FullName);

    /// <summary>The key without middle names that are single letters.</summary>
    public string BareKey => TagWords.Key(string.Join(' ', new[] { Given, string.Join(' ', Middle.Split(' ').Where(word => !IsInitial(word))), Family, Suffix }.Where(part => part.Length > 0)));

    public bool HasInitials => Middle.Length > 0 && Middle.Split(' ').Any(IsInitial);

    /// <summary>Reads <paramref name="text"/> as the name of one person; null where it cannot be one.</summary>
    public static PersonName? Read(string text)
    {
        var words = WithoutAsides(text).Split(' ', StringSplitOptions.RemoveEmptyEntries).ToList();
        var title = TakeTitle(words);
        CutTrailingOffice(words);
        var suffix = TakeSuffix(words);
        if (words.Count is 0 or > 5 || title.Length == 0 && words.Count < 2 || !words.TrueForAll(IsNameWord))
            return null;
        var keys = words.ConvertAll(TagWords.Key);
        if (keys.Exists(key => key.Length == 0 || NoNameWords.Contains(key)) || Particles.Contains(keys[^1]) || PlaceName.IsPlace(string.Join(' ', keys)))
            return null;
        if (!Vocabulary.GivenNames.Contains(keys[0]) && Vocabulary.Organisations.AtEnd([.. keys]) > 0)
            return null;
        var weak = title.Length > 0 && TagWords.Split(title).All(word => WeakTitles.Contains(word));
        var named = Vocabulary.GivenNames.Contains(keys[0]) || keys[0].Contains(' ', StringComparison.Ordinal) && Vocabulary.GivenNames.Contains(keys[0].Split(' ')[0]);
        if (words.Count == 1)
            return weak && WeakTitles.Contains(title) && title is not ("general" or "judge" or "justice" or "pope" or "prince" or "king" or "queen") || !char.IsUpper(words[0][0]) ? null
                : new PersonName { Given = "", Family = words[0], Suffix = suffix, Title = title, Strength = weak ? 0.5 : 0.85 };
        var family = FamilyStart(keys);
        var middle = string.Join(' ', words[1..family]);
        var strength = (title.Length > 0, weak, named) switch
        {
            (true, false, _) => 0.95,
            (true, true, true) => 0.9,
            (true, true, false) => 0.5,
            (false, _, true) => 0.8,
            _ => 0.3,
        };
        if (suffix.Length > 0 || middle.Split(' ').Any(IsInitial) || IsInitial(words[0]))
            strength = Math.Max(strength, named || title.Length > 0 ? 0.95 : 0.7);
        return new PersonName { Given = words[0], Middle = middle, Family = string.Join(' ', words[family..]), Suffix = suffix, Title = title, Strength = strength };
    }

    private static int FamilyStart(List<string> keys)
    {
        var start = keys.Count - 1;
        while (start > 1 && Particles.Contains(keys[start - 1]))
            start--;
        return start;
    }

    // Nicknames in marks and what stands in brackets.
    private static string WithoutAsides(string text)
    {
        for (var open = text.IndexOfAny(['“', '"', '(', '„', '«', '[']); open >= 0; open = text.IndexOfAny(['“', '"', '(', '„', '«', '['], open))
        {
            var close = text.IndexOfAny(['”', '"', ')', '“', '»', ']'], open + 1);
            text = string.Concat(text.AsSpan(0, open), " ", close < 0 ? "" : text.AsSpan(close + 1));
        }
        return text;
    }

    private static string TakeTitle(List<string> words)
    {
        var title = "";
        while (words.Count > 1)
        {
            var keys = words.ConvertAll(TagWords.Key).ToArray();
            // Titles with two words in one (secretary-general) make the counts differ: compare word by word.
            if (Array.Exists(keys, key => key.Contains(' ', StringComparison.Ordinal)))
                keys = [.. keys.Select(key => key.Replace(' ', '-'))];
            var n = Vocabulary.Titles.AtStart([.. keys.Select(key => key.Replace('-', ' '))]);
            if (n == 0 || n >= words.Count || n == 1 && char.IsLower(words[0][0]) && keys[0].Length < 4)
                break;
            title = title.Length == 0 ? string.Join(' ', keys[..n]) : title + " " + string.Join(' ', keys[..n]);
            words.RemoveRange(0, n);
        }
        return title;
    }

    private static void CutTrailingOffice(List<string> words)
    {
        for (var i = 2; i < words.Count; i++)
        {
            var key = TagWords.Key(words[i]);
            var cut = char.IsDigit(words[i][0]) && words[i].Length > 2 && char.IsLetter(words[i][^1]) || !WeakTitles.Contains(key) && Vocabulary.Titles.AtStart([key]) > 0
                || TagDate.IsMonth(key) && i + 1 < words.Count && char.IsDigit(words[i + 1][0]) || key is "first" or "second" or "third"
                || Vocabulary.Titles.AtStart([.. words.Skip(i).Take(4).Select(TagWords.Key)]) > 1
                || i + 1 < words.Count && WeakTitles.Contains(key) && TagWords.Key(words[i + 1]) is "of" or "for" or "at";
            if (cut)
            {
                words.RemoveRange(i, words.Count - i);
                return;
            }
        }
    }

    private static string TakeSuffix(List<string> words)
    {
        var suffix = "";
        while (words.Count > 2)
        {
            var last = words[^1];
            var key = TagWords.Key(last).Replace(" ", "", StringComparison.Ordinal);
            if (key is "jr" or "sr" or "ii" or "iii" or "iv")
                suffix = key switch { "jr" => "Jr.", "sr" => "Sr.", _ => key.ToUpperInvariant() };
            else if (key is not ("md" or "phd" or "mph" or "esq" or "cfa" or "cpa" or "mba" or "dds" or "dvm" or "jd" or "obe" or "cbe" or "mbe" or "kc" or "qc" or "mp" or "frs" or "rn" or "scd" or "dphil" or "ma")
                && !(last.Length >= 3 && last.All(c => char.IsUpper(c) || c is '-' or '·' or '.')))
                break;
            words.RemoveAt(words.Count - 1);
        }
        return suffix;
    }

    private static bool IsNameWord(string word)
    {
        var key = TagWords.Key(word);
        if (Particles.Contains(key))
            return true;
        if (!char.IsUpper(word[0]) || word.Length > 24)
            return false;
        foreach (var c in word)
            if (!char.IsLetter(c) && c is not ('.' or '-' or '‑') && !TagWords.IsApostrophe(c))
                return false;
        // Words all in capitals are acronyms; initials and "JD" are not.
        return word.Length <= 2 || word.Contains('.', StringComparison.Ordinal) || word.Any(char.IsLower);
    }

    private static bool IsInitial(string word) => word.Length > 0 && char.IsUpper(word[0]) && (word.Length == 1 || word.Length == 2 && word[1] == '.');
}
