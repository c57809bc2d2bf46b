using ModelContextProtocol;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;
using Search.Core.Assistants;
using Search.Core.Searching;

namespace Search.Api.Endpoints;

/// <summary><c>/mcp</c>: the tools for assistants over the Model Context Protocol's HTTP transport, each request by itself.</summary>
internal static class AssistantEndpoints
{
    public static void AddAssistants(this IServiceCollection services) => services
        .AddMcpServer(static server =>
        {
            server.ServerInfo = new() { Name = "search", Version = "1" };
            server.ServerInstructions = "Posts and quotations of one site. Quote verbatim and cite each source by its citation and URL.";
        })
        // Nothing is kept between requests: any process of several can answer.
        .WithHttpTransport(static http => http.Stateless = true)
        .WithRequestFilters(static filters => filters.AddCallToolFilter(static next => async (call, cancel) =>
        {
            try
            {
                return await next(call, cancel);
            }
            catch (Exception refusal) when (refusal is ToolRefusedException or IndexUnavailableException)
            {
                return new() { IsError = true, Content = [new TextContentBlock { Text = refusal.Message }] };
            }
        }))
        .Services.AddOptions<McpServerOptions>().Configure<SearchService>(static (options, index) => options.ToolCollection = [.. Tools(index)]);

    public static void MapAssistants(this IEndpointRouteBuilder app) => app.MapMcp("/mcp").ExcludeFromDescription();

    private static IEnumerable<McpServerTool> Tools(SearchService index) => new ResearchTools(index).All()
        .Select(tool => McpServerTool.Create(tool.Method, new() { Name = tool.Name, Description = tool.Description, ReadOnly = true, OpenWorld = false, UseStructuredContent = true, SerializerOptions = ToolJson.Added(McpJsonUtilities.DefaultOptions) }));
}
