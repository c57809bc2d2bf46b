using Search.Core.Ingestion;
using Search.Core.Searching;

namespace Search.Api.Hosting;

/// <summary>
/// Makes the first index where there is none (from the sources given, or from the samples where nobody named an index) and keeps it
/// in step with the sources given. The host answers meanwhile: 503 before the first index, the last good one afterwards. What goes
/// wrong is logged and tried again at the next change; it never ends the host.
/// </summary>
internal sealed partial class ContentKeeper(ApiSettings settings, SiteBuild build, SearchService search, IndexReadiness readiness, Announcement announcement, ILogger<ContentKeeper> log) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // Let the host start: addresses are bound while the index is built.
        await Task.Yield();
        var sources = FirstSources();
        // Watched from before the first build on: what changes while it reads is not missed.
        using var watch = settings.Content.Count > 0 ? new ContentWatch(settings.Content, settings.Index.Folder) : null;
        if (sources.Count > 0)
        {
            announcement.Building(sources);
            readiness.Building = $"The index is being built from {string.Join(", ", sources.Select(Path.GetFileName))}.";
            readiness.Failure = Build(() => Run(sources, settleLater: false, stoppingToken), stoppingToken);
            readiness.Building = null;
        }
        Warm(stoppingToken);
        announcement.Ready(search.Status, sources, readiness.Failure);
        if (watch is not null)
            await FollowAsync(watch, stoppingToken);
    }

    private IReadOnlyList<string> FirstSources() =>
        settings.Content.Count > 0 ? settings.Content : settings.Index is { IsDefault: true, HoldsNone: true, Samples: { } samples } ? [samples] : [];

    private async Task FollowAsync(ContentWatch watch, CancellationToken cancel)
    {
        var runs = new FollowingRuns(watch);
        while (!cancel.IsCancellationRequested)
        {
            // What went wrong may be over in a moment: a folder that was away, another indexer at work.
            await watch.WaitAsync(cancel, readiness.Failure is null ? null : TimeSpan.FromSeconds(2));
            readiness.Failure = Build(() => runs.Run((settleLater, cancelRun) => Run(settings.Content, settleLater, cancelRun), cancel), cancel);
        }
    }

    // The first search compiles most of what all others use: nobody should wait for that.
    private void Warm(CancellationToken cancel)
    {
        if (!search.Status.IsOpen)
            return;
        try
        {
            search.Search(new SearchRequest { Query = "first words" }, cancel);
            search.Suggest("fir", 1);
            // What suggestions for drafts learn from the posts takes seconds on a large site.
            search.SuggestTags("first words", "", cancel);
        }
        catch (Exception fault) when (fault is OperationCanceledException or IndexUnavailableException)
        {
            // The host stops, or the index has just gone; whoever asks next is told.
        }
    }

    private IngestReport Run(IReadOnlyList<string> sources, bool settleLater, CancellationToken cancel)
    {
        var report = build.Run(sources, settleLater, cancel);
        LogBuilt(SiteBuild.Words(report));
        search.Refresh();
        return report;
    }

    // Null, or what went wrong in words.
    private string? Build(Action run, CancellationToken cancel)
    {
        try
        {
            run();
            return null;
        }
        catch (OperationCanceledException) when (cancel.IsCancellationRequested)
        {
            // The host stops; what was being built is not published.
            return null;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            LogNotBuilt(fault.Message);
            return fault.Message;
        }
#pragma warning disable CA1031 // A fault in reading somebody's content must not end the searches of everybody.
        catch (Exception fault)
#pragma warning restore CA1031
        {
            LogFault(fault);
            return "The content could not be indexed; the log names the fault.";
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "{Result}")]
    private partial void LogBuilt(string result);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The index was not brought up to date: {Reason}")]
    private partial void LogNotBuilt(string reason);

    [LoggerMessage(Level = LogLevel.Error, Message = "The content could not be indexed")]
    private partial void LogFault(Exception fault);
}
