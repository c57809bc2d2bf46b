using Microsoft.Playwright;

namespace Search.Tests.Web;

/// <summary>A page of a site that has no service, with a strict policy: what <c>export site</c> wrote stands below <c>/exported/</c>.</summary>
internal static class StaticPage
{
    public static async Task<Tab> OpenAsync(Browser browser, Uri address, string folder, string body, string canonical = "")
    {
        var tab = await browser.OpenAsync();
        await tab.Page.RouteAsync("**/exported/**", route => route.FulfillAsync(new()
        {
            Path = FileOf(folder, route.Request.Url),
            ContentType = Path.GetExtension(new Uri(route.Request.Url).AbsolutePath) switch { ".js" => "text/javascript", ".json" => "application/json", _ => "application/octet-stream" },
        }));
        await tab.Page.RouteAsync("**/static-page", route => route.FulfillAsync(new()
        {
            ContentType = "text/html; charset=utf-8",
            Headers = new Dictionary<string, string> { ["Content-Security-Policy"] = "default-src 'none'; script-src 'self'; connect-src 'self'; require-trusted-types-for 'script'; trusted-types 'none'" },
            Body = $"""<!doctype html><html lang="en"><head><title>A site</title><link rel="canonical" href="{canonical}"></head><body><main><h1>A site</h1>{body}</main></body></html>""",
        }));
        await tab.Page.GotoAsync(new Uri(address, "/static-page").ToString());
        return tab;
    }

    /// <summary>The file that an address below <c>/exported/</c> stands for.</summary>
    public static string FileOf(string folder, string url) => Path.Combine(folder, new Uri(url).AbsolutePath["/exported/".Length..]);
}
