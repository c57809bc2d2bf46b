using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Search.Tests.Web;

/// <summary>What the console shows when all is not well, and that it goes on by itself where it can.</summary>
[Collection<SharedSite>]
public sealed class StateTests(Site site, Browser browser)
{
    private const string Failed = "Failed to load resource";

    [Fact]
    public async Task Nothing_found_says_so_and_offers_what_to_try()
    {
        await using var tab = await browser.OpenAsync();
        await tab.GoAsync(site.Address, "/?q=%22zyzzyva+zyzzyva%22&tag=moon");
        await Expect(tab.Heading).ToHaveTextAsync(new Regex("^Nothing found for “\"zyzzyva zyzzyva\"”$"));
        await Expect(tab.Page.GetByRole(AriaRole.Link, new() { NameRegex = new Regex("without filters$") })).ToBeVisibleAsync();
        await Expect(tab.Page.GetByRole(AriaRole.Link, new() { Name = "Search for the plain words: zyzzyva zyzzyva" })).ToBeVisibleAsync();
        tab.AssertQuiet();
    }

    [Fact]
    public async Task Without_an_index_it_says_so_and_asks_again_until_there_is_one()
    {
        await using var tab = await browser.OpenAsync();
        var refused = 0;
        await tab.Page.RouteAsync("**/api/search?*", route => Interlocked.Increment(ref refused) > 1
            ? route.ContinueAsync()
            : route.FulfillAsync(new()
            {
                Status = 503,
                ContentType = "application/problem+json",
                Headers = new Dictionary<string, string> { ["retry-after"] = "1", ["content-type"] = "application/problem+json" },
                Body = """{"status":503,"code":"index-not-found","detail":"The index is being built from samples/."}""",
            }));
        await tab.GoAsync(site.Address, "/");
        await Expect(tab.Page.Locator("#message")).ToContainTextAsync("The index is being built from samples/.");
        await Expect(tab.Hits).ToHaveCountAsync(20);
        await Expect(tab.Page.Locator("#message")).ToBeHiddenAsync();
        tab.AssertQuiet(Failed);
    }

    [Fact]
    public async Task An_error_is_told_in_the_words_of_the_answer_and_can_be_tried_again()
    {
        await using var tab = await browser.OpenAsync();
        var fails = true;
        await tab.Page.RouteAsync("**/api/search?*", route => fails
            ? route.FulfillAsync(new() { Status = 500, ContentType = "application/problem+json", Body = """{"status":500,"detail":"<b>The disk</b> is gone."}""" })
            : route.ContinueAsync());
        await tab.GoAsync(site.Address, "/?q=moon");
        await Expect(tab.Page.Locator("#message")).ToContainTextAsync("<b>The disk</b> is gone.");
        fails = false;
        await tab.Page.GetByRole(AriaRole.Button, new() { Name = "Try again" }).ClickAsync();
        await Expect(tab.Hits).Not.ToHaveCountAsync(0);
        tab.AssertQuiet(Failed);
    }

    [Fact]
    public async Task A_refused_question_is_told_with_what_is_accepted()
    {
        await using var tab = await browser.OpenAsync();
        await tab.GoAsync(site.Address, $"/?q={new string('x', 2_100)}");
        await Expect(tab.Page.Locator("#message")).ToContainTextAsync("at most 2000 are accepted");
        tab.AssertQuiet(Failed);
    }

    [Fact]
    public async Task Offline_it_says_so_and_goes_on_when_the_connection_is_back()
    {
        await using var tab = await browser.OpenAsync();
        await tab.GoAsync(site.Address, "/");
        await tab.Page.Context.SetOfflineAsync(true);
        await tab.Page.Locator("#q").FillAsync("sputnik");
        await Expect(tab.Page.Locator("#message")).ToContainTextAsync("You are offline");
        await Expect(tab.Hits).ToHaveCountAsync(20);
        await tab.Page.Context.SetOfflineAsync(false);
        await Expect(tab.Heading).ToHaveTextAsync(new Regex("for “sputnik”$"));
        await Expect(tab.Page.Locator("#message")).ToBeHiddenAsync();
        tab.AssertQuiet(Failed);
    }

    [Fact]
    public async Task A_slow_answer_shows_that_it_is_awaited()
    {
        await using var tab = await browser.OpenAsync();
        var answer = new TaskCompletionSource();
        await tab.Page.RouteAsync("**/api/search?*", async route =>
        {
            await answer.Task;
            await route.ContinueAsync();
        });
        await tab.Page.GotoAsync(site.Address.ToString());
        await Expect(tab.Page.Locator("html.busy")).ToHaveCountAsync(1);
        await Expect(tab.Page.Locator("#results")).ToHaveAttributeAsync("aria-busy", "true");
        await Expect(tab.Page.Locator("#message")).ToHaveTextAsync("Still searching …");
        answer.SetResult();
        await Expect(tab.Hits).ToHaveCountAsync(20);
        await Expect(tab.Page.Locator("html.busy")).ToHaveCountAsync(0);
        tab.AssertQuiet();
    }

    [Fact]
    public async Task An_answer_that_comes_late_is_not_shown_over_a_newer_one()
    {
        await using var tab = await browser.OpenAsync();
        var late = new TaskCompletionSource();
        await tab.Page.RouteAsync("**/api/search?q=*sputnik*", async route =>
        {
            await late.Task;
            await route.ContinueAsync();
        });
        await tab.GoAsync(site.Address, "/");
        var asked = tab.Page.WaitForRequestAsync(new Regex("sputnik"));
        await tab.Page.Locator("#q").FillAsync("sputnik ");
        await asked;
        await tab.Page.Locator("#q").FillAsync("moth ");
        await Expect(tab.Heading).ToHaveTextAsync(new Regex("for “moth”$"));
        late.SetResult();
        await tab.Page.EvaluateAsync("new Promise(done => setTimeout(done, 300))");
        await Expect(tab.Heading).ToHaveTextAsync(new Regex("for “moth”$"));
        tab.AssertQuiet();
    }

    [Fact]
    public async Task A_post_that_does_not_exist_is_told_and_the_results_stay()
    {
        await using var tab = await browser.OpenAsync(new() { ViewportSize = new() { Width = 1440, Height = 900 } });
        await tab.GoAsync(site.Address, "/?q=moon&post=no-such-post");
        await Expect(tab.Page.Locator("#post")).ToContainTextAsync("No post has the id");
        await Expect(tab.Hits.First).ToBeVisibleAsync();
        await tab.Page.GetByRole(AriaRole.Link, new() { Name = "Back to the results" }).ClickAsync();
        await Expect(tab.Page).ToHaveURLAsync(new Regex(@"\?q=moon$"));
        tab.AssertQuiet(Failed);
    }

    [Fact]
    public async Task What_was_read_otherwise_than_typed_is_said_above_the_hits()
    {
        await using var tab = await browser.OpenAsync();
        await tab.GoAsync(site.Address, "/?q=moon+kind:elephant");
        await Expect(tab.Page.Locator(".warnings li").First).ToContainTextAsync("elephant");
        tab.AssertQuiet();
    }
}
