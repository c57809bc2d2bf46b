using System.Net;
using Xunit;

namespace Search.Tests.Api;

/// <summary>With content of its own the host makes the index, answers meanwhile, and follows every change; without, it only follows the index.</summary>
public sealed class ContentKeeperTests
{
    private static readonly Dictionary<string, string> WithContent = new() { ["Search:Content:0"] = ApiHost.SiteFolderMark };

    [Fact]
    public async Task The_index_is_made_from_the_content_and_follows_it()
    {
        using var host = new ApiHost(WithContent);
        Write(host, "_posts/2020-01-01-candle.md", SmallSite.Post("The candle", "[Wax]", "history", "A candle of tallow."));
        await UntilAsync(async () => await TotalAsync(host, "candle") == 1);

        Write(host, "_posts/2020-01-02-torch.md", SmallSite.Post("The torch", "[Pitch]", "history", "A torch of pitch."));
        await UntilAsync(async () => await TotalAsync(host, "torch") == 1);

        File.Delete(Path.Combine(host.SiteFolder, "_posts/2020-01-01-candle.md"));
        await UntilAsync(async () => await TotalAsync(host, "candle") == 0);
        Assert.Equal(1, await TotalAsync(host, "torch"));
    }

    [Fact]
    public async Task An_index_that_appears_later_is_served_without_a_restart()
    {
        using var host = new ApiHost();
        using var none = await host.GetAsync("/api/search");
        await ApiHost.ProblemAsync(none, HttpStatusCode.ServiceUnavailable);

        Write(host, "_posts/2020-01-01-candle.md", SmallSite.Post("The candle", "[Wax]", "history", "A candle of tallow."));
        Search.Core.Ingestion.SiteIndexer.Run([host.SiteFolder], host.IndexFolder, new(), cancel: TestContext.Current.CancellationToken);
        await UntilAsync(async () => await TotalAsync(host, "candle") == 1);
    }

    [Fact]
    public async Task An_index_that_can_not_be_made_is_said_in_words_and_the_host_lives()
    {
        using var host = new ApiHost(WithContent);
        Directory.CreateDirectory(host.IndexFolder);
        // A folder that holds something else is left alone.
        File.WriteAllText(Path.Combine(host.IndexFolder, "generations"), "not an index");
        string? detail = null;
        await UntilAsync(async () =>
        {
            using var response = await host.GetAsync("/api/search");
            detail = (string?)(await ApiHost.ProblemAsync(response, HttpStatusCode.ServiceUnavailable))["detail"];
            return detail!.Contains("could not be built", StringComparison.Ordinal);
        });
        Assert.DoesNotContain(host.IndexFolder, detail);
        using var live = await host.GetAsync("/health/live");
        Assert.Equal(HttpStatusCode.OK, live.StatusCode);
        Assert.Equal("not an index", File.ReadAllText(Path.Combine(host.IndexFolder, "generations")));
    }

    private static async Task<int?> TotalAsync(ApiHost host, string query)
    {
        using var response = await host.GetAsync("/api/search?kind=post&q=" + query);
        return response.StatusCode == HttpStatusCode.OK ? (int)(await ApiHost.JsonAsync(response))["total"]! : null;
    }

    // The host works in the background: asked again until it has got there, or the test has waited far too long.
    private static async Task UntilAsync(Func<Task<bool>> isSo)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        using var tooLong = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        tooLong.CancelAfter(TimeSpan.FromMinutes(1));
        while (!await isSo())
            await timer.WaitForNextTickAsync(tooLong.Token);
    }

    private static void Write(ApiHost host, string path, string content)
    {
        var full = Path.Combine(host.SiteFolder, path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        File.WriteAllText(full, content);
    }
}
