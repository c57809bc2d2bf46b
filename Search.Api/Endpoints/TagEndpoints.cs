using Search.Api.Answers;
using Search.Api.Hosting;
using Search.Api.Parameters;
using Search.Api.Reference;
using Search.Core.Searching;
using Search.Core.Text;

namespace Search.Api.Endpoints;

/// <summary><c>/api/tags</c>: what is written about, which tag a spelling belongs to, and tags for a draft.</summary>
internal static class TagEndpoints
{
    public static void MapTags(this IEndpointRouteBuilder app, LimitSettings limits)
    {
        var query = CommonParameters.Words("q", "Words of the tag or of one of its other spellings; empty gives all.", "apollo", limits);
        var limit = CommonParameters.Limit("Tags at most.", 100, limits.MaxListSize);
        var slug = CommonParameters.PathName("slug", "Slug of a tag.", "apollo-programme");
        var raw = CommonParameters.Words("raw", "A tag exactly as it is written in the content.", "Apollo programme", limits, isRequired: true);
        app.MapQuestion("/api/tags", new Question<(string Query, int Limit), TagsAnswer>
        {
            Operation = Describe("listTags", "Tags with counts", "Tags by how many posts have them; total counts those that match, listed or not.", [query, limit], Examples.Tags),
            Json = ApiJson.Default.TagsAnswer,
            Read = reader => (reader.Read(query), reader.Read(limit)),
            Answer = static (search, input, _) =>
            {
                var found = search.Tags(input.Query, input.Limit);
                return new TagsAnswer(found.Values, found.Total);
            },
        });
        // A literal part of a path outranks a parameter: a tag with the slug "resolve" is reached by its spelling.
        app.MapQuestion("/api/tags/resolve", new Question<string, TagView>
        {
            Operation = Describe("resolveTag", "The tag that a spelling belongs to", "The tag that a spelling as written in the content belongs to; 404 where no content has it.", [raw], Examples.Tag, StatusCodes.Status404NotFound),
            Json = ApiJson.Default.TagView,
            Read = reader => reader.Read(raw),
            Answer = static (search, raw, _) => search.ResolveTag(raw),
            Missing = static raw => $"No content has the tag '{Quoted.Shorten(raw)}'; raw takes a spelling as it is written there.",
        });
        app.MapQuestion("/api/tags/{slug}", new Question<string, TagView>
        {
            Operation = Describe("getTag", "A tag in full", "A tag with every spelling, what it names, how many posts have it, the tags that may mean the same, and the newest posts.", [slug], Examples.Tag, StatusCodes.Status404NotFound),
            Json = ApiJson.Default.TagView,
            Read = reader => reader.Read(slug),
            Answer = static (search, slug, _) => search.Tag(Slug.Of(slug)),
            Missing = static slug => $"No tag has the slug '{Quoted.Shorten(slug)}'; /api/tags lists them.",
        });
        app.MapDraft("/api/tags/suggest",
            Describe("suggestTags", "Tags, categories and people for a draft", "What a text that is not in the index is about, in the site's own tags, categories and people, each with a score from 0 to 1 and the reason in words. Nothing of the text is kept.", [], Examples.TagSuggestions) with { BodyExample = Examples.Draft },
            ApiJson.Default.TagSuggestAnswer, static _ => 0, static (search, draft, _, cancel) => search.SuggestTags(draft.Title ?? "", draft.Body ?? "", cancel));
    }

    private static Operation Describe(string id, string summary, string description, IReadOnlyList<Parameter> parameters, string example, params int[] problems) => new()
    {
        Id = id,
        Group = "Tags",
        Summary = summary,
        Description = description,
        Parameters = parameters,
        Example = example,
        Problems = problems,
    };
}
