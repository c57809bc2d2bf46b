using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Search.Tests.Web;

/// <summary>The facets of the console: choosing, leaving out, finding, time.</summary>
[Collection<SharedSite>]
public sealed class FacetTests(Site site, Browser browser)
{
    private static readonly BrowserNewContextOptions Wide = new() { ViewportSize = new() { Width = 1440, Height = 1000 } };

    [Fact]
    public async Task A_value_left_out_while_one_looks_for_it_keeps_the_focus_and_Escape_leads_back()
    {
        await using var tab = await browser.OpenAsync(new() { ViewportSize = new() { Width = 1440, Height = 900 } });
        await tab.GoAsync(site.Address, "/?q=moon");
        var opener = tab.Facet("tag").GetByRole(AriaRole.Button, new() { NameRegex = new(@"^All \d+ tags$") });
        await opener.ClickAsync();
        var finder = tab.Page.GetByLabel("Find in tags");
        await Expect(finder).ToBeFocusedAsync();
        await finder.FillAsync("nasa");
        var not = tab.Facet("tag").GetByRole(AriaRole.Button, new() { Name = "not NASA", Exact = true });
        await not.FocusAsync();
        await tab.Page.Keyboard.PressAsync("Enter");
        await Expect(not).ToHaveAttributeAsync("aria-pressed", "true");
        await Expect(not).ToBeFocusedAsync();

        await finder.FillAsync("");
        await finder.PressAsync("Escape");
        await Expect(opener).ToBeFocusedAsync();
        await tab.Facet("tag").GetByRole(AriaRole.Checkbox).First.FocusAsync();
        await tab.Page.Keyboard.PressAsync("/");
        await Expect(tab.Page.Locator("#q")).ToBeFocusedAsync();
        tab.AssertQuiet();
    }

    [Fact]
    public async Task Choosing_a_value_leaves_its_siblings_the_address_has_it_and_back_takes_it_back()
    {
        await using var tab = await browser.OpenAsync(Wide);
        await tab.GoAsync(site.Address, "/?q=moon");
        var before = await tab.Facet("tag").Locator(".value").CountAsync();
        await tab.Value("tag", "Apollo 11").Locator("input").CheckAsync();

        await Expect(tab.Page).ToHaveURLAsync(new Regex(@"\?q=moon&tag=apollo-11$"));
        await Expect(tab.Heading).ToHaveTextAsync(new Regex($"^{await CountOf(tab, "Apollo 11")} results"));
        Assert.Equal(before, await tab.Facet("tag").Locator(".value").CountAsync());
        await Expect(tab.Value("tag", "Apollo 11").Locator("input")).ToBeCheckedAsync();
        await Expect(tab.Value("tag", "Apollo 11").Locator("input")).ToBeFocusedAsync();

        await tab.Page.GoBackAsync();
        await Expect(tab.Page).ToHaveURLAsync(new Regex(@"\?q=moon$"));
        await Expect(tab.Value("tag", "Apollo 11").Locator("input")).Not.ToBeCheckedAsync();
        tab.AssertQuiet();
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/search")]
    public async Task Quotations_are_narrowed_to_where_their_words_were_printed(string page)
    {
        await using var tab = await browser.OpenAsync(page == "/" ? Wide : new() { JavaScriptEnabled = false });
        await tab.GoAsync(site.Address, $"{page}?q=engine&kind=quote");
        var value = tab.Page.Locator(".value", new() { HasText = "Notes by the Translator, Note G" });
        var count = int.Parse(await value.Locator(".count").InnerTextAsync(), System.Globalization.CultureInfo.InvariantCulture);
        await value.Locator(page == "/" ? "input" : "a:not(.not)").ClickAsync();
        await Expect(tab.Page).ToHaveURLAsync(new Regex("source=notes-by-the-translator-note-g$"));
        await Expect(tab.Heading).ToHaveTextAsync(new Regex($"^{count} result"));
        await Expect(tab.Page.Locator(".removable")).ToHaveTextAsync(new Regex("Notes by the Translator, Note G"));
        tab.AssertQuiet();
    }

    [Fact]
    public async Task Several_values_mean_any_of_them_until_all_are_asked_for()
    {
        await using var tab = await browser.OpenAsync(Wide);
        await tab.GoAsync(site.Address, "/?q=moon");
        await tab.Value("tag", "Apollo 11").Locator("input").CheckAsync();
        await Expect(tab.Page).ToHaveURLAsync(new Regex("tag=apollo-11$"));
        var one = await TotalOf(tab);
        await tab.Value("tag", "Moon").Locator("input").CheckAsync();
        await Expect(tab.Page).ToHaveURLAsync(new Regex("tag=apollo-11,moon$"));
        await Expect(tab.Page.GetByRole(AriaRole.Button, new() { Name = "any of these" })).ToHaveAttributeAsync("aria-pressed", "true");
        await Expect(tab.Heading).Not.ToHaveTextAsync(new Regex($"^{one} result"));
        Assert.True(await TotalOf(tab) > one);

        await tab.Page.GetByRole(AriaRole.Button, new() { Name = "all of these" }).ClickAsync();
        await Expect(tab.Page).ToHaveURLAsync(new Regex("tag=apollo-11&tag=moon$"));
        Assert.True(await TotalOf(tab) <= one);
        await tab.Page.GetByRole(AriaRole.Button, new() { Name = "Remove Moon" }).ClickAsync();
        await Expect(tab.Page).ToHaveURLAsync(new Regex(@"\?q=moon&tag=apollo-11$"));
        tab.AssertQuiet();
    }

    [Fact]
    public async Task A_value_can_be_left_out_and_taken_back()
    {
        await using var tab = await browser.OpenAsync(Wide);
        await tab.GoAsync(site.Address, "/?q=moon");
        var all = await TotalOf(tab);
        var with = int.Parse(await CountOf(tab, "Apollo 11"), System.Globalization.CultureInfo.InvariantCulture);
        await tab.Page.GetByRole(AriaRole.Button, new() { Name = "not Apollo 11", Exact = true }).ClickAsync();

        await Expect(tab.Page).ToHaveURLAsync(new Regex("tag=-apollo-11$"));
        await Expect(tab.Heading).ToHaveTextAsync(new Regex($"^{all - with} results"));
        await Expect(tab.Page.GetByRole(AriaRole.Button, new() { Name = "not Apollo 11", Exact = true })).ToHaveAttributeAsync("aria-pressed", "true");
        await tab.Page.GetByRole(AriaRole.Button, new() { Name = "Remove not Apollo 11" }).ClickAsync();
        await Expect(tab.Heading).ToHaveTextAsync(new Regex($"^{all} results"));
        tab.AssertQuiet();
    }

    [Fact]
    public async Task A_facet_opens_to_all_its_values_and_any_word_of_one_finds_it()
    {
        await using var tab = await browser.OpenAsync(Wide);
        await tab.GoAsync(site.Address, "/");
        await tab.Facet("tag").GetByRole(AriaRole.Button, new() { NameRegex = new Regex(@"^All \d+ tags$") }).ClickAsync();
        var finder = tab.Page.GetByLabel("Find in tags");
        await Expect(finder).ToBeFocusedAsync();
        await finder.PressSequentiallyAsync("mark");

        await Expect(tab.Value("tag", "Harvard Mark II")).ToBeVisibleAsync();
        await Expect(finder).ToBeFocusedAsync();
        await tab.Value("tag", "Harvard Mark II").Locator("input").CheckAsync();
        await Expect(tab.Page).ToHaveURLAsync(new Regex("tag=harvard-mark-ii$"));
        tab.AssertQuiet();
    }

    [Fact]
    public async Task A_chip_of_a_hit_narrows_to_what_has_it_too()
    {
        await using var tab = await browser.OpenAsync(Wide);
        await tab.GoAsync(site.Address, "/?tag=apollo-11");
        await tab.Hits.First.Locator(".chip.tag").Filter(new() { HasNotText = "Apollo 11" }).First.ClickAsync();
        await Expect(tab.Page).ToHaveURLAsync(new Regex("tag=apollo-11&tag=[a-z0-9-]+$"));
        await Expect(tab.Hits).Not.ToHaveCountAsync(0);
        tab.AssertQuiet();
    }

    [Fact]
    public async Task A_bar_of_the_timeline_chooses_its_time_and_the_other_bars_stay()
    {
        await using var tab = await browser.OpenAsync(Wide);
        await tab.GoAsync(site.Address, "/?kind=post");
        var bars = tab.Page.Locator(".bar");
        await Expect(bars).Not.ToHaveCountAsync(0);
        var count = await bars.CountAsync();
        var bar = tab.Page.GetByRole(AriaRole.Link, new() { NameRegex = new Regex("^2022: ") });
        var total = Regex.Match((await bar.GetAttributeAsync("aria-label"))!, @": (\d+)").Groups[1].Value;
        await bar.ClickAsync();

        await Expect(tab.Page).ToHaveURLAsync(new Regex("from=2022&to=2022$"));
        await Expect(tab.Heading).ToHaveTextAsync(new Regex($"^{total} results?$"));
        await Expect(tab.Page.Locator(".bar.chosen")).ToHaveCountAsync(1);
        await Expect(bars).ToHaveCountAsync(count);
        await tab.Page.GetByRole(AriaRole.Link, new() { NameRegex = new Regex("^2022: ") }).ClickAsync();
        await Expect(tab.Page).ToHaveURLAsync(new Regex(@"\?kind=post$"));
        tab.AssertQuiet();
    }

    [Fact]
    public async Task A_drag_over_the_timeline_chooses_all_that_it_passes()
    {
        await using var tab = await browser.OpenAsync(Wide);
        await tab.GoAsync(site.Address, "/?kind=post");
        var from = (await tab.Page.Locator(".bar[data-from='2024'] .column").BoundingBoxAsync())!;
        var to = (await tab.Page.Locator(".bar[data-from='2022'] .column").BoundingBoxAsync())!;
        await tab.Page.Mouse.MoveAsync(from.X + (from.Width / 2), from.Y + from.Height - 2);
        await tab.Page.Mouse.DownAsync();
        await tab.Page.Mouse.MoveAsync(to.X + (to.Width / 2), to.Y + to.Height - 2, new() { Steps = 5 });
        await tab.Page.Mouse.UpAsync();

        await Expect(tab.Page).ToHaveURLAsync(new Regex("from=2022&to=2024$"));
        await Expect(tab.Page.Locator(".bar.chosen")).ToHaveCountAsync(3);
        tab.AssertQuiet();
    }

    [Fact]
    public async Task The_arrow_keys_go_from_bar_to_bar_and_with_Shift_choose_all_between()
    {
        await using var tab = await browser.OpenAsync(Wide);
        await tab.GoAsync(site.Address, "/?kind=post");
        await tab.Page.Locator(".bar[data-from='2022']").FocusAsync();
        await tab.Page.Keyboard.PressAsync("ArrowRight");
        await Expect(tab.Page.Locator(".bar[data-from='2023']")).ToBeFocusedAsync();
        await tab.Page.Keyboard.PressAsync("Shift+ArrowRight");
        await Expect(tab.Page).ToHaveURLAsync(new Regex("from=2023&to=2024$"));
        await Expect(tab.Page.Locator(".bar[data-from='2024']")).ToBeFocusedAsync();
        tab.AssertQuiet();
    }

    [Fact]
    public async Task A_range_is_set_by_year_month_or_day_and_nonsense_is_refused_in_words()
    {
        await using var tab = await browser.OpenAsync(Wide);
        await tab.GoAsync(site.Address, "/?kind=post");
        var from = tab.Page.GetByLabel("From", new() { Exact = true });
        await from.FillAsync("2022-05");
        await from.PressAsync("Enter");
        await Expect(tab.Page).ToHaveURLAsync(new Regex("from=2022-05$"));
        await Expect(tab.Page.GetByRole(AriaRole.Button, new() { Name = "Remove From May 2022" })).ToBeVisibleAsync();

        await from.FillAsync("yesterday");
        await from.PressAsync("Enter");
        Assert.False(await from.EvaluateAsync<bool>("input => input.checkValidity()"));
        await Expect(tab.Page).ToHaveURLAsync(new Regex("from=2022-05$"));
        tab.AssertQuiet();
    }

    [Fact]
    public async Task Kind_and_order_are_links_that_keep_the_rest()
    {
        await using var tab = await browser.OpenAsync(Wide);
        await tab.GoAsync(site.Address, "/?q=moon&tag=apollo-11");
        await tab.Page.GetByRole(AriaRole.Link, new() { NameRegex = new Regex(@"^Quotations \d") }).ClickAsync();
        await Expect(tab.Page).ToHaveURLAsync(new Regex(@"\?q=moon&kind=quote&tag=apollo-11$"));
        await Expect(tab.Page.Locator(".hit:not(.quotation)")).ToHaveCountAsync(0);
        await tab.Page.GetByRole(AriaRole.Link, new() { Name = "Oldest" }).ClickAsync();
        await Expect(tab.Page).ToHaveURLAsync(new Regex("&sort=oldest$"));
        await Expect(tab.Page.GetByRole(AriaRole.Link, new() { Name = "Oldest" })).ToHaveAttributeAsync("aria-current", "true");
        tab.AssertQuiet();
    }

    private static async Task<string> CountOf(Tab tab, string tag) => await tab.Value("tag", tag).Locator(".count").InnerTextAsync();

    private static async Task<int> TotalOf(Tab tab)
    {
        await Expect(tab.Page.Locator("#results")).ToHaveAttributeAsync("aria-busy", "false");
        return int.Parse(Regex.Match(await tab.Heading.InnerTextAsync(), @"^\d+").Value, System.Globalization.CultureInfo.InvariantCulture);
    }
}
