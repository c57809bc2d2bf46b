using System.CommandLine;
using System.Globalization;
using Search.Core.Ingestion;

namespace Search.Bench;

/// <summary>
/// <c>recognition SOURCE</c>: what a whole run of the indexer takes with people, tags and quotations against one without, in time of the processor. The two take
/// turns, so that a busy machine and a warm one tell on both; the median counts.
/// </summary>
internal static class RecognitionCommand
{
    public static Command Create()
    {
        var source = new Argument<string>("SOURCE") { Description = "Folder with content." };
        var passes = new Option<int>("--passes") { Description = "How often each, after one of each that does not count.", DefaultValueFactory = _ => 3 };
        var command = new Command("recognition", "A whole run of the indexer with people, tags and quotations against one without.") { source, passes };
        command.SetAction(parsed => Run(parsed.GetRequiredValue(source), parsed.GetValue(passes)));
        return command;
    }

    private static void Run(string source, int passes)
    {
        var with = new List<double>();
        var without = new List<double>();
        for (var pass = 0; pass <= passes; pass++)
        {
            var plain = Seconds(source, recognition: false);
            var whole = Seconds(source, recognition: true);
            if (pass == 0)
                continue;
            without.Add(plain);
            with.Add(whole);
        }
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"with people, tags and quotations {Median(with):0.0} s of the processor, without {Median(without):0.0} s: {Median(with) / Median(without):0.00} times as long"));
    }

    private static double Seconds(string source, bool recognition)
    {
        var folder = Directory.CreateTempSubdirectory("search-recognition-").FullName;
        try
        {
            var before = Environment.CpuUsage.TotalTime;
            SiteIndexer.Run([source], folder, new IngestOptions { Recognition = recognition });
            return (Environment.CpuUsage.TotalTime - before).TotalSeconds;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static double Median(List<double> values) => values.Order().ElementAt(values.Count / 2);
}
