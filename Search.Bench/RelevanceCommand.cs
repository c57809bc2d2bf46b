using System.CommandLine;
using Search.Bench.Relevance;

namespace Search.Bench;

/// <summary><c>relevance</c>: how well queries are answered: judged queries, test collections, every title, titles with a typo, hostile texts.</summary>
internal static class RelevanceCommand
{
    private static readonly string[] Parts = ["gold", "ir", "titles", "typos", "hostile"];

    public static Command Create()
    {
        var source = new Option<DirectoryInfo?>("--source") { Description = "Folder of posts that the judged queries are about; also for titles, typos and hostile texts" };
        var gold = new Option<FileInfo?>("--gold") { Description = "Judged queries of that source (queries.dev.jsonl)" };
        var collections = new Option<DirectoryInfo?>("--ir") { Description = "Folder of test collections, each a folder with corpus.jsonl.gz, queries.tsv and qrels.tsv" };
        var temp = new Option<DirectoryInfo>("--temp") { Description = "Where built indexes are kept from run to run", Required = true };
        var only = new Option<string[]>("--only") { Description = $"Only these parts: {string.Join(", ", Parts)}", AllowMultipleArgumentsPerToken = true };
        var every = new Option<int>("--every") { Description = "Only every so many titles, for a quick look", DefaultValueFactory = _ => 1 };
        var errors = new Option<bool>("--errors") { Description = "Lists every query that is answered badly" };
        var profile = new Option<string[]>("--set") { Description = "Weights of the profile to change, as NAME=VALUE, for experiments", AllowMultipleArgumentsPerToken = true };
        var command = new Command("relevance", "Ranking, forgiveness, hostile texts") { source, gold, collections, temp, only, every, errors, profile };
        command.SetAction(result =>
        {
            var indexes = new MeasuredIndexes(result.GetRequiredValue(temp).FullName, result.GetValue(profile) ?? []);
            var parts = result.GetValue(only) is { Length: > 0 } chosen ? chosen : Parts;
            var log = result.GetValue(errors) ? Console.Out : null;
            if (result.GetValue(source) is { } folder)
            {
                using var service = indexes.Open("source", folder.FullName);
                if (parts.Contains("gold") && result.GetValue(gold) is { } file)
                    GoldQueries.Measure(service, file.FullName, Console.Out, log);
                if (parts.Contains("titles"))
                    TitleQueries.Measure(service, result.GetValue(every), withTypo: false, Console.Out, log);
                if (parts.Contains("typos"))
                    TitleQueries.Measure(service, result.GetValue(every), withTypo: true, Console.Out, log);
                if (parts.Contains("hostile"))
                    HostileQueries.Measure(service, Console.Out);
            }
            if (parts.Contains("ir") && result.GetValue(collections) is { } all)
                foreach (var collection in Directory.GetDirectories(all.FullName).Order(StringComparer.Ordinal))
                    TestCollection.Measure(indexes, collection, Console.Out);
            return 0;
        });
        return command;
    }
}
