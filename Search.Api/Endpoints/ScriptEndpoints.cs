using Search.Api.Reference;

namespace Search.Api.Endpoints;

/// <summary><c>/search-box.js</c>, <c>/related-posts.js</c> and <c>/instantsearch-adapter.js</c>, under addresses that stay, for other sites to load.</summary>
internal static class ScriptEndpoints
{
    private static readonly string[] Methods = [HttpMethods.Get, HttpMethods.Head];

    public static void MapScripts(this IEndpointRouteBuilder app)
    {
        app.MapScript("search-box", "getSearchBox", "The <search-box> web component", "One line makes a page's own search form answer while one types: <search-box src=\"…\"> around the form, and this script.");
        app.MapScript("related-posts", "getRelatedPosts", "The <related-posts> web component", "Shows what is related to the page that it stands in, with the reasons.");
        app.MapScript("instantsearch-adapter", "getInstantSearchAdapter", "A search client for InstantSearch", "The widgets of InstantSearch over this service: import searchClient from it.");
    }

    private static void MapScript(this IEndpointRouteBuilder app, string name, string id, string summary, string description)
    {
        RequestDelegate handle = http => SendAsync(http, name);
        app.MapMethods($"/{name}.js", Methods, handle).WithOperation(new Operation
        {
            Id = id,
            Group = "For other sites",
            Summary = summary,
            Description = description,
            Example = $"<script type=\"module\" src=\"https://search.example.org/{name}.js\"></script>",
            MediaType = "text/javascript",
        }, handle, typeof(string));
    }

    private static async Task SendAsync(HttpContext http, string name)
    {
        var file = http.RequestServices.GetRequiredService<IWebHostEnvironment>().WebRootFileProvider.GetFileInfo($"components/{name}.js");
        http.Response.ContentType = "text/javascript; charset=utf-8";
        // Sites load it from this address for ever: an hour, and then what is current.
        http.Response.Headers.CacheControl = "public, max-age=3600";
        http.Response.Headers["Cross-Origin-Resource-Policy"] = "cross-origin";
        if (HttpMethods.IsHead(http.Request.Method))
            return;
        try
        {
            await http.Response.SendFileAsync(file, http.RequestAborted);
        }
        catch (OperationCanceledException) when (http.RequestAborted.IsCancellationRequested)
        {
            // The caller has gone; there is nobody to tell.
        }
    }
}
