using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Search.Tests.Web;

/// <summary>The same search in a browser that runs no scripts.</summary>
[Collection<SharedSite>]
public sealed class WithoutScriptsTests(Site site, Browser browser)
{
    [Fact]
    public async Task The_query_line_of_the_console_leads_to_results()
    {
        await using var tab = await OpenAsync();
        await tab.GoAsync(site.Address, "/");
        await tab.Page.Locator("#q").FillAsync("moth relay");
        await tab.Page.Locator("#q").PressAsync("Enter");

        await Expect(tab.Page).ToHaveURLAsync(new Regex(@"/search\?q=moth\+relay$"));
        await Expect(tab.Heading).ToHaveTextAsync(new Regex(@"^\d+ results? for “moth relay”$"));
        await Expect(tab.Page.Locator(".hit h2 mark").First).ToBeVisibleAsync();
        tab.AssertQuiet();
    }

    [Fact]
    public async Task Values_are_chosen_left_out_and_removed_by_links()
    {
        await using var tab = await OpenAsync();
        await tab.GoAsync(site.Address, "/search?q=moon");
        var total = await tab.Heading.InnerTextAsync();
        await tab.Page.Locator(".value a").Filter(new() { HasText = "Apollo 11" }).First.ClickAsync();
        await Expect(tab.Page).ToHaveURLAsync(new Regex("tag=apollo-11$"));
        await Expect(tab.Page.Locator(".value.chosen")).ToHaveCountAsync(1);
        await Expect(tab.Page.Locator(".value a").Filter(new() { HasText = "NASA" }).First).ToBeVisibleAsync();

        await tab.Page.GetByRole(AriaRole.Link, new() { Name = "not Apollo 11", Exact = true }).ClickAsync();
        await Expect(tab.Page).ToHaveURLAsync(new Regex("tag=-apollo-11$"));
        await tab.Page.GetByRole(AriaRole.Link, new() { NameRegex = new Regex("^Remove not apollo 11$", RegexOptions.IgnoreCase) }).ClickAsync();
        await Expect(tab.Heading).ToHaveTextAsync(total);
        tab.AssertQuiet();
    }

    [Fact]
    public async Task Pages_follow_each_other_to_the_last_hit_without_a_repeat()
    {
        await using var tab = await OpenAsync();
        await tab.GoAsync(site.Address, "/search?kind=post");
        var titles = new List<string>();
        var folded = 0;
        while (true)
        {
            foreach (var more in await tab.Page.Locator(".hit", new() { HasText = "more like it" }).AllInnerTextsAsync())
                folded += int.Parse(Regex.Match(more, @"(\d+) more like it").Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture);
            titles.AddRange(await tab.Page.Locator(".hit h2 a").EvaluateAllAsync<string[]>("links => links.map(link => link.href)"));
            var next = tab.Page.GetByRole(AriaRole.Link, new() { Name = "Next page" });
            if (await next.CountAsync() == 0)
                break;
            await next.ClickAsync();
        }
        Assert.Equal(Regex.Match(await tab.Heading.InnerTextAsync(), @"\d+").Value, (titles.Distinct().Count() + folded).ToString(System.Globalization.CultureInfo.InvariantCulture));
        Assert.Equal(titles.Count, titles.Distinct().Count());
        await tab.Page.GetByRole(AriaRole.Link, new() { Name = "First page" }).ClickAsync();
        await Expect(tab.Page).ToHaveURLAsync(new Regex(@"/search\?kind=post$"));
        tab.AssertQuiet();
    }

    [Fact]
    public async Task A_post_is_read_with_its_related_posts_and_the_way_back()
    {
        await using var tab = await OpenAsync();
        await tab.GoAsync(site.Address, "/search?q=moth+relay&kind=post");
        await tab.Page.GetByRole(AriaRole.Link, new() { Name = "Read here: A moth in relay 70" }).ClickAsync();
        await Expect(tab.Page.GetByRole(AriaRole.Heading, new() { Level = 1, Name = "A moth in relay 70" })).ToBeVisibleAsync();
        await Expect(tab.Page.Locator(".related-posts .reasons li")).Not.ToHaveCountAsync(0);
        await tab.Page.Locator(".related-posts").GetByRole(AriaRole.Link, new() { NameRegex = new Regex("^Read here") }).First.ClickAsync();
        await Expect(tab.Page.Locator("h1")).Not.ToHaveTextAsync("A moth in relay 70");
        await tab.Page.GetByRole(AriaRole.Link, new() { Name = "Back to the results" }).ClickAsync();
        await Expect(tab.Page).ToHaveURLAsync(new Regex(@"/search\?q=moth%20relay&kind=post$"));
        tab.AssertQuiet();
    }

    [Fact]
    public async Task A_range_of_dates_is_sent_by_its_form_and_keeps_the_rest()
    {
        await using var tab = await OpenAsync();
        await tab.GoAsync(site.Address, "/search?q=moon&kind=post");
        await tab.Page.GetByLabel("From", new() { Exact = true }).FillAsync("2024");
        await tab.Page.GetByRole(AriaRole.Button, new() { Name = "Set" }).ClickAsync();
        await Expect(tab.Page.GetByRole(AriaRole.Link, new() { Name = "Remove From 2024" })).ToBeVisibleAsync();
        await Expect(tab.Page.Locator("#q")).ToHaveValueAsync("moon");
        tab.AssertQuiet();
    }

    private Task<Tab> OpenAsync() => browser.OpenAsync(new() { JavaScriptEnabled = false, ViewportSize = new() { Width = 1440, Height = 1000 } });
}
