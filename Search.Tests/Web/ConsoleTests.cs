using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Search.Tests.Web;

/// <summary>The console over the samples: typing, following, reading, going back.</summary>
[Collection<SharedSite>]
public sealed class ConsoleTests(Site site, Browser browser)
{
    private const string Moth = "2022-09-09-a-moth-in-relay-70";

    [Fact]
    public async Task It_opens_with_the_newest_documents_and_how_many_there_are()
    {
        await using var tab = await browser.OpenAsync();
        await tab.GoAsync(site.Address, "/");

        await Expect(tab.Heading).ToHaveTextAsync(new Regex(@"^\d+ documents, newest first$"));
        await Expect(tab.Hits).ToHaveCountAsync(20);
        await Expect(tab.Page.Locator("#announcement")).ToHaveTextAsync(new Regex("documents"));
        tab.AssertQuiet();
    }

    [Fact]
    public async Task Typing_finds_and_marks_without_Enter()
    {
        await using var tab = await browser.OpenAsync();
        await tab.GoAsync(site.Address, "/");
        await tab.Page.Locator("#q").PressSequentiallyAsync("moth in relay", new() { Delay = 15 });

        await Expect(tab.Heading).ToHaveTextAsync(new Regex("for “moth in relay”$"));
        await Expect(tab.Hits.First.Locator("h2 a")).ToHaveTextAsync("A moth in relay 70");
        await Expect(tab.Hits.First.Locator("h2 mark").First).ToHaveTextAsync("moth");
        await Expect(tab.Page.Locator("#announcement")).ToHaveTextAsync(new Regex(@"^\d+ results? for “moth in relay”$"));
        tab.AssertQuiet();
    }

    [Fact]
    public async Task Nothing_vanishes_while_a_word_grows_to_its_end()
    {
        await using var tab = await browser.OpenAsync();
        await tab.GoAsync(site.Address, "/");
        var query = tab.Page.Locator("#q");
        foreach (var letter in "engines")
        {
            await query.PressSequentiallyAsync(letter.ToString());
            if ((await query.InputValueAsync()).Length < 2)
                continue;
            await Expect(tab.Heading).ToHaveTextAsync(new Regex($"for “{await query.InputValueAsync()}”$"));
            await Expect(tab.Hits.Filter(new() { HasText = "Engine" })).Not.ToHaveCountAsync(0);
        }
        await query.PressAsync("Enter");
        await Expect(tab.Page).ToHaveURLAsync(new Regex(@"\?q=engines$"));
        await Expect(tab.Hits.Filter(new() { HasText = "Engine" })).Not.ToHaveCountAsync(0);
        tab.AssertQuiet();
    }

    [Fact]
    public async Task Only_the_last_of_many_keystrokes_is_one_step_in_the_history()
    {
        await using var tab = await browser.OpenAsync();
        await tab.GoAsync(site.Address, "/");
        await tab.Page.Locator("#q").PressSequentiallyAsync("sputnik", new() { Delay = 160 });
        await Expect(tab.Heading).ToHaveTextAsync(new Regex("for “sputnik”$"));

        await tab.Page.GoBackAsync();
        await Expect(tab.Heading).ToHaveTextAsync(new Regex("newest first$"));
        await Expect(tab.Page.Locator("#q")).ToHaveValueAsync("");
        await tab.Page.GoForwardAsync();
        await Expect(tab.Heading).ToHaveTextAsync(new Regex("for “sputnik”$"));
        await Expect(tab.Page.Locator("#q")).ToHaveValueAsync("sputnik");
        tab.AssertQuiet();
    }

    [Fact]
    public async Task An_address_that_was_sent_shows_the_same_again()
    {
        await using var first = await browser.OpenAsync();
        await first.GoAsync(site.Address, "/?q=moon&kind=post&tag=apollo-11&from=2019&sort=oldest");
        var titles = await first.Hits.Locator("h2").AllInnerTextsAsync();
        var address = first.Page.Url;
        Assert.NotEmpty(titles);
        await first.Facet("tag").Locator(".value:not(.chosen) input").First.CheckAsync();
        await Expect(first.Page.Locator(".modes")).ToBeVisibleAsync();
        titles = await first.Hits.Locator("h2").AllInnerTextsAsync();
        address = first.Page.Url;

        await using var second = await browser.OpenAsync();
        await second.GoAsync(site.Address, new Uri(address).PathAndQuery);
        Assert.Equal(titles, await second.Hits.Locator("h2").AllInnerTextsAsync());
        second.AssertQuiet();
    }

    [Fact]
    public async Task A_hit_opens_its_related_posts_with_reasons_and_one_can_be_followed()
    {
        await using var tab = await browser.OpenAsync(new() { ViewportSize = new() { Width = 1440, Height = 900 } });
        await tab.GoAsync(site.Address, "/?q=%22relay+70%22&kind=post");
        var hit = tab.Page.Locator($"[data-id='{Moth}']");
        var button = hit.GetByRole(AriaRole.Button, new() { Name = "Related to: A moth in relay 70" });
        await button.ClickAsync();

        await Expect(button).ToHaveAttributeAsync("aria-expanded", "true");
        var related = hit.Locator(".related-posts > li");
        await Expect(related).Not.ToHaveCountAsync(0);
        await Expect(related.First.Locator(".reasons li")).Not.ToHaveCountAsync(0);
        var title = await related.First.Locator(".related-title").InnerTextAsync();
        await related.First.GetByRole(AriaRole.Link, new() { NameRegex = new Regex("^Read here") }).ClickAsync();

        await Expect(tab.Page.Locator("#post h1").First).ToHaveTextAsync(title);
        await Expect(tab.Page.Locator("#post h1").First).ToBeFocusedAsync();
        Assert.Contains("post=", tab.Page.Url, StringComparison.Ordinal);
        await tab.Page.GoBackAsync();
        await Expect(tab.Page.Locator("#post")).ToBeEmptyAsync();
        tab.AssertQuiet();
    }

    [Fact]
    public async Task A_post_is_read_here_and_Escape_leads_back_to_where_it_was_opened()
    {
        await using var tab = await browser.OpenAsync();
        await tab.GoAsync(site.Address, "/?q=moth+relay");
        var read = tab.Page.Locator($"[data-id='{Moth}']").GetByRole(AriaRole.Link, new() { NameRegex = new Regex("^Read here") });
        await read.ClickAsync();

        await Expect(tab.Page.Locator("#post .text p").First).ToContainTextAsync("the best-loved insect");
        await Expect(tab.Page.Locator("#post .related-posts > li")).Not.ToHaveCountAsync(0);
        await Expect(tab.Page).ToHaveTitleAsync("A moth in relay 70 – Search");
        await tab.Page.Keyboard.PressAsync("Escape");
        await Expect(tab.Page.Locator("#post")).ToBeEmptyAsync();
        await Expect(read).ToBeFocusedAsync();
        tab.AssertQuiet();
    }

    [Fact]
    public async Task More_goes_on_to_the_last_hit_and_the_address_remembers_how_far()
    {
        await using var tab = await browser.OpenAsync();
        await tab.GoAsync(site.Address, "/?kind=post&fold=false");
        var total = int.Parse(Regex.Match(await tab.Heading.InnerTextAsync(), @"\d+").Value, System.Globalization.CultureInfo.InvariantCulture);
        await tab.Page.Locator("#more").ClickAsync();
        await Expect(tab.Hits).ToHaveCountAsync(40);
        Assert.Contains("shown=40", tab.Page.Url, StringComparison.Ordinal);

        await tab.Page.ReloadAsync();
        await Expect(tab.Hits).ToHaveCountAsync(40);
        while (await tab.Page.Locator("#more").IsVisibleAsync())
        {
            var shown = await tab.Hits.CountAsync();
            await tab.Page.Locator("#more").ClickAsync();
            await Expect(tab.Hits).ToHaveCountAsync(Math.Min(total, shown + 20));
        }
        Assert.Equal(total, await tab.Hits.CountAsync());
        var ids = await tab.Page.Locator(".hit").EvaluateAllAsync<string[]>("hits => hits.map(hit => hit.dataset.id)");
        Assert.Equal(total, ids.Distinct().Count());
        tab.AssertQuiet();
    }

    [Fact]
    public async Task Keys_lead_to_the_query_and_from_hit_to_hit()
    {
        await using var tab = await browser.OpenAsync();
        await tab.GoAsync(site.Address, "/?q=computer&kind=post");
        var query = tab.Page.Locator("#q");
        var titles = tab.Hits.Locator("h2 a");

        await tab.Page.Keyboard.PressAsync("/");
        await Expect(query).ToBeFocusedAsync();
        await Expect(query).ToHaveValueAsync("computer");
        await tab.Page.Keyboard.PressAsync("ArrowDown");
        await Expect(titles.Nth(0)).ToBeFocusedAsync();
        await tab.Page.Keyboard.PressAsync("ArrowDown");
        await Expect(titles.Nth(1)).ToBeFocusedAsync();
        await tab.Page.Keyboard.PressAsync("ArrowUp");
        await tab.Page.Keyboard.PressAsync("ArrowUp");
        await Expect(query).ToBeFocusedAsync();
        await titles.Nth(1).FocusAsync();
        await tab.Page.Keyboard.PressAsync("Control+k");
        await Expect(query).ToBeFocusedAsync();
        tab.AssertQuiet();
    }

    [Fact]
    public async Task Copies_and_series_are_folded_and_can_be_shown_one_by_one()
    {
        await using var tab = await browser.OpenAsync();
        await tab.GoAsync(site.Address, "/?q=launch+log&fold=false");
        await Expect(tab.Page.GetByRole(AriaRole.Button, new() { Name = "Remove Copies and series shown one by one" })).ToBeVisibleAsync();
        await tab.Page.GetByRole(AriaRole.Button, new() { Name = "Remove Copies and series shown one by one" }).ClickAsync();
        await Expect(tab.Page).ToHaveURLAsync(new Regex(@"\?q=launch\+log$"));
        tab.AssertQuiet();
    }

    [Fact]
    public async Task The_help_opens_and_Escape_closes_it()
    {
        await using var tab = await browser.OpenAsync();
        await tab.GoAsync(site.Address, "/");
        await tab.Page.GetByText("How to search").ClickAsync();
        await Expect(tab.Page.GetByRole(AriaRole.Cell, new() { Name = "person:ada-lovelace" })).ToBeVisibleAsync();
        await tab.Page.Keyboard.PressAsync("Escape");
        await Expect(tab.Page.GetByRole(AriaRole.Cell, new() { Name = "person:ada-lovelace" })).ToBeHiddenAsync();
        tab.AssertQuiet();
    }

    [Fact]
    public async Task A_word_that_is_being_composed_is_not_searched_before_it_is_done()
    {
        await using var tab = await browser.OpenAsync();
        await tab.GoAsync(site.Address, "/");
        var asked = new List<string>();
        tab.Page.Request += (_, request) => asked.Add(request.Url);
        await tab.Page.Locator("#q").EvaluateAsync("""
            async input => {
              input.focus();
              input.dispatchEvent(new CompositionEvent("compositionstart"));
              input.value = "ga";
              input.dispatchEvent(new InputEvent("input", { isComposing: true, bubbles: true }));
              await new Promise(done => setTimeout(done, 400));
            }
            """);
        Assert.DoesNotContain(asked, url => url.Contains("q=", StringComparison.Ordinal));
        await tab.Page.Locator("#q").EvaluateAsync("input => { input.value = 'gagarin'; input.dispatchEvent(new CompositionEvent('compositionend')); }");
        await Expect(tab.Heading).ToHaveTextAsync(new Regex("for “gagarin”$"));
        tab.AssertQuiet();
    }

    [Fact]
    public async Task Each_hit_says_why_it_stands_where_it_does()
    {
        await using var tab = await browser.OpenAsync();
        await tab.GoAsync(site.Address, "/?q=moth+relay&kind=post");
        await tab.Page.GetByRole(AriaRole.Link, new() { Name = "Why this order?" }).ClickAsync();
        await Expect(tab.Page).ToHaveURLAsync(new Regex("explain=true$"));
        await Expect(tab.Hits.First.Locator(".why p")).ToHaveTextAsync(new Regex("^It has"));
        await Expect(tab.Hits.First.Locator(".why meter")).Not.ToHaveCountAsync(0);
        tab.AssertQuiet();
    }

    [Fact]
    public async Task A_quotation_is_shown_in_its_context()
    {
        await using var tab = await browser.OpenAsync();
        await tab.GoAsync(site.Address, "/?q=speaker:grace-hopper&kind=quote");
        await tab.Page.GetByRole(AriaRole.Button, new() { Name = "In context" }).First.ClickAsync();
        await Expect(tab.Page.Locator(".context p").First).Not.ToBeEmptyAsync();
        tab.AssertQuiet();
    }

    [Fact]
    public async Task The_search_is_taken_along_as_a_feed_or_a_file()
    {
        await using var tab = await browser.OpenAsync();
        await tab.GoAsync(site.Address, "/?q=moth&tag=-moon");
        var links = await tab.Page.Locator("#takeaway a").EvaluateAllAsync<string[]>("links => links.map(link => link.getAttribute('href'))");
        Assert.Equal(7, links.Length);
        foreach (var link in links)
        {
            Assert.Contains("q=moth", link);
            using var answer = await site.Client.GetAsync(link, TestContext.Current.CancellationToken);
            Assert.True(answer.IsSuccessStatusCode, link);
        }
        tab.AssertQuiet();
    }
}
