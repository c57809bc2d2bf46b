using Search.Core.Model;
using Search.Core.Searching;
using static Search.Api.Pages.Node;

namespace Search.Api.Pages;

/// <summary><c>/search</c>: a page of results, complete without scripts. Every choice is a link.</summary>
internal static class ResultsPage
{
    private static readonly (DocumentKind? Kind, string Name)[] Kinds = [(null, "All"), (DocumentKind.Post, "Posts"), (DocumentKind.Quote, "Quotations")];
    private static readonly (SearchSort Sort, string Name)[] Sorts = [(SearchSort.Relevance, "Best first"), (SearchSort.Newest, "Newest"), (SearchSort.Oldest, "Oldest")];

    public static Node Of(PageQuestion question, SearchAnswer answer)
    {
        var headline = Headline(question, answer);
        return PageFrame.Page("/", headline, question.Search.Query, PageQuestion.First(question.Search).Parameters(withQuery: false), E("meta", [("name", "robots"), ("content", "noindex")]),
            E("div", [("class", "page")],
                E("main", [("id", "results"), ("tabindex", "-1")],
                    E("section", [("class", "list"), ("aria-labelledby", "heading")],
                        E("div", [("class", "summary")], E("h1", [("id", "heading")], headline), E("p", [("class", "took")], PageWords.Milliseconds(answer.TookMs))),
                        E("div", [("class", "tools")], KindLinks(question, answer), SortLinks(question), E("a", [("class", "action to-filters"), ("href", "#filters")], "Filters")),
                        ChosenList.Of(question, answer),
                        Notes(question, answer),
                        answer.Total == 0 ? Nothing(question) : null,
                        E("ol", [("class", "hits"), ("aria-label", "Hits")], All(answer.Hits.Select(hit => E("li", HitNodes.Of(hit, question))))),
                        Pager(question, answer),
                        answer.Total > 0 ? ExportLinks(question) : null)),
                FacetNodes.Of(question, answer)),
            E("footer", [("class", "foot")], E("a", [("href", question.Address("/"))], "Search as you type"), " in the console (needs JavaScript)."));
    }

    public static string Headline(PageQuestion question, SearchAnswer answer)
    {
        var found = answer.Total == 0 ? "Nothing found" : PageWords.Counted(answer.Total, "result");
        if (question.Search.Query.Length > 0)
            return $"{found} for “{question.Search.Query}”";
        return question.IsFiltered ? found : $"{PageWords.Counted(answer.Total, "document")}, newest first";
    }

    private static Node ExportLinks(PageQuestion question)
    {
        var all = question with { Search = question.Search with { Cursor = null } };
        Node Link(string name, string path, string? format) => E("a", [("class", "action"), ("rel", "nofollow"), ("href", format is null ? all.Address(path) : all.Address(path) + (all.Address(path).Contains('?', StringComparison.Ordinal) ? "&" : "?") + "format=" + format)], name);
        return E("nav", [("class", "takeaway"), ("aria-label", "This search as a feed or a file")],
            Link("Atom", "/feeds/search.atom", null), Link("JSON Feed", "/feeds/search.json", null),
            Link("CSV", "/api/search", "csv"), Link("NDJSON", "/api/search", "ndjson"), Link("BibTeX", "/api/search", "bibtex"), Link("RIS", "/api/search", "ris"), Link("CSL-JSON", "/api/search", "csl"));
    }

    private static Node KindLinks(PageQuestion question, SearchAnswer answer)
    {
        var counts = (answer.Facets.GetValueOrDefault("kind")?.Values ?? []).ToDictionary(value => value.Slug, value => value.Count, StringComparer.Ordinal);
        return E("nav", [("class", "choices"), ("aria-label", "Kind")], All(Kinds.Select(kind => Choice(
            PageQuestion.First(question.Search with { Kind = kind.Kind }), question.Search.Kind == kind.Kind, kind.Name,
            kind.Kind is { } one ? counts.GetValueOrDefault(one == DocumentKind.Post ? "post" : "quote") : counts.Values.Sum()))));
    }

    private static Node SortLinks(PageQuestion question)
    {
        var hasQuery = question.Search.Query.Length > 0;
        var current = question.Search.Sort ?? (hasQuery ? SearchSort.Relevance : SearchSort.Newest);
        return E("nav", [("class", "choices"), ("aria-label", "Order")], All(Sorts.Where(sort => hasQuery || sort.Sort != SearchSort.Relevance)
            .Select(sort => Choice(PageQuestion.First(question.Search with { Sort = sort.Sort }), sort.Sort == current, sort.Name, null))));
    }

    private static Node Choice(PageQuestion next, bool isCurrent, string name, int? count) =>
        E("a", [("class", "choice"), ("href", next.Address()), ("rel", "nofollow"), ("aria-current", isCurrent ? "true" : null)],
            name, count is { } number ? E("span", [("class", "count")], PageWords.Number(number)) : null);

    private static Node? Notes(PageQuestion question, SearchAnswer answer)
    {
        if (answer.Relaxed is null && answer.DidYouMean is null && answer.Warnings.Count == 0)
            return null;
        return E("div", [("id", "notes")],
            answer.Relaxed is { } relaxed ? E("p", [("class", "note")], relaxed) : null,
            answer.DidYouMean is { } meant
                ? E("p", [("class", "note")], "Did you mean ", E("a", [("class", "meant"), ("href", PageQuestion.First(question.Search with { Query = meant }).Address())], meant), "?")
                : null,
            answer.Warnings.Count > 0
                ? E("ul", [("class", "note warnings"), ("aria-label", "How the query was read")], All(answer.Warnings.Select(warning => E("li", warning))))
                : null);
    }

    private static Node Nothing(PageQuestion question) =>
        E("div", [("class", "message")],
            E("p", "No post and no quotation matches."),
            question.IsFiltered ? E("p", E("a", [("href", question.Unfiltered.Address())], "Search without filters")) : null);

    private static Node? Pager(PageQuestion question, SearchAnswer answer)
    {
        var isFirst = question.Search is { Cursor: null, Offset: 0 };
        if (isFirst && answer.Next is null)
            return null;
        return E("nav", [("class", "pager"), ("aria-label", "Pages")],
            isFirst ? null : E("a", [("class", "action"), ("href", PageQuestion.First(question.Search).Address())], "First page"),
            answer.Next is { } next ? E("a", [("class", "action"), ("rel", "next nofollow"), ("href", (question with { Search = question.Search with { Cursor = next } }).Address())], "Next page") : null);
    }
}
