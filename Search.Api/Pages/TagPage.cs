using Search.Core.Model;
using Search.Core.Searching;
using static Search.Api.Pages.Node;

namespace Search.Api.Pages;

/// <summary><c>/tags/{slug}</c>: a tag with its spellings and its newest posts, for people and, as schema.org's DefinedTerm, for programs. Complete without scripts.</summary>
internal static class TagPage
{
    public static Node? Of(SearchService index, string slug, PageQuestion question)
    {
        if (index.Tag(slug) is not { } tag)
            return null;
        var all = PageQuestion.First(new SearchRequest { Tags = new SlugFilter([[tag.Slug]], []), Fold = question.Search.Fold });
        return PageFrame.Page("/tags", tag.Label, "", [], E("meta", [("name", "robots"), ("content", tag.Boilerplate ? "noindex" : "index,follow")]),
            EntityFrame.Of(
                E("article", [("class", "post"), ("itemscope", ""), ("itemtype", "https://schema.org/DefinedTerm")],
                    E("header",
                        E("h1", [("itemprop", "name")], tag.Label),
                        E("p", [("class", "meta")],
                            E("a", [("href", all.Address())], PageWords.Counted(tag.Posts, "post")),
                            tag.Kind == TagKind.Other ? null : E("span", tag.Kind.ToString().ToLowerInvariant()),
                            E("a", [("href", $"/compare?a=tag%3A{Uri.EscapeDataString(tag.Slug)}&b=")], "Compare"),
                            E("a", [("href", $"/feeds/search.atom?tag={Uri.EscapeDataString(tag.Slug)}")], "Feed"),
                            tag.PersonSlug is { } person ? E("a", [("href", "/people/" + Uri.EscapeDataString(person))], "The person") : null)),
                    E("dl", [("class", "about")],
                        EntityFrame.Texts("Also written", "alternateName", tag.Aliases.Where(alias => alias != tag.Label)),
                        EntityFrame.Links("May be the same", "/tags/", tag.Proposals.Select(other => new ScoredLabel(other.Slug, other.Label, null, other.Score))))),
                EntityFrame.Hits("newest", "Newest posts", tag.Newest, question)));
    }
}
