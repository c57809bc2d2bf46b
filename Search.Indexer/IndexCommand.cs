using System.CommandLine;
using Search.Core.Ingestion;
using Search.Indexer.Lint;

namespace Search.Indexer;

/// <summary><c>index SOURCE... --index DIR</c>: brings the index up to date with its sources.</summary>
internal static class IndexCommand
{
    public static Command Create()
    {
        var sources = new Argument<string[]>("SOURCE") { Description = "Folders or files with content.", Arity = ArgumentArity.OneOrMore };
        sources.Validators.Add(result =>
        {
            // What begins so is an option that does not exist; a folder of such a name is given as ./-name.
            foreach (var token in result.Tokens.Where(t => t.Value.StartsWith('-')))
                result.AddError($"There is no option '{token.Value}'.");
        });
        var index = SharedOptions.Index();
        var full = new Option<bool>("--full") { Description = "Rebuild beside the live index and switch over at the end." };
        var watch = new Option<bool>("--watch") { Description = "Stay and follow changes, until interrupted (Ctrl-C)." };
        var drafts = new Option<bool>("--drafts") { Description = "Index drafts and unpublished posts too." };
        var future = new Option<bool>("--future") { Description = "Index posts dated in the future too." };
        var strict = new Option<bool>("--strict") { Description = "End with 1 when some file could be read only in part or not at all." };
        var memory = new Option<int>("--memory") { Description = $"Megabytes of memory to stay within, from {IngestOptions.LeastMemoryMegabytes} up; more is faster where there is much to read. The facts of all documents are held in any case.", DefaultValueFactory = _ => IngestOptions.DefaultMemoryMegabytes };
        memory.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int>() < IngestOptions.LeastMemoryMegabytes)
                result.AddError($"--memory takes a number of megabytes from {IngestOptions.LeastMemoryMegabytes} up.");
        });
        var json = SharedOptions.Json();
        var lint = new Option<string?>("--report") { Description = "File for a report of everything odd in the content; its ending decides the form: .html, .json or .sarif." };
        lint.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<string?>() is { } file && !LintReport.Endings.Contains(Path.GetExtension(file).ToLowerInvariant()))
                result.AddError($"--report takes a file that ends with {string.Join(", ", LintReport.Endings)}, not '{file}'.");
        });
        var plan = new Option<string?>("--fix-plan") { Description = "File for a patch that mends what can be mended without a decision; look at it, then apply it with git apply. The sources are not touched." };
        var command = new Command("index", "Brings the index up to date with its sources: adds, changes and deletes.") { sources, index, full, watch, drafts, future, strict, memory, json, lint, plan };
        command.SetAction((parsed, cancel) =>
        {
            var options = new IngestOptions { Full = parsed.GetValue(full), Drafts = parsed.GetValue(drafts), Future = parsed.GetValue(future), MemoryMegabytes = parsed.GetValue(memory) };
            var run = new IndexRun(parsed.GetRequiredValue(sources), parsed.GetRequiredValue(index), options, parsed.GetValue(json), parsed.GetValue(lint), parsed.GetValue(plan));
            if (parsed.GetValue(watch))
                return Task.Run(() => run.FollowAsync(cancel), CancellationToken.None);
            return Task.Run(() => ExitCode.Of(() => run.Once(cancel).IsPartial && parsed.GetValue(strict) ? ExitCode.Partial : ExitCode.Success), CancellationToken.None);
        });
        return command;
    }
}
