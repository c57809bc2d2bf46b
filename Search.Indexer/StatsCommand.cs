using System.CommandLine;
using System.Globalization;
using Search.Core.Generations;
using Search.Core.Searching;

namespace Search.Indexer;

/// <summary><c>stats --index DIR</c>: documents, terms, sizes, generation, when built and from what.</summary>
internal static class StatsCommand
{
    public static Command Create()
    {
        var index = SharedOptions.Index();
        var json = SharedOptions.Json();
        var command = new Command("stats", "Shows what the index holds.") { index, json };
        command.SetAction((parsed, _) => Task.FromResult(ExitCode.Of(() =>
        {
            var store = GenerationStore.Open(parsed.GetRequiredValue(index), create: false);
            if (store.CurrentId() is not { } id)
                return ExitCode.Fail("There is no generation in the index yet.", ExitCode.Index);
            var statistics = IndexStatistics.Of(store.ReadManifest(id), store.FolderOf(id));
            if (parsed.GetValue(json))
                Console.Out.WriteLine(IndexerJson.Write(statistics));
            else
                Write(statistics);
            return ExitCode.Success;
        })));
        return command;
    }

    private static void Write(IndexStatistics statistics)
    {
        Line($"Generation  {statistics.Generation}, built {statistics.Created:yyyy-MM-dd HH:mm:ss} UTC");
        Line($"Sources     {string.Join(", ", statistics.Sources)}");
        Line($"Documents   {statistics.Posts} posts, {statistics.Quotes} quotes, {statistics.Deleted} deleted but not yet merged away");
        Line($"Size        {statistics.Bytes:N0} bytes in {statistics.Files} files, {statistics.Segments} segments");
        foreach (var (field, terms) in statistics.Terms)
            Line($"Terms       {terms,9:N0}  {field}");
    }

    private static void Line(FormattableString text) => Console.Out.WriteLine(text.ToString(CultureInfo.InvariantCulture));
}
