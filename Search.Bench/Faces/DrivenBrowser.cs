using Microsoft.Playwright;

namespace Search.Bench.Faces;

/// <summary>Debian's chromium without a window, driven by Playwright; nothing is downloaded.</summary>
internal sealed class DrivenBrowser : IAsyncDisposable
{
    private static readonly string[] Places = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

    private readonly IPlaywright playwright;
    private readonly IBrowser browser;

    private DrivenBrowser(IPlaywright playwright, IBrowser browser) => (this.playwright, this.browser) = (playwright, browser);

    /// <exception cref="InvalidOperationException">No chromium is installed.</exception>
    public static async Task<DrivenBrowser> StartAsync()
    {
        var chromium = Places.FirstOrDefault(File.Exists) ?? throw new InvalidOperationException($"No chromium is installed ({string.Join(", ", Places)}).");
        var playwright = await Playwright.CreateAsync();
        var browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = chromium, Args = ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking", "--hide-scrollbars"] });
        return new(playwright, browser);
    }

    public async Task<IPage> OpenAsync(int width, int height, ColorScheme colours = ColorScheme.Light)
    {
        var context = await browser.NewContextAsync(new() { ViewportSize = new() { Width = width, Height = height }, ColorScheme = colours, ReducedMotion = ReducedMotion.Reduce });
        context.SetDefaultTimeout(30_000);
        return await context.NewPageAsync();
    }

    /// <summary>A page with <c>&lt;search-box&gt;</c> and <c>&lt;related-posts&gt;</c> as a site has them, at an address of the service.</summary>
    public static async Task EmbedAsync(IPage page, string service)
    {
        await page.RouteAsync("**/a-site", route => route.FulfillAsync(new()
        {
            ContentType = "text/html; charset=utf-8",
            Body = """
                <!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="color-scheme" content="light dark"><meta name="viewport" content="width=device-width"><title>A site</title>
                <link rel="canonical" href="https://example.org/orbits/2021/12/the-admiral-and-the-compiler/">
                <style>body { font: 1rem/1.5 system-ui, sans-serif; max-width: 42rem; margin: 2rem auto; padding: 0 1rem } input { font: inherit; inline-size: 100%; box-sizing: border-box; padding: .5rem .7rem }</style></head>
                <body><main><h1>A site</h1><search-box><form action="/search"><label for="s">Search</label> <input id="s" name="q" type="search"></form></search-box>
                <p>A page of a site, with its own form.</p><related-posts></related-posts></main>
                <script type="module" src="/search-box.js"></script><script type="module" src="/related-posts.js"></script></body></html>
                """,
        }));
        await page.GotoAsync(service + "/a-site");
        await page.Locator("search-box input[role=combobox]").WaitForAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await browser.CloseAsync();
        playwright.Dispose();
    }
}
