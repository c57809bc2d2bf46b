namespace Search.Api.Hosting;

/// <summary>
/// The one place where this host makes an index: hands sources and the index folder to the ingestion of Search.Core, which publishes a
/// generation that <see cref="ContentKeeper"/> then sees served.
/// </summary>
internal sealed class SiteBuild(ApiSettings settings)
{
    /// <summary>Brings the index up to date with the sources; the result in words.</summary>
    public string Run(IReadOnlyList<string> sources, CancellationToken cancel)
    {
        // SEAM: becomes new SiteIndexer(...).Run(sources, ...) when Search.Core.Ingestion has it.
        cancel.ThrowIfCancellationRequested();
        return $"The index in {settings.Index.Folder} can't be built from {string.Join(", ", sources)} by this host yet.";
    }
}
