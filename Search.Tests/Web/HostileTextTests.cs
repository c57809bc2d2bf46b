using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Search.Core.StaticSearch;
using Search.Indexer.Export;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Search.Tests.Web;

/// <summary>Content and queries that try to run, to leave the page, or to break its layout: they are shown as the text that they are.</summary>
[Collection<SharedSite>]
public sealed class HostileTextTests(Browser browser) : IDisposable
{
    private const string Image = "<img src=x onerror=\"document.title='ran';alert(1)\">";
    private const string Script = "</title></script><script>document.title='ran';alert(2)</script>";

    private readonly TemporaryFolder _folder = new();
    private Site? _site;

    public static TheoryData<string> Queries => new(Image, Script, "\"><svg onload=alert(3)>", "javascript:alert(4)", "{{7*7}} ${7*7}", "%3Cimg%20src%3Dx%20onerror%3Dalert(5)%3E", "<mark onclick=alert(6)>moon</mark>");

    public void Dispose()
    {
        _site?.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task Markup_in_titles_tags_people_and_texts_is_shown_as_text()
    {
        var site = HostileSite();
        await using var tab = await browser.OpenAsync(new() { ViewportSize = new() { Width = 1440, Height = 900 } });
        await tab.GoAsync(site.Address, "/?q=trap");

        await Expect(tab.Hits.Filter(new() { HasText = "<img src=x" })).Not.ToHaveCountAsync(0);
        await Expect(tab.Page.Locator("main :is(img, script, svg:not(.histogram), iframe, [onerror], [onclick], [onload])")).ToHaveCountAsync(0);
        await Expect(tab.Page.Locator("#filters :is(img, script, svg)")).ToHaveCountAsync(0);
        foreach (var address in await tab.Page.Locator("a").EvaluateAllAsync<string[]>("links => links.map(link => new URL(link.href.baseVal ?? link.href, location.href).protocol)"))
            Assert.Matches("^https?:$", address);
        await tab.Page.Locator(".hit a").GetByText("Read here").First.ClickAsync();
        await Expect(tab.Page.Locator("#post .text")).ToContainTextAsync("trap");
        await Expect(tab.Page.Locator("#post :is(img, script, svg:not(.histogram), iframe)")).ToHaveCountAsync(0);
        Assert.NotEqual("ran", await tab.Page.TitleAsync());
        Assert.True(await tab.FitsAsync());
        tab.AssertQuiet();
    }

    [Theory]
    [MemberData(nameof(Queries))]
    public async Task Markup_in_a_query_is_shown_as_text(string query)
    {
        var site = HostileSite();
        await using var tab = await browser.OpenAsync();
        foreach (var page in new[] { "/", "/search" })
        {
            await tab.GoAsync(site.Address, $"{page}?q={Uri.EscapeDataString(query)}&tag={Uri.EscapeDataString(query)}");
            await Expect(tab.Page.Locator("#q")).ToHaveValueAsync(query);
            await Expect(tab.Page.Locator("main :is(img, script, svg:not(.histogram), [onclick])")).ToHaveCountAsync(0);
        }
        tab.AssertQuiet();
    }

    [Fact]
    public async Task A_hostile_answer_of_the_api_stays_text_even_if_it_was_not_escaped()
    {
        var site = HostileSite();
        await using var tab = await browser.OpenAsync();
        await tab.Page.RouteAsync("**/api/search?*", async route =>
        {
            var response = await route.FetchAsync();
            var body = await response.TextAsync();
            await route.FulfillAsync(new() { Response = response, Body = Regex.Replace(body, "\"(titleHtml|excerptHtml|relaxed|label)\":(\"(?:[^\"\\\\]|\\\\.)*\"|null)", match => $"\"{match.Groups[1].Value}\":{JsonSerializer.Serialize(Image + Script)}") });
        });
        await tab.GoAsync(site.Address, "/?q=trap");
        await Expect(tab.Hits.First.Locator("h2")).ToHaveTextAsync(Image + Script);
        await Expect(tab.Page.Locator("main :is(img, script)")).ToHaveCountAsync(0);
        tab.AssertQuiet();
    }

    [Fact]
    public async Task Every_other_view_shows_it_as_text_too()
    {
        var site = HostileSite();
        await using var tab = await browser.OpenAsync(new() { ViewportSize = new() { Width = 1440, Height = 900 } });
        var pages = new List<string> { "/people", "/tags", "/quotes?q=trap", "/search?q=trap&kind=post", "/search?post=image", $"/compare?a={Uri.EscapeDataString(Image)}&b={Uri.EscapeDataString("trap " + Script)}" };
        foreach (var (list, path) in new[] { ("people", "/people/"), ("tags", "/tags/") })
            foreach (var label in JsonDocument.Parse(await site.Client.GetStringAsync($"/api/{list}?limit=100", TestContext.Current.CancellationToken)).RootElement.GetProperty(list).EnumerateArray())
                pages.Add(path + Uri.EscapeDataString(label.GetProperty("slug").GetString()!));
        Assert.True(pages.Count > 9, "hostile people and tags have pages of their own");
        var seen = 0;
        foreach (var page in pages)
        {
            await tab.GoAsync(site.Address, page);
            seen += await tab.Page.Locator("main").Filter(new() { HasText = "<img src=x" }).CountAsync();
            await Expect(tab.Page.Locator("main :is(img, script, iframe, [onerror], [onclick], [onload], [onmouseover])")).ToHaveCountAsync(0);
            foreach (var address in await tab.Page.Locator("a").EvaluateAllAsync<string[]>("links => links.map(link => new URL(link.href.baseVal ?? link.href, location.href).protocol)"))
                Assert.Matches("^https?:$", address);
            Assert.NotEqual("ran", await tab.Page.TitleAsync());
            Assert.True(await tab.FitsAsync(), page);
        }
        Assert.True(seen > 6, "the views show the hostile words");
        tab.AssertQuiet();
    }

    [Fact]
    public async Task A_static_search_and_its_related_posts_show_it_as_text()
    {
        var site = HostileSite();
        StaticSite.Write(site.Service, _folder.In("out"), TestContext.Current.CancellationToken);
        RelatedShards.Write(site.Service, 6, _folder.In("out/related"), TestContext.Current.CancellationToken);
        await using var tab = await StaticPage.OpenAsync(browser, site.Address, _folder.In("out"), """
            <search-box index="/exported/"><form><label for="s">Search</label> <input id="s" name="q" type="search"></form></search-box><related-posts src="/exported/related/" post="image"></related-posts>
            <script type="module" src="/exported/search-box.js"></script><script type="module" src="/exported/related-posts.js"></script>
            """);
        await tab.Page.Locator("search-box input[role=combobox]").FillAsync("trap");
        await Expect(tab.Page.Locator("[role=option]").Filter(new() { HasText = "<img src=x" })).Not.ToHaveCountAsync(0);
        await Expect(tab.Page.Locator("main :is(img, iframe, [onerror], [onclick])")).ToHaveCountAsync(0);
        Assert.NotEqual("ran", await tab.Page.TitleAsync());
        tab.AssertQuiet();
    }

    [Fact]
    public async Task The_browser_itself_refuses_markup_made_of_text()
    {
        var site = HostileSite();
        await using var tab = await browser.OpenAsync();
        await tab.GoAsync(site.Address, "/");
        var refusal = await tab.Page.EvaluateAsync<string>("try { document.body.innerHTML = '<p>x'; return 'taken'; } catch (fault) { return fault.name; }".Insert(0, "() => {") + "}");
        Assert.Equal("TypeError", refusal);
    }

    [Fact]
    public async Task Long_words_do_not_break_the_layout()
    {
        var site = HostileSite();
        await using var tab = await browser.OpenAsync(new() { ViewportSize = new() { Width = 320, Height = 700 } });
        foreach (var address in new[] { "/?q=interminable", "/search?q=interminable", "/?post=long" })
        {
            await tab.GoAsync(site.Address, address);
            Assert.True(await tab.FitsAsync(), address);
        }
        tab.AssertQuiet();
    }

    private Site HostileSite()
    {
        object[] records =
        [
            new { id = "image", title = $"A trap {Image}", body = $"The trap is {Image} here.\n\n<script>alert(7)</script> Another paragraph.", tags = new[] { Image, "tra\"p' onmouseover=alert(8)" }, people = new[] { $"Ann {Image} Onymous" }, categories = new[] { Script }, url = "javascript:alert(9)", date = "2024-01-01" },
            new { id = "script", title = $"Second trap {Script}", body = $"A trap again: {Script}", tags = new[] { Script }, url = "JaVaScRiPt:alert(10)", date = "2024-02-01" },
            new { id = "data", title = "Third trap", body = "A trap with a data address.", url = "data:text/html,<script>alert(11)</script>", date = "2023-02-01", excerpt = Image },
            new { id = "spoken", kind = "quote", text = $"Words of a trap {Image}", speaker = $"Mallory {Image}", source = Script, date = "2022-02-01" },
            new { id = "long", title = "Interminable " + new string('w', 400), body = "interminable " + new string('x', 5_000), tags = new[] { new string('t', 300) }, people = new[] { new string('p', 300) }, date = "2021-02-01" },
        ];
        _folder.Write("content/posts.jsonl", string.Join('\n', records.Select(record => JsonSerializer.Serialize(record))));
        return _site ??= new Site(_folder.In("content"));
    }
}
