using Microsoft.Playwright;
using Xunit;

namespace Search.Tests.Web;

/// <summary>
/// Debian's chromium, driven by Playwright; started once, when the first test asks for it. Nothing is downloaded: where there is no
/// chromium the test skips and says so, or fails if <c>SEARCH_REQUIRE_ALL=1</c> is set.
/// </summary>
public sealed class Browser : IAsyncLifetime
{
    private static readonly string[] Places = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];
    private static readonly string[] Flags =
        ["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"];

    private readonly SemaphoreSlim _starting = new(1);
    private IPlaywright? _playwright;
    private IBrowser? _browser;
    private Tab? _modules;

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async Task<Tab> OpenAsync(BrowserNewContextOptions? options = null)
    {
        var context = await (await StartAsync()).NewContextAsync(options ?? new());
        context.SetDefaultTimeout(20_000);
        return new Tab(await context.NewPageAsync());
    }

    /// <summary>The value of an expression over a module of the console (<c>m</c>) and an argument (<c>a</c>); one page serves all calls.</summary>
    public async Task<T> CallAsync<T>(Site site, string module, string expression, object argument)
    {
        if (_modules is null)
        {
            _modules = await OpenAsync();
            await _modules.GoAsync(site.Address, "/search?q=moth");
        }
        return await _modules.Page.EvaluateAsync<T>($"async a => {{ const m = await import('/console/{module}.js'); return {expression}; }}", argument);
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
            await _browser.CloseAsync();
        _playwright?.Dispose();
        _starting.Dispose();
    }

    private async Task<IBrowser> StartAsync()
    {
        await _starting.WaitAsync(TestContext.Current.CancellationToken);
        try
        {
            if (_browser is not null)
                return _browser;
            var chromium = Places.FirstOrDefault(File.Exists);
            if (chromium is null && Environment.GetEnvironmentVariable("SEARCH_REQUIRE_ALL") != "1")
                Assert.Skip($"no chromium is installed ({string.Join(", ", Places)})");
            Assert.True(chromium is not null, "no chromium is installed, and SEARCH_REQUIRE_ALL=1 demands it");
            _playwright ??= await Playwright.CreateAsync();
            return _browser = await _playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions { ExecutablePath = chromium, Args = Flags });
        }
        finally
        {
            _starting.Release();
        }
    }
}
