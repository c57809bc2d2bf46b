using System.CommandLine;
using Search.Indexer;

var root = new RootCommand("Brings posts and quotations into a search index, and asks it.")
{
    IndexCommand.Create(),
    SearchCommand.Create(),
    RelatedCommand.Create(),
    EvaluateCommand.Create(),
    VerifyCommand.Create(),
    StatsCommand.Create(),
    TagsCommand.Create(),
    ExportCommand.Create(),
    McpCommand.Create(),
};
var parsed = root.Parse(args);
if (parsed.Errors.Count > 0)
{
    foreach (var error in parsed.Errors)
        Console.Error.WriteLine(error.Message);
    Console.Error.WriteLine("See --help.");
    return ExitCode.Usage;
}
return await parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = TimeSpan.FromSeconds(20) });
