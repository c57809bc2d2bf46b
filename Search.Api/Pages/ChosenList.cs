using Search.Core.Searching;
using static Search.Api.Pages.Node;

namespace Search.Api.Pages;

/// <summary>Every choice that narrows the results, with a link that takes it back.</summary>
internal static class ChosenList
{
    private static readonly (FacetField Field, string Name)[] Fields = [(FacetField.Person, "Person"), (FacetField.Tag, "Tag"), (FacetField.Category, "Category"), (FacetField.Source, "Source")];

    public static Node? Of(PageQuestion question, SearchAnswer answer)
    {
        var items = Fields.SelectMany(field => FieldItems(field.Field, field.Name, question, answer)).ToList();
        if (question.Search.From is not null || question.Search.To is not null)
            items.Add(Item(RangeWords(question.Search), null, PageQuestion.First(question.Search with { From = null, To = null })));
        if (!question.Search.Fold)
            items.Add(Item("Copies and series shown one by one", null, PageQuestion.First(question.Search with { Fold = true })));
        if (items.Count == 0)
            return null;
        if (items.Count > 1)
            items.Add(E("li", E("a", [("class", "action"), ("href", question.Unfiltered.Address())], "Clear all")));
        return E("ul", [("class", "picked"), ("aria-label", "Chosen filters")], All(items));
    }

    /// <summary>The name of a value as the answer gives it, or its slug made legible.</summary>
    public static string LabelOf(FacetField field, string slug, SearchAnswer answer)
    {
        var name = field == FacetField.Tag ? "tag" : field == FacetField.Category ? "category" : field == FacetField.Source ? "source" : "person";
        return answer.Facets.GetValueOrDefault(name)?.Values.FirstOrDefault(value => value.Slug == slug)?.Label ?? slug.Replace('-', ' ');
    }

    private static IEnumerable<Node> FieldItems(FacetField field, string name, PageQuestion question, SearchAnswer answer)
    {
        var filter = question.Filter(field);
        Node Chosen(string slug, string joint) => Item(LabelOf(field, slug, answer), joint, question.With(field, filter.Without(slug)));
        for (var group = 0; group < filter.AllOf.Count; group++)
            for (var place = 0; place < filter.AllOf[group].Count; place++)
                yield return Chosen(filter.AllOf[group][place], place > 0 ? "or" : group > 0 ? "and" : name);
        foreach (var slug in filter.NoneOf)
            yield return Chosen(slug, "not");
    }

    private static Node Item(string words, string? joint, PageQuestion without) =>
        E("li",
            joint is null ? null : E("span", [("class", "joint")], joint),
            E("a", [("class", "chip removable"), ("href", without.Address()), ("rel", "nofollow"), ("aria-label", $"Remove {(joint == "not" ? "not " : "")}{words}")],
                words, E("span", [("class", "cross"), ("aria-hidden", "true")], "×")));

    private static string RangeWords(SearchRequest search)
    {
        var from = search.From is { } first ? PageWords.Bound(first, isEnd: false) : null;
        var to = search.To is { } last ? PageWords.Bound(last, isEnd: true) : null;
        return from is null ? $"Until {to}" : to is null ? $"From {from}" : from == to ? from : $"{from} to {to}";
    }
}
