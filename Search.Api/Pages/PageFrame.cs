using static Search.Api.Pages.Node;

namespace Search.Api.Pages;

/// <summary>What all pages have: head, query line, help, and the places that content is put in.</summary>
internal static class PageFrame
{
    private static readonly string[] Styles = ["base", "frame", "help", "results", "hits", "filters", "post", "views"];

    private static readonly (string Path, string Name)[] Views = [("/", "Search"), ("/quotes", "Quotations"), ("/people", "People"), ("/tags", "Tags"), ("/compare", "Compare")];

    /// <param name="view">Path of the view that the page belongs to; null for none.</param>
    /// <param name="title">What the page shows; the name of the site is added.</param>
    /// <param name="query">What stands in the query line.</param>
    /// <param name="hidden">Fields that are sent along with the query.</param>
    /// <param name="head">More for the head.</param>
    /// <param name="content">What stands below the query line.</param>
    public static Node Page(string? view, string? title, string query, IEnumerable<(string Name, string Value)> hidden, Node? head, params Node?[] content) =>
        E("html", [("lang", "en")],
            E("head",
                E("meta", [("charset", "utf-8")]),
                E("meta", [("name", "viewport"), ("content", "width=device-width, initial-scale=1")]),
                E("title", title is null ? "Search" : $"{title} – Search"),
                E("meta", [("name", "description"), ("content", "Full-text search in posts and quotations, by words, people, tags and time.")]),
                E("meta", [("name", "color-scheme"), ("content", "light dark")]),
                E("link", [("rel", "icon"), ("type", "image/svg+xml"), ("href", "/icon.svg")]),
                E("link", [("rel", "search"), ("type", "application/opensearchdescription+xml"), ("title", "Search"), ("href", "/opensearch.xml")]),
                All(Styles.Select(style => E("link", [("rel", "stylesheet"), ("href", $"/styles/{style}.css")]))),
                head),
            E("body",
                E("a", [("class", "skip"), ("href", "#results")], "Skip to the results"),
                E("header", [("class", "masthead")],
                    E("a", [("class", "wordmark"), ("id", "home"), ("href", "/")], "Search"),
                    E("form", [("role", "search"), ("action", "/search"), ("method", "get"), ("class", "query")],
                        E("label", [("for", "q"), ("class", "unseen")], "Search posts and quotations"),
                        E("span", [("class", "line")],
                            E("input", [("id", "q"), ("name", "q"), ("type", "search"), ("value", query), ("placeholder", "Words, “a phrase”, person:name, tag:name …"), ("autocomplete", "off"),
                                ("autocapitalize", "off"), ("autocorrect", "off"), ("spellcheck", "false"), ("enterkeyhint", "search"), ("aria-keyshortcuts", "/ Control+K Meta+K")]),
                            E("kbd", [("aria-hidden", "true"), ("title", "Press / to go here")], "/")),
                        All(hidden.Select(field => E("input", [("type", "hidden"), ("name", field.Name), ("value", field.Value)]))),
                        E("button", [("type", "submit")], "Search")),
                    HelpPanel.Node),
                E("nav", [("class", "views"), ("aria-label", "Views")], All(Views.Select(one => E("a", [("href", one.Path), ("aria-current", one.Path == view ? "page" : null)], one.Name)))),
                All(content)));

    /// <summary>The form for a range of dates, in the fieldset of its own that the filters end with.</summary>
    public static Node Range(string from, string to, IEnumerable<(string Name, string Value)> hidden) =>
        E("form", [("id", "range"), ("class", "range"), ("action", "/search"), ("method", "get")],
            E("fieldset", [("class", "facet")],
                E("legend", "Time"),
                E("p", [("class", "quiet"), ("id", "range-hint")], "A year, a month or a day: 2021, 2021-03, 2021-03-12"),
                All(hidden.Select(field => E("input", [("type", "hidden"), ("name", field.Name), ("value", field.Value)]))),
                E("div", [("class", "bounds")], Bound("from", "From", from), Bound("to", "To", to), E("button", [("type", "submit"), ("class", "action")], "Set"))));

    private static Node Bound(string name, string label, string value) =>
        E("label", E("span", label), E("input", [("name", name), ("value", value), ("size", "10"), ("maxlength", "10"), ("autocomplete", "off"), ("aria-describedby", "range-hint")]));
}
