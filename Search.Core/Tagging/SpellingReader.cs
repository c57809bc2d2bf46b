using System.Collections.Frozen;

namespace Search.Core.Tagging;

/// <summary>
/// Takes tags apart (<see cref="TagSpelling"/>) by general word lists and by the endings that a collection hangs behind many different
/// names. It drops only what mechanically stands beside a name; where in doubt, the words stay.
/// </summary>
internal sealed class SpellingReader
{
    private readonly FrozenSet<string> _endings;

    /// <param name="endings">Keys of parts that stand behind many names in this collection.</param>
    public SpellingReader(IEnumerable<string> endings) => _endings = endings.ToFrozenSet(StringComparer.Ordinal);

    public IReadOnlyList<string> Endings => [.. _endings.Order(StringComparer.Ordinal)];

    public TagSpelling Read(string raw)
    {
        var clean = TagText.Clean(raw);
        var parts = TagText.Parts(clean);
        var dropped = new List<string>();
        DropSite(parts, dropped);
        var date = parts.Count > 0 ? TakeDate(parts) : null;
        if (parts.Count == 0)
            return Bare(raw, clean);
        return Choose(raw, parts, dropped, date);
    }

    /// <summary>Key of a part as an ending: without a date behind it.</summary>
    public static string EndingKey(string part) => TagWords.Key(TagDate.Cut(part, out _));

    public static bool IsSitePart(string part)
    {
        var key = TagWords.Key(part);
        if (key.Length == 0 || Vocabulary.SiteNames.Contains(key))
            return true;
        foreach (var opening in Vocabulary.SiteOpenings)
            if (key.StartsWith(opening, StringComparison.Ordinal) && (key.Length == opening.Length || key[opening.Length] == ' '))
                return true;
        var padded = " " + key + " ";
        foreach (var words in Vocabulary.SiteWords)
            if (padded.Contains(" " + words + " ", StringComparison.Ordinal))
                return true;
        return false;
    }

    private static TagSpelling Bare(string raw, string clean)
    {
        var core = clean.Length == 0 ? raw.Trim() : clean;
        return new TagSpelling { Raw = raw, Core = core, Key = TagWords.Key(clean) };
    }

    private void DropSite(List<TagPart> parts, List<string> dropped)
    {
        if (parts.Count > 1 && IsSitePart(parts[0].Text) && parts[0].Text.Length <= 40)
            parts.RemoveAt(0);
        if (parts.Count > 0)
            parts[0] = parts[0] with { Text = WithoutOpening(parts[0].Text), Separator = TagSeparator.None };
        while (parts.Count > 1)
        {
            var last = parts[^1];
            var key = EndingKey(last.Text);
            var drop = key.Length == 0 && last.Separator != TagSeparator.Stop || last.Separator != TagSeparator.Colon && IsSitePart(last.Text)
                || key == TagWords.Key(parts[^2].Text) || IsDomainOf(last.Text, parts) || Glued(last)
                || _endings.Contains(key) && last.Separator != TagSeparator.Colon && CanStandAlone(parts[^2].Text);
            if (!drop)
                break;
            if (TagDate.Cut(last.Text, out var date).Length != last.Text.Length && date is not null && parts.Count > 1)
                parts[^2] = parts[^2] with { Text = parts[^2].Text + " " + date };
            dropped.Insert(0, key);
            parts.RemoveAt(parts.Count - 1);
        }
    }

    // "London Stock Exchange<tab>London": two cells of a table copied together.
    private static bool Glued(TagPart part) => part.Separator == TagSeparator.Tab && PlaceName.IsPlace(TagWords.Key(part.Text));

    // A place, a heading or a general office before an ending names something else than alone.
    private static bool CanStandAlone(string head)
    {
        var key = TagWords.Key(head);
        return key.Contains(' ', StringComparison.Ordinal) && !PlaceName.IsPlace(key) && !Vocabulary.Headings.Contains(key)
            && !key.StartsWith("office of", StringComparison.Ordinal) && Vocabulary.Titles.AtStart(TagWords.Split(key)) < TagWords.Split(key).Length;
    }

    private static bool IsDomainOf(string text, List<TagPart> parts)
    {
        if (text.Contains(' ', StringComparison.Ordinal) || parts.Count < 2)
            return false;
        var dot = text.IndexOf('.', StringComparison.Ordinal);
        if (dot <= 0 || dot == text.Length - 1)
            return false;
        return text[(dot + 1)..].TrimEnd('/') is "gov" or "com" or "org" or "net" or "edu" or "co" or "io" or "int" or "eu" or "us" or "info" || text.EndsWith(".gov", StringComparison.OrdinalIgnoreCase)
            || text.EndsWith(".com", StringComparison.OrdinalIgnoreCase) || text.EndsWith(".org", StringComparison.OrdinalIgnoreCase);
    }

    private static string WithoutOpening(string text)
    {
        foreach (var opening in (ReadOnlySpan<string>)["welcome to the ", "welcome to ", "about the ", "home of the ", "home | ", "homepage of the ", "official website of the ", "official site of the ", "the official website of the "])
            if (text.Length > opening.Length + 2 && text.StartsWith(opening, StringComparison.OrdinalIgnoreCase) && char.IsUpper(text[opening.Length]))
                return text[opening.Length..];
        return text;
    }

    private static string? TakeDate(List<TagPart> parts)
    {
        string? date = null;
        while (parts.Count > 1 && TagDate.Cut(parts[^1].Text, out var found).Length == 0 && found is not null)
        {
            date = found;
            parts.RemoveAt(parts.Count - 1);
        }
        var last = parts[^1].Text;
        var rest = TagDate.Cut(last, out var behind);
        if (behind is not null && rest.Length > 0 && TagWords.Split(TagWords.Key(rest)).Length >= 4)
        {
            date = behind;
            parts[^1] = parts[^1] with { Text = TagText.Trim(rest) };
        }
        return date;
    }

    private static TagSpelling Choose(string raw, List<TagPart> parts, List<string> dropped, string? date)
    {
        var first = parts[0];
        var person = ReadPart(first.Text, out var bracket);
        if (parts.Count > 1)
        {
            // A person's page: what follows is the office, the employer, the publisher.
            if (person is { Strength: >= 0.7, SurnameOnly: false } && parts[1].Separator is not (TagSeparator.Colon or TagSeparator.Stop))
                return Person(raw, person, bracket, [.. parts.Skip(1).Select(part => TagWords.Key(part.Text)), .. dropped]);
            // An office's page that names its holder with title.
            for (var i = 1; i < parts.Count; i++)
                if (parts[i].Separator is not (TagSeparator.Colon or TagSeparator.Stop) && ReadPart(parts[i].Text, out var other) is { SurnameOnly: false, Strength: >= 0.9, Title.Length: > 0 } holder && !PlaceName.IsPlace(TagWords.Key(first.Text)))
                    return Person(raw, holder, other, [.. dropped]);
            var whole = Join(parts);
            return new TagSpelling { Raw = raw, Core = whole, Key = TagWords.Key(whole), Date = date, Endings = dropped, Compound = true };
        }
        if (person is not null && (person.Strength >= 0.7 || bracket.Party || dropped.Count > 0))
            return Person(raw, person, bracket, dropped);
        var core = TagText.Trim(bracket.Rest);
        if (core.Length == 0)
            return Bare(raw, first.Text);
        var key = WithoutArticle(TagWords.Key(core));
        if (PlaceName.WithoutCountry(core, out var country) is { } place)
            return new TagSpelling { Raw = raw, Core = place, Key = TagWords.Key(place), Country = country, Endings = dropped };
        return new TagSpelling
        {
            Raw = raw,
            Core = core,
            Key = key.Length > 0 ? key : TagWords.Key(first.Text),
            Acronym = bracket.Acronym,
            Person = person,
            Seat = bracket.Seat,
            HasParty = bracket.Party,
            Date = date,
            Endings = dropped,
        };
    }

    private static PersonName? ReadPart(string text, out TagBracket bracket)
    {
        bracket = TagBracket.Cut(text);
        return PersonName.Read(bracket.Rest);
    }

    private static TagSpelling Person(string raw, PersonName person, TagBracket bracket, IReadOnlyList<string> endings) => new()
    {
        Raw = raw,
        Core = person.SurnameOnly ? TagText.Trim(bracket.Rest) : person.FullName,
        Key = person.SurnameOnly ? TagWords.Key(bracket.Rest) : person.Key,
        Person = person,
        Seat = bracket.Seat,
        HasParty = bracket.Party,
        Acronym = null,
        Endings = endings,
    };

    private static string Join(List<TagPart> parts)
    {
        var text = parts[0].Text;
        foreach (var part in parts.Skip(1))
            text += part.Separator switch
            {
                TagSeparator.Colon => ": ",
                TagSeparator.Stop => ". ",
                TagSeparator.Slash => " / ",
                TagSeparator.Tab => " ",
                _ => " – ",
            } + part.Text;
        return text;
    }

    private static string WithoutArticle(string key) =>
        key.StartsWith("the ", StringComparison.Ordinal) && key.IndexOf(' ', 4) > 0 ? key[4..] : key;
}
