using Search.Core.Content;
using Search.Core.Searching;
using Xunit;

namespace Search.Tests.Behaviour;

public sealed class IncrementalTests
{
    private static TestSite ThreePosts()
    {
        var site = new TestSite();
        site.Post("2026-01-01", "one", "Alpha beta gamma.", tags: "Moon, Sun");
        site.Post("2026-01-02", "two", "Beta gamma delta.", tags: "moon");
        site.Post("2026-01-03", "three", "Gamma delta epsilon.", tags: "Sun");
        return site;
    }

    [Fact]
    public void A_second_run_over_the_same_content_changes_nothing_and_publishes_nothing()
    {
        using var site = ThreePosts();
        var first = site.Index();
        var second = site.Index();

        Assert.Equal((3, 0, 0), (first.Added, first.Changed, first.Removed));
        Assert.Equal((0, 0, 0, 3), (second.Added, second.Changed, second.Removed, second.Unchanged));
        Assert.False(second.Published);
        Assert.Equal(first.Generation, second.Generation);
    }

    [Fact]
    public void A_changed_post_is_the_only_one_that_is_written()
    {
        using var site = ThreePosts();
        site.Index();
        site.Post("2026-01-02", "two", "Beta gamma delta zeta.", tags: "moon");
        var report = site.Index();

        Assert.Equal((0, 1, 0, 2), (report.Added, report.Changed, report.Removed, report.Unchanged));
        using var service = site.Open();
        Assert.Equal("2026-01-02-two", Assert.Single(service.Search(new() { Query = "zeta" }).Hits).Id);
        Assert.Equal(3, service.Search(new()).Total);
    }

    [Fact]
    public void Posts_that_name_the_same_people_are_left_alone_when_another_post_comes_and_goes()
    {
        using var site = new TestSite();
        // The one who comes later by the alphabet is mentioned most.
        for (var i = 1; i <= 4; i++)
            site.Post($"2026-01-0{i}", $"letters{i}", $"Charles Babbage wrote to Mary Somerville in year {i}. Mary Somerville answered. Mary Somerville kept letter {i}, and Ada Lovelace read it.");
        site.Index();
        site.Post("2026-02-01", "note", "The mill stood still that winter.");
        var added = site.Index();
        site.Delete("_posts/2026-02-01-note.md");
        var removed = site.Index();

        Assert.Equal((1, 0, 0, 4), (added.Added, added.Changed, added.Removed, added.Unchanged));
        Assert.Equal((0, 0, 1, 4), (removed.Added, removed.Changed, removed.Removed, removed.Unchanged));
    }

    [Fact]
    public void A_deleted_file_takes_its_post_and_its_quotes_out_of_the_index()
    {
        using var site = ThreePosts();
        site.Write("_data/quotes.yml", "- text: Stay a while and listen to the tide\n  speaker: Ann Example\n- text: Nothing is lost\n  speaker: Bob Example\n");
        Assert.Equal(2, site.Index().Quotes);
        site.Delete("_posts/2026-01-01-one.md");
        site.Delete("_data/quotes.yml");
        var report = site.Index();

        Assert.Equal(3, report.Removed);
        using var service = site.Open();
        Assert.Equal(2, service.Search(new()).Total);
        Assert.Equal(0, service.Search(new() { Query = "alpha" }).Total);
        Assert.Null(service.Post("2026-01-01-one", annotations: false));
    }

    [Fact]
    public void An_updated_index_answers_as_one_built_anew()
    {
        using var site = ThreePosts();
        site.Index();
        site.Post("2026-01-04", "four", "Delta epsilon zeta.", tags: "sun, Comet");
        site.Post("2026-01-01", "one", "Alpha beta eta.", tags: "Moon");
        site.Delete("_posts/2026-01-02-two.md");
        site.Index();
        using var updated = site.Open();
        var before = updated.Search(new() { Query = "delta epsilon" });
        site.Index(full: true);
        using var rebuilt = site.Open();
        var after = rebuilt.Search(new() { Query = "delta epsilon" });

        Assert.Equal(after.Total, before.Total);
        Assert.Equal(after.Hits.Select(h => h.Id), before.Hits.Select(h => h.Id));
        Assert.Equal(after.Facets["tag"].Values, before.Facets["tag"].Values);
    }

    [Fact]
    public void Two_full_builds_give_the_same_ids_counts_order_and_scores()
    {
        using var site = ThreePosts();
        site.Index(full: true);
        using var first = site.Open();
        var a = first.Search(new() { Query = "gamma OR delta" });
        site.Index(full: true);
        using var second = site.Open();
        var b = second.Search(new() { Query = "gamma OR delta" });

        Assert.NotEqual(a.Generation, b.Generation);
        Assert.Equal(a.Hits.Select(h => (h.Id, h.Score)), b.Hits.Select(h => (h.Id, h.Score)));
        Assert.Equal(a.Facets["tag"].Values, b.Facets["tag"].Values);
    }

    [Fact]
    public void A_label_that_most_posts_now_write_differently_is_renewed_in_posts_that_did_not_change()
    {
        using var site = new TestSite();
        site.Post("2026-01-01", "one", "Text.", tags: "white house");
        site.Index();
        site.Post("2026-01-02", "two", "Text.", tags: "White House");
        site.Post("2026-01-03", "three", "Text.", tags: "White House");
        site.Index();
        using var service = site.Open();
        var tag = Assert.Single(service.Search(new()).Facets["tag"].Values);
        Assert.Equal(("white-house", "White House", 3), (tag.Slug, tag.Label, tag.Count));
    }

    [Fact]
    public void Files_of_one_name_get_ids_with_their_folders()
    {
        using var site = new TestSite();
        site.Write("_posts/a/2026-01-01-same.md", "---\ntitle: A\n---\nFirst text.\n");
        site.Write("_posts/b/2026-01-01-same.md", "---\ntitle: B\n---\nSecond text.\n");
        site.Write("_posts/b/2026-01-01-other.md", "---\ntitle: C\n---\nThird text.\n");
        var ids = site.Ask(new()).Hits.Select(h => h.Id).Order(StringComparer.Ordinal);
        Assert.Equal(["2026-01-01-other", "a-2026-01-01-same", "b-2026-01-01-same"], ids);
    }

    [Fact]
    public void A_post_dated_in_the_future_is_reported_and_appears_when_its_day_has_come()
    {
        using var site = ThreePosts();
        site.Post("2026-07-01", "later", "Theta.");
        var report = site.Index();
        Assert.Equal((3, 1, 4), (report.Posts, report.Future, report.Files));
        Assert.Contains(report.LeftOut, l => l.Reason == SkipReason.Future && l.Path.EndsWith("2026-07-01-later.md", StringComparison.Ordinal));

        site.Clock.SetUtcNow(new(2026, 7, 2, 0, 0, 0, TimeSpan.Zero));
        Assert.Equal(1, site.Index().Added);
        using var service = site.Open();
        Assert.Equal(1, service.Search(new() { Query = "theta" }).Total);
    }

    [Fact]
    public void A_malformed_tag_list_loses_neither_the_body_nor_the_other_tags()
    {
        using var site = new TestSite();
        site.Write("_posts/2026-01-01-odd.md", "---\ntitle: Odd\ntags: [Moon,\tSun, {broken\n---\n\nThe body stays.\n");
        var report = site.Index();
        Assert.Equal(1, report.Posts);
        Assert.Contains(report.Problems, p => p.Place.Line > 0);
        using var service = site.Open();
        Assert.Equal(1, service.Search(new() { Query = "body stays" }).Total);
        Assert.Equal(1, service.Search(new() { Query = "tag:moon tag:sun" }).Total);
    }

    [Fact]
    public void The_service_follows_what_is_published_without_being_opened_again()
    {
        using var site = ThreePosts();
        site.Index();
        using var service = site.Open();
        site.Post("2026-01-05", "five", "Iota.");
        site.Index();
        Assert.True(service.Refresh());
        Assert.Equal(1, service.Search(new() { Query = "iota" }).Total);
        Assert.False(service.Refresh());
    }

    [Fact]
    public void A_damaged_generation_is_refused_and_the_last_good_one_goes_on_serving()
    {
        using var site = ThreePosts();
        site.Index();
        using var service = site.Open();
        site.Post("2026-01-05", "five", "Iota.");
        var broken = site.Index().Generation!;
        foreach (var file in Directory.GetFiles(Path.Combine(site.IndexFolder, "generations", broken), "_*"))
        {
            File.Delete(file);
            File.WriteAllText(file, "damaged");
        }
        Assert.False(service.Refresh());
        Assert.Equal(3, service.Search(new()).Total);
        Assert.NotNull(service.Status.Problem);
        Assert.True(service.Status.IsOpen);

        site.Index();
        Assert.True(service.Refresh());
        Assert.Equal(4, service.Search(new()).Total);
    }

    [Fact]
    public void Without_an_index_a_question_says_so()
    {
        using var site = new TestSite();
        using var service = site.Open();
        var error = Assert.Throws<IndexUnavailableException>(() => service.Search(new()));
        Assert.Equal("index-not-found", error.Code);
    }
}
