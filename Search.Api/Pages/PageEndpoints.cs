namespace Search.Api.Pages;

/// <summary>The pages for people: <c>/</c>, <c>/search</c> and their files in <c>wwwroot</c>.</summary>
internal static class PageEndpoints
{
    public static void MapPages(this IEndpointRouteBuilder app) => app.MapStaticAssets();
}
