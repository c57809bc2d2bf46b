using System.Globalization;
using Search.Core.Ingestion;

namespace Search.Api.Hosting;

/// <summary>
/// The one place where this host makes an index: hands sources and the index folder to the ingestion of Search.Core, which publishes a
/// generation that is then served like any other.
/// </summary>
internal sealed class SiteBuild(ApiSettings settings, TimeProvider clock)
{
    /// <summary>Brings the index up to date with the sources.</summary>
    /// <param name="sources">Folders or files.</param>
    /// <param name="settleLater">Leaves work on the whole collection to a run without it (<see cref="IngestOptions.SettleLater"/>).</param>
    /// <param name="cancel">Ends it.</param>
    /// <exception cref="IOException">A source has gone, or the index can't be written, or another process is indexing into it.</exception>
    /// <exception cref="OperationCanceledException">Cancelled: the index is as it was.</exception>
    public IngestReport Run(IReadOnlyList<string> sources, bool settleLater, CancellationToken cancel) =>
        SiteIndexer.Run(sources, settings.Index.Folder, new IngestOptions { Clock = clock, SettleLater = settleLater }, null, cancel);

    /// <summary>A report in words.</summary>
    public static string Words(IngestReport report)
    {
        var seconds = report.ReadingSeconds + report.CollectionSeconds + report.IndexingSeconds + report.PublishingSeconds;
        return string.Create(CultureInfo.InvariantCulture,
            $"{report.Posts} posts and {report.Quotes} quotations: {report.Added} added, {report.Changed} changed, {report.Removed} removed in {seconds:0.0} s; {report.Problems.Count} irregularities read around.");
    }
}
