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
}
