using Search.Core.Model;

namespace Search.Core.Tagging;

/// <summary>
/// Decides what kind of thing a tag names: what the owner says, then people known from the texts, then the words and the form of the
/// name, from the surest sign to the weakest. The confidence is that of the sign which decided.
/// </summary>
internal sealed class KindReader
{
    private const int MinDocumentsForSpread = 100;
    private const double HeadingShare = 0.005;

    // Words that make a sentence or a headline of a long name.
    private static readonly HashSet<string> Verbal = new(StringComparer.Ordinal) { "to", "is", "are", "was", "by", "with", "into", "from", "who", "how", "why", "takes", "sues", "files", "says" };

    private readonly HashSet<string> _common = new(StringComparer.Ordinal);

    private readonly double _headingPosts;
    private readonly bool _thin;

    /// <param name="raws">All tags of the collection: words that occur in tags without capitals are common words.</param>
    /// <param name="documents">How many posts there are: a heading opens a group in many of them.</param>
    public KindReader(IReadOnlyList<RawTag> raws, int documents)
    {
        _thin = documents < MinDocumentsForSpread;
        _headingPosts = documents < MinDocumentsForSpread ? 0 : Math.Max(3, documents * HeadingShare);
        foreach (var raw in raws)
            if (IsLower(raw.Text))
                _common.UnionWith(TagWords.Split(TagWords.Key(raw.Text)));
    }

    public void Decide(TagGroup group)
    {
        if (group.Authority?.Kind is { } said)
            (group.Kind, group.Confidence) = (said, 1);
        else if (group.KnownPerson is not null)
            (group.Kind, group.Confidence) = (TagKind.Person, 0.95);
        else if (group.Spellings.Count == 0)
            (group.Kind, group.Confidence) = (TagKind.Topic, 0.3);
        else
            (group.Kind, group.Confidence) = Vote(group);
        // A word that could open a list but stands in a post or two is an ordinary tag; an office with a capital is a body.
        if (group.Kind == TagKind.Heading && group.Authority?.Kind is null && group.Posts.Length < _headingPosts)
            (group.Kind, group.Confidence) = (char.IsUpper(group.Spellings[0].Core[0]) ? TagKind.Organisation : TagKind.Topic, 0.55);
    }

    // Every spelling votes with its posts and its confidence.
    private (TagKind Kind, double Confidence) Vote(TagGroup group)
    {
        if (group.Spellings.Count == 1)
            return Of(group.Spellings[0]);
        var votes = new SortedDictionary<TagKind, double>();
        double all = 0, best = 0;
        for (var i = 0; i < group.Spellings.Count; i++)
        {
            var (kind, confidence) = Of(group.Spellings[i]);
            var weight = confidence * confidence * Math.Sqrt(group.Raws[i].Posts.Count);
            votes[kind] = votes.GetValueOrDefault(kind) + weight;
            all += weight;
            best = Math.Max(best, confidence);
        }
        var first = votes.MaxBy(vote => vote.Value);
        return (first.Key, Math.Round(best * first.Value / all, 3));
    }

    private (TagKind, double) Of(TagSpelling spelling)
    {
        var words = TagWords.Split(TagWords.Key(spelling.Core));
        if (words.Length == 0)
            return (TagKind.Other, 0.5);
        if (spelling.Parts.Count > 0)
            return OfParts(spelling, words);
        if (spelling.HasParty)
            return (TagKind.Person, 0.97);
        if (spelling.Person is { Strength: >= 0.7 } person)
            return (TagKind.Person, person.Strength);
        if (spelling.Country is not null || PlaceName.IsPlace(string.Join(' ', words)))
            return (TagKind.Place, 0.95);
        return OfWords(spelling, words, spelling.Core);
    }

    private (TagKind, double) OfParts(TagSpelling spelling, string[] words)
    {
        var shown = spelling.Name == spelling.Core ? null : TagWords.Split(TagWords.Key(spelling.Name));
        if (shown is not null)
            return OfWords(spelling, shown, spelling.Name) is var (kind, confidence) && kind is TagKind.Topic or TagKind.Heading ? (TagKind.Organisation, 0.5) : (kind, confidence * 0.95);
        var first = TagWords.Split(TagWords.Key(spelling.Parts[0].Text));
        if (spelling.Person is { SurnameOnly: true } surname)
            return (TagKind.Person, surname.Strength);
        if (spelling.Parts[1].Separator is TagSeparator.Colon or TagSeparator.Stop || words.Length >= 9)
            return Vocabulary.Titles.AtStart(first) == first.Length ? (TagKind.Organisation, 0.5) : (TagKind.Work, words.Length >= 6 ? 0.75 : 0.55);
        foreach (var part in spelling.Parts)
            if (OfName(TagWords.Split(TagWords.Key(part.Text))) is { } found)
                return (found.Kind, found.Confidence * 0.85);
        return (TagKind.Organisation, 0.45);
    }

    private (TagKind, double) OfWords(TagSpelling spelling, string[] words, string text)
    {
        if (text.StartsWith('$') || words[0] is "and" or "or" or "of" or "but" && words.Length > 1 || text.Contains('@', StringComparison.Ordinal) && !text.Contains(' ', StringComparison.Ordinal))
            return (TagKind.Other, 0.7);
        if (SpellingReader.IsDomain(text))
            return (TagKind.Organisation, 0.7);
        var quoted = IsQuoted(spelling.Raw);
        var lower = IsLower(text);
        if (IsHeading(words, lower, words.Length > 2 && text.Split(' ') is { Length: > 2 } written && written[^2..].All(IsLower)))
            return (TagKind.Heading, 0.75);
        if (lower && spelling.Acronym is null && !quoted)
            return words.Length > 6 ? (TagKind.Topic, 0.6) : (TagKind.Topic, 0.9);
        if (HasYear(words) && Vocabulary.Organisations.AtEnd(words) == 0 && (Vocabulary.Events.AtEnd(words) > 0 || words.Length >= 3 && TagDate.IsMonth(words[0]) && words.Length <= 6))
            return (TagKind.Event, 0.85);
        if (words.Length > 2 && char.IsDigit(words[^1][0]))
            words = words[..^1];
        if (spelling.Date is not null || IsSection(words))
            return (TagKind.Work, 0.85);
        if (words.Length >= 8)
            return words.Length <= 12 && !words.Any(Verbal.Contains) && OfName(words) is { } named ? named : (TagKind.Work, 0.85);
        if (words.Length is 2 or 3 or 4 && Vocabulary.States.ContainsKey(words[^1]) && text.Length > 3 && text[^2..].AsSpan().ContainsOnlyCapitals() && text[^3] == ' ' && words[0] is not ("city" or "town" or "state" or "county"))
            return (TagKind.Place, 0.8);
        if (OfName(words) is { } found)
            return quoted && found.Kind != TagKind.Work ? (TagKind.Work, 0.6) : found;
        if (quoted)
            return (TagKind.Work, 0.7);
        if (words.Length > 1 && char.IsLower(text[0]) && IsLower(text.Split(' ')[0]))
            return (TagKind.Topic, 0.6);
        // In a small collection a form alone says too little: what no word of the name tells is a topic.
        if (_thin)
            return spelling.Person is { Strength: >= 0.7 } known ? (TagKind.Person, known.Strength) : (TagKind.Topic, 0.4);
        if (spelling.Acronym is { Length: >= 3 } || spelling.Acronym is not null && words.Length >= 3)
            return (TagKind.Organisation, 0.85);
        if (spelling.Acronym is { } code)
            return SpellingGrouper.IsLatin(text) && words.Length <= 2 && !Acronym.Fits(code, spelling.Key) ? (TagKind.Place, 0.55) : (TagKind.Organisation, 0.6);
        if (spelling.Person is { SurnameOnly: true } surname)
            return (TagKind.Person, surname.Strength);
        return OfForm(spelling, words, text);
    }

    private (TagKind, double) OfForm(TagSpelling spelling, string[] words, string text)
    {
        if (!SpellingGrouper.IsLatin(text))
            return (TagKind.Organisation, 0.5);
        if (words.All(word => char.IsDigit(word[0])))
            return (TagKind.Other, 0.4);
        if (words.Length == 1)
        {
            if (Vocabulary.GivenNames.Contains(words[0]) && words[0].Length > 2 && char.IsUpper(text[0]) && char.IsLower(text[1]))
                return (TagKind.Other, 0.5);
            if (Acronym.IsWritten(text) || text.Length == 1)
                return (TagKind.Organisation, 0.65);
            return _common.Contains(words[0]) || _common.Contains(words[0] + "s") ? (TagKind.Topic, 0.6) : (TagKind.Organisation, 0.55);
        }
        var common = words.Count(_common.Contains);
        if (spelling.Person is { SurnameOnly: false } && common == 0)
            return (TagKind.Person, 0.6);
        return common == words.Length && !text.StartsWith("The ", StringComparison.Ordinal) ? (TagKind.Topic, 0.55) : (TagKind.Organisation, 0.5);
    }

    // What the words of the name say, wherever it stands.
    private static (TagKind Kind, double Confidence)? OfName(string[] words)
    {
        int place = Vocabulary.PlaceWords.AtEnd(words), organisation = Vocabulary.Organisations.AtEnd(words), work = Vocabulary.Works.AtEnd(words), happening = Vocabulary.Events.AtEnd(words);
        if (words.Length > 1)
        {
            var longest = Math.Max(Math.Max(place, organisation), Math.Max(work, happening));
            if (Vocabulary.Works.AtStart(words) > 0 || Vocabulary.Works.Within(words))
                return (TagKind.Work, 0.85);
            if (longest > 0)
                return work == longest ? (TagKind.Work, 0.85) : place == longest ? (TagKind.Place, 0.8) : happening == longest ? (TagKind.Event, 0.75) : (TagKind.Organisation, 0.85);
            if (Vocabulary.PlaceWords.Marks(words))
                return (TagKind.Place, 0.8);
            if (Vocabulary.Events.AtStart(words) > 0)
                return (TagKind.Event, 0.75);
        }
        if (Vocabulary.Organisations.Marks(words))
            return (TagKind.Organisation, words.Length > 1 ? 0.85 : 0.6);
        return words.Length == 1 && place + work + happening > 0 ? (TagKind.Topic, 0.5) : null;
    }

    // "media", "political parties", "press secretary", "District Attorney": a kind of people or bodies, and no name.
    private static bool IsHeading(string[] words, bool lower, bool endsLower)
    {
        if (Vocabulary.Headings.Contains(string.Join(' ', words)))
            return true;
        if (Vocabulary.Titles.AtStart(words) == words.Length)
            return true;
        return words.Length <= 4 && Vocabulary.Headings.Contains(words[^1]) && (lower || endsLower || words.Length == 1 || words[..^1].All(word => Vocabulary.Headings.Contains(word)));
    }

    // "Article V", "First Amendment", "18 USC 1352": a part of a document.
    private static bool IsSection(string[] words) => words.Length >= 2 && (words[0] is "article" or "section" or "chapter" or "title" or "title" && words.Length <= 3 || words[^1] is "amendment");

    private static bool HasYear(string[] words) => words.Any(word => word.Length == 4 && word[0] is '1' or '2' && word.All(char.IsAsciiDigit)) || words.Any(word => word.EndsWith("th", StringComparison.Ordinal) && char.IsDigit(word[0]));

    private static bool IsQuoted(string raw)
    {
        var text = raw.Trim();
        return text.Length > 2 && text[0] is '“' or '"' or '«' or '„' && text[^1] is '”' or '"' or '»' or '“';
    }

    private static bool IsLower(string text)
    {
        var letter = false;
        foreach (var c in text)
        {
            if (char.IsUpper(c))
                return false;
            letter |= char.IsLower(c);
        }
        return letter;
    }
}
