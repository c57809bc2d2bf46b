using System.Text.RegularExpressions;
using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using Xunit;

namespace Search.Tests.Web;

/// <summary>The components for other sites, in a page of another origin with a strict policy: keys, states, hostile text, widths.</summary>
[Collection<SharedSite>]
public sealed class ComponentTests(Site site, Browser browser)
{
    private const string Combobox = "search-box input";

    // 127.0.0.1 and localhost are two origins.
    private string Service => $"http://127.0.0.1:{site.Address.Port}";

    private string Other => $"http://localhost:{site.Address.Port}/embedded";

    [Fact]
    public async Task The_keys_of_the_box_do_what_is_promised()
    {
        await using var tab = await OpenAsync();
        var page = tab.Page;
        await page.Locator("#before").FocusAsync();
        await page.Keyboard.PressAsync("/");
        await Assertions.Expect(page.Locator(Combobox)).ToBeFocusedAsync();
        await page.Keyboard.TypeAsync("compiler");
        await page.Locator("[role=option]").First.WaitForAsync();
        await Assertions.Expect(page.Locator(Combobox)).ToHaveAttributeAsync("aria-expanded", "true");
        Assert.Matches(@"^\d+ results for compiler", await page.Locator("search-box [role=status]").InnerTextAsync());
        Assert.Equal(0, await page.Locator("[role=option] a").CountAsync());
        Assert.True(await page.Locator("[role=option] mark").CountAsync() > 0);
        await AssertAccessibleAsync(page);

        await page.Keyboard.PressAsync("ArrowDown");
        var active = await page.Locator(Combobox).GetAttributeAsync("aria-activedescendant");
        await Assertions.Expect(page.Locator($"#{active}")).ToHaveAttributeAsync("aria-selected", "true");
        await page.Keyboard.PressAsync("ArrowUp");
        Assert.Null(await page.Locator(Combobox).GetAttributeAsync("aria-activedescendant"));
        await page.Keyboard.PressAsync("ArrowUp");
        await page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(page.Locator(Combobox)).ToHaveAttributeAsync("aria-expanded", "false");
        await page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(page.Locator(Combobox)).ToHaveValueAsync("");
        await page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(page.Locator("#before")).ToBeFocusedAsync();

        await page.Keyboard.PressAsync("Control+k");
        await Assertions.Expect(page.Locator(Combobox)).ToBeFocusedAsync();
        await page.Keyboard.TypeAsync("moth");
        await page.Locator("[role=option]").First.WaitForAsync();
        var opened = await page.Context.RunAndWaitForPageAsync(() => page.Keyboard.PressAsync("Shift+Enter"));
        Assert.EndsWith("q=moth", opened.Url);
        await opened.CloseAsync();
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync("**/search?q=moth");
        tab.AssertQuiet();
    }

    [Fact]
    public async Task Recent_searches_stay_on_the_device_and_can_be_forgotten()
    {
        await using var tab = await OpenAsync();
        await tab.Page.EvaluateAsync("localStorage.setItem('search-box-recent', JSON.stringify(['<img src=x onerror=alert(1)>', 'apollo']))");
        await tab.Page.Locator(Combobox).FocusAsync();
        await Assertions.Expect(tab.Page.Locator("[role=option]")).ToHaveCountAsync(3);
        await AssertAccessibleAsync(tab.Page);
        await tab.Page.Locator("[role=option]").Last.ClickAsync();
        await Assertions.Expect(tab.Page.Locator("[role=option]")).ToHaveCountAsync(0);
        Assert.Null(await tab.Page.EvaluateAsync<string?>("localStorage.getItem('search-box-recent')"));
        tab.AssertQuiet();
    }

    [Fact]
    public async Task Typing_in_an_input_method_is_not_searched_and_stale_answers_are_dropped()
    {
        await using var tab = await OpenAsync();
        var asked = new List<string>();
        await tab.Page.RouteAsync("**/api/search?**", async route =>
        {
            asked.Add(route.Request.Url);
            await route.FulfillAsync(Json("""{"total":1,"hits":[{"kind":"post","title":"T","titleHtml":"&lt;img src=x onerror=alert(1)&gt; <img src=x onerror=alert(1)> <mark>m</mark>","excerptHtml":"&amp;lt;","url":"javascript:alert(1)"}]}"""));
        });
        await tab.Page.EvaluateAsync($"() => {{ const i = document.querySelector('{Combobox}'); i.focus(); i.value = 'か'; i.dispatchEvent(new InputEvent('input', {{ isComposing: true, bubbles: true }})); }}");
        await tab.Page.Keyboard.TypeAsync("abc");
        await tab.Page.Locator("[role=option] mark").First.WaitForAsync();
        Assert.Single(asked);
        Assert.Contains("<img src=x onerror=alert(1)> <img", await tab.Page.Locator("[role=option] .title").First.InnerTextAsync());
        Assert.Equal(0, await tab.Page.Locator("search-box img").CountAsync());
        tab.AssertQuiet();
    }

    [Fact]
    public async Task Nothing_found_and_an_error_are_said()
    {
        await using var tab = await OpenAsync();
        await tab.Page.Locator(Combobox).FillAsync("qqqqzzzzxx");
        await Assertions.Expect(tab.Page.Locator("search-box .state")).ToHaveTextAsync("Nothing found for qqqqzzzzxx");
        await AssertAccessibleAsync(tab.Page);
        await tab.Page.RouteAsync("**/api/search?**", route => route.FulfillAsync(new() { Status = 500 }));
        await tab.Page.Locator(Combobox).FillAsync("compiler");
        await Assertions.Expect(tab.Page.Locator("search-box .state")).ToContainTextAsync("does not answer");
        await tab.Page.Context.SetOfflineAsync(true);
        await tab.Page.Locator(Combobox).FillAsync("compilers");
        await Assertions.Expect(tab.Page.Locator("search-box .state")).ToContainTextAsync("offline");
        tab.AssertQuiet("500", "ERR_INTERNET_DISCONNECTED", "ERR_FAILED", "CORS");
    }

    [Fact]
    public async Task A_slow_answer_is_announced_and_an_answer_to_an_earlier_text_is_dropped()
    {
        await using var tab = await OpenAsync();
        var slow = new TaskCompletionSource();
        await tab.Page.RouteAsync("**/api/search?**", async route =>
        {
            if (route.Request.Url.Contains("q=early", StringComparison.Ordinal))
                await slow.Task;
            // The browser has given up on what it no longer wants.
            if (!route.Request.Url.Contains("q=early", StringComparison.Ordinal))
                await route.FulfillAsync(Json("""{"total":1,"hits":[{"kind":"post","titleHtml":"The later","title":"The later","excerptHtml":"","url":"https://example.org/later"}]}"""));
        });
        await tab.Page.Locator(Combobox).FillAsync("early");
        await Assertions.Expect(tab.Page.Locator("search-box .state")).ToHaveTextAsync("Searching …");
        await Assertions.Expect(tab.Page.Locator("search-box .state")).ToHaveTextAsync("Still searching …");
        await Assertions.Expect(tab.Page.Locator("search-box [role=status]")).ToHaveTextAsync("Still searching …");
        await AssertAccessibleAsync(tab.Page);
        var failed = new TaskCompletionSource<string?>();
        tab.Page.RequestFailed += (_, request) =>
        {
            if (request.Url.Contains("q=early", StringComparison.Ordinal))
                failed.TrySetResult(request.Failure);
        };
        await tab.Page.Locator(Combobox).FillAsync("late");
        Assert.Contains("ABORTED", await failed.Task.WaitAsync(TimeSpan.FromSeconds(30)), StringComparison.Ordinal);
        slow.SetResult();
        await Assertions.Expect(tab.Page.Locator("[role=option] .title").First).ToHaveTextAsync("The later");
        await Assertions.Expect(tab.Page.Locator("search-box [role=status]")).ToHaveTextAsync("1 result for late");
        tab.AssertQuiet();
    }

    [Fact]
    public async Task What_is_meant_is_offered_and_words_are_those_of_the_page()
    {
        await using var tab = await OpenAsync();
        await tab.Page.EvaluateAsync("() => { const b = document.querySelector('search-box'); b.setAttribute('label-results', '{count} Treffer zu {query}'); b.setAttribute('label-meant', 'Meinten Sie {query}?'); b.setAttribute('label-posts', 'Beiträge'); }");
        await tab.Page.Locator(Combobox).FillAsync("compilr");
        var meant = tab.Page.Locator("[role=option]").First;
        await Assertions.Expect(meant).ToHaveTextAsync("Meinten Sie compiler?");
        await Assertions.Expect(tab.Page.Locator("search-box .group").First).ToHaveTextAsync("Beiträge");
        await tab.Page.Keyboard.PressAsync("ArrowDown");
        await tab.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(tab.Page.Locator(Combobox)).ToHaveValueAsync("compiler");
        await Assertions.Expect(tab.Page.Locator("search-box [role=status]")).ToHaveTextAsync(new Regex(@"^\d+ Treffer zu compiler"));
        await Assertions.Expect(tab.Page.Locator(Combobox)).ToBeFocusedAsync();
        tab.AssertQuiet();
    }

    [Fact]
    public async Task Enter_and_a_click_open_what_is_chosen_and_Shift_a_new_tab()
    {
        await using var tab = await OpenAsync();
        await tab.Page.Context.RouteAsync("https://example.org/**", route => route.FulfillAsync(new() { ContentType = "text/html", Body = "<title>A post</title>" }));
        // What leads away is no complaint here: requests are answered by the test.
        await tab.Page.Locator(Combobox).FillAsync("compiler");
        await tab.Page.Locator("[role=option]").First.WaitForAsync();
        await tab.Page.Keyboard.PressAsync("ArrowDown");
        var opened = await tab.Page.Context.RunAndWaitForPageAsync(() => tab.Page.Keyboard.PressAsync("Shift+Enter"));
        Assert.StartsWith("https://example.org/", opened.Url);
        await opened.CloseAsync();
        await tab.Page.BringToFrontAsync();
        Assert.Equal(["compiler"], await tab.Page.EvaluateAsync<string[]>("JSON.parse(localStorage.getItem('search-box-recent'))"));
        await tab.Page.Locator("[role=option][aria-selected=true]").WaitForAsync();
        await tab.Page.Keyboard.PressAsync("Enter");
        await tab.Page.WaitForURLAsync("https://example.org/**");
        tab.AssertQuiet("request to https://example.org/");
    }

    [Theory]
    [InlineData(320, ColorScheme.Light, "ltr")]
    [InlineData(320, ColorScheme.Dark, "rtl")]
    [InlineData(768, ColorScheme.Light, "rtl")]
    [InlineData(768, ColorScheme.Dark, "ltr")]
    [InlineData(1440, ColorScheme.Light, "ltr")]
    [InlineData(1440, ColorScheme.Dark, "ltr")]
    public async Task Both_fit_every_width_in_both_colours(int width, ColorScheme colours, string direction)
    {
        await using var tab = await OpenAsync(new() { ViewportSize = new() { Width = width, Height = 900 }, ColorScheme = colours }, direction);
        await tab.Page.Locator(Combobox).FillAsync("apollo");
        await tab.Page.Locator("[role=option]").First.WaitForAsync();
        await tab.Page.Locator("related-posts li a").First.WaitForAsync();
        Assert.True(await tab.FitsAsync());
        await AssertAccessibleAsync(tab.Page);
        if (Environment.GetEnvironmentVariable("SEARCH_SCREENSHOTS") is { Length: > 0 } folder)
            await tab.Page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"components-{width}-{colours}-{direction}.png") });
        tab.AssertQuiet();
    }

    [Fact]
    public async Task Related_posts_come_with_reasons_from_the_service_and_from_a_file()
    {
        await using var tab = await OpenAsync();
        await tab.Page.Locator("related-posts .reasons, related-posts [part=reasons]").First.WaitForAsync();
        await tab.Page.RouteAsync("**/related.json", route => route.FulfillAsync(Json("""{"own":[{"title":"<img src=x onerror=alert(1)>","url":"/a/","reasons":["<b>same</b> people"]},{"title":"bad","url":"javascript:alert(1)"}]}""")));
        await tab.Page.EvaluateAsync("() => { const r = document.querySelector('related-posts'); r.setAttribute('post', 'own'); r.setAttribute('src', '/related.json'); }");
        await Assertions.Expect(tab.Page.Locator("related-posts a")).ToHaveTextAsync("<img src=x onerror=alert(1)>");
        Assert.Equal("<b>same</b> people", await tab.Page.Locator("related-posts [part=reasons]").InnerTextAsync());
        tab.AssertQuiet();
    }

    private static RouteFulfillOptions Json(string body) => new() { ContentType = "application/json", Body = body, Headers = new Dictionary<string, string> { ["Access-Control-Allow-Origin"] = "*" } };

    private static async Task AssertAccessibleAsync(IPage page)
    {
        var found = await page.RunAxe(new AxeRunOptions { ResultTypes = [ResultType.Violations] });
        Assert.Empty(found.Violations.Select(violation => $"{violation.Id}: {string.Join(' ', violation.Nodes.Select(node => node.Html))}"));
    }

    private async Task<Tab> OpenAsync(BrowserNewContextOptions? options = null, string direction = "ltr")
    {
        // The page comes from the test and not from this machine's network, so that the browser asks before it may reach the service.
        options ??= new();
        options.Permissions = ["local-network-access"];
        var tab = await browser.OpenAsync(options);
        await tab.Page.RouteAsync(Other, route => route.FulfillAsync(new()
        {
            ContentType = "text/html; charset=utf-8",
            Headers = new Dictionary<string, string> { ["Content-Security-Policy"] = $"default-src 'none'; script-src {Service}; connect-src {Service} 'self'; style-src 'none'; require-trusted-types-for 'script'; trusted-types 'none'" },
            Body = $"""
                <!doctype html><html lang="en" dir="{direction}"><head><meta name="color-scheme" content="light dark"><meta name="viewport" content="width=device-width"><title>A site</title>
                <link rel="canonical" href="https://example.org/orbits/2021/12/the-admiral-and-the-compiler/"></head><body><main><h1>A site</h1><button id="before">Before</button>
                <search-box><form action="{Service}/search"><label for="s">Search</label> <input id="s" name="q" type="search"></form></search-box>
                <related-posts></related-posts></main>
                <script type="module" src="{Service}/search-box.js"></script><script type="module" src="{Service}/related-posts.js"></script></body></html>
                """,
        }));
        await tab.Page.GotoAsync(Other);
        await tab.Page.Locator("search-box input[role=combobox]").WaitForAsync(new() { Timeout = 5000 });
        return tab;
    }
}
