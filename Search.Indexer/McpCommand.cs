using System.CommandLine;
using ModelContextProtocol;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;
using Search.Core.Assistants;
using Search.Core.Searching;

namespace Search.Indexer;

/// <summary>
/// <c>mcp --index DIR</c>: the tools for assistants over standard input and output, until the other side closes them. Standard output belongs to
/// the protocol; everything else goes to standard error.
/// </summary>
internal static class McpCommand
{
    public static Command Create()
    {
        var index = SharedOptions.Index();
        var command = new Command("mcp", "Offers the index to an assistant, by the Model Context Protocol over standard input and output.") { index };
        command.SetAction(async (parsed, cancel) =>
        {
            using var service = SearchService.Open(parsed.GetRequiredValue(index), new() { Log = Console.Error.WriteLine });
            var options = new McpServerOptions
            {
                ServerInfo = new() { Name = "search-indexer", Version = "1" },
                ServerInstructions = "Posts and quotations of one site. Quote verbatim and cite each source by its citation and URL.",
                ToolCollection = [.. new ResearchTools(service).All().Select(Tool)],
            };
            options.Filters.Request.CallToolFilters.Add(RefusalsInWords);
            await using var transport = new StdioServerTransport(options);
            await using var server = McpServer.Create(transport, options);
            await server.RunAsync(cancel);
            return ExitCode.Success;
        });
        return command;
    }

    private static McpServerTool Tool((string Name, string Description, Delegate Method) tool) =>
        McpServerTool.Create(tool.Method, new() { Name = tool.Name, Description = tool.Description, ReadOnly = true, OpenWorld = false, UseStructuredContent = true, SerializerOptions = ToolJson.Added(McpJsonUtilities.DefaultOptions) });

    private static McpRequestHandler<CallToolRequestParams, CallToolResult> RefusalsInWords(McpRequestHandler<CallToolRequestParams, CallToolResult> next) => async (call, cancel) =>
    {
        try
        {
            return await next(call, cancel);
        }
        catch (Exception refusal) when (refusal is ToolRefusedException or IndexUnavailableException)
        {
            return new() { IsError = true, Content = [new TextContentBlock { Text = refusal.Message }] };
        }
    };
}
