using System.Diagnostics;
using System.Text.RegularExpressions;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Search.Tests.Web;

/// <summary>
/// The widgets of the real InstantSearch over the adapter. The library is fetched by npm into a cache of this machine, never kept here; where npm or the
/// library can't be had the test skips and says so.
/// </summary>
[Collection<SharedSite>]
public sealed class InstantSearchTests(Site site, Browser browser)
{
    private const string Version = "4.118.1";

    [Fact]
    public async Task The_widgets_that_sites_have_work_over_the_adapter()
    {
        var library = await LibraryAsync();
        await using var tab = await browser.OpenAsync();
        await tab.Page.RouteAsync("**/library.js", route => route.FulfillAsync(new() { ContentType = "text/javascript", Body = library }));
        await tab.Page.RouteAsync("**/start.js", route => route.FulfillAsync(new() { ContentType = "text/javascript", Body = """
            import { searchClient } from '/instantsearch-adapter.js';
            const { widgets } = instantsearch;
            const search = instantsearch({ indexName: 'posts', searchClient: searchClient(), future: { preserveSharedStateOnUnmount: true } });
            search.addWidgets([
              widgets.searchBox({ container: '#box' }),
              widgets.stats({ container: '#stats' }),
              widgets.sortBy({ container: '#sort', items: [{ value: 'posts', label: 'Best' }, { value: 'posts_oldest', label: 'Oldest' }] }),
              widgets.refinementList({ container: '#tags', attribute: 'tag', searchable: true }),
              widgets.hierarchicalMenu({ container: '#dates', attributes: ['date.lvl0', 'date.lvl1'] }),
              widgets.hits({ container: '#hits', templates: { item: (hit, { html, components }) => html`<b>${components.Highlight({ hit, attribute: 'title' })}</b>` } }),
              widgets.pagination({ container: '#pages' }),
              widgets.configure({ hitsPerPage: 5 }),
            ]);
            search.start();
            """ }));
        await tab.Page.RouteAsync("**/instant-page", route => route.FulfillAsync(new() { ContentType = "text/html; charset=utf-8", Body = """
            <!doctype html><html lang="en"><head><title>A site</title></head><body>
            <div id="box"></div><div id="stats"></div><div id="sort"></div><div id="tags"></div><div id="dates"></div><div id="hits"></div><div id="pages"></div>
            <script src="/library.js"></script><script type="module" src="/start.js"></script></body></html>
            """ }));
        await tab.Page.GotoAsync(new Uri(site.Address, "/instant-page").ToString());
        var hits = tab.Page.Locator("#hits li");
        await Expect(hits).ToHaveCountAsync(5);

        await tab.Page.Locator("#box input").FillAsync("moon");
        await Expect(tab.Page.Locator("#hits mark").First).ToHaveTextAsync(new Regex("^[Mm]oon"));
        await Expect(tab.Page.Locator("#stats")).ToHaveTextAsync(new Regex(@"^\d+ results found"));

        var first = tab.Page.Locator("#tags .ais-RefinementList-list label").First;
        var count = await first.Locator(".ais-RefinementList-count").InnerTextAsync();
        await first.ClickAsync();
        await Expect(tab.Page.Locator("#stats")).ToHaveTextAsync(new Regex($"^{count} results? found"));
        await first.ClickAsync();

        await tab.Page.Locator("#dates a").First.ClickAsync();
        await Expect(tab.Page.Locator("#dates .ais-HierarchicalMenu-item--selected")).Not.ToHaveCountAsync(0);
        await tab.Page.Locator("#dates .ais-HierarchicalMenu-item--selected > div > a").First.ClickAsync();

        await tab.Page.Locator("#box input").FillAsync("");
        await Expect(tab.Page.Locator("#pages .ais-Pagination-item--page")).Not.ToHaveCountAsync(1);
        var before = await hits.AllInnerTextsAsync();
        await tab.Page.Locator("#pages").GetByText("2", new() { Exact = true }).ClickAsync();
        await Expect(hits.First).Not.ToHaveTextAsync(before[0]);
        await tab.Page.Locator("#sort select").SelectOptionAsync("posts_oldest");
        await Expect(hits.First).Not.ToHaveTextAsync(before[0]);
        tab.AssertQuiet();
    }

    private static async Task<string> LibraryAsync()
    {
        var cache = Path.Combine(Path.GetTempPath(), "search-tests-npm");
        var file = Path.Combine(cache, $"instantsearch-{Version}.js");
        if (!File.Exists(file))
        {
            Directory.CreateDirectory(cache);
            try
            {
                var archive = await RunAsync("npm", cache, "pack", "--silent", $"instantsearch.js@{Version}");
                await RunAsync("tar", cache, "xzf", archive.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)[^1], "package/dist/instantsearch.production.min.js");
                File.Move(Path.Combine(cache, "package", "dist", "instantsearch.production.min.js"), file, overwrite: true);
            }
            catch (Exception missing) when (missing is System.ComponentModel.Win32Exception or InvalidOperationException)
            {
                Assert.Skip($"InstantSearch could not be fetched by npm: {missing.Message}");
            }
        }
        return await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken);
    }

    private static async Task<string> RunAsync(string program, string folder, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true })!;
        var output = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var errors = await process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return process.ExitCode == 0 ? output : throw new InvalidOperationException($"{program} ended with {process.ExitCode}: {errors.Trim()}");
    }
}
