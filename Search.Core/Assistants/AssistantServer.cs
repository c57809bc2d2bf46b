using System.Text.Json;
using ModelContextProtocol;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;
using Search.Core.Searching;

namespace Search.Core.Assistants;

/// <summary>
/// The tools as a server of the Model Context Protocol offers them, whatever carries it: what it is called, what it says of itself, and refusals in
/// words. Does not listen: that is the hosts' part.
/// </summary>
public static class AssistantServer
{
    /// <summary>What an assistant is told before it asks.</summary>
    private const string Instructions = "Posts and quotations of one site. Quote verbatim and cite each source by its citation and URL.";

    /// <summary>Sets name, instructions, tools and their refusals; leaves all else as it is.</summary>
    public static void Offer(this McpServerOptions options, SearchService index)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.ServerInfo = new() { Name = "search", Version = "1" };
        options.ServerInstructions = Instructions;
        options.ToolCollection = [.. new ResearchTools(index).All().Select(Tool)];
        options.Filters.Request.CallToolFilters.Add(RefusalsInWords);
    }

    private static McpServerTool Tool((string Name, string Description, Delegate Method) tool) => McpServerTool.Create(tool.Method, new()
    {
        Name = tool.Name,
        Description = tool.Description,
        ReadOnly = true,
        OpenWorld = false,
        UseStructuredContent = true,
        SerializerOptions = ToolJson.Added(McpJsonUtilities.DefaultOptions),
    });

    private static McpRequestHandler<CallToolRequestParams, CallToolResult> RefusalsInWords(McpRequestHandler<CallToolRequestParams, CallToolResult> next) => async (call, cancel) =>
    {
        try
        {
            if (call.MatchedPrimitive is McpServerTool tool && ToolArguments.Refusal(tool.ProtocolTool.InputSchema, call.Params?.Arguments ?? Enumerable.Empty<KeyValuePair<string, JsonElement>>()) is { } wrong)
                throw new ToolRefusedException(wrong);
            return await next(call, cancel).ConfigureAwait(false);
        }
        catch (Exception refusal) when (refusal is ToolRefusedException or IndexUnavailableException)
        {
            return new() { IsError = true, Content = [new TextContentBlock { Text = refusal.Message }] };
        }
    };
}
