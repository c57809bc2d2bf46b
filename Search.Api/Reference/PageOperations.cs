using Microsoft.OpenApi;
using Search.Api.Endpoints;
using Search.Api.Parameters;

namespace Search.Api.Reference;

/// <summary>Addresses that are served by others than our endpoints, or are pages for people: the reference lists them too, so that it lists all.</summary>
internal static class PageOperations
{
    private static readonly (string Path, Operation Operation)[] All =
    [
        ("/", Page("getConsole", "The researchers' console", "Searches as you type, with facets and related posts. Needs JavaScript; /search does not.")),
        ("/search", Page("getSearchPage", "Search without JavaScript", "The same search as a page, with the parameters of /api/search.")),
        ("/quotes", Page("getQuotesPage", "Quotations as a page", "Quotations with the words around them and their speakers; q and the filters of /api/search choose.")),
        ("/people", Page("getPeoplePage", "People as a page", "Who is written about, most often first; q finds by any name.")),
        ("/tags", Page("getTagsPage", "Tags as a page", "What is written about, most often first, and the state of the tags; q finds by words.")),
        ("/compare", Page("getComparePage", "Two searches over time as a page", "a and b are searches: people, topics or any words; the page shows both over time, what has both, and what stands with the one more than with the other.")),
        ("/people/{slug}", Page("getPersonPage", "A person as a page", "Names, roles, years, company, topics, words and newest posts of a person, marked as schema.org's Person; 404 where no post has them.") with { Parameters = [CommonParameters.PathName("slug", "Slug of a person.", "grace-hopper")] }),
        ("/tags/{slug}", Page("getTagPage", "A tag as a page", "Spellings and newest posts of a tag, marked as schema.org's DefinedTerm; 404 where no content has it.") with { Parameters = [CommonParameters.PathName("slug", "Slug of a tag.", "apollo-programme")] }),
        ("/docs", Page("getReferencePage", "This reference as a page", "Made of /openapi/v1.json, and served without any outside address.")),
        ("/openapi/v1.json", new()
        {
            Id = "getOpenApi",
            Group = "Operations",
            Summary = "This reference as OpenAPI 3.1",
            Description = "For generating clients and for tools.",
            Example = """{"openapi":"3.1.1","info":{"title":"Search","version":"v1"},"paths":{}}""",
        }),
        ("/metrics", new()
        {
            Id = "getMetrics",
            Group = "Operations",
            Summary = "Metrics for Prometheus",
            Description = "Durations of requests and answers, and the state, size and age of the index.",
            Example = "# TYPE search_index_posts gauge\nsearch_index_posts{otel_scope_name=\"Search.Api\"} 52\n",
            MediaType = "text/plain",
        }),
    ];

    public static void AddTo(OpenApiDocument document)
    {
        foreach (var (path, operation) in All)
        {
            var target = new OpenApiOperation
            {
                Responses = new OpenApiResponses
                {
                    ["200"] = new OpenApiResponse { Content = new Dictionary<string, OpenApiMediaType> { [operation.MediaType] = new() { Schema = Schema(operation) } } },
                },
            };
            OperationReference.Describe(target, operation, document);
            document.Paths[path] = new OpenApiPathItem { Operations = new Dictionary<HttpMethod, OpenApiOperation> { [HttpMethod.Get] = target } };
        }
    }

    private static OpenApiSchema Schema(Operation operation) =>
        new() { Type = operation.MediaType == "application/json" ? JsonSchemaType.Object : JsonSchemaType.String };

    private static Operation Page(string id, string summary, string description) => new()
    {
        Id = id,
        Group = "Pages",
        Summary = summary,
        Description = description,
        Example = "<!doctype html><title>Search</title>",
        MediaType = "text/html",
    };
}
