using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Search.Tests.Web;

/// <summary>Every page and state at the widths and in the colours that people have: nothing to scroll sideways for, and no violation found by axe.</summary>
[Collection<SharedSite>]
public sealed class LookTests(Site site, Browser browser)
{
    private static readonly string[] Console =
        ["/", "/?q=moon+kind:elephant&tag=apollo-11,moon&tag=-nasa&from=1960", "/?q=%22zyzzyva+zyzzyva%22&tag=moon", "/?q=moth&post=2022-09-09-a-moth-in-relay-70", "/?q=moth+relay&explain=true"];

    private static readonly string[] WithoutScripts =
        ["/search", "/search?q=moon+kind:elephant&tag=apollo-11,moon&tag=-nasa&from=1960", "/search?q=zyzzyva&kind=quote", "/search?q=moth&post=2022-09-09-a-moth-in-relay-70", "/search?q=x&limit=0",
            "/quotes", "/people", "/tags", "/compare", "/compare?a=tag:moon&b=tag:computing", "/people/grace-hopper", "/tags/apollo-programme"];

    public static TheoryData<int, ColorScheme> Looks => new()
    {
        { 320, ColorScheme.Light }, { 320, ColorScheme.Dark }, { 768, ColorScheme.Light }, { 768, ColorScheme.Dark }, { 1440, ColorScheme.Light }, { 1440, ColorScheme.Dark },
    };

    [Theory]
    [MemberData(nameof(Looks))]
    public async Task Pages_fit_and_have_no_violation(int width, ColorScheme colours)
    {
        await using var tab = await OpenAsync(width, colours);
        foreach (var address in Console.Concat(width == 768 ? [] : WithoutScripts))
        {
            await tab.GoAsync(site.Address, address);
            if (address.Contains("post=", StringComparison.Ordinal))
                await tab.Page.Locator(".related-posts > li").First.WaitForAsync();
            await AssertFineAsync(tab, address);
        }
    }

    [Theory]
    [MemberData(nameof(Looks))]
    public async Task What_is_opened_fits_and_has_no_violation(int width, ColorScheme colours)
    {
        await using var tab = await OpenAsync(width, colours);
        await tab.GoAsync(site.Address, "/?q=relay&kind=post");
        await tab.Page.GetByText("How to search").ClickAsync();
        await AssertFineAsync(tab, "help");
        await tab.Page.GetByText("How to search").ClickAsync();

        await tab.Page.GetByRole(AriaRole.Button, new() { NameRegex = new("^Related to") }).First.ClickAsync();
        await tab.Page.Locator(".related-posts > li").First.WaitForAsync();
        await AssertFineAsync(tab, "related");

        if (await tab.Page.Locator("#open-filters").IsVisibleAsync())
            await tab.Page.Locator("#open-filters").ClickAsync();
        await tab.Facet("tag").GetByRole(AriaRole.Button, new() { NameRegex = new(@"^All \d+ tags$") }).ClickAsync();
        await Expect(tab.Page.GetByLabel("Find in tags")).ToBeFocusedAsync();
        await AssertFineAsync(tab, "facet");
    }

    [Fact]
    public async Task Failures_have_no_violation()
    {
        await using var tab = await OpenAsync(320, ColorScheme.Light);
        await tab.Page.RouteAsync("**/api/search?*", route => route.FulfillAsync(new() { Status = 503, ContentType = "application/problem+json", Body = """{"detail":"The index is being built."}""" }));
        await tab.GoAsync(site.Address, "/");
        await AssertFineAsync(tab, "unavailable");
    }

    [Fact]
    public async Task On_a_touch_screen_everything_is_large_enough_for_a_finger()
    {
        await using var tab = await browser.OpenAsync(new() { ViewportSize = new() { Width = 320, Height = 700 }, HasTouch = true, IsMobile = true });
        await tab.GoAsync(site.Address, "/?q=moon&tag=moon");
        await tab.Page.Locator("#open-filters").ClickAsync();
        // Links within a sentence or a line of facts are text, and the bars of the timeline have the range of dates beside them.
        var small = await tab.Page.EvaluateAsync<string[]>("""
            () => [...document.querySelectorAll("button, input, summary, .chip, .choice, .value label, .query input")]
              .filter(element => element.checkVisibility() && !element.matches(".value input"))
              .map(element => [element, element.getBoundingClientRect()])
              .filter(([, box]) => box.height < 40 || box.width < 24)
              .map(([element, box]) => `${element.outerHTML.slice(0, 90)} ${box.width}x${box.height}`)
            """);
        Assert.Empty(small);
        tab.AssertQuiet();
    }

    [Fact]
    public async Task In_forced_colours_marks_and_choices_are_still_seen()
    {
        await using var tab = await browser.OpenAsync(new() { ForcedColors = ForcedColors.Active, ReducedMotion = ReducedMotion.Reduce, ViewportSize = new() { Width = 1440, Height = 900 } });
        await tab.GoAsync(site.Address, "/?q=moth&tag=moth");
        var mark = await tab.Page.Locator("mark").First.EvaluateAsync<string[]>("mark => [getComputedStyle(mark).backgroundColor, getComputedStyle(document.body).backgroundColor]");
        Assert.NotEqual(mark[0], mark[1]);
        Assert.Equal("solid", await tab.Page.Locator(".value.chosen").First.EvaluateAsync<string>("value => getComputedStyle(value).outlineStyle"));
        tab.AssertQuiet();
    }

    [Fact]
    public async Task On_paper_there_are_the_hits_and_nothing_to_press()
    {
        await using var tab = await browser.OpenAsync();
        await tab.GoAsync(site.Address, "/?q=moth");
        await tab.Page.EmulateMediaAsync(new() { Media = Media.Print });
        await Expect(tab.Page.Locator(".masthead")).ToBeHiddenAsync();
        await Expect(tab.Page.Locator("#filters")).ToBeHiddenAsync();
        await Expect(tab.Hits.First).ToBeVisibleAsync();
        foreach (var address in new[] { "/?q=moon&tag=moon", "/search?q=moon&tag=moon", "/people/grace-hopper" })
        {
            await tab.GoAsync(site.Address, address);
            Assert.Empty(await tab.Page.EvaluateAsync<string[]>("""
                () => [...document.querySelectorAll("input, summary, button:not(.removable), .cross")].filter(element => element.checkVisibility()).map(element => element.outerHTML)
                """));
        }
        tab.AssertQuiet();
    }

    private Task<Tab> OpenAsync(int width, ColorScheme colours) =>
        browser.OpenAsync(new() { ViewportSize = new() { Width = width, Height = 900 }, ColorScheme = colours, HasTouch = width == 320, ReducedMotion = ReducedMotion.Reduce });

    private static async Task AssertFineAsync(Tab tab, string what)
    {
        Assert.True(await tab.FitsAsync(), $"{what} is wider than the window");
        var found = await tab.Page.RunAxe();
        Assert.True(found.Violations.Length == 0, $"{what}: {string.Join("; ", found.Violations.Select(Describe))}");
    }

    private static string Describe(AxeResultItem violation) =>
        $"{violation.Id}: {violation.Help} {string.Join(" | ", violation.Nodes.Take(3).Select(node => node.Html))}";
}
