using Microsoft.Extensions.Time.Testing;
using Search.Core.Ingestion;
using Search.Core.Searching;
using Search.Core.StaticSearch;
using Search.Indexer.Export;

namespace Search.Tests.Web;

/// <summary>The samples as a search without a service, and the service whose answers it is compared with.</summary>
public sealed class ExportedSamples : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public ExportedSamples()
    {
        SiteIndexer.Run([Path.Combine(Corpus.RepositoryRoot, "samples")], _folder.In("index"), new IngestOptions { Clock = new FakeTimeProvider(new DateTimeOffset(2026, 11, 1, 0, 0, 0, TimeSpan.Zero)) });
        Service = SearchService.Open(_folder.In("index"), new());
        StaticSite.Write(Service, Folder, CancellationToken.None);
        RelatedShards.Write(Service, 6, Path.Combine(Folder, "related"), CancellationToken.None);
    }

    public SearchService Service { get; }

    public string Folder => _folder.In("out");

    public void Dispose()
    {
        Service.Dispose();
        _folder.Dispose();
    }
}
