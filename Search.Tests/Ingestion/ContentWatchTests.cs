using Search.Core.Ingestion;
using Search.Core.Searching;
using Search.Tests.Behaviour;
using Xunit;

namespace Search.Tests.Ingestion;

/// <summary>A watched folder and an index that follows it, as <c>index --watch</c> and the host with content do.</summary>
public sealed class ContentWatchTests : IDisposable
{
    private readonly TestSite site = new();
    private readonly CancellationTokenSource stop = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
    private readonly List<IngestReport> published = [];
    private readonly Task following;
    private readonly SearchService service;
    private int failures;

    public ContentWatchTests()
    {
        site.Post("2026-01-01", "one", "Alpha.");
        site.Index();
        service = site.Open();
        var watch = new ContentWatch([site.Source], site.IndexFolder);
        following = Task.Run(() => FollowAsync(watch));
    }

    public void Dispose()
    {
        stop.Cancel();
        following.Wait(TimeSpan.FromMinutes(1), CancellationToken.None);
        service.Dispose();
        site.Dispose();
        stop.Dispose();
    }

    [Fact]
    public async Task A_new_a_changed_a_renamed_and_a_deleted_file_are_followed()
    {
        site.Post("2026-01-02", "two", "Beta.");
        await UntilAsync(() => Count("beta") == 1);
        site.Post("2026-01-02", "two", "Gamma.");
        await UntilAsync(() => Count("gamma") == 1 && Count("beta") == 0);
        File.Move(In("_posts/2026-01-02-two.md"), In("_posts/2026-01-02-second.md"));
        await UntilAsync(() => service.Post("2026-01-02-second", annotations: false) is not null && service.Post("2026-01-02-two", annotations: false) is null);
        site.Delete("_posts/2026-01-02-second.md");
        await UntilAsync(() => Count("gamma") == 0);
    }

    [Fact]
    public async Task An_editor_that_writes_beside_and_renames_over_changes_the_post_and_nothing_else()
    {
        File.WriteAllText(In("_posts/.2026-01-01-one.md.swp"), "---\ntitle: swap\n---\nswap");
        File.WriteAllText(In("_posts/2026-01-01-one.md~"), "---\ntitle: backup\n---\nbackup");
        var temporary = In("_posts/4913");
        File.WriteAllText(temporary, "---\ntitle: one\n---\n\nDelta.\n");
        File.Move(temporary, In("_posts/2026-01-01-one.md"), overwrite: true);
        await UntilAsync(() => Count("delta") == 1);
        Assert.Equal(1, service.Search(new()).Total);
    }

    [Theory]
    [InlineData(".2026-01-01-one.md.swp", "2026-01-01-one.md~", "4913")] // vim
    [InlineData("#2026-01-01-one.md#", ".#2026-01-01-one.md", "2026-01-01-one.md~")] // emacs
    [InlineData("2026-01-01-one.md___jb_old___", "2026-01-01-one.md___jb_tmp___", "2026-01-01-one.md___jb_tmp___")] // JetBrains
    [InlineData("~$26-01-01-one.md", "~$2026-01-01-one.docx", "~WRD0001.tmp")] // Office
    [InlineData(".goutputstream-X1Y2Z3", "2026-01-01-one.md.vsctmp", "2026-01-01-one.md.3d1f0c.tmp")] // gedit, VS Code
    public async Task What_an_editor_puts_beside_a_post_is_no_post(string open, string backup, string written)
    {
        File.WriteAllText(In($"_posts/{open}"), "---\ntitle: open\n---\nAlpha.");
        File.WriteAllText(In($"_posts/{backup}"), "---\ntitle: backup\n---\nAlpha.");
        File.WriteAllText(In($"_posts/{written}"), "---\ntitle: one\n---\n\nTheta.\n");
        File.Move(In($"_posts/{written}"), In("_posts/2026-01-01-one.md"), overwrite: true);
        await UntilAsync(() => Count("theta") == 1);
        Assert.Equal(1, service.Search(new()).Total);
    }

    [Fact]
    public async Task A_post_that_cannot_be_read_for_a_while_comes_back_and_stops_no_other()
    {
        // Its place is taken by a link that leads nowhere, as with emacs' locks and disks that are not mounted.
        File.Delete(In("_posts/2026-01-01-one.md"));
        File.CreateSymbolicLink(In("_posts/2026-01-01-one.md"), In("nowhere.md"));
        site.Post("2026-01-05", "five", "Iota.");
        await UntilAsync(() => Count("iota") == 1 && Count("alpha") == 0);
        File.Delete(In("_posts/2026-01-01-one.md"));
        site.Post("2026-01-01", "one", "Alpha again.");
        await UntilAsync(() => Count("alpha") == 1);
    }

    [Fact]
    public async Task A_burst_of_files_is_published_together()
    {
        for (var i = 0; i < 40; i++)
            site.Post("2026-03-01", $"burst{i}", "Epsilon.");
        // What is found is published, but its run may not have ended yet.
        await UntilAsync(() => Count("epsilon") == 40 && Publishes() > 0);
        Assert.InRange(Publishes(), 1, 5);
    }

    [Fact]
    public async Task A_folder_that_vanishes_and_comes_back_is_followed_again()
    {
        var aside = site.Source + "-aside";
        Directory.Move(site.Source, aside);
        await UntilAsync(() => Volatile.Read(ref failures) > 0);
        Assert.Equal(1, Count("alpha"));
        Directory.Move(aside, site.Source);
        site.Post("2026-01-03", "three", "Zeta.");
        await UntilAsync(() => Count("zeta") == 1);
        Directory.Move(site.Source, aside);
        Directory.CreateDirectory(site.Source);
        site.Post("2026-01-04", "four", "Eta.");
        await UntilAsync(() => Count("eta") == 1);
    }

    private async Task FollowAsync(ContentWatch watch)
    {
        var runs = new FollowingRuns(watch);
        using (watch)
            while (!stop.IsCancellationRequested)
                try
                {
                    await watch.WaitAsync(stop.Token);
                    runs.Run(Run, stop.Token);
                }
                catch (Exception e) when (e is OperationCanceledException or IOException)
                {
                    // Stopped, or the source is away just now.
                    Interlocked.Increment(ref failures);
                }
    }

    private IngestReport Run(bool settleLater, CancellationToken cancel)
    {
        var report = site.Index(settleLater: settleLater, cancel: cancel);
        lock (published)
            if (report.Published)
                published.Add(report);
        return report;
    }

    private string In(string path) => Path.Combine(site.Source, path);

    private int Publishes()
    {
        lock (published)
            return published.Count;
    }

    private long Count(string word) => service.Search(new() { Query = word }).Total;

    // Asked again until it is so, or the test has waited far too long.
    private async Task UntilAsync(Func<bool> isSo)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(25));
        using var tooLong = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        tooLong.CancelAfter(TimeSpan.FromMinutes(1));
        do
            // The clock of the site stands still, so the service does not look by itself.
            service.Refresh();
        while (!isSo() && await timer.WaitForNextTickAsync(tooLong.Token));
    }
}
