using Search.Core.Model;
using Search.Core.Searching;
using Search.Core.Text;
using static Search.Api.Pages.Node;

namespace Search.Api.Pages;

/// <summary><c>/compare?a=…&amp;b=…</c>: two searches over time, people or topics or any words, and what they share. Complete without scripts.</summary>
internal static class ComparePage
{
    private const int MonthsCounted = 1_000;
    private const int TogetherShown = 10;
    private const int ValuesShown = 12;

    public static Node Of(SearchService index, string first, string second, CancellationToken cancel)
    {
        var title = first.Length > 0 && second.Length > 0 ? $"{NameOf(index, first)} and {NameOf(index, second)}" : "Compare";
        return PageFrame.Page("/compare", title, "", [], E("meta", [("name", "robots"), ("content", "noindex")]),
            EntityFrame.Of(
                E("h1", "Compare over time"),
                E("form", [("class", "finder-line compare"), ("action", "/compare"), ("method", "get")],
                    Line("a", "First", first), Line("b", "Second", second), E("button", [("type", "submit"), ("class", "action")], "Compare")),
                E("p", [("class", "quiet")], "Each is a search: words, ", E("code", "person:ada-lovelace"), ", ", E("code", "tag:moon"), ", a “phrase” …"),
                first.Length > 0 && second.Length > 0 ? Result(index, first, second, cancel) : null));
    }

    private static Node Result(SearchService index, string first, string second, CancellationToken cancel)
    {
        var (a, b) = (Ask(index, first, cancel), Ask(index, second, cancel));
        var together = index.Search(Request($"({first}) AND ({second})") with { Limit = TogetherShown, Facets = [], Fold = true }, cancel);
        var points = Months.Of(MonthsOf(a).Concat(MonthsOf(b)).Select(month => month.Month));
        var (ofA, ofB) = (Months.Counts(points, MonthsOf(a)), Months.Counts(points, MonthsOf(b)));
        var question = PageQuestion.First(Request($"({first}) AND ({second})"));
        var (nameA, nameB) = (NameOf(index, first), NameOf(index, second));
        return All([
            E("figure", [("class", "chart")],
                E("figcaption", [("class", "legend")], Legend(1, first, nameA, a.Total), Legend(2, second, nameB, b.Total)),
                Picture.Lines($"Posts over time: {nameA} and {nameB}", points, [(nameA, ofA), (nameB, ofB)])),
            Table(points, (first, nameA, ofA), (second, nameB, ofB)),
            E("section", [("class", "after"), ("aria-labelledby", "together")],
                E("h2", [("id", "together")], together.Total == 0 ? "No post has both" : $"{PageWords.Counted(together.Total, "post")} with both"),
                together.Total == 0 ? null : E("ol", [("class", "hits")], All(together.Hits.Select(hit => E("li", HitNodes.Of(hit, question))))),
                together.Total > together.Hits.Count ? E("p", E("a", [("class", "action"), ("href", question.Address())], "All of them")) : null),
            Sides("People", "/people/", a, b, "person", nameA, nameB),
            Sides("Tags", "/tags/", a, b, "tag", nameA, nameB)]);
    }

    private static SearchAnswer Ask(SearchService index, string query, CancellationToken cancel) =>
        index.Search(Request(query) with { Limit = 1, Facets = [FacetField.Month, FacetField.Person, FacetField.Tag], FacetLimit = MonthsCounted }, cancel);

    // Of a search for one known person: the name. All else is called what was typed.
    private static string NameOf(SearchService index, string query)
    {
        const string field = "person:";
        if (!query.StartsWith(field, StringComparison.OrdinalIgnoreCase))
            return query;
        var value = query[field.Length..];
        var isPhrase = value.Length > 2 && value[0] == '"' && value.IndexOf('"', 1) == value.Length - 1;
        var slug = Slug.Of(value);
        return (isPhrase || slug == value) && index.Person(slug) is { } person ? person.Label : query;
    }

    private static SearchRequest Request(string query) => new() { Query = query, Kind = DocumentKind.Post, Highlight = false };

    private static IEnumerable<(string Month, int Count)> MonthsOf(SearchAnswer answer) =>
        (answer.Facets.GetValueOrDefault("month")?.Values ?? []).Select(value => (value.Slug, value.Count));

    private static Node Line(string name, string label, string value) => E("label", E("span", label),
        E("input", [("name", name), ("value", value), ("type", "search"), ("maxlength", "500"), ("autocomplete", "off"), ("spellcheck", "false")]));

    private static Node Legend(int number, string query, string name, int total) => E("span", [("class", $"legend-{number}")],
        E("a", [("href", PageQuestion.First(new SearchRequest { Query = query, Kind = DocumentKind.Post }).Address())], name), $" {PageWords.Counted(total, "post")}");

    private static Node? Table(IReadOnlyList<string> points, (string Query, string Name, IReadOnlyList<int> Counts) a, (string Query, string Name, IReadOnlyList<int> Counts) b) => points.Count == 0 ? null :
        E("details", [("class", "numbers")],
            E("summary", "The numbers"),
            E("div", [("class", "wide"), ("tabindex", "0"), ("role", "region"), ("aria-label", "The numbers")],
                E("table",
                    E("thead", E("tr", E("th", [("scope", "col")], "Time"), E("th", [("scope", "col")], a.Name), E("th", [("scope", "col")], b.Name))),
                    E("tbody", All(points.Select((point, i) => (a.Counts[i], b.Counts[i]) == (0, 0) ? null : E("tr", E("th", [("scope", "row")], point), Cell(a.Query, point, a.Counts[i]), Cell(b.Query, point, b.Counts[i]))))))));

    private static Node Cell(string query, string point, int count) => E("td", count == 0 ? "0" :
        E("a", [("rel", "nofollow"), ("href", $"/search?q={Uri.EscapeDataString(query)}&kind=post&from={point}&to={point}")], PageWords.Number(count)));

    // What the one has often and the other seldom, by the difference of the shares.
    private static Node? Sides(string heading, string path, SearchAnswer a, SearchAnswer b, string field, string first, string second)
    {
        var (ofA, ofB) = (Shares(a, field), Shares(b, field));
        var (onlyA, onlyB) = (Leaning(ofA, ofB), Leaning(ofB, ofA));
        return onlyA.Count + onlyB.Count == 0 ? null :
            E("section", [("class", "after"), ("aria-label", heading)], E("h2", heading), E("dl", [("class", "about")],
                EntityFrame.Links($"more with {first}", path, onlyA), EntityFrame.Links($"more with {second}", path, onlyB)));
    }

    private static Dictionary<string, (FacetValue Value, double Share)> Shares(SearchAnswer answer, string field) =>
        (answer.Facets.GetValueOrDefault(field)?.Values ?? []).ToDictionary(value => value.Slug, value => (value, value.Count / (double)Math.Max(1, answer.Total)), StringComparer.Ordinal);

    private static List<ScoredLabel> Leaning(Dictionary<string, (FacetValue Value, double Share)> one, Dictionary<string, (FacetValue Value, double Share)> other) =>
        [.. one.Select(pair => (pair.Value.Value, Difference: pair.Value.Share - (other.TryGetValue(pair.Key, out var found) ? found.Share : 0)))
            .Where(pair => pair.Difference > 0).OrderByDescending(pair => pair.Difference).ThenBy(pair => pair.Value.Slug, StringComparer.Ordinal)
            .Take(ValuesShown).Select(pair => new ScoredLabel(pair.Value.Slug, pair.Value.Label, pair.Value.Count, pair.Difference))];
}
