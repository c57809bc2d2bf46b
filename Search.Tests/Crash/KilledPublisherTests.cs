using Search.Core.Generations;
using Search.Tests.Generations;
using Xunit;

namespace Search.Tests.Crash;

public sealed class KilledPublisherTests : IDisposable
{
    private readonly IndexFolder _index = new();

    public void Dispose() => _index.Dispose();

    public static TheoryData<PublishStep> Steps => [.. Enum.GetValues<PublishStep>()];

    [Theory]
    [MemberData(nameof(Steps))]
    public void A_publisher_killed_after_a_step_leaves_an_index_that_serves_and_goes_on(PublishStep step)
    {
        var first = _index.Publish().Id;
        var second = _index.Publish().Id;

        Victim.PublishAndDieAfter(_index.Path, step);

        var served = _index.Open().CurrentId();
        if (step < PublishStep.Current)
            Assert.Equal(second, served);
        else
            Assert.NotEqual(second, served);
        AssertWhole(served);
        using (_index.Open().Acquire(served!))
            Assert.True(string.CompareOrdinal(served, first) > 0);

        var next = _index.Publish().Id;
        Assert.Equal(next, _index.Open().CurrentId());
        AssertWhole(next);
        string[] expected = step < PublishStep.Current ? [first, second, next] : [second, served!, next];
        Assert.Equal(expected, _index.FolderNames());
        Assert.Equal(expected.Select(id => id + ".lock"), Directory.EnumerateFiles(Path.Combine(_index.Path, "leases")).Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Steps))]
    public void The_very_first_publisher_killed_after_a_step_is_no_harm_to_the_next(PublishStep step)
    {
        Victim.PublishAndDieAfter(_index.Path, step);

        var served = _index.Open().CurrentId();
        Assert.Equal(step < PublishStep.Current, served is null);
        if (served is not null)
            AssertWhole(served);

        AssertWhole(_index.Publish().Id);
        Assert.DoesNotContain(_index.FolderNames(), name => name.Contains('.', StringComparison.Ordinal));
    }

    [Fact]
    public void A_publisher_killed_at_any_moment_leaves_an_index_that_serves_and_goes_on()
    {
        _index.Publish();
        var store = _index.Open();
        for (var steps = 1; steps <= 14; steps++)
        {
            using (var victim = Victim.PublishMany(_index.Path))
            {
                for (var i = 0; i < steps; i++)
                    Assert.NotNull(victim.ReadLine());
                victim.Kill();
            }
            AssertWhole(store.CurrentId());
            Assert.All(store.Ids(), id => Assert.Empty(store.QuickProblems(id)));
        }
        AssertWhole(_index.Publish().Id);
        Assert.True(_index.FolderNames().Length <= 3);
    }

    private void AssertWhole(string? id)
    {
        var report = _index.Open().Verify(id);
        Assert.True(report.IsWhole, string.Join('\n', report.Problems));
    }
}
