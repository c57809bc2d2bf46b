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

        // A value is found within the list of all.
        await tab.Page.Locator("#tags .ais-SearchBox-input").FillAsync("harvard");
        await Expect(tab.Page.Locator("#tags .ais-RefinementList-labelText")).ToContainTextAsync(["Harvard"]);
        await tab.Page.Locator("#tags .ais-SearchBox-input").FillAsync("");

        // A year opens to its months, and a month narrows the year.
        var year = tab.Page.Locator("#dates .ais-HierarchicalMenu > ul > li").First;
        var ofYear = await year.Locator(".ais-HierarchicalMenu-count").First.InnerTextAsync();
        await year.Locator("a").First.ClickAsync();
        await Expect(tab.Page.Locator("#dates .ais-HierarchicalMenu-item--selected")).Not.ToHaveCountAsync(0);
        await Expect(tab.Page.Locator("#stats")).ToHaveTextAsync(new Regex($"^{ofYear} results? found"));
        var month = tab.Page.Locator("#dates .ais-HierarchicalMenu > ul ul > li").First;
        var ofMonth = await month.Locator(".ais-HierarchicalMenu-count").First.InnerTextAsync();
        await month.Locator("a").First.ClickAsync();
        await Expect(tab.Page.Locator("#stats")).ToHaveTextAsync(new Regex($"^{ofMonth} results? found"));
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

    private static async Task<string> LibraryAsync() => await File.ReadAllTextAsync(
        Path.Combine(await NpmPackages.FolderAsync($"instantsearch.js@{Version}"), "node_modules", "instantsearch.js", "dist", "instantsearch.production.min.js"), TestContext.Current.CancellationToken);
}
