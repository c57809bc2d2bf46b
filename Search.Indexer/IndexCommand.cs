using System.CommandLine;
using Search.Core.Ingestion;

namespace Search.Indexer;

/// <summary><c>index SOURCE... --index DIR</c>: brings the index up to date with its sources.</summary>
internal static class IndexCommand
{
    public static Command Create()
    {
        var sources = new Argument<string[]>("SOURCE") { Description = "Folders or files with content.", Arity = ArgumentArity.OneOrMore };
        var index = SharedOptions.Index();
        var full = new Option<bool>("--full") { Description = "Rebuild beside the live index and switch over at the end." };
        var drafts = new Option<bool>("--drafts") { Description = "Index drafts and unpublished posts too." };
        var future = new Option<bool>("--future") { Description = "Index posts dated in the future too." };
        var strict = new Option<bool>("--strict") { Description = "End with 1 when some file could be read only in part or not at all." };
        var json = SharedOptions.Json();
        var command = new Command("index", "Brings the index up to date with its sources: adds, changes and deletes.") { sources, index, full, drafts, future, strict, json };
        command.SetAction((parsed, cancel) => Task.FromResult(ExitCode.Of(() =>
        {
            var options = new IngestOptions { Full = parsed.GetValue(full), Drafts = parsed.GetValue(drafts), Future = parsed.GetValue(future) };
            using var progress = new ProgressLine();
            var report = SiteIndexer.Run(parsed.GetRequiredValue(sources), parsed.GetRequiredValue(index), options, progress.Show, cancel);
            progress.Dispose();
            if (parsed.GetValue(json))
                Console.Out.WriteLine(IndexerJson.Write(report));
            else
                ReportText.Write(report, Console.Out);
            return parsed.GetValue(strict) && report.IsPartial ? ExitCode.Partial : ExitCode.Success;
        })));
        return command;
    }
}
