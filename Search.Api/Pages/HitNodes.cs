using Search.Core.Model;
using Search.Core.Searching;
using static Search.Api.Pages.Node;

namespace Search.Api.Pages;

/// <summary>A hit: title, where and when, the passage that answers, and what else it is about.</summary>
internal static class HitNodes
{
    private const int ChipsShown = 4;
    private const int CategoriesShown = 3;

    public static Node Of(Hit hit, PageQuestion question) => hit.Kind == DocumentKind.Quote ? Quotation(hit, question) : Post(hit, question);

    /// <summary>Linked to the post on its site; where it has no address there, to its text here.</summary>
    public static Node TitleLink(Hit hit, string? post, PageQuestion question)
    {
        var address = WebAddress.OfSite(hit.Url) ?? (post is null ? null : (question with { Post = post }).Address());
        return address is null ? MarkedText.Of(hit.TitleHtml) : E("a", [("href", address)], MarkedText.Of(hit.TitleHtml));
    }

    public static Node ReadLink(string post, string title, PageQuestion question, string words) =>
        E("a", [("class", "action"), ("href", (question with { Post = post }).Address()), ("aria-label", $"{words}: {title}")], words);

    public static Node? Day(DateTimeOffset? date, DatePrecision precision) => date is { } day
        ? E("time", [("datetime", precision == DatePrecision.Day ? PageWords.Iso(day) : day.Iso(precision)), ("itemprop", "datePublished")], day.Words(precision))
        : null;

    public static Node FilterLink(FacetField field, LabelView label, PageQuestion question, string? className) =>
        E("a", [("class", className), ("rel", "nofollow"), ("href", question.With(field, question.Filter(field).Narrowed(label.Slug)).Address())], label.Label);

    private static Node Post(Hit hit, PageQuestion question) =>
        E("article", [("class", "hit"), ("itemscope", ""), ("itemtype", "https://schema.org/BlogPosting")],
            E("h2", [("itemprop", "headline")], TitleLink(hit, hit.Id, question)),
            Meta(hit, question, null),
            E("p", [("class", "passage")], MarkedText.Of(hit.ExcerptHtml)),
            Chips(hit, question),
            E("div", [("class", "actions")], ReadLink(hit.Id, hit.Title, question, "Read here")));

    // A quotation leads with its words; where they stand is its source.
    private static Node Quotation(Hit hit, PageQuestion question)
    {
        var speaker = hit.Speaker is { } person ? E("a", [("href", "/people/" + Uri.EscapeDataString(person.Slug))], person.Label) : hit.SpeakerText;
        return E("article", [("class", "hit quotation"), ("itemscope", ""), ("itemtype", "https://schema.org/Quotation")],
            E("h2", E("q", [("itemprop", "text")], MarkedText.Of(hit.ExcerptHtml))),
            E("p", [("class", "speaker")], "— ", speaker is null ? null : E("span", [("itemprop", "spokenByCharacter")], speaker), speaker is null ? null : ", ", E("cite", TitleLink(hit, hit.PostId, question))),
            Meta(hit, question, E("span", [("class", "kind")], "Quotation")),
            Chips(hit, question),
            hit.PostId is { } post ? E("div", [("class", "actions")], ReadLink(post, hit.Title, question, "Read the post")) : null);
    }

    private static Node Meta(Hit hit, PageQuestion question, Node? kind) =>
        E("p", [("class", "meta")],
            kind,
            Day(hit.Date, hit.DatePrecision),
            All(hit.Categories.Take(CategoriesShown).Select(category => FilterLink(FacetField.Category, category, question, null))),
            hit.More is { } more ? E("a", [("href", PageQuestion.First(question.Search with { Fold = false }).Address()), ("rel", "nofollow")], $"{PageWords.Number(more)} more like it") : null);

    private static Node? Chips(Hit hit, PageQuestion question)
    {
        var people = hit.People.Where(person => person.Slug != hit.Speaker?.Slug).ToList();
        var tags = hit.Tags.Where(tag => people.All(person => person.Label != tag.Label)).ToList();
        var hidden = Math.Max(0, people.Count - ChipsShown) + Math.Max(0, tags.Count - ChipsShown) + Math.Max(0, hit.Categories.Count - CategoriesShown);
        if (people.Count + tags.Count + hidden == 0)
            return null;
        return E("ul", [("class", "chips"), ("aria-label", "People and tags")],
            All(people.Take(ChipsShown).Select(person => E("li", FilterLink(FacetField.Person, person, question, "chip person")))),
            All(tags.Take(ChipsShown).Select(tag => E("li", FilterLink(FacetField.Tag, tag, question, "chip tag")))),
            hidden > 0 ? E("li", [("class", "quiet")], $"and {PageWords.Number(hidden)} more") : null);
    }
}
