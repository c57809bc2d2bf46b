using Search.Core.Searching;
using static Search.Api.Pages.Node;

namespace Search.Api.Pages;

/// <summary>The facets as links: a value among its siblings, or left out; any or all of those chosen; years; and a form for a range of dates.</summary>
internal static class FacetNodes
{
    private static readonly (FacetField Field, string Key, string Name)[] Facets =
        [(FacetField.Person, "person", "People"), (FacetField.Tag, "tag", "Tags"), (FacetField.Category, "category", "Categories"), (FacetField.Source, "source", "Sources of quotations")];

    public static Node Of(PageQuestion question, SearchAnswer answer)
    {
        var withoutRange = PageQuestion.First(question.Search with { From = null, To = null });
        return E("aside", [("id", "filters"), ("class", "filters"), ("aria-label", "Filters")],
            E("h2", [("class", "unseen")], "Filters"),
            All(Facets.Select(facet => Facet(facet.Field, facet.Name, question, answer.Facets.GetValueOrDefault(facet.Key)))),
            Years(question, answer.Facets.GetValueOrDefault("year")),
            PageFrame.Range(
                question.Search.From is { } from ? PageWords.Bound(from, isEnd: false) : "",
                question.Search.To is { } to ? PageWords.Bound(to, isEnd: true) : "",
                withoutRange.Parameters()));
    }

    private static Node? Facet(FacetField field, string name, PageQuestion question, FacetAnswer? facet)
    {
        var filter = question.Filter(field);
        if (facet is null || (facet.Values.Count == 0 && filter.IsEmpty))
            return null;
        return E("section", [("class", "facet")],
            E("h3", name),
            filter.AllOf.Sum(group => group.Count) > 1 ? Modes(field, question, filter) : null,
            E("ul", [("class", "values")],
                All(filter.NoneOf.Select(slug => Value(field, question, slug, slug.Replace('-', ' '), null))),
                All(facet.Values.Select(value => Value(field, question, value.Slug, value.Label, value.Count)))),
            facet.Others > 0 ? E("p", [("class", "quiet")], $"The {PageWords.Number(facet.Values.Count)} most frequent of {PageWords.Number(facet.Distinct)}.") : null);
    }

    private static Node Value(FacetField field, PageQuestion question, string slug, string label, int? count)
    {
        var filter = question.Filter(field);
        var isChosen = filter.IsChosen(slug);
        var isExcluded = filter.NoneOf.Contains(slug);
        return E("li", [("class", isExcluded ? "value excluded" : isChosen ? "value chosen" : "value")],
            E("a", [("href", question.With(field, filter.Toggled(slug)).Address()), ("rel", "nofollow"), ("aria-current", isChosen ? "true" : null)],
                E("span", [("class", "label")], label),
                count is { } number ? E("span", [("class", "count")], PageWords.Number(number)) : null),
            E("a", [("class", "not"), ("href", question.With(field, filter.ExclusionToggled(slug)).Address()), ("rel", "nofollow"), ("aria-label", isExcluded ? $"not {label}: remove" : $"not {label}")], "not"));
    }

    private static Node Modes(FacetField field, PageQuestion question, SlugFilter filter)
    {
        Node Mode(string words, bool all) => E("a", [("href", question.With(field, filter.AskingFor(all)).Address()), ("rel", "nofollow"), ("aria-current", filter.AsksForAll() == all ? "true" : null)], words);
        return E("p", [("class", "modes")], "Match ", Mode("any of these", false), Mode("all of these", true));
    }

    private static Node? Years(PageQuestion question, FacetAnswer? facet)
    {
        var years = facet?.Values.Select(value => (Year: int.TryParse(value.Slug, out var year) ? year : 0, value.Count)).Where(value => value.Year > 0).OrderByDescending(value => value.Year).ToList();
        if (years is not { Count: > 1 })
            return null;
        return E("section", [("class", "facet")],
            E("h3", "Years"),
            E("ul", [("class", "values")], All(years.Select(value => E("li", [("class", "value")],
                E("a", [("href", PageQuestion.First(question.Search with { From = new DateOnly(value.Year, 1, 1), To = new DateOnly(value.Year, 12, 31) }).Address()), ("rel", "nofollow")],
                    E("span", [("class", "label")], value.Year.ToString("0000", System.Globalization.CultureInfo.InvariantCulture)),
                    E("span", [("class", "count")], PageWords.Number(value.Count))))))));
    }
}
