using Search.Api.Answers;
using Search.Api.Reference;

namespace Search.Api.Endpoints;

/// <summary>Addresses that are promised and not made yet: each answers 501 with a problem document, so that callers can tell them from a mistake.</summary>
internal static class LaterEndpoints
{
    private static readonly string[] Methods = [HttpMethods.Get, HttpMethods.Head];

    public static void MapLater(this IEndpointRouteBuilder app)
    {
        app.MapLater("/search-box.js", "getSearchBox", "Web components", "The <search-box> web component");
        app.MapLater("/related-posts.js", "getRelatedPosts", "Web components", "The <related-posts> web component");
    }

    private static void MapLater(this IEndpointRouteBuilder app, string path, string id, string what, string summary)
    {
        RequestDelegate handle = http => Problem.NotImplementedYet(what).WriteAsync(http);
        app.MapMethods(path, Methods, handle).WithOperation(new Operation
        {
            Id = id,
            Group = "For other sites",
            Summary = summary,
            Description = $"{summary}. Not made yet: answers 501.",
            Example = $$"""{"type":"about:blank","title":"Not Implemented","status":501,"detail":"{{what}} are not made yet; the address is kept for them.","instance":"{{path}}","code":"{{ProblemCodes.NotImplementedYet}}"}""",
            MediaType = Problem.MediaType,
            Success = StatusCodes.Status501NotImplemented,
        }, handle, typeof(ProblemBody));
    }
}
