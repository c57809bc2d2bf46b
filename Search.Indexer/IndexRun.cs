using Search.Core.Ingestion;
using Search.Indexer.Lint;

namespace Search.Indexer;

/// <summary>Runs of the <c>index</c> command: one, or one after each change until it is interrupted. Each prints its report.</summary>
internal sealed class IndexRun(IReadOnlyList<string> sources, string index, IngestOptions options, bool json, string? lint, string? plan)
{
    private static readonly TimeSpan TryAgain = TimeSpan.FromSeconds(2);

    public IngestReport Once(CancellationToken cancel)
    {
        var report = Run(options, cancel);
        Print(report);
        return report;
    }

    /// <summary>Follows changes; ends with success when it is interrupted, and where the first run fails as that would.</summary>
    public async Task<int> FollowAsync(CancellationToken cancel)
    {
        // Watched from before the first run on: what changes while it reads is not missed.
        using var watch = new ContentWatch(sources, index);
        try
        {
            var first = ExitCode.Of(() =>
            {
                Once(cancel);
                return ExitCode.Success;
            });
            if (cancel.IsCancellationRequested)
                return ExitCode.Success;
            if (first != ExitCode.Success)
                return first;
            Console.Error.WriteLine("Following changes; Ctrl-C ends it.");
            var runs = new FollowingRuns(watch);
            var isWell = true;
            while (true)
            {
                await watch.WaitAsync(cancel, isWell ? null : TryAgain);
                isWell = Follow(runs, isWell, cancel);
            }
        }
        catch (OperationCanceledException) when (cancel.IsCancellationRequested)
        {
            return ExitCode.Success;
        }
    }

    // A folder that is away, another indexer at work, a full disk, content that meets a fault of ours: said once, and tried again until it is over.
    private bool Follow(FollowingRuns runs, bool wasWell, CancellationToken cancel)
    {
        var published = false;
        try
        {
            runs.Run(
                (settleLater, cancelRun) =>
                {
                    var report = Run(options with { Full = false, SettleLater = settleLater }, cancelRun);
                    // What the change calls for in the collection is published after it, and is no change of its own.
                    if (report.Published && (settleLater || !published))
                        Print(report);
                    published |= report.Published;
                    return report;
                },
                cancel);
            // What the runs left behind is cleared away now, and not while somebody waits for the next change.
            if (published)
                GC.Collect(GC.MaxGeneration, GCCollectionMode.Forced, blocking: true, compacting: true);
            return true;
        }
        catch (OperationCanceledException) when (cancel.IsCancellationRequested)
        {
            throw;
        }
#pragma warning disable CA1031 // Whoever leaves this running relies upon its going on; a fault is told whole.
        catch (Exception e)
#pragma warning restore CA1031
        {
            if (wasWell)
                Console.Error.WriteLine(e is IOException or UnauthorizedAccessException ? e.Message : e);
            return false;
        }
    }

    private IngestReport Run(IngestOptions how, CancellationToken cancel)
    {
        using var progress = new ProgressLine();
        return SiteIndexer.Run(sources, index, how, progress.Show, cancel);
    }

    private void Print(IngestReport report)
    {
        if (lint is not null)
            LintReport.Of(report).Write(lint);
        if (plan is not null)
            Console.Error.WriteLine(FixPlanFile.Write(plan, report, options));
        if (json)
            Console.Out.WriteLine(IndexerJson.Write(report));
        else
            ReportText.Write(report, Console.Out);
    }
}
