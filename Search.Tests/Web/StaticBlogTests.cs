using System.IO.Compression;
using System.Text.Json;
using Search.Core.Analysis;
using Search.Core.Searching;
using Search.Core.StaticSearch;
using Xunit;

namespace Search.Tests.Web;

/// <summary>The search without a service over a real blog: judged queries and words drawn from its posts, against the service as it is by default.</summary>
[Collection<SharedSite>]
public sealed class StaticBlogTests(Site site, Browser browser)
{
    private const int Drawn = 100;
    private const int MostBytes = 100_000;

    [Fact]
    public async Task Its_order_is_that_of_the_service_and_the_first_result_costs_less_than_a_hundred_kilobytes_scripts_included()
    {
        var judged = File.ReadLines(Corpus.Require("gold/queries.dev.jsonl")).Select(line => JsonDocument.Parse(line).RootElement.GetProperty("query").GetString()!).ToList();
        using var folder = new TemporaryFolder();
        using var service = SearchService.Open(BlogCorpus.Index(), new());
        StaticSite.Write(service, folder.In("out"), TestContext.Current.CancellationToken);
        await using var tab = await StaticPage.OpenAsync(browser, site.Address, folder.In("out"), "");
        var fetched = 0L;
        tab.Page.Request += (_, request) => fetched += SentBytes(StaticPage.FileOf(folder.In("out"), request.Url));
        var scripts = Directory.EnumerateFiles(folder.In("out"), "*.js").Where(path => Path.GetFileName(path) != "related-posts.js").Sum(SentBytes);
        await tab.Page.EvaluateAsync("async () => { window.opened = (await import('/exported/static-search.js')).open; }");
        var sizes = new List<long>();
        var compared = 0;
        foreach (var query in judged.Concat(DrawnFrom(service)))
        {
            fetched = 0;
            await tab.Page.EvaluateAsync("async query => { window.search = await opened(new URL('/exported/', location.href)); await search.search(query, 6); }", query);
            sizes.Add(scripts + fetched);
            Assert.True(scripts + fetched <= MostBytes, $"“{query}” takes {scripts + fetched} bytes");
            var answer = service.Search(new SearchRequest { Query = query, Limit = 10, Fold = true, Facets = [], Highlight = false });
            // What is misspelt is mended by the service only.
            if (answer.DidYouMean is not null)
                continue;
            compared++;
            var found = await tab.Page.EvaluateAsync<string[]>("async query => (await search.search(query, 10)).hits.map(hit => hit.id)", query);
            Assert.True(answer.Hits.Select(hit => hit.Id).SequenceEqual(found), $"“{query}”: {string.Join(' ', answer.Hits.Select(hit => hit.Id))} and not {string.Join(' ', found)}");
        }
        sizes.Sort();
        TestContext.Current.TestOutputHelper?.WriteLine($"{compared} of {sizes.Count} queries compared; bytes: scripts {scripts}, median {sizes[sizes.Count / 2]}, most {sizes[^1]}");
        Assert.InRange(compared, Drawn, sizes.Count);
        tab.AssertQuiet();
    }

    // As a host sends it: what is no binary file is compressed.
    private static long SentBytes(string path)
    {
        if (path.EndsWith(".bin", StringComparison.Ordinal))
            return new FileInfo(path).Length;
        using var sent = new MemoryStream();
        using (var zip = new GZipStream(sent, CompressionLevel.SmallestSize))
            zip.Write(File.ReadAllBytes(path));
        return sent.ToArray().Length;
    }

    // One to four words of a post, every other time as they follow each other in it; function words alone find nothing without the service.
    private static IEnumerable<string> DrawnFrom(SearchService service)
    {
        var random = new Random(20261126);
        var ids = service.Search(new SearchRequest { Limit = 100, Kind = Core.Model.DocumentKind.Post, Facets = [], Highlight = false }).Hits.Select(hit => hit.Id).ToArray();
        for (var drawn = 0; drawn < Drawn;)
        {
            var text = service.Post(random.GetItems(ids, 1)[0], annotations: false)!.Text;
            var words = TextAnalysis.English.Words(text).Select(word => word.Surface.Term).ToArray();
            var count = drawn % 4 + 1;
            if (words.Length < count)
                continue;
            var query = drawn % 8 < 4 ? random.GetItems(words, count) : words.AsSpan(random.Next(words.Length - count + 1), count).ToArray();
            if (query.All(TextLanguage.Of("en").IsStopWord))
                continue;
            drawn++;
            yield return string.Join(' ', query);
        }
    }
}
