using Search.Core.Searching;

namespace Search.Api.Hosting;

/// <summary>
/// Makes the first index where there is none (from the sources given, or from the samples where nobody named an index) and keeps it
/// in step with the sources. The host answers meanwhile: 503 before the first index, the last good one afterwards.
/// </summary>
internal sealed partial class ContentKeeper(ApiSettings settings, SiteBuild build, SearchService search, IndexReadiness readiness, Announcement announcement, ILogger<ContentKeeper> log) : BackgroundService
{
    /// <summary>What the index is made from; none where this host only follows what the indexer publishes.</summary>
    private IReadOnlyList<string> Sources =>
        settings.Content.Count > 0 ? settings.Content : settings.Index is { IsDefault: true, HoldsNone: true, Samples: { } samples } ? [samples] : [];

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // Let the host start: addresses are bound while the index is built.
        await Task.Yield();
        var sources = Sources;
        if (sources.Count > 0)
            Build(sources, stoppingToken);
        announcement.Ready(search.Status, sources);
    }

    private void Build(IReadOnlyList<string> sources, CancellationToken cancel)
    {
        readiness.Building = $"The index is being built from {string.Join(", ", sources.Select(Path.GetFileName))}.";
        announcement.Building(sources);
        try
        {
            LogBuilt(build.Run(sources, cancel));
            search.Refresh();
        }
        catch (OperationCanceledException) when (cancel.IsCancellationRequested)
        {
            // The host stops: what was being built is not published.
        }
        finally
        {
            readiness.Building = null;
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "{Result}")]
    private partial void LogBuilt(string result);
}
