using System.CommandLine;
using System.Globalization;
using Search.Core.Searching;

namespace Search.Indexer;

/// <summary><c>search QUERY --index DIR</c>: the ranked search of the service, in the terminal.</summary>
internal static class SearchCommand
{
    public static Command Create()
    {
        var query = new Argument<string>("QUERY") { Description = "What to look for; the language of the search page." };
        var index = SharedOptions.Index();
        var limit = SharedOptions.Limit(most: 100, byDefault: 10);
        var json = SharedOptions.Json();
        var command = new Command("search", "Searches the index.") { query, index, limit, json };
        command.SetAction((parsed, cancel) => Task.FromResult(ExitCode.Of(() =>
        {
            using var service = SearchService.Open(parsed.GetRequiredValue(index), new());
            var answer = service.Search(new() { Query = parsed.GetRequiredValue(query), Limit = parsed.GetValue(limit) }, cancel);
            if (parsed.GetValue(json))
                Console.Out.WriteLine(IndexerJson.Write(answer));
            else
                Write(answer);
            return ExitCode.Success;
        })));
        return command;
    }

    private static void Write(SearchAnswer answer)
    {
        if (answer.Relaxed is { } relaxed)
            Console.Out.WriteLine(relaxed);
        foreach (var warning in answer.Warnings)
            Console.Out.WriteLine(warning);
        foreach (var hit in answer.Hits)
            HitText.Write(hit, Console.Out);
        Console.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{answer.Total} found, {answer.Hits.Count} shown, {answer.TookMs:0.0} ms"));
    }
}
