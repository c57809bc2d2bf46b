using System.CommandLine;
using Microsoft.Playwright;
using Search.Bench.Load;

namespace Search.Bench.Faces;

/// <summary><c>screenshots</c>: a picture of every view over an index, as <c>docs/views/</c> shows them of <c>samples/</c>.</summary>
internal static class ScreenshotsCommand
{
    private sealed record View(string Name, string Address, string WaitFor, int Width = 1200, int Height = 900, ColorScheme Colours = ColorScheme.Light, string? Press = null);

    private static readonly View[] Views =
    [
        new("console", "/?q=moon&tag=apollo-11", ".hits > li"),
        new("console-dark", "/?q=moon&tag=apollo-11", ".hits > li", Colours: ColorScheme.Dark),
        new("console-phone", "/?q=moon", ".hits > li", 390, 844),
        new("help", "/?q=moon", ".hits > li", Press: "summary:has-text('How to search')"),
        new("explanation", "/?q=moth+relay&kind=post&explain=true", ".why"),
        new("post", "/?q=moth&post=2022-09-09-a-moth-in-relay-70", "#post .related-posts > li"),
        new("results-without-scripts", "/search?q=moth+relay", ".hits > li"),
        new("quotations", "/quotes", ".hits > li"),
        new("people", "/people", ".counted"),
        new("person", "/people/grace-hopper", "svg.bars"),
        new("tags", "/tags", ".report"),
        new("tag", "/tags/apollo-programme", ".hits > li"),
        new("compare", "/compare?a=tag:moon&b=tag:computing", "svg.lines"),
    ];

    public static Command Create()
    {
        var index = new Option<DirectoryInfo>("--index") { Description = "The index to show; one of samples/ for docs/views", Required = true };
        var api = new Option<FileInfo>("--api") { Description = "Search.Api.dll, or a published program", Required = true };
        var output = new Option<DirectoryInfo>("--out") { Description = "Folder for the pictures", Required = true };
        var command = new Command("screenshots", "Pictures of every view, for docs/views") { index, api, output };
        command.SetAction(async (result, _) =>
        {
            using var server = ServerProcess.Start(result.GetRequiredValue(api).FullName, ["--index", result.GetRequiredValue(index).FullName, "--urls", "{url}"], "/api/search?q=moon");
            await TakeAsync($"http://127.0.0.1:{server.Port}", Directory.CreateDirectory(result.GetRequiredValue(output).FullName).FullName);
            return 0;
        });
        return command;
    }

    private static async Task TakeAsync(string service, string folder)
    {
        await using var browser = await DrivenBrowser.StartAsync();
        foreach (var view in Views)
        {
            var page = await browser.OpenAsync(view.Width, view.Height, view.Colours);
            await page.GotoAsync(service + view.Address);
            await page.Locator(view.WaitFor).First.WaitForAsync();
            if (view.Press is { } press)
                await page.Locator(press).First.ClickAsync();
            await SaveAsync(page, view.Name);
        }
        foreach (var (name, width, colours) in new[] { ("search-box", 800, ColorScheme.Light), ("search-box-dark", 800, ColorScheme.Dark), ("search-box-phone", 390, ColorScheme.Light) })
        {
            var page = await browser.OpenAsync(width, 800, colours);
            await DrivenBrowser.EmbedAsync(page, service);
            await page.Locator("search-box input").FillAsync("compiler");
            await page.Locator("[role=option]").First.WaitForAsync();
            await page.Keyboard.PressAsync("ArrowDown");
            await SaveAsync(page, name);
        }
        var related = await browser.OpenAsync(800, 800);
        await DrivenBrowser.EmbedAsync(related, service);
        await related.Locator("related-posts li a").First.WaitForAsync();
        await SaveAsync(related, "related-posts");

        async Task SaveAsync(IPage page, string name)
        {
            await page.ScreenshotAsync(new() { Path = Path.Combine(folder, name + ".png"), Animations = ScreenshotAnimations.Disabled, Caret = ScreenshotCaret.Hide });
            Console.WriteLine($"{name}.png");
            await page.Context.CloseAsync();
        }
    }
}
