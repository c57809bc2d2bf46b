using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Search.Bench.Load;

namespace Search.Bench.Faces;

/// <summary>
/// <c>typing</c>: how long after a keystroke the search box has painted what it found, in a browser: titles are typed letter by letter, each letter after the
/// last was answered. The time runs from the event of the key to the frame after the list has changed; the box waits 130 ms of it for more letters.
/// </summary>
internal static class TypingCommand
{
    private const double Debounce = 130;

    // The list is replaced as a whole; the second frame after that begins when the first has been painted.
    private const string Watch = """
        () => {
          const box = document.querySelector('search-box');
          let pressed = 0;
          window.painted = [];
          box.querySelector('input').addEventListener('input', (event) => (pressed = event.timeStamp), true);
          new MutationObserver(() => {
            if (!pressed || !box.querySelector('[role=option]')) return;
            const from = pressed;
            pressed = 0;
            requestAnimationFrame(() => requestAnimationFrame((at) => window.painted.push(at - from)));
          }).observe(box, { childList: true, subtree: true });
        }
        """;

    public static Command Create()
    {
        var index = new Option<DirectoryInfo>("--index") { Description = "The index to search", Required = true };
        var api = new Option<FileInfo>("--api") { Description = "Search.Api.dll, or a published program", Required = true };
        var titles = new Option<int>("--titles") { Description = "Titles to type", DefaultValueFactory = _ => 12 };
        var command = new Command("typing", "Time from a keystroke in the search box to what it found on the screen, in chromium") { index, api, titles };
        command.SetAction(async (result, _) =>
        {
            using var server = ServerProcess.Start(result.GetRequiredValue(api).FullName, ["--index", result.GetRequiredValue(index).FullName, "--urls", "{url}"], "/api/search?q=the");
            await MeasureAsync($"http://127.0.0.1:{server.Port}", result.GetValue(titles));
            return 0;
        });
        return command;
    }

    private static async Task MeasureAsync(string service, int count)
    {
        var titles = await TitlesAsync(service, count);
        await using var browser = await DrivenBrowser.StartAsync();
        var page = await browser.OpenAsync(1200, 900);
        await DrivenBrowser.EmbedAsync(page, service);
        await page.EvaluateAsync(Watch);
        List<double> first = [], all = [];
        foreach (var title in titles)
        {
            await page.Locator("search-box input").FillAsync("");
            await page.EvaluateAsync("() => { window.painted.length = 0; }");
            for (var letters = 1; letters <= title.Length; letters++)
            {
                await page.Keyboard.TypeAsync(title[letters - 1].ToString());
                // A blank asks what was asked before; letters that find nothing paint no option.
                await page.WaitForFunctionAsync("() => document.querySelector('search-box [role=status]').textContent.includes('for ' + document.querySelector('search-box input').value.trim())", null, new() { Timeout = 10_000 });
            }
            var times = await page.EvaluateAsync<double[]>("() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(() => done(window.painted), 0))))");
            first.AddRange(times.Take(1));
            all.AddRange(times);
        }
        Console.WriteLine($"Time from a keystroke to the list painted, without the {Debounce:0} ms that the box waits for more letters (median, 95th of 100, most):");
        Print("first letter of a title", first);
        Print("every letter", all);
    }

    private static void Print(string name, List<double> times)
    {
        var sorted = times.Select(time => time - Debounce).Order().ToList();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name,-26}{sorted.Count,5} times {sorted[sorted.Count / 2],7:0} ms {sorted[(int)(sorted.Count * 0.95)],7:0} ms {sorted[^1],7:0} ms"));
    }

    private static async Task<List<string>> TitlesAsync(string service, int count)
    {
        using var client = new HttpClient();
        using var answer = JsonDocument.Parse(await client.GetStringAsync($"{service}/api/search?kind=post&limit=100&facets=none&highlight=false"));
        var titles = answer.RootElement.GetProperty("hits").EnumerateArray().Select(hit => hit.GetProperty("title").GetString()!)
            .Where(title => title.Length >= 12 && title.All(c => char.IsLetterOrDigit(c) || c == ' ')).Select(title => title[..12].Trim()).Distinct().ToList();
        return [.. titles.Take(count)];
    }
}
