using static Search.Api.Pages.Node;

namespace Search.Api.Pages;

/// <summary>
/// <c>/</c>: the researchers' console, empty. Its scripts fill it from the API; the address holds the whole state. Without scripts its
/// form leads to <c>/search</c>.
/// </summary>
internal static class ConsolePage
{
    /// <summary>The scripts, so that the browser fetches all of them at once and not one after another.</summary>
    public static IReadOnlyList<string> Modules { get; } =
    [
        "api", "bars", "console", "context", "dom", "explain", "facets", "filters", "hits", "keys", "labels", "links", "marks", "message", "more", "place", "post",
        "question", "range", "related", "state", "summary", "svg", "takeaway", "timeline", "typing", "words",
    ];

    /// <param name="query">The query, so that it stands in its line before any script has run.</param>
    /// <param name="address">The rest of the address, for those without scripts.</param>
    public static Node Of(string query, string address) => PageFrame.Page("/", null, query, [],
        All([
            address.Length > 0 ? E("meta", [("name", "robots"), ("content", "noindex")]) : null,
            E("script", [("type", "module"), ("src", "/console/console.js")]),
            .. Modules.Where(name => name != "console").Select(name => E("link", [("rel", "modulepreload"), ("href", $"/console/{name}.js")])),
        ]),
        E("div", [("class", "page")],
            E("main", [("id", "results"), ("tabindex", "-1"), ("aria-label", "Results")],
                E("section", [("class", "list"), ("aria-labelledby", "heading")],
                    E("noscript", E("p", [("class", "message")], "This page needs JavaScript. ", E("a", [("href", $"/search{address}")], "The search without it"), " finds the same.")),
                    E("div", [("class", "summary")], E("h1", [("id", "heading")], "Search"), E("p", [("id", "took"), ("class", "took")])),
                    E("div", [("class", "tools")],
                        E("nav", [("id", "kinds"), ("class", "choices"), ("aria-label", "Kind")]),
                        E("nav", [("id", "sorts"), ("class", "choices"), ("aria-label", "Order")]),
                        E("span", [("id", "why")]),
                        E("button", [("type", "button"), ("id", "open-filters"), ("class", "action"), ("popovertarget", "filters"), ("hidden", "")], "Filters")),
                    E("ul", [("id", "chosen"), ("class", "picked"), ("aria-label", "Chosen filters"), ("hidden", "")]),
                    E("div", [("id", "timeline")]),
                    E("div", [("id", "notes"), ("hidden", "")]),
                    E("div", [("id", "message"), ("hidden", "")]),
                    E("ol", [("id", "hits"), ("class", "hits"), ("aria-label", "Hits")]),
                    E("button", [("type", "button"), ("id", "more"), ("class", "more"), ("hidden", "")], "Show more"),
                    E("nav", [("id", "takeaway"), ("class", "takeaway"), ("aria-label", "This search as a feed or a file"), ("hidden", "")])),
                E("section", [("id", "post"), ("class", "pane"), ("aria-label", "Post"), ("tabindex", "-1")])),
            E("aside", [("id", "filters"), ("class", "filters"), ("aria-label", "Filters")],
                E("h2", [("class", "unseen")], "Filters"),
                E("div", [("id", "facets")]),
                PageFrame.Range("", "", []),
                E("p", [("class", "close")], E("button", [("type", "button"), ("class", "action"), ("popovertarget", "filters"), ("popovertargetaction", "hide")], "Show the results")))),
        E("p", [("id", "announcement"), ("class", "unseen"), ("role", "status"), ("aria-live", "polite"), ("aria-atomic", "true")]));
}
