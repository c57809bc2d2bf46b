using Search.Core.Generations;
using Search.Core.Indexing;
using Search.Core.Related;
using Search.Core.Searching;
using Search.Tests.Behaviour;
using Xunit;

namespace Search.Tests.Related;

public sealed class RelatedTests
{
    private const string Subject = "2026-02-10-strike-begins";

    // One story (the dockers' strike), its subject (strikes), its people (Maud Ferris), and what has nothing to do with it.
    private static TestSite Harbour()
    {
        var site = new TestSite();
        site.Post("2026-02-10", "strike-begins", "The dockers of Sallow Quay laid down their hooks on Monday. Maud Ferris, who speaks for the dockers, asked for an eight hour shift. The crane drivers of Sallow Quay joined the dockers' strike by noon.", "Dockers' strike begins at Sallow Quay");
        site.Post("2026-02-13", "strike-second-week", "A second week without ships: the dockers' strike at Sallow Quay holds, and the crane drivers will not work without the dockers. Maud Ferris met the harbour board about the eight hour shift.", "Dockers' strike at Sallow Quay enters its second week");
        site.Post("2025-06-01", "bakers", "The bakers of the old town struck for better flour and an earlier closing. A strike of bakers is felt by breakfast, and a strike of bakers rarely lasts.", "A strike of bakers");
        site.Post("2025-09-01", "singer", "Maud Ferris sang two ballads at the summer fair and was called back for a third. The fiddlers could hardly keep up with Maud Ferris.", "Ballads at the summer fair");
        site.Post("2026-02-11", "orchard", "Frost took the plums in the upper orchard. The pears, later to flower, came through, and the grafted russets with them.", "Frost in the orchard");
        site.Post("2026-02-12", "comet", "A faint comet stands low in the west after sunset, best seen with field glasses from the ridge.", "A comet after sunset");
        site.Index();
        return site;
    }

    [Fact]
    public void The_same_story_comes_before_the_same_subject_before_the_same_people_and_nothing_else_is_shown()
    {
        using var site = Harbour();
        using var service = site.Open();
        var related = service.RelatedById(Subject, new())!.Related;
        Assert.Equal(["2026-02-13-strike-second-week", "2025-06-01-bakers", "2025-09-01-singer"], related.Select(r => r.Id));
        Assert.StartsWith("same story: ", related[0].Reasons[0], StringComparison.Ordinal);
        Assert.Contains("same people: Maud Ferris", related[2].Reasons);
        Assert.All(related, r => Assert.NotEmpty(r.Reasons));
    }

    [Fact]
    public void Where_nothing_is_related_the_answer_says_so_and_shows_nothing()
    {
        using var site = Harbour();
        using var service = site.Open();
        var answer = service.RelatedById("2026-02-12-comet", new())!;
        Assert.Empty(answer.Related);
        Assert.NotNull(answer.Note);
        Assert.Null(service.RelatedById(Subject, new())!.Note);
        Assert.Empty(service.RelatedToText("", "zzz 🚀 \0 qqq", new()).Related);
    }

    [Fact]
    public void A_link_is_a_reason_in_both_directions()
    {
        using var site = Harbour();
        site.Post("2026-03-01", "looking-back", "What began in winter is over, and the cranes turn again: [the story from its first day]({% link _posts/2026-02-10-strike-begins.md %}).", "Looking back");
        site.Index();
        using var service = site.Open();
        Assert.Contains("same story: it links to this post", service.RelatedById(Subject, new())!.Related.Single(r => r.Id == "2026-03-01-looking-back").Reasons);
        Assert.Contains("same story: this post links to it", service.RelatedById("2026-03-01-looking-back", new())!.Related.Single(r => r.Id == Subject).Reasons);
    }

    [Fact]
    public void Of_copies_of_one_text_one_is_shown_and_none_of_the_posts_own()
    {
        using var site = Harbour();
        var text = string.Join(' ', Enumerable.Range(1, 12).Select(i => $"On day {i} the dockers of Sallow Quay kept pier number {i} closed and sang strike songs in the rain."));
        site.Post("2026-02-20", "songs", text, "Strike songs in the rain");
        site.Post("2026-02-21", "songs-again", text, "Songs of the strike, in the rain");
        site.Index();
        using var service = site.Open();
        Assert.Single(service.RelatedById(Subject, new())!.Related, r => r.Id.Contains("songs", StringComparison.Ordinal));
        Assert.DoesNotContain(service.RelatedById("2026-02-20-songs", new())!.Related, r => r.Id.Contains("songs", StringComparison.Ordinal));
    }

    [Fact]
    public void A_templated_series_does_not_fill_the_list()
    {
        using var site = Harbour();
        string[] winds = ["north", "easterly", "southerly", "westerly"];
        string[] ships = ["Heron", "Curlew", "Avocet", "Plover", "Dunlin", "Sanderling", "Turnstone"];
        for (var day = 10; day < 26; day++)
            site.Post(
                $"2026-04-{day}",
                $"tides-{day}",
                $"High water at {day % 12} and {(day * 7) % 60}, low water at {(day * 5) % 12} and {(day * 11) % 60}. Wind {winds[day % 4]}, force {day % 7}. Inside the bar: the {ships[day % 7]}, the {ships[day * 3 % 7]} and {day * 2} lighters. "
                + $"Outside: the {ships[day * 5 % 7]}, waiting for {day * 3} tons of {(day % 2 == 0 ? "coal" : "barley")}. The harbour office gives no warranty and asks pilots to call. Gauge at the crane {day * 13}.",
                $"Tides and ships, April {day}");
        site.Index();
        using var service = site.Open();
        Assert.InRange(service.RelatedById("2026-04-15-tides-15", new() { Limit = 20 })!.Related.Count(r => r.Id.Contains("tides", StringComparison.Ordinal)), 1, 3);
    }

    [Fact]
    public void A_draft_is_compared_by_its_words_and_the_people_and_addresses_in_it()
    {
        using var site = Harbour();
        using var service = site.Open();
        var related = service.RelatedToText("The dockers go back", "After the strike at Sallow Quay the dockers and crane drivers return. [Earlier](https://example.org/2026/02/strike-begins.html). Maud Ferris was cheered.", new()).Related;
        Assert.Equal(["2026-02-10-strike-begins", "2026-02-13-strike-second-week"], related.Take(2).Select(r => r.Id).Order(StringComparer.Ordinal));
        Assert.Contains("same story: this text links to it", related.Single(r => r.Id == Subject).Reasons);
        Assert.Contains(related, r => r.Reasons.Contains("same people: Maud Ferris"));
    }

    [Fact]
    public void Dates_and_limit_bound_what_is_shown()
    {
        using var site = Harbour();
        using var service = site.Open();
        Assert.Equal(["2025-06-01-bakers", "2025-09-01-singer"], service.RelatedById(Subject, new() { Dates = RelatedDates.Older })!.Related.Select(r => r.Id));
        Assert.Equal(["2026-02-13-strike-second-week"], service.RelatedById(Subject, new() { Dates = RelatedDates.Newer })!.Related.Select(r => r.Id));
        Assert.Equal("2026-02-13-strike-second-week", Assert.Single(service.RelatedById(Subject, new() { Limit = 1 })!.Related).Id);
    }

    [Theory]
    [InlineData("https://example.org/2026/02/strike-begins.html")]
    [InlineData("http://example.org/2026/02/strike-begins.html?utm=1#top")]
    [InlineData("//localhost:4000/2026/02/strike-begins.html")]
    [InlineData("/2026/02/strike-begins.html")]
    [InlineData("2026/02/strike-begins")]
    [InlineData("/2026/02/strike-begins/")]
    [InlineData("/2026/02/strike-begins/index.html")]
    [InlineData("/2026/02/strike%2Dbegins.html")]
    public void A_post_is_found_by_its_address_in_every_form(string url)
    {
        using var site = Harbour();
        using var service = site.Open();
        Assert.Equal("2026-02-13-strike-second-week", service.RelatedByUrl(url, new())!.Related[0].Id);
    }

    [Theory]
    [InlineData("")]
    [InlineData("/")]
    [InlineData("https://example.org/2026/02/")]
    [InlineData("\0\uD800%ZZ://")]
    public void What_is_no_address_of_a_post_finds_none(string url)
    {
        using var site = Harbour();
        using var service = site.Open();
        Assert.Null(service.RelatedByUrl(url, new()));
    }

    [Fact]
    public void Less_lambda_brings_another_aspect_forward()
    {
        using var site = Harbour();
        site.Post("2026-02-14", "strike-third-week", "The dockers' strike at Sallow Quay goes on for a third week; the dockers and crane drivers stay out, and Maud Ferris repeats what the dockers asked of the harbour board: the eight hour shift.", "Dockers' strike at Sallow Quay enters its third week");
        site.Index();
        using var service = site.Open();
        var byScore = service.RelatedById(Subject, new() { Lambda = 1 })!.Related.Select(r => r.Id).ToList();
        Assert.Equal(["2026-02-13-strike-second-week", "2026-02-14-strike-third-week"], byScore.Take(2).Order(StringComparer.Ordinal));
        var varied = service.RelatedById(Subject, new() { Lambda = 0.3 })!.Related.Select(r => r.Id).ToList();
        Assert.Equal(byScore[0], varied[0]);
        Assert.NotEqual(byScore[1], varied[1]);
        Assert.Equal(byScore.Order(StringComparer.Ordinal), varied.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Fewer_places_are_the_first_of_more_and_a_second_question_is_answered_alike()
    {
        using var site = Harbour();
        using var service = site.Open();
        var all = Lines(service, Subject, 100);
        for (var limit = 1; limit <= all.Count; limit++)
            Assert.Equal(all.Take(limit), Lines(service, Subject, limit));
        Assert.Equal(all, Lines(service, Subject, 20));
    }

    [Fact]
    public void A_post_that_is_asked_about_as_one_of_all_gets_the_same_answer()
    {
        using var site = Harbour();
        using var service = site.Open();
        var alone = Lines(service, Subject, 20);
        Assert.NotEmpty(alone);
        for (var time = 0; time < 2; time++)
            Assert.Equal(alone, Lines(service, Subject, new RelatedOptions { Limit = 20, IsOneOfAll = true }));
    }

    [Fact]
    public void What_was_asked_by_other_weights_before_changes_no_answer()
    {
        using var site = Harbour();
        var bare = new RelatedWeights { Pairs = 0, BareTitle = 0 };
        Assert.NotEqual(Scores(site, bare), Scores(site, new RelatedWeights()));
        Assert.Equal(Scores(site, bare), Scores(site, new RelatedWeights(), bare));
        Assert.Equal(Scores(site, new RelatedWeights()), Scores(site, bare, new RelatedWeights()));
    }

    // By the last of some weights, after the others were asked for.
    private static List<double> Scores(TestSite site, params RelatedWeights[] weights)
    {
        var store = GenerationStore.Open(site.IndexFolder, create: false, TimeProvider.System);
        var generation = OpenGeneration.Open(store, store.CurrentId()!, new SearchOptions());
        var subject = generation.DocumentWith(IndexFields.Id, Subject);
        List<double> scores = [];
        foreach (var one in weights)
            scores = [.. new RelatedReader(generation, one, TestContext.Current.CancellationToken).OfPost(subject, new()).Select(found => found.Score)];
        generation.Release();
        Assert.NotEmpty(scores);
        return scores;
    }

    [Fact]
    public void After_incremental_updates_the_answer_is_that_of_an_index_made_anew()
    {
        using var site = Harbour();
        site.Delete("_posts/2025-06-01-bakers.md");
        site.Post("2026-02-13", "strike-second-week", "The second week of the strike: dockers and crane drivers of Sallow Quay march with Maud Ferris to the harbour board.", "Dockers march in the second week");
        site.Post("2026-05-01", "may", "Dockers march on the first of May, from Sallow Quay to the ridge, behind a band.", "Dockers march in May");
        site.Index();
        var ids = new[] { Subject, "2026-02-13-strike-second-week", "2026-05-01-may", "2025-09-01-singer" };
        List<string> updated;
        using (var service = site.Open())
            updated = [.. ids.SelectMany(id => Lines(service, id, 10))];
        site.Index(full: true);
        using var anew = site.Open();
        Assert.Equal(ids.SelectMany(id => Lines(anew, id, 10)), updated);
        Assert.DoesNotContain(updated, line => line.Contains("bakers", StringComparison.Ordinal));
    }

    private static List<string> Lines(SearchService service, string id, int limit) => Lines(service, id, new RelatedOptions { Limit = limit });

    private static List<string> Lines(SearchService service, string id, RelatedOptions options) =>
        [.. service.RelatedById(id, options)!.Related.Select(r => $"{id}: {r.Id} {r.Score} {string.Join("; ", r.Reasons)}")];
}
