using Search.Core.Generations;
using Search.Core.Searching;
using Search.Tests.Behaviour;
using Xunit;

namespace Search.Tests.Crash;

/// <summary>The whole <c>index</c> command, killed on its way: reading, indexing and publishing of real content.</summary>
public sealed class KilledIndexerTests
{
    public static TheoryData<PublishStep> Steps => [.. Enum.GetValues<PublishStep>()];

    [Theory]
    [MemberData(nameof(Steps))]
    public void An_indexer_killed_after_a_step_leaves_an_index_that_answers_and_the_next_run_succeeds(PublishStep step)
    {
        using var site = new TestSite();
        site.Post("2026-01-01", "one", "Alpha.");
        site.Post("2026-01-02", "two", "Beta.");
        var before = site.Index().Generation;
        using var served = site.Open();
        site.Post("2026-01-01", "one", "Gamma.");
        site.Delete("_posts/2026-01-02-two.md");
        site.Post("2026-01-03", "three", "Delta.");

        Victim.IndexAndDieAfter(site.Source, site.IndexFolder, step);

        served.Refresh();
        if (step < PublishStep.Current)
        {
            Assert.Equal(before, served.Status.Generation);
            Assert.Equal((1, 1, 0, 0), Counts(served));
        }
        else
        {
            Assert.Equal((0, 0, 1, 1), Counts(served));
        }
        site.Index();
        served.Refresh();
        Assert.Equal((0, 0, 1, 1), Counts(served));
        Assert.True(GenerationStore.Open(site.IndexFolder, create: false).Verify(served.Status.Generation).IsWhole);
        Assert.False(site.Index().Published);
    }

    private static (long Alpha, long Beta, long Gamma, long Delta) Counts(SearchService service) => (Count(service, "alpha"), Count(service, "beta"), Count(service, "gamma"), Count(service, "delta"));

    private static long Count(SearchService service, string word) => service.Search(new() { Query = word }).Total;
}
