namespace Search.Core.Tagging;

/// <summary>
/// A person's name read from a tag: title, party, seat, credentials and nicknames apart. Reading says what could be a name;
/// how likely it is one, <see cref="Strength"/> says.
/// </summary>
internal sealed record PersonName
{
    private const int MostWords = 14;

    private static readonly HashSet<string> Particles = new(StringComparer.Ordinal)
    {
        "de", "da", "di", "del", "della", "der", "den", "van", "von", "bin", "bint", "ibn", "ben", "al", "el", "la", "le", "dos", "das", "du", "y", "ter", "ten", "zu", "af", "av",
    };

    private static readonly HashSet<string> NoNameWords = new(StringComparer.Ordinal)
    {
        "of", "the", "and", "for", "in", "on", "at", "to", "with", "by", "from", "is", "are", "a", "an", "as", "or", "vs", "versus", "not", "no", "our", "your", "my",
        "his", "her", "their", "this", "that", "how", "why", "what", "who", "general", "secretary", "president", "governor", "senator", "attorney", "director", "chief",
        "justice", "judge", "minister", "officer", "street", "new", "north", "south", "east", "west", "national", "international", "united", "american", "federal", "state", "us", "uk", "eu", "un",
        "biography", "profile", "page", "homepage", "website", "office", "team", "staff", "overview", "history", "world", "black", "white", "green", "red", "blue", "day", "days", "first", "last",
    };

    // Words of organisations, places and works that are surnames as well.
    private static readonly HashSet<string> SurnamesToo = new(StringComparer.Ordinal)
    {
        "law", "church", "post", "house", "wing", "court", "bank", "guard", "press", "temple", "park", "bridge", "lake", "sea", "bay", "forest", "beach", "street", "castle", "tower",
        "bill", "code", "day", "march", "rivers", "mount", "fort", "play", "page", "power", "speech", "towers", "bond", "land",
    };

    // Titles that are surnames or common words as well: not cut off behind a name, and weak before one.
    private static readonly HashSet<string> WeakTitles = new(StringComparer.Ordinal)
    {
        "king", "queen", "prince", "princess", "duke", "emperor", "pope", "bishop", "cardinal", "father", "sister", "saint", "major", "private", "general", "justice", "judge",
        "chief", "leader", "agent", "officer", "marshal", "dean", "coach", "host", "chef", "late", "former", "ex", "acting", "interim", "incoming", "outgoing", "lord", "lady",
        "baron", "sultan", "premier", "chancellor", "captain", "commander", "sheriff", "delegate", "editor", "founder", "anchor", "about", "meet", "chair", "director", "rep",
        "private", "producer", "author", "actor", "candidate", "nominee", "attorney", "counsel", "inspector", "detective", "administrator", "auditor", "treasurer", "minister", "pastor", "lt", "col", "gen",
    };

    // Titles that are no surnames, behind a full name.
    private static readonly HashSet<string> EndTitles = new(StringComparer.Ordinal) { "chair", "director", "administrator", "founder", "editor", "producer", "author", "treasurer", "attorney", "candidate", "nominee", "minister" };

    public required string Given { get; init; }

    /// <summary>What stands between the first and the last name; empty where nothing does.</summary>
    public string Middle { get; init; } = "";

    public required string Family { get; init; }

    /// <summary><c>Jr.</c>, <c>III</c>; empty where there is none.</summary>
    public string Suffix { get; init; } = "";

    /// <summary>Title as a key (<c>vice president</c>); empty where there is none.</summary>
    public string Title { get; init; } = "";

    /// <summary>The office that follows the name, as a key; empty where none does.</summary>
    public string Office { get; init; } = "";

    /// <summary>0 to 1: how much the form alone speaks for a person.</summary>
    public double Strength { get; init; }

    /// <summary>True for a surname with a title: a person, but the full name is not told.</summary>
    public bool SurnameOnly => Given.Length == 0;

    public string FullName => string.Join(' ', new[] { Given, Middle, Family, Suffix }.Where(part => part.Length > 0));

    public string Key => TagWords.Key(FullName);

    /// <summary>The key without middle names that are single letters.</summary>
    public string BareKey => TagWords.Key(string.Join(' ', new[] { Given, string.Join(' ', Middle.Split(' ').Where(word => !IsInitial(word))), Family, Suffix }.Where(part => part.Length > 0)));

    /// <summary>The single letters among the middle names, folded: <c>q</c>; empty where there are none.</summary>
    public string Initials => TagWords.Key(string.Concat(Middle.Split(' ').Where(IsInitial)));

    public bool HasInitials => Middle.Length > 0 && Middle.Split(' ').Any(IsInitial);

    /// <summary>Reads text whose trailing bracket (party, term, acronym) is cut off first.</summary>
    public static PersonName? Read(string text, out TagBracket bracket)
    {
        bracket = TagBracket.Cut(text);
        return Read(bracket.Rest);
    }

    /// <summary>Reads <paramref name="text"/> as the name of one person; null where it cannot be one.</summary>
    public static PersonName? Read(string text)
    {
        var plain = Turned(WithoutAsides(text, out var nickname));
        var words = plain.Split(' ', StringSplitOptions.RemoveEmptyEntries).ToList();
        if (words.Count is 0 or > MostWords || !char.IsLetter(words[0][0]) && !char.IsLetter(words[0][^1]))
            return null;
        var title = TakeTitle(words);
        if (title.Length == 0)
            title = TakeTitleOfPlace(words);
        var office = CutTrailingOffice(words);
        var suffix = TakeSuffix(words);
        if (words.Count is 0 or > 5 || title.Length == 0 && words.Count < 2 || !words.TrueForAll(IsNameWord))
            return null;
        var keys = words.ConvertAll(TagWords.Key);
        if (keys.Exists(key => key.Length == 0 || NoNameWords.Contains(key)) || Particles.Contains(keys[^1]) || PlaceName.IsPlace(string.Join(' ', keys))
            || keys.Count > 2 && Particles.Contains(keys[^2]) && PlaceName.IsPlace(keys[^1]))
            return null;
        var ends = keys.ToArray();
        if ((Vocabulary.Organisations.AtEnd(ends) > 0 || Vocabulary.Works.AtEnd(ends) > 0 || Vocabulary.Works.AtStart(ends) > 0 || Vocabulary.PlaceWords.AtEnd(ends) > 0 || Vocabulary.Organisations.Within(ends))
            && !(SurnamesToo.Contains(keys[^1]) && Vocabulary.GivenNames.Contains(keys[0]) && !PlaceName.IsPlace(keys[0])))
            return null;
        var weak = title.Length > 0 && TagWords.Split(title).All(word => WeakTitles.Contains(word));
        var named = Vocabulary.GivenNames.Contains(keys[0]) || keys[0].Contains(' ', StringComparison.Ordinal) && Vocabulary.GivenNames.Contains(keys[0].Split(' ')[0]);
        if (words.Count == 1)
            return weak && WeakTitles.Contains(title) && title is not ("general" or "judge" or "justice" or "pope" or "prince" or "king" or "queen") || !char.IsUpper(words[0][0]) ? null
                : new PersonName { Given = "", Family = words[0], Suffix = suffix, Title = title, Strength = weak ? 0.5 : 0.85 };
        if (words.Count > 3 && !named && !words.Exists(IsInitial) && !words.Exists(word => Particles.Contains(TagWords.Key(word))))
            return null;
        var family = FamilyStart(keys);
        var middle = string.Join(' ', words[1..family]);
        var strength = (title.Length > 0, weak, named) switch
        {
            (true, false, _) => 0.95,
            (true, true, true) => 0.9,
            (true, true, false) => 0.5,
            _ when office.Length > 0 => named ? 0.9 : 0.75,
            (false, _, true) => 0.8,
            _ => 0.3,
        };
        if (nickname)
            strength = Math.Max(strength, 0.8);
        if (suffix.Length > 0 || words[0].Length == 2 && words[0].AsSpan().ContainsOnlyCapitals() || middle.Split(' ').Any(IsInitial) || IsInitial(words[0]))
            strength = Math.Max(strength, named || title.Length > 0 ? 0.95 : 0.7);
        return new PersonName { Given = words[0], Middle = middle, Family = string.Join(' ', words[family..]), Suffix = suffix, Title = title, Office = office, Strength = strength };
    }

    /// <summary>Reads a name with the surname first, as lists of staff have it: <c>Field Nora Q.</c>; null where the given name is not one by its form.</summary>
    public static PersonName? ReadSurnameFirst(string text)
    {
        var words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var keys = Array.ConvertAll(words, TagWords.Key);
        return words.Length is 2 or 3 && Vocabulary.GivenNames.Contains(keys[1]) && !Vocabulary.GivenNames.Contains(keys[0]) && (words.Length == 2 || IsInitial(words[2]))
            && Vocabulary.Titles.AtStart(keys) == 0 && Read(string.Join(' ', words.Skip(1).Append(words[0]))) is { SurnameOnly: false } name
            ? name with { Strength = Math.Min(name.Strength, 0.75) } : null;
    }

    // "Field, Nora" and "van der Field, Nora Q."; a comma before "Jr." or a town's country turns nothing.
    private static string Turned(string text)
    {
        var comma = text.IndexOf(',', StringComparison.Ordinal);
        if (comma <= 0 || comma != text.LastIndexOf(','))
            return text;
        var (family, given) = (text[..comma].Trim(), text[(comma + 1)..].Trim());
        var first = TagWords.Key(given.Split(' ')[0]);
        return Vocabulary.GivenNames.Contains(first) && !PlaceName.IsPlace(first) && family.Count(c => c == ' ') <= 2 && given.Count(c => c == ' ') <= 1 ? $"{given} {family}" : text;
    }

    private static int FamilyStart(List<string> keys)
    {
        var start = keys.Count - 1;
        while (start > 1 && Particles.Contains(keys[start - 1]))
            start--;
        return start;
    }

    // Nicknames in marks and what stands in brackets.
    private static string WithoutAsides(string text, out bool nickname)
    {
        nickname = false;
        for (var open = text.IndexOfAny(['“', '"', '(', '„', '«', '[']); open >= 0; open = text.IndexOfAny(['“', '"', '(', '„', '«', '['], open))
        {
            var close = text.IndexOfAny(['”', '"', ')', '“', '»', ']'], open + 1);
            nickname |= text[open] is '“' or '"' && close > open + 1 && open > 0 && close < text.Length - 1;
            text = string.Concat(text.AsSpan(0, open), " ", close < 0 ? "" : text.AsSpan(close + 1));
        }
        return text;
    }

    private static string TakeTitle(List<string> words)
    {
        // A written word may be two of a title: "Secretary-General".
        var pieces = new List<string>();
        var ends = new List<int>();
        for (var i = 0; i < words.Count; i++)
            foreach (var piece in TagWords.Split(TagWords.Key(words[i])))
            {
                pieces.Add(piece);
                ends.Add(i + 1);
            }
        var all = pieces.ToArray().AsSpan();
        int taken = 0, titleEnd = 0;
        while (taken < all.Length)
        {
            var n = Vocabulary.Titles.AtStart(all[taken..]);
            if (n == 0 || taken + n >= all.Length || ends[taken + n - 1] == ends[taken + n] || n == 1 && all[taken].Length < 4 && char.IsLower(words[ends[taken] - 1][0]))
                break;
            taken += n;
            titleEnd = ends[taken - 1];
        }
        words.RemoveRange(0, titleEnd);
        return string.Join(' ', pieces.Take(taken));
    }

    // "Oregon Governor Nora Field", "U.S. Transportation Secretary Nora Field": what is governed stands before the title.
    private static string TakeTitleOfPlace(List<string> words)
    {
        var all = words.ConvertAll(TagWords.Key).ToArray();
        for (var i = 1; i < Math.Min(4, words.Count - 1); i++)
        {
            var before = all[i - 1];
            if (before is "of" or "the" or "for" or "and" || !char.IsUpper(words[i - 1][0]))
                return "";
            var keys = all.AsSpan(i);
            var n = Vocabulary.Titles.AtStart(keys);
            if (n == 0 || n == 1 && WeakTitles.Contains(keys[0]) || words.Count - i - n is < 2 or > 4)
                continue;
            var given = all[i + n];
            var governed = all[..i];
            if (governed[0] is not ("us" or "former" or "ex") && !PlaceName.IsPlace(string.Join(' ', governed)) && !Vocabulary.States.ContainsKey(string.Concat(governed))
                && !(i == 1 && Vocabulary.GivenNames.Contains(given) && IsDemonym(governed[0])))
                continue;
            words.RemoveRange(0, i + n);
            return string.Join(' ', all[i..(i + n)]);
        }
        return "";
    }

    private static bool IsDemonym(string word) => word.Length > 4 && (word.EndsWith("an", StringComparison.Ordinal) || word.EndsWith("ese", StringComparison.Ordinal)
        || word.EndsWith("ish", StringComparison.Ordinal) || word.EndsWith("ch", StringComparison.Ordinal) || word.EndsWith('i'));

    // "Nora Field Chairman", "Nora Field Attorney General of Oregon", "Nora Field 16th Congressional District", "Nora Field May 3 2024".
    private static string CutTrailingOffice(List<string> words)
    {
        if (words.Count < 3)
            return "";
        var all = words.ConvertAll(TagWords.Key).ToArray();
        for (var i = 2; i < words.Count; i++)
        {
            var keys = all.AsSpan(i);
            var next = keys.Length > 1 ? keys[1] : "";
            var title = Vocabulary.Titles.AtStart(keys);
            var after = keys.Length > title ? keys[title] : "";
            var ends = i + title == words.Count || after is "of" or "for" or "at" || title > 0 && PlaceName.IsPlace(string.Join(' ', all[(i + title)..]));
            var cut = ends && (title > 1 || title == 1 && (!WeakTitles.Contains(keys[0]) || next is "of" or "for" or "at"))
                || i >= 3 && i + 1 == words.Count && IsInitial(words[1]) && EndTitles.Contains(keys[0])
                || char.IsDigit(words[i][0]) && words[i].Length > 2 && char.IsLetter(words[i][^1])
                || TagDate.IsMonth(keys[0]) && next.Length > 0 && char.IsDigit(next[0])
                || next is "congressional" or "district" && char.IsUpper(words[i][0]);
            if (!cut)
                continue;
            var office = title > 0 ? string.Join(' ', all[i..(i + title)]) : "";
            words.RemoveRange(i, words.Count - i);
            return office;
        }
        return "";
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
                && !(last.Length >= 3 && Vocabulary.Organisations.AtEnd([key]) == 0 && last[..3].All(c => char.IsUpper(c) || c is '-' or '·' or '.')))
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
