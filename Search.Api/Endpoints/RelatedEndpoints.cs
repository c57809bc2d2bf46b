using Search.Api.Answers;
using Search.Api.Hosting;
using Search.Api.Parameters;
using Search.Api.Reference;
using Search.Core.Searching;

namespace Search.Api.Endpoints;

/// <summary>Related posts: of a post by id or URL, and of a text that is not in the index.</summary>
internal static class RelatedEndpoints
{
    public static void MapRelated(this IEndpointRouteBuilder app, LimitSettings limits)
    {
        var id = CommonParameters.PathName("id", "Id of a post, as hits give it.", "2021-12-09-the-admiral-and-the-compiler");
        var url = CommonParameters.Words("url", "The address of a post, absolute or its path alone, with or without the site's base path, a trailing slash, index.html or .html.", "/orbits/2021/12/the-admiral-and-the-compiler/", limits, isRequired: true);
        var limit = CommonParameters.Limit("Related posts at most.", 10, limits.MaxPageSize);
        var lambda = new ShareParameter
        {
            Name = "lambda",
            Description = "How much relatedness counts against variety among those shown. 1: by relatedness alone.",
            Default = new RelatedOptions().Lambda,
            Example = 0.7,
        };
        var dates = new ChoiceParameter<RelatedDates>
        {
            Name = "dates",
            Description = "Of any date, only older posts (what its reader could have known), or only newer ones (what came of it). Left out: any.",
            Default = null,
            Choices = [("any", RelatedDates.Any), ("older", RelatedDates.Older), ("newer", RelatedDates.Newer)],
            Example = "older",
        };
        RelatedOptions Options(ParameterReader reader) => new() { Limit = reader.Read(limit), Lambda = reader.Read(lambda), Dates = reader.Read(dates) ?? RelatedDates.Any };
        app.MapQuestion("/api/posts/{id}/related", new Question<(string Id, RelatedOptions Options), RelatedAnswer>
        {
            Operation = Describe("listRelatedOfPost", "Posts related to a post", "Posts that belong with the one named, best first, each with the reasons in words; never itself, and no two copies of one text.", [id, limit, lambda, dates]),
            Json = ApiJson.Default.RelatedAnswer,
            Read = reader => (reader.Read(id), Options(reader)),
            Answer = static (search, input, cancel) => search.RelatedById(input.Id, input.Options, cancel)
                ?? (PathText.Unescaped(input.Id) is { } other ? search.RelatedById(other, input.Options, cancel) : null),
            Missing = static input => PostEndpoints.MissingPost(input.Id),
        });
        app.MapQuestion("/api/related", new Question<(string Url, RelatedOptions Options), RelatedAnswer>
        {
            Operation = Describe("listRelatedOfUrl", "Posts related to the post at an address", "The same by a post's address, for pages that know only where they stand.", [url, limit, lambda, dates]),
            Json = ApiJson.Default.RelatedAnswer,
            Read = reader => (reader.Read(url), Options(reader)),
            Answer = static (search, input, cancel) => search.RelatedByUrl(input.Url, input.Options, cancel),
            Missing = static input => $"No post has the address '{Quoted.Shorten(input.Url)}'; addresses stand as url in the hits of /api/search.",
        });
        app.MapDraft("/api/related", Describe("listRelatedOfText", "Posts related to a text that is not in the index", "The same for a draft. Nothing of it is kept.", [limit]) with
        {
            Problems = [],
            BodyExample = Examples.Draft,
        }, ApiJson.Default.RelatedAnswer, reader => reader.Read(limit), static (search, draft, limit, cancel) => search.RelatedToText(draft.Title ?? "", draft.Body ?? "", new() { Limit = limit }, cancel));
    }

    private static Operation Describe(string id, string summary, string description, IReadOnlyList<Parameter> parameters) => new()
    {
        Id = id,
        Group = "Related",
        Summary = summary,
        Description = description,
        Parameters = parameters,
        Example = Examples.Related,
        Problems = [StatusCodes.Status404NotFound],
    };
}
