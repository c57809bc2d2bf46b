using System.ComponentModel;
using System.Globalization;
using Search.Core.Model;
using Search.Core.Searching;
using Search.Core.Text;

namespace Search.Core.Assistants;

/// <summary>
/// What a researcher's assistant may ask, each answer with its sources: address, day and citation. The same answers as the API's; reads only, and
/// keeps nothing. Both hosts offer these tools over the Model Context Protocol.
/// </summary>
public sealed class ResearchTools(SearchService index)
{
    private const int MostFound = 50;
    private const int MostTextChars = 60_000;
    private const int SaidShown = 10;
    private const int CandidatesShown = 10;
    private const int MostNameWords = 6;

    /// <summary>Name, description and method of each tool.</summary>
    public IReadOnlyList<(string Name, string Description, Delegate Method)> All() =>
    [
        ("search", "Full-text search in posts and quotations. Every hit has its source; cite it.", Search),
        ("related", "Posts related to a post, with the reasons.", Related),
        ("person", "A person as the posts know them: names, roles with dates, posts by month, company, topics, and what they said.", Person),
        ("quotes", "Quotations by a person or with certain words, verbatim, with the address of their place.", Quotes),
        ("tags", "Tags with how many posts have them; their slugs can be used in search as tag:slug.", Tags),
        ("get_post", "A post in full: text, tags, people and quotations, with its source.", Post),
    ];

    public FoundSources Search(
        [Description("Words; \"a phrase\"; +must -not AND OR NOT ( ); title: tag: person: category: speaker: kind: before: after:; prefix*; word~")] string query,
        [Description("post or quote; both if left out")] string? kind = null,
        [Description("First day: yyyy, yyyy-MM or yyyy-MM-dd")] string? from = null,
        [Description("Last day, inclusive: yyyy, yyyy-MM or yyyy-MM-dd")] string? to = null,
        [Description("1 to 50")] int limit = 10,
        CancellationToken cancel = default) =>
        Found(index.Search(new SearchRequest { Query = query ?? "", Kind = KindOf(kind), From = Bound(from, isEnd: false), To = Bound(to, isEnd: true), Limit = Limit(limit), Fold = true, Facets = [] }, cancel));

    public FoundSources Related(
        [Description("Id of the post")] string id,
        [Description("1 to 50")] int limit = 5,
        CancellationToken cancel = default)
    {
        var answer = index.RelatedById(id ?? "", new() { Limit = Limit(limit) }, cancel) ?? throw Refused($"No post has the id '{id}'; search gives ids.");
        return new(answer.Related.Count, [.. answer.Related.Select(Source.Of)], answer.Note is { } note ? [note] : []);
    }

    public FoundPerson Person([Description("A name in any form, or a slug")] string name, CancellationToken cancel = default)
    {
        var candidates = index.People(name ?? "", CandidatesShown);
        var person = index.Person(Slug.Of(name ?? "")) ?? (candidates.Values is [var only] ? index.Person(only.Slug) : null);
        if (person is not null)
            return new(person, [], Found(index.Search(Quotations($"speaker:{person.Slug}", SaidShown), cancel)).Sources, []);
        if (candidates.Values.Count > 0)
            return new(null, candidates.Values, [], [$"{candidates.Total} people may be meant by '{name}'; ask again with the slug of one."]);
        var near = Near(name ?? "");
        return new(null, near, [], [Unknown(name, near)]);
    }

    public FoundSources Quotes(
        [Description("Slug or name of who said it; anybody if left out")] string? person = null,
        [Description("Words of the quotation")] string? query = null,
        [Description("1 to 50")] int limit = 10,
        CancellationToken cancel = default)
    {
        if (string.IsNullOrWhiteSpace(person))
            return Found(index.Search(Quotations(query ?? "", limit), cancel));
        var slug = index.Person(Slug.Of(person))?.Slug ?? (index.People(person, 1).Values is [var best] ? best.Slug : null);
        var found = Found(index.Search(Quotations($"+speaker:{slug ?? Slug.Of(person)} {query}", limit), cancel));
        return slug is null ? found with { Notes = [Unknown(person, Near(person)), .. found.Notes] } : found;
    }

    public CountsAnswer Tags([Description("First letters of words of the tag; all if left out")] string? query = null, [Description("1 to 50")] int limit = 20) =>
        index.Tags(query ?? "", Limit(limit));

    public FullPost Post([Description("Id of the post")] string id)
    {
        var post = index.Post(id ?? "", annotations: false) ?? throw Refused($"No post has the id '{id}'; search gives ids.");
        var isCut = post.Text.Length > MostTextChars;
        var end = isCut && char.IsHighSurrogate(post.Text[MostTextChars - 1]) ? MostTextChars - 1 : MostTextChars;
        return new(
            new(post.Id, "post", post.Title, post.Excerpt ?? "", null, Source.Day(post.Date, post.DatePrecision), post.Url, Source.Cite(post.Author, post.Title, post.Date?.Words(post.DatePrecision), post.Url)),
            post.Author,
            isCut ? post.Text[..end] : post.Text,
            isCut,
            [.. post.Tags.Where(tag => !tag.Boilerplate).Select(tag => tag.Label)],
            [.. post.People.Select(person => person.Label)],
            [.. post.Quotes.Select(quote => new QuotedWords(quote.Text, quote.Speaker?.Label ?? quote.SpeakerText, quote.Role, quote.Url))]);
    }

    private static SearchRequest Quotations(string query, int limit) =>
        new() { Query = query, Kind = DocumentKind.Quote, Limit = Limit(limit), Fold = true, Facets = [], Highlight = false };

    private static FoundSources Found(SearchAnswer answer) => new(
        answer.Total,
        [.. answer.Hits.Select(Source.Of)],
        [.. new[] { answer.Relaxed, answer.DidYouMean is { } meant ? $"Did you mean: {meant}" : null }.OfType<string>(), .. answer.Warnings]);

    // Those with a word of the name, or with one a slip of the pen away: with most of its words first, then by the later word, which is mostly the family's.
    private List<CountView> Near(string name) =>
        [.. Slug.Of(name).Split('-', StringSplitOptions.RemoveEmptyEntries).Reverse().Distinct().Take(MostNameWords)
            .SelectMany((word, place) => index.People(word, CandidatesShown).Values.Select(one => (one, place)))
            .GroupBy(found => found.one.Slug, StringComparer.Ordinal)
            .OrderByDescending(group => group.Count()).ThenBy(group => group.Min(found => found.place))
            .Select(group => group.First().one).Take(CandidatesShown)];

    private static string Unknown(string? name, List<CountView> near) =>
        $"Nobody named '{name}' is known here{(near.Count == 0 ? "." : $"; nearest are {string.Join(", ", near.Select(one => $"{one.Label} ({one.Slug})"))}.")}";

    private static int Limit(int limit) => limit is >= 1 and <= MostFound ? limit : throw Refused($"'limit' is {limit}: 1 to {MostFound} is accepted.");

    private static DocumentKind? KindOf(string? kind) => kind?.Trim().ToLowerInvariant() switch
    {
        null or "" => null,
        "post" => DocumentKind.Post,
        "quote" => DocumentKind.Quote,
        _ => throw Refused($"kind is '{kind}'; it is post or quote, or left out."),
    };

    private static DateOnly? Bound(string? text, bool isEnd)
    {
        if (string.IsNullOrWhiteSpace(text))
            return null;
        foreach (var (format, months, days) in new[] { ("yyyy-MM-dd", 0, 1), ("yyyy-MM", 1, 0), ("yyyy", 12, 0) })
            if (DateOnly.TryParseExact(text.Trim(), format, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
                return !isEnd || day.Year == DateOnly.MaxValue.Year ? day : day.AddMonths(months).AddDays(days - 1);
        throw Refused($"'{text}' is no date; a date is yyyy, yyyy-MM or yyyy-MM-dd.");
    }

    private static ToolRefusedException Refused(string message) => new(message);
}
