using System.CommandLine;
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
            var options = new McpServerOptions();
            options.Offer(service);
            await using var transport = new StdioServerTransport(options);
            await using var server = McpServer.Create(transport, options);
            await server.RunAsync(cancel);
            return ExitCode.Success;
        });
        return command;
    }
}
