using System.Collections.Frozen;

namespace Search.Core.Tagging;

/// <summary>
/// Takes tags apart (<see cref="TagSpelling"/>) by general word lists and by the endings that a collection hangs behind many different
/// names. It drops only what mechanically stands beside a name; where in doubt, the words stay.
/// </summary>
/// <example>
/// <code>
/// Home / Harbour Museum            entrance | name                    → Harbour Museum
/// Senator Nora Field (D-CA)        title name (party-seat)            → Nora Field
/// The Echo - Breaking News World   name - slogan                      → The Echo
/// On Tides. Orders. May 3 2024     title. ending (learned). date      → On Tides, of May 3 2024
/// Oregon – Ministry of Fish        a place does not stand for its office: nothing is dropped
/// </code>
/// </example>
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
        DropEntrance(parts);
        var date = DropBehind(parts, dropped);
        if (parts.Count == 0)
            return Bare(raw, clean);
        return parts.Count == 1 ? Single(raw, parts[0].Text, dropped, date) : Several(raw, parts, dropped, date);
    }

    /// <summary>Key of a part as an ending: without a date behind it.</summary>
    public static string EndingKey(string part) => TagWords.Key(TagDate.Cut(part, out _));

    /// <summary>What a collection hangs behind many names may be dropped only behind a name that says enough alone: no place, heading or office.</summary>
    public static bool CanStandAlone(string head)
    {
        var key = TagWords.Key(head);
        var words = TagWords.Split(key);
        if (words.Length > 1 && words[0] == "the")
            words = words[1..];
        return words.Length > 1 && !PlaceName.IsPlace(key) && !Vocabulary.Headings.Contains(key) && words[0] is not ("office" or "department" or "ministry" or "division" or "board")
            && words[^1] is not ("office" or "division" or "department") && Vocabulary.Titles.AtStart(words) < words.Length;
    }

    private static TagSpelling Bare(string raw, string clean)
    {
        var core = clean.Length == 0 ? raw.Trim() : clean;
        return new TagSpelling { Raw = raw, Core = core, Name = core, Key = TagWords.Key(clean) };
    }

    private static void DropEntrance(List<TagPart> parts)
    {
        DropWelcome(parts);
        while (parts.Count > 1 && Vocabulary.Entrances.Contains(TagWords.Key(parts[0].Text)))
            parts.RemoveAt(0);
        if (parts.Count == 2 && IsDomain(parts[0].Text) && parts[1].Separator is TagSeparator.Dash or TagSeparator.Slash && !IsSite(TagWords.Key(parts[1].Text)) && CanStandAlone(parts[1].Text))
            parts.RemoveAt(0);
        if (parts.Count == 0)
            return;
        var text = parts[0].Text;
        foreach (var opening in (ReadOnlySpan<string>)["welcome to the ", "welcome to ", "home of the ", "homepage of the ", "official website of the ", "official site of the ", "the official website of the "])
            if (text.Length > opening.Length + 2 && text.StartsWith(opening, StringComparison.OrdinalIgnoreCase) && char.IsUpper(text[opening.Length]))
                text = text[opening.Length..];
        foreach (var ending in (ReadOnlySpan<string>)[" homepage", " home page", " official website", " official site", " website"])
            if (text.Length > ending.Length + 4 && text.EndsWith(ending, StringComparison.OrdinalIgnoreCase))
                text = text[..^ending.Length];
        parts[0] = new TagPart(TagText.Trim(text), TagSeparator.None);
    }

    // "Harbour Museum Home – Harbour Museum", "The Echo News Sport Music Arts – The Echo": the name alone stands behind.
    private static void DropWelcome(List<TagPart> parts)
    {
        if (parts.Count != 2 || parts[1].Separator is not (TagSeparator.Dash or TagSeparator.Slash))
            return;
        string[] head = TagWords.Split(TagWords.Key(parts[0].Text)), tail = TagWords.Split(TagWords.Key(parts[1].Text));
        if (tail.Length > 0 && tail.Length < head.Length && head.AsSpan().StartsWith(tail) && head[tail.Length..] is var rest
            && (Vocabulary.Entrances.Contains(string.Join(' ', rest)) || IsSlogan(rest)))
            parts.RemoveAt(0);
    }

    private string? DropBehind(List<TagPart> parts, List<string> dropped)
    {
        string? date = null;
        while (parts.Count > 1)
        {
            var last = parts[^1];
            var rest = TagDate.Cut(last.Text, out var behind);
            if (rest.Length > 0 && !Droppable(last, TagWords.Key(rest), parts))
                break;
            date ??= behind;
            if (rest.Length > 0)
                dropped.Insert(0, TagWords.Key(rest));
            parts.RemoveAt(parts.Count - 1);
        }
        if (parts.Count > 0 && date is null)
        {
            var rest = TagDate.Cut(parts[^1].Text, out var behind);
            if (behind is not null && TagWords.Split(TagWords.Key(rest)).Length >= 4)
            {
                date = behind;
                parts[^1] = parts[^1] with { Text = rest };
            }
        }
        return date;
    }

    private bool Droppable(TagPart last, string key, List<TagPart> parts)
    {
        if (Vocabulary.Entrances.Contains(key) || key.Length == 0 || parts.Take(parts.Count - 1).Any(part => TagWords.Key(part.Text) == key))
            return true;
        var head = parts[^2].Text;
        if (last.Separator is TagSeparator.Slash or TagSeparator.Dash && (RepeatsHead(head, key) || last.Text is ['(', .., ')'] && Acronym.Fits(key, TagWords.Key(head))))
            return true;
        // "London Stock Exchange<tab>London United Kingdom": two cells of a table copied together.
        if (last.Separator == TagSeparator.Tab || last.Separator == TagSeparator.Stop && PlaceName.WithoutCountry(last.Text, out _) is not null)
            return PlaceName.IsPlace(key) || last.Separator == TagSeparator.Tab && PlaceName.AllPlaces(key);
        if (last.Separator != TagSeparator.Colon && last.Separator != TagSeparator.Stop && (IsSite(key) || IsDomain(last.Text)))
            return !PlaceName.IsPlace(TagWords.Key(head));
        return last.Separator != TagSeparator.Colon && _endings.Contains(key) && CanStandAlone(head);
    }

    // "Bank of Oregon / Oregon Bank": each word, or a word that begins with it, stands in the head as well.
    private static bool RepeatsHead(string head, string key)
    {
        var named = TagWords.Split(TagWords.Key(head));
        return named.Length is > 1 and <= 8 && !IsSlogan(named) && TagWords.Split(key).All(word => named.Any(other => other == word || word.Length >= 3 && other.StartsWith(word, StringComparison.Ordinal)));
    }

    private static bool IsSite(string key)
    {
        // A government's portal: "USAGov", "MassGov".
        if (Vocabulary.SiteNames.Contains(key) || key.Length > 4 && key.EndsWith("gov", StringComparison.Ordinal) && !key.Contains(' ', StringComparison.Ordinal))
            return true;
        foreach (var opening in Vocabulary.SiteOpenings)
            if (key.StartsWith(opening, StringComparison.Ordinal) && (key.Length == opening.Length || key[opening.Length] == ' '))
                return true;
        var padded = " " + key + " ";
        foreach (var words in Vocabulary.SiteWords)
            if (padded.Contains(" " + words + " ", StringComparison.Ordinal))
                return true;
        return IsSlogan(TagWords.Split(key));
    }

    public static bool IsSlogan(string[] words)
    {
        var main = words.Where(word => word is not ("and" or "the" or "of" or "for" or "in" or "to" or "from" or "on" or "with")).ToList();
        return main.Count >= 3 && main.Count(word => Vocabulary.SloganWords.Contains(word)) * 2 >= main.Count;
    }

    public static bool IsDomain(string text)
    {
        if (text.Contains(' ', StringComparison.Ordinal))
            return false;
        var dot = text.TrimEnd('/').LastIndexOf('.');
        return dot > 0 && text[(dot + 1)..].TrimEnd('/').ToUpperInvariant() is "GOV" or "COM" or "ORG" or "NET" or "EDU" or "CO" or "IO" or "INT" or "EU" or "US" or "INFO" or "UK" or "DE" or "FR";
    }

    private static TagSpelling Single(string raw, string text, List<string> dropped, string? date)
    {
        var person = PersonName.Read(text, out var bracket);
        // People have pages there, and companies of two capitalised words are rare among them.
        if (person is { SurnameOnly: false, Strength: < 0.7 } && dropped.Contains("linkedin"))
            person = person with { Strength = 0.75 };
        if (person is null or { Strength: < 0.7 } && dropped.Exists(IsDirectory) && PersonName.ReadSurnameFirst(bracket.Rest) is { } turned)
            person = turned;
        if (person is not null && (person.Strength >= 0.7 || bracket.Party))
            return Person(raw, person, bracket, dropped);
        var core = TagText.Trim(bracket.Rest);
        if (core.Length == 0)
            return Bare(raw, text);
        if (PlaceName.WithoutCountry(core, out var country) is { } place)
            return new TagSpelling { Raw = raw, Core = place, Name = place, Key = TagWords.Key(place), Country = country, Endings = dropped };
        var acronym = bracket.Acronym ?? Acronym.CutBehind(ref core);
        core = EqualForms.NumberBehind(core);
        var key = EqualForms.Key(core);
        return new TagSpelling
        {
            Raw = raw,
            Core = core,
            Name = BodyName.Of(core),
            Key = key.Length > 0 ? key : TagWords.Key(text),
            Acronym = acronym,
            Person = person,
            Seat = bracket.Seat,
            HasParty = bracket.Party,
            Date = date,
            Endings = dropped,
        };
    }

    private static TagSpelling Several(string raw, List<TagPart> parts, List<string> dropped, string? date)
    {
        var first = parts[0].Text;
        // A person's page: what follows is the office, the employer, the publisher.
        if (parts[1].Separator is not (TagSeparator.Colon or TagSeparator.Stop) && PersonName.Read(first, out var bracket) is { SurnameOnly: false } person
            && (person.Strength >= 0.7 || bracket.Party || IsOfficeAlone(TagWords.Split(TagWords.Key(parts[1].Text)))))
            return Person(raw, person with { Strength = Math.Max(person.Strength, 0.75) }, bracket, [.. parts.Skip(1).Select(part => TagWords.Key(part.Text)), .. dropped]);
        if (parts[1].Separator == TagSeparator.Slash && parts.Skip(1).Any(part => IsDirectory(TagWords.Key(part.Text))) && PersonName.ReadSurnameFirst(TagBracket.Cut(first).Rest) is { } turned)
            return Person(raw, turned, TagBracket.Cut(first), [.. parts.Skip(1).Select(part => TagWords.Key(part.Text)), .. dropped]);
        if (parts[1].Separator == TagSeparator.Stop && char.IsLower(parts[1].Text[0]) && PersonName.Read(first, out bracket) is { SurnameOnly: false, Strength: >= 0.8 } described)
            return Person(raw, described, bracket, dropped);
        // An office's page that names its holder with title.
        if (IsOffice(TagWords.Split(TagWords.Key(first))))
            foreach (var part in parts.Skip(1))
                if (part.Separator != TagSeparator.Stop && PersonName.Read(part.Text, out bracket) is { SurnameOnly: false, Strength: >= 0.9 } holder && (holder.Title.Length > 0 || holder.Office.Length > 0 || holder.HasInitials))
                    return Person(raw, holder, bracket, dropped);
        if (parts.Count == 2 && parts[1].Separator is TagSeparator.Slash or TagSeparator.Dash)
            for (var i = 0; i < 2; i++)
                if (Acronym.IsWritten(parts[i].Text) && TagBracket.Cut(parts[1 - i].Text) is var named && Acronym.Fits(TagWords.Key(parts[i].Text), TagWords.Key(named.Rest)))
                    return new TagSpelling { Raw = raw, Core = named.Rest, Name = named.Rest, Key = EqualForms.Key(named.Rest), Acronym = TagWords.Key(parts[i].Text), Endings = dropped, Date = date };
        if (parts[1].Separator == TagSeparator.Slash && PersonName.Read(first, out bracket) is { SurnameOnly: true, Strength: >= 0.8 } surname)
            return Person(raw, surname, bracket, dropped) with { Key = EqualForms.Key(Join(parts)) };
        var whole = Join(parts);
        return new TagSpelling { Raw = raw, Core = whole, Name = PartName.Of(parts) ?? BodyName.OfPlace(parts) ?? whole, Key = EqualForms.Key(whole), Date = date, Endings = dropped, Parts = parts, Person = parts[1].Separator is TagSeparator.Slash or TagSeparator.Dash ? PersonName.Read(first, out _) : null };
    }

    // Universities, courts and firms list their people with the surname first; a magazine's "Morning Joe" is no Joe Morning.
    private static bool IsDirectory(string key) => Vocabulary.Organisations.AtEnd(TagWords.Split(key)) > 0;

    private static string WithoutVerb(string text) => text.StartsWith("About ", StringComparison.Ordinal) || text.StartsWith("Meet ", StringComparison.Ordinal) ? text[(text.IndexOf(' ', StringComparison.Ordinal) + 1)..] : text;

    // "Director", "Director of the Office", and not "Director Nora Field Opens the Office".
    private static bool IsOfficeAlone(string[] words)
    {
        var title = Vocabulary.Titles.AtStart(words);
        return title > 0 && (title == words.Length || words[title] is "of" or "for" or "at");
    }

    private static bool IsOffice(string[] words) => !PlaceName.IsPlace(string.Join(' ', words))
        && (Vocabulary.Organisations.Marks(words) || Vocabulary.Titles.AtStart(words) > 0 || words[^1] is "biography" or "page" or "about" or "welcome" or "team" or "leadership");

    private static TagSpelling Person(string raw, PersonName person, TagBracket bracket, IReadOnlyList<string> endings)
    {
        var core = person.SurnameOnly ? WithoutVerb(TagText.Trim(bracket.Rest)) : person.FullName;
        return new TagSpelling
        {
            Raw = raw,
            Core = core,
            Name = core,
            Key = TagWords.Key(core),
            Person = person,
            Seat = bracket.Seat,
            HasParty = bracket.Party,
            Endings = endings,
        };
    }

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
}
