using Microsoft.Extensions.Time.Testing;
using Search.Core.Ingestion;
using Search.Core.Searching;

namespace Search.Tests.Behaviour;

/// <summary>A small Jekyll site in a folder of its own, its index, and the service over it; on a fixed clock.</summary>
internal sealed class TestSite : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public TestSite() => Write("_config.yml", "title: A test site\nurl: https://example.org\npermalink: /:year/:month/:title.html\ntimezone: UTC\n");

    public FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2026, 6, 1, 12, 0, 0, TimeSpan.Zero));

    public string Source => folder.In("site");

    public string IndexFolder => folder.In("index");

    public void Write(string path, string content) => folder.Write($"site/{path}", content);

    /// <summary>A post of the day <paramref name="date"/> (<c>yyyy-MM-dd</c>).</summary>
    public void Post(string date, string name, string body, string title = "", string tags = "", string categories = "") => Write(
        $"_posts/{date}-{name}.md",
        $"---\ntitle: '{(title.Length > 0 ? title : name)}'\ndate: {date} 10:00\ntags: [{tags}]\ncategories: [{categories}]\n---\n\n{body}\n");

    public void Delete(string path) => File.Delete(Path.Combine(Source, path));

    /// <summary>True for runs that hold nothing of the documents in memory, as with sources far larger than it.</summary>
    public bool HoldsNothing { get; init; }

    public IngestReport Index(bool full = false, bool settleLater = false, CancellationToken cancel = default)
    {
        var options = new IngestOptions { Clock = Clock, Full = full, SettleLater = settleLater };
        return SiteIndexer.Run([Source], IndexFolder, HoldsNothing ? options with { MaxCharsInMemory = 0, MostDetailsInMemory = 0 } : options, progress: null, cancel);
    }

    public SearchService Open() => SearchService.Open(IndexFolder, new SearchOptions { Clock = Clock });

    /// <summary>Brings the index up to date and answers one request.</summary>
    public SearchAnswer Ask(SearchRequest request)
    {
        Index();
        using var service = Open();
        return service.Search(request);
    }

    public void Dispose() => folder.Dispose();
}
