using Search.Core.Searching;
using static Search.Api.Pages.Node;

namespace Search.Api.Pages;

/// <summary>What the pages of a person and of a tag have in common.</summary>
internal static class EntityFrame
{
    // A tag can have hundreds of spellings; the API has them all.
    private const int TextsShown = 30;

    public static Node Of(params Node?[] content) =>
        E("div", [("class", "page alone")], E("main", [("id", "results"), ("tabindex", "-1")], E("div", [("class", "pane")], All(content))));

    public static Node? Texts(string name, string property, IEnumerable<string> texts)
    {
        var shown = texts.ToList();
        return shown.Count == 0 ? null : All([E("dt", name), E("dd", E("ul", [("class", "chips")],
            All(shown.Take(TextsShown).Select(text => E("li", [("class", "written"), ("itemprop", property)], text))),
            shown.Count > TextsShown ? E("li", [("class", "quiet")], $"and {PageWords.Number(shown.Count - TextsShown)} more") : null))]);
    }

    public static Node? Links(string name, string path, IEnumerable<ScoredLabel> labels)
    {
        var links = labels.Select(label => E("li", E("a", [("class", "chip tag"), ("href", path + Uri.EscapeDataString(label.Slug))], label.Label,
            label.Count is { } count ? E("span", [("class", "count")], " " + PageWords.Number(count)) : null))).ToList();
        return links.Count == 0 ? null : All([E("dt", name), E("dd", E("ul", [("class", "chips")], All(links)))]);
    }

    public static Node? Hits(string id, string heading, IReadOnlyList<Hit> hits, PageQuestion question) => hits.Count == 0 ? null :
        E("section", [("class", "after"), ("aria-labelledby", id)],
            E("h2", [("id", id)], heading),
            E("ol", [("class", "hits")], All(hits.Select(hit => E("li", HitNodes.Of(hit, question))))));

    /// <summary>The page itself may be found by search engines; what somebody looked for on it may not.</summary>
    public static Node Robots(bool isWhole) => E("meta", [("name", "robots"), ("content", isWhole ? "index,follow" : "noindex")]);

    /// <summary>A line to find something in the list below it.</summary>
    public static Node Finder(string path, string label, string value) =>
        E("form", [("class", "finder-line"), ("action", path), ("method", "get")],
            E("label", E("span", label), E("input", [("name", "q"), ("value", value), ("type", "search"), ("autocomplete", "off"), ("spellcheck", "false")])),
            E("button", [("type", "submit"), ("class", "action")], "Find"));

    public static Node Counted(string name, string path, IReadOnlyList<CountView> values) =>
        E("ol", [("class", "counted"), ("aria-label", name)], All(values.Select(value => E("li",
            E("a", [("href", path + Uri.EscapeDataString(value.Slug))], value.Label), E("span", [("class", "count quiet")], PageWords.Number(value.Count))))));
}
