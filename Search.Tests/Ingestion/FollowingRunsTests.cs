using Search.Core.Ingestion;
using Xunit;

namespace Search.Tests.Ingestion;

public sealed class FollowingRunsTests : IDisposable
{
    private static readonly IngestReport Settled = new() { Sources = [] };
    private static readonly IngestReport Owing = Settled with { IsSettled = false };

    private readonly TemporaryFolder folder = new();
    private readonly ContentWatch watch;
    private readonly FollowingRuns runs;
    private readonly List<bool> settledLater = [];

    public FollowingRunsTests()
    {
        folder.Write("site/one.md", "One.");
        watch = new ContentWatch([folder.In("site")], folder.In("index"));
        runs = new FollowingRuns(watch);
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        watch.Dispose();
        folder.Dispose();
    }

    [Fact]
    public void A_run_that_owes_nothing_is_the_only_one()
    {
        runs.Run((settleLater, _) => Told(settleLater, Settled), Cancel);
        Assert.Equal([true], settledLater);
    }

    [Fact]
    public void What_is_owed_is_done_in_a_second_run()
    {
        runs.Run((settleLater, _) => Told(settleLater, settleLater ? Owing : Settled), Cancel);
        Assert.Equal([true, false], settledLater);
    }

    [Fact]
    public async Task What_is_owed_gives_way_to_a_change_which_is_then_seen()
    {
        runs.Run((settleLater, cancelRun) => settleLater ? Told(settleLater, Owing) : InterruptedByAChange(cancelRun), Cancel);
        // Long before it would look anyway.
        await watch.WaitAsync(Cancel, TimeSpan.FromMinutes(5)).WaitAsync(TimeSpan.FromMinutes(1), Cancel);
    }

    [Fact]
    public void What_is_owed_does_not_give_way_for_ever()
    {
        var done = 0;
        for (var change = 0; change < 5; change++)
            runs.Run(
                (settleLater, cancelRun) =>
                {
                    if (settleLater)
                        return Owing;
                    folder.Write("site/one.md", $"Changed {change}.");
                    if (cancelRun.WaitHandle.WaitOne(change < 4 ? TimeSpan.FromSeconds(30) : TimeSpan.FromMilliseconds(300)))
                        throw new OperationCanceledException(cancelRun);
                    done++;
                    return Settled;
                },
                Cancel);
        Assert.Equal(1, done);
    }

    [Fact]
    public void Whoever_ends_the_following_ends_what_is_owed()
    {
        using var stop = new CancellationTokenSource();
        Assert.ThrowsAny<OperationCanceledException>(() => runs.Run(
            (settleLater, cancelRun) =>
            {
                if (settleLater)
                    return Owing;
                stop.Cancel();
                cancelRun.ThrowIfCancellationRequested();
                return Settled;
            },
            stop.Token));
    }

    private IngestReport Told(bool settleLater, IngestReport report)
    {
        settledLater.Add(settleLater);
        return report;
    }

    private IngestReport InterruptedByAChange(CancellationToken cancelRun)
    {
        folder.Write("site/one.md", "Changed.");
        Assert.True(cancelRun.WaitHandle.WaitOne(TimeSpan.FromSeconds(30)), "It was not told to give way.");
        throw new OperationCanceledException(cancelRun);
    }
}
