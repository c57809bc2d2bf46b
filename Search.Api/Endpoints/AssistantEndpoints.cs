using ModelContextProtocol.Server;
using Search.Core.Assistants;
using Search.Core.Searching;

namespace Search.Api.Endpoints;

/// <summary><c>/mcp</c>: the tools for assistants over the Model Context Protocol's HTTP transport, each request by itself.</summary>
internal static class AssistantEndpoints
{
    public static void AddAssistants(this IServiceCollection services) => services
        .AddMcpServer()
        // Nothing is kept between requests: any process of several can answer.
        .WithHttpTransport(static http => http.Stateless = true)
        .Services.AddOptions<McpServerOptions>().Configure<SearchService>(static (options, index) => options.Offer(index));

    public static void MapAssistants(this IEndpointRouteBuilder app) => app.MapMcp("/mcp").ExcludeFromDescription();
}
