using Search.Core.Generations;
using Search.Core.Ingestion;
using Search.Indexer;
using Search.Tests.Behaviour;
using Xunit;

namespace Search.Tests.Indexer;

/// <summary>What <c>index --watch</c> goes through without ending.</summary>
public sealed class IndexRunTests
{
    [Fact]
    public async Task A_fault_in_one_run_is_not_the_end_of_following()
    {
        using var site = new TestSite();
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        stop.CancelAfter(TimeSpan.FromMinutes(1));
        var steps = 0;
        var faults = 0;
        var first = new TaskCompletionSource();
        var followed = new TaskCompletionSource();
        site.Post("2026-01-01", "one", "Alpha.");
        var run = new IndexRun([site.Source], site.IndexFolder, new IngestOptions { Clock = site.Clock, OnStep = OnStep }, json: false, lint: null, plan: null);
        var following = Task.Run(() => run.FollowAsync(stop.Token), TestContext.Current.CancellationToken);
        await first.Task.WaitAsync(stop.Token);
        site.Post("2026-01-02", "two", "Beta.");
        await followed.Task.WaitAsync(stop.Token);
        stop.Cancel();

        Assert.Equal(ExitCode.Success, await following);
        Assert.Equal(1, faults);
        using var service = site.Open();
        Assert.Equal(1, service.Search(new() { Query = "beta" }).Total);

        void OnStep(PublishStep step)
        {
            var last = Enum.GetValues<PublishStep>().Length;
            if (++steps == last)
                first.SetResult();
            else if (steps == last + 1)
            {
                faults++;
                throw new InvalidOperationException("No disk fails like this.");
            }
            else if (steps == 2 * last + 1)
                followed.SetResult();
        }
    }
}
