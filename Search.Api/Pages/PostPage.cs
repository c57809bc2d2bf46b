using Search.Core.Searching;
using static Search.Api.Pages.Node;

namespace Search.Api.Pages;

/// <summary>A post, read here without scripts: its text, its people, tags and quotations, and what is related to it with the reasons.</summary>
internal static class PostPage
{
    public static Node Of(PostView post, RelatedAnswer? related, PageQuestion question)
    {
        var results = question with { Post = "" };
        return PageFrame.Page("/", post.Title, question.Search.Query, results.Parameters(withQuery: false), E("meta", [("name", "robots"), ("content", "noindex")]),
            E("div", [("class", "page alone")],
                E("main", [("id", "results"), ("tabindex", "-1")],
                    E("div", [("class", "pane")],
                        E("p", [("class", "closer")], E("a", [("class", "action"), ("href", results.Address())], "Back to the results")),
                        Article(post, question),
                        related is { Related.Count: > 0 } ? Related(related, question) : null))));
    }

    private static Node Article(PostView post, PageQuestion question) =>
        E("article", [("class", "post"), ("itemscope", ""), ("itemtype", "https://schema.org/BlogPosting")],
            E("header",
                E("h1", [("itemprop", "headline")], post.Title),
                E("p", [("class", "meta")],
                    HitNodes.Day(post.Date, post.DatePrecision),
                    post.Author is { Length: > 0 } author ? E("span", $"by {author}") : null,
                    All(post.Bylines.Select(byline => E("span", $"from {byline.Label}"))),
                    WebAddress.OfSite(post.Url) is { } address ? E("a", [("href", address)], "Open on the site") : null)),
            E("div", [("class", "text"), ("itemprop", "articleBody")], All(Paragraphs(post))),
            E("dl", [("class", "about")],
                Labels("People", FacetField.Person, post.People.Select(person => new LabelView(person.Slug, person.Label)), question),
                Labels("Tags", FacetField.Tag, post.Tags.Select(tag => new LabelView(tag.Slug, tag.Label)), question),
                Labels("Categories", FacetField.Category, post.Categories, question)),
            post.Quotes.Count > 0 ? Quotations(post, question) : null);

    private static IEnumerable<Node> Paragraphs(PostView post)
    {
        var headings = post.Outline.Select(heading => heading.Text).ToHashSet(StringComparer.Ordinal);
        return post.Text.Split("\n\n", StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Select(paragraph => E(headings.Contains(paragraph) ? "h2" : "p", paragraph));
    }

    private static Node? Labels(string name, FacetField field, IEnumerable<LabelView> labels, PageQuestion question)
    {
        var links = labels.Select(label => E("li", HitNodes.FilterLink(field, label, question, field == FacetField.Person ? "chip person" : "chip tag"))).ToList();
        return links.Count == 0 ? null : All([E("dt", name), E("dd", E("ul", [("class", "chips")], All(links)))]);
    }

    private static Node Quotations(PostView post, PageQuestion question) =>
        E("section", [("class", "quotations"), ("aria-labelledby", "quotations")],
            E("h2", [("id", "quotations")], "Quotations"),
            All(post.Quotes.Select(quote => E("figure",
                E("blockquote", quote.Text),
                quote.Speaker is null && quote.SpeakerText is null ? null : E("figcaption", "— ",
                    quote.Speaker is { } speaker ? E("a", [("href", "/people/" + Uri.EscapeDataString(speaker.Slug))], speaker.Label) : quote.SpeakerText,
                    quote.Role is { Length: > 0 } role ? $", {role}" : null)))));

    private static Node Related(RelatedAnswer related, PageQuestion question) =>
        E("section", [("class", "after"), ("aria-labelledby", "related")],
            E("h2", [("id", "related")], "Related posts"),
            E("ul", [("class", "related-posts")], All(related.Related.Select(hit => E("li",
                E("p", [("class", "related-title")], HitNodes.TitleLink(hit, hit.Id, question)),
                E("p", [("class", "meta")], HitNodes.Day(hit.Date, hit.DatePrecision), HitNodes.ReadLink(hit.Id, hit.Title, question, "Read here")),
                E("ul", [("class", "reasons"), ("aria-label", "Why it is related")], All(hit.Reasons.Select(reason => E("li", reason)))))))));
}
