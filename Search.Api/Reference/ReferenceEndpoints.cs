using System.Buffers.Text;
using System.Security.Cryptography;
using Microsoft.OpenApi;
using Scalar.AspNetCore;
using Search.Api.Endpoints;

namespace Search.Api.Reference;

/// <summary><c>/openapi/v1.json</c> and <c>/docs</c>, its page: served from here alone, without fonts, scripts or services of anyone else.</summary>
internal static class ReferenceEndpoints
{
    // The page's script writes its own styles, and starts from an inline script that carries the nonce.
    private const string PagePolicy = "default-src 'none'; script-src 'self' 'nonce-{0}'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self' data:; connect-src 'self'; worker-src 'self' blob:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private static readonly (string Name, string Description)[] Groups =
    [
        ("Search", "Ranked search in posts and quotations, and suggestions while typing."),
        ("Posts", "A post in full."),
        ("Related", "What belongs with a post, or with a text that is not in the index."),
        ("People", "Who is written about."),
        ("Tags", "What is written about: tags and categories, and suggestions for a draft."),
        ("For other sites", "Feeds and components to put into other pages."),
        ("Pages", "Pages for people."),
        ("Operations", "For whoever runs the host."),
    ];

    public static void AddReference(this IServiceCollection services) => services.AddOpenApi("v1", options =>
    {
        options.OpenApiVersion = OpenApiSpecVersion.OpenApi3_1;
        options.ShouldInclude = description => !HttpMethods.IsHead(description.HttpMethod ?? "") && description.ActionDescriptor.EndpointMetadata.OfType<Operation>().Any();
        options.AddSchemaTransformer(AnswerSchemas.RequireWhatIsWritten);
        options.AddOperationTransformer(OperationReference.DescribeAsync);
        options.AddDocumentTransformer((document, _, _) =>
        {
            document.Info = new OpenApiInfo
            {
                Title = "Search",
                Version = "v1",
                Description = "Full-text search, related posts, people, tags and quotations of a site. Every error is a problem document (RFC 9457) with a stable code. Answers carry an ETag of the index generation and the question; a conditional request costs no search. The API only reads.",
            };
            document.Tags = new HashSet<OpenApiTag>(Groups.Select(group => new OpenApiTag { Name = group.Name, Description = group.Description }));
            PageOperations.AddTo(document);
            return Task.CompletedTask;
        });
    });

    public static void MapReference(this IEndpointRouteBuilder app)
    {
        // Made anew it costs as much as a hundred searches; it changes with the program alone, and with the host it is asked under.
        app.MapOpenApi("/openapi/{documentName}.json").CacheOutput(cache => cache.Expire(TimeSpan.FromDays(1)).SetVaryByHost(true));
        app.MapScalarApiReference("/docs", (options, http) =>
        {
            var nonce = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(16));
            http.Response.Headers.ContentSecurityPolicy = PagePolicy.Replace("{0}", nonce, StringComparison.Ordinal);
            options.WithTitle("Search API").WithNonce(nonce).WithOpenApiRoutePattern("/openapi/{documentName}.json").AddDocument("v1")
                .DisableDefaultFonts().DisableTelemetry().DisableAgent();
            options.ProxyUrl = null;
            options.ShowDeveloperTools = DeveloperToolsVisibility.Never;
            options.HideClientButton = true;
        });
    }
}
