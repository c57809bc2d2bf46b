using Search.Core.Ingestion;
using Search.Core.Searching;
using Xunit;

namespace Search.Tests.Behaviour;

/// <summary>What is published before the collection is brought up to date, and that it is brought up to date.</summary>
public sealed class SettlingTests : IDisposable
{
    private readonly TestSite site = new();

    public SettlingTests()
    {
        for (var i = 1; i <= 4; i++)
            site.Post($"2026-01-0{i}", $"letters{i}", $"Charles Babbage wrote to Mary Somerville in year {i}.", title: $"Letter {i}", tags: "Engines", categories: "letters");
        site.Index();
    }

    public void Dispose() => site.Dispose();

    [Fact]
    public void A_new_post_is_found_at_once_with_the_tags_and_people_that_were_known()
    {
        site.Post("2026-02-01", "visit", "Charles Babbage showed Ada Lovelace the mill.", title: "A visit", tags: "Engines, Mills", categories: "visits");
        var report = site.Index(settleLater: true);

        Assert.Equal((true, false, 1L, 0L), (report.Published, report.IsSettled, report.Added, report.Changed));
        using var service = site.Open();
        var hit = Assert.Single(service.Search(new() { Query = "mill" }).Hits);
        Assert.Equal(["Engines"], hit.Tags.Select(t => t.Label));
        Assert.Equal(["Charles Babbage"], hit.People.Select(p => p.Label));
        Assert.Equal(["visits"], hit.Categories.Select(c => c.Label));
    }

    [Fact]
    public void The_next_run_brings_the_collection_up_to_date_and_then_nothing_is_owed()
    {
        site.Post("2026-02-01", "visit", "Charles Babbage showed Ada Lovelace the mill.", title: "A visit", tags: "Engines, Mills");
        site.Index(settleLater: true);
        var settled = site.Index();

        Assert.Equal((true, true, 0L), (settled.Published, settled.IsSettled, settled.Added));
        using var service = site.Open();
        var hit = Assert.Single(service.Search(new() { Query = "mill" }).Hits);
        Assert.Equal(["Engines", "Mills"], hit.Tags.Select(t => t.Label));
        Assert.Equal(["Ada Lovelace", "Charles Babbage"], hit.People.Select(p => p.Label).Order(StringComparer.Ordinal));
        Assert.Contains(service.Suggest("visi", 10).Suggestions, s => s.Text == "A visit");
        var again = site.Index();
        Assert.Equal((false, true), (again.Published, again.IsSettled));
    }

    [Fact]
    public void A_change_that_is_taken_back_before_the_collection_is_up_to_date_leaves_nothing_behind()
    {
        site.Post("2026-02-01", "visit", "Ada Lovelace.", tags: "Mills");
        site.Index(settleLater: true);
        site.Delete("_posts/2026-02-01-visit.md");
        Assert.False(site.Index(settleLater: true).IsSettled);
        var settled = site.Index();

        Assert.Equal((true, true, 4L), (settled.Published, settled.IsSettled, settled.Unchanged));
        using var service = site.Open();
        Assert.Equal(4, service.Search(new()).Total);
        Assert.False(site.Index().Published);
    }

    [Fact]
    public void A_change_that_calls_for_no_more_is_settled_at_once()
    {
        site.Post("2026-01-02", "letters2", "Charles Babbage wrote to Mary Somerville in year 2, from Turin.", title: "Letter 2", tags: "Engines", categories: "letters");
        var report = site.Index(settleLater: true);

        Assert.Equal((true, true, 1L), (report.Published, report.IsSettled, report.Changed));
    }

    [Fact]
    public void A_new_title_is_found_at_once_and_suggested_once_the_collection_is_up_to_date()
    {
        site.Post("2026-01-02", "letters2", "Charles Babbage wrote to Mary Somerville in year 2.", title: "Turin", tags: "Engines", categories: "letters");
        Assert.False(site.Index(settleLater: true).IsSettled);
        using (var service = site.Open())
            Assert.Equal(1, service.Search(new() { Query = "Turin" }).Total);
        site.Index();
        using var settled = site.Open();
        Assert.Contains(settled.Suggest("turi", 10).Suggestions, s => s.Text == "Turin");
    }

    [Fact]
    public void A_run_from_scratch_leaves_nothing_to_a_later_one()
    {
        Assert.True(site.Index(full: true, settleLater: true).IsSettled);
    }
}
