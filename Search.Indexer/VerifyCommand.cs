using System.CommandLine;
using System.Globalization;
using Search.Core.Generations;
using Search.Core.Indexing;

namespace Search.Indexer;

/// <summary><c>verify --index DIR</c>: reads every byte of the current generation and checks it.</summary>
internal static class VerifyCommand
{
    public static Command Create()
    {
        var index = SharedOptions.Index();
        var json = SharedOptions.Json();
        var command = new Command("verify", "Checks that the index is whole; ends with 3 where it is not.") { index, json };
        command.SetAction((parsed, _) => Task.FromResult(ExitCode.Of(() =>
        {
            var store = GenerationStore.Open(parsed.GetRequiredValue(index), create: false);
            var report = store.Verify();
            if (report is { IsWhole: true, Id: { } id })
                report = report with { Problems = [.. IndexCheck.Problems(store.FolderOf(id)).Select(p => new VerifyProblem(id, p))] };
            if (parsed.GetValue(json))
                Console.Out.WriteLine(IndexerJson.Write(report));
            else
                Write(report);
            return report.IsWhole && report.Id is not null ? ExitCode.Success : ExitCode.Index;
        })));
        return command;
    }

    private static void Write(VerifyReport report)
    {
        foreach (var problem in report.Problems)
            Console.Out.WriteLine($"{problem.Path}: {problem.Reason}");
        Console.Out.WriteLine(report.Id is null
            ? "There is no generation in the index yet."
            : string.Create(CultureInfo.InvariantCulture, $"{report.Id}: {report.Files} files, {report.Bytes:N0} bytes, {(report.IsWhole ? "whole" : $"{report.Problems.Count} problems")}."));
    }
}
