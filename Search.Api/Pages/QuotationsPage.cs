using System.Globalization;
using Search.Core.Model;
using Search.Core.Searching;
using static Search.Api.Pages.Node;

namespace Search.Api.Pages;

/// <summary><c>/quotes</c>: quotations by speaker, each with the words around it and a link to its place. Complete without scripts.</summary>
internal static class QuotationsPage
{
    private const int SpeakersShown = 15;
    private const int ContextChars = 160;

    public static Node Of(SearchService index, PageQuestion question, IReadOnlyList<string> warnings, CancellationToken cancel)
    {
        var search = question.Search with { Kind = DocumentKind.Quote };
        var answer = index.Search(search, cancel);
        var own = question with { Search = search };
        var contexts = Contexts(index, answer.Hits);
        var headline = $"{PageWords.Counted(answer.Total, "quotation")}{(search.Query.Length > 0 ? $" for “{search.Query}”" : ", newest first")}";
        return PageFrame.Page("/quotes", headline, search.Query, [], E("meta", [("name", "robots"), ("content", "noindex")]),
            E("div", [("class", "page")],
                E("main", [("id", "results"), ("tabindex", "-1")],
                    E("section", [("class", "list"), ("aria-labelledby", "heading")],
                        E("div", [("class", "summary")], E("h1", [("id", "heading")], headline)),
                        EntityFrame.Finder("/quotes", "Find in quotations", search.Query),
                        answer.Relaxed is { } relaxed ? E("p", [("class", "note")], relaxed) : null,
                        All(answer.Warnings.Concat(warnings).Select(warning => E("p", [("class", "note")], warning))),
                        answer.Total == 0 ? E("p", [("class", "message")], "No quotation matches.") : null,
                        E("ol", [("class", "hits"), ("aria-label", "Quotations")], All(answer.Hits.Select(hit => E("li", HitNodes.Of(hit, own), Context(contexts.GetValueOrDefault(hit.Id)))))),
                        answer.Next is { } next ? E("nav", [("class", "pager"), ("aria-label", "Pages")], E("a", [("class", "action"), ("rel", "next nofollow"), ("href", (own with { Search = search with { Cursor = next } }).Address("/quotes"))], "Next page")) : null)),
                E("aside", [("id", "filters"), ("class", "filters"), ("aria-label", "Speakers")], Speakers(index, answer, cancel))));
    }

    /// <summary>Address of all that somebody said.</summary>
    public static string AddressOf(string speaker) => $"/quotes?q=speaker%3A{Uri.EscapeDataString(speaker)}";

    private static Node? Speakers(SearchService index, SearchAnswer answer, CancellationToken cancel)
    {
        // Those who are named in quotations most often; who of them speaks is asked of the index.
        var speakers = (answer.Facets.GetValueOrDefault("person")?.Values ?? [])
            .Select(person => (person.Slug, person.Label, Count: index.Search(new SearchRequest { Query = $"speaker:{person.Slug}", Kind = DocumentKind.Quote, Limit = 1, Facets = [], Highlight = false }, cancel).Total))
            .Where(speaker => speaker.Count > 0).OrderByDescending(speaker => speaker.Count).ThenBy(speaker => speaker.Label, StringComparer.Ordinal).Take(SpeakersShown).ToList();
        return speakers.Count == 0 ? null : E("section", [("class", "facet")], E("h2", "Speakers"),
            E("ul", [("class", "values")], All(speakers.Select(speaker => E("li", [("class", "value")],
                E("a", [("href", AddressOf(speaker.Slug))], E("span", [("class", "label")], speaker.Label), E("span", [("class", "count")], PageWords.Number(speaker.Count))))))));
    }

    private static Node? Context((string Before, string Words, string After)? context) => context is not var (before, words, after) ? null :
        E("details", [("class", "context")], E("summary", "In context"), E("p", before, E("b", words), after));

    private static Dictionary<string, (string Before, string Words, string After)?> Contexts(SearchService index, IReadOnlyList<Hit> hits)
    {
        var contexts = new Dictionary<string, (string, string, string)?>(StringComparer.Ordinal);
        foreach (var ofPost in hits.Where(hit => hit.PostId is not null).GroupBy(hit => hit.PostId!, StringComparer.Ordinal))
            if (index.Post(ofPost.Key, annotations: false) is { } post)
                foreach (var quote in post.Quotes)
                    if (quote.End > quote.Start && quote.End <= post.Text.Length)
                        contexts[quote.Id] = Around(post.Text, quote.Start, quote.End);
        return contexts;
    }

    private static (string, string, string) Around(string text, int start, int end)
    {
        var from = Math.Max(0, start - ContextChars);
        var to = Math.Min(text.Length, end + ContextChars);
        // Never within a word, nor between the halves of a surrogate pair.
        while (from > 0 && from < start && !char.IsWhiteSpace(text[from - 1]))
            from++;
        while (to < text.Length && to > end && !char.IsWhiteSpace(text[to]))
            to--;
        return (string.Create(CultureInfo.InvariantCulture, $"{(from > 0 ? "… " : "")}{text[from..start]}"), text[start..end], string.Create(CultureInfo.InvariantCulture, $"{text[end..to]}{(to < text.Length ? " …" : "")}"));
    }
}
