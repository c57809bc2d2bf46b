using Deque.AxeCore.Playwright;
using Search.Core.Analysis;
using Search.Core.Evaluation;
using Search.Core.Ingestion;
using Search.Core.Searching;
using Search.Core.StaticSearch;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Search.Tests.Web;

/// <summary>The search without a service, in the browser over an export of the samples: the same words, the same order as the service's.</summary>
[Collection<SharedSite>]
public sealed class StaticSearchTests(Site site, Browser browser, ExportedSamples exported) : IClassFixture<ExportedSamples>
{
    [Fact]
    public async Task Its_order_is_that_of_the_service_on_single_and_several_words()
    {
        await using var tab = await OpenAsync("");
        var queries = QueryFile.Read(Path.Combine(Corpus.RepositoryRoot, "samples", "judgements", "queries.tsv")).Select(query => query.Text)
            .Concat(["moon", "engine", "compiler", "moth relay", "grace hopper", "apollo guidance computer", "to the moon", "\"analytical engine\"", "engine -moon"]).ToList();
        var found = await tab.Page.EvaluateAsync<string[]>("""
            async queries => {
              const search = await (await import('/exported/static-search.js')).open(new URL('/exported/', location.href));
              const found = [];
              for (const query of queries) found.push((await search.search(query, 10)).hits.map(hit => hit.id).join(' '));
              return found;
            }
            """, queries);
        var compared = 0;
        for (var i = 0; i < queries.Count; i++)
        {
            var answer = exported.Service.Search(new SearchRequest { Query = queries[i], Limit = 10, Fold = true, Facets = [], Highlight = false });
            // What is misspelt is mended by the service only.
            if (answer.DidYouMean is not null)
                continue;
            compared++;
            Assert.True(string.Join(' ', answer.Hits.Select(hit => hit.Id)) == found[i], $"“{queries[i]}”: {string.Join(' ', answer.Hits.Select(hit => hit.Id))} and not {found[i]}");
        }
        Assert.InRange(compared, 45, queries.Count);
        tab.AssertQuiet();
    }

    [Fact]
    public async Task The_box_reads_it_and_the_first_result_costs_less_than_a_hundred_kilobytes()
    {
        await using var tab = await OpenAsync("""<search-box index="/exported/"><form><label for="s">Search</label> <input id="s" name="q" type="search"></form></search-box><script type="module" src="/search-box.js"></script>""");
        var bytes = 0L;
        tab.Page.Request += (_, request) => bytes += new Uri(request.Url).AbsolutePath.StartsWith("/exported/", StringComparison.Ordinal) ? new FileInfo(StaticPage.FileOf(exported.Folder, request.Url)).Length : 0;
        await tab.Page.Locator("search-box input[role=combobox]").FillAsync("moth relay");
        await Expect(tab.Page.Locator("[role=option] .title").First).ToHaveTextAsync("A moth in relay 70");
        await Expect(tab.Page.Locator("[role=option] mark").First).ToBeVisibleAsync();
        Assert.InRange(bytes, 1, 100_000);
        // Words are nothing without who said them.
        await Expect(tab.Page.Locator("[role=option]", new() { HasText = "First actual case of bug being found" }).Last.Locator(".passage")).Not.ToBeEmptyAsync();
        var faults = await tab.Page.RunAxe(new Deque.AxeCore.Commons.AxeRunOptions { ResultTypes = [Deque.AxeCore.Commons.ResultType.Violations] });
        Assert.Empty(faults.Violations.Select(fault => fault.Id));
        TestContext.Current.TestOutputHelper?.WriteLine($"first result: {bytes} bytes, before the host compresses scripts");
        tab.AssertQuiet();
    }

    [Fact]
    public async Task Words_are_cut_folded_and_reduced_as_in_the_index()
    {
        await using var tab = await OpenAsync("");
        var texts = Directory.EnumerateFiles(Path.Combine(Corpus.RepositoryRoot, "samples", "_posts"), "*.md", SearchOption.AllDirectories).Take(40).Select(File.ReadAllText)
            .Append("O'Brien's U.S. J.D.Vance AT&T C# C++ 3.14 1,234 12,34 l’été Straße ﬁne Ångström İstanbul 北京市 カタカナ ไทย naïve re-use x'y 'quoted' e.g. a.bcd № ½ ΑΒΓ Ёлка йод")
            .Append(string.Join(' ', Enumerable.Range(0xA1, 0x24F - 0xA1).Select(code => "x" + (char)code)))
            .Append("caresses ponies ties caress cats feed agreed plastered bled motoring sing conflated troubled sized hopping tanned falling hissing fizzed failing filing happy sky relational conditional rational valency hesitancy digitizer conformably radically differently vilely analogously vietnamization predication operator feudalism decisiveness hopefulness callousness formality sensitivity sensibility triplicate formative formalize electricity electrical hopeful goodness revival allowance inference airliner gyroscopic adjustable defensible irritant replacement adjustment dependent adoption homologous communism activate angularity effective bowdlerize probate rate cease controlling roll archaeology")
            .ToArray();
        var found = await tab.Page.EvaluateAsync<string[][]>("""
            async texts => {
              const { cutter } = await import('/exported/analysis.js');
              const { stem } = await import('/exported/porter.js');
              return texts.map(text => cutter([])(text).map(word => `${word.term} ${stem(word.term)}`));
            }
            """, texts);
        for (var i = 0; i < texts.Length; i++)
            Assert.Equal(TextAnalysis.English.Words(texts[i]).Select(word => $"{word.Surface.Term} {word.Stem}"), found[i]);
    }

    [Fact]
    public async Task In_another_language_words_are_reduced_as_in_the_index()
    {
        using var folder = new TemporaryFolder();
        folder.Write("content/_config.yml", "lang: de\n");
        string[] texts =
        [
            "Die Rechenmaschinen der Werkstätten standen in langen Reihen.", "Eine Rechenmaschine stand in der Werkstatt und rechnete.", "Er erzählte von den Häusern am Fluss und von ihren Gärten.",
            "Das Haus am Fluss hat einen Garten mit alten Bäumen.", "Im Garten erzählen die Kinder von ihren Reisen.",
        ];
        for (var i = 0; i < texts.Length; i++)
            folder.Write($"content/_posts/2024-0{i + 1}-01-beitrag-{i}.md", $"---\ntitle: Beitrag {i}\n---\n{texts[i]}\n");
        SiteIndexer.Run([folder.In("content")], folder.In("index"), new IngestOptions(), cancel: TestContext.Current.CancellationToken);
        using var service = SearchService.Open(folder.In("index"), new());
        StaticSite.Write(service, folder.In("out"), TestContext.Current.CancellationToken);
        await using var tab = await StaticPage.OpenAsync(browser, site.Address, folder.In("out"), "");
        foreach (var query in new[] { "Rechenmaschine", "rechenmaschinen", "Garten", "gärten", "Häusern", "erzählt", "Garten Fluss" })
        {
            var answer = service.Search(new SearchRequest { Query = query, Limit = 10, Facets = [], Highlight = false });
            Assert.NotEmpty(answer.Hits);
            var found = await FoundAsync(tab, query);
            Assert.Equal($"{query}: {string.Join(' ', answer.Hits.Select(hit => hit.Id))}", $"{query}: {string.Join(' ', found)}");
        }
        Assert.Equal(2, (await FoundAsync(tab, "Rechenmaschine")).Length);
        tab.AssertQuiet();
    }

    [Theory]
    [InlineData("post=\"2021-12-09-the-admiral-and-the-compiler\"")]
    [InlineData("")]
    public async Task Related_posts_are_read_from_one_small_file_by_id_or_by_address(string attribute)
    {
        await using var tab = await StaticPage.OpenAsync(browser, site.Address, exported.Folder, $"""<related-posts src="/exported/related/" {attribute}></related-posts><script type="module" src="/exported/related-posts.js"></script>""",
            "https://example.org/orbits/2021/12/the-admiral-and-the-compiler/index.html");
        await tab.Page.Locator("related-posts a").First.WaitForAsync();
        var titles = await tab.Page.Locator("related-posts a").AllInnerTextsAsync();
        Assert.Equal(exported.Service.RelatedById("2021-12-09-the-admiral-and-the-compiler", new() { Limit = 5 })!.Related.Select(related => related.Title), titles);
        tab.AssertQuiet();
    }

    private static Task<string[]> FoundAsync(Tab tab, string query) => tab.Page.EvaluateAsync<string[]>(
        "async query => { const search = await (await import('/exported/static-search.js')).open(new URL('/exported/', location.href)); return (await search.search(query, 10)).hits.map(hit => hit.id); }", query);

    private Task<Tab> OpenAsync(string body) => StaticPage.OpenAsync(browser, site.Address, exported.Folder, body);
}
