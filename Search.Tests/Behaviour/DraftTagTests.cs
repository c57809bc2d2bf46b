using Search.Core.Generations;
using Search.Core.Searching;
using Xunit;

namespace Search.Tests.Behaviour;

/// <summary>Tags, categories and people for a draft, over a site of three themes.</summary>
public sealed class DraftTagTests : IDisposable
{
    private static readonly (string Theme, string Tags, string Words)[] Themes =
    [
        ("lights", "Lighthouses, lenses", "keeper lamp lens beam tower night oil wick glass"),
        ("tides", "tides, moon", "tide water moon spring neap flood ebb gauge harbour"),
        ("ferries", "Ferry Yard Board (FYB), boats", "ferry deck crossing captain route engine quay rope timetable"),
    ];

    private readonly TestSite _site = new();

    [Fact]
    public void What_similar_posts_have_is_suggested_first_and_the_reason_says_so()
    {
        Write();
        using var service = _site.Open();
        var answer = service.SuggestTags("A new lens", "The keeper cleaned the lens and the glass of the tower before the night; oil and wick were ready.");
        Assert.Contains(answer.Tags.Take(2), tag => tag.Slug == "lighthouses");
        Assert.Contains("most similar posts have it", answer.Tags[0].Reason, StringComparison.Ordinal);
        Assert.All(answer.Tags, tag => Assert.InRange(tag.Score, 0.05, 1));
        Assert.Equal("lights", answer.Categories[0].Slug);
    }

    [Fact]
    public void A_tag_that_the_draft_names_by_another_spelling_is_suggested()
    {
        Write();
        using var service = _site.Open();
        var named = service.SuggestTags("Quarterly notes", "Nothing much happened, but the FYB met on Tuesday.").Tags.Single(tag => tag.Slug == "ferry-yard-board");
        Assert.Contains("the draft names it", named.Reason, StringComparison.Ordinal);
        Assert.Contains("the title names it", service.SuggestTags("The Ferry Yard Board", "Nothing much happened.").Tags.Single(tag => tag.Slug == "ferry-yard-board").Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void People_whom_the_draft_names_are_suggested()
    {
        Write();
        using var service = _site.Open();
        Assert.Equal("nora-fielding", service.SuggestTags("A visit", "Nora Fielding came to see the deck of the ferry, said Nora Fielding.").People[0].Slug);
    }

    [Fact]
    public void Boilerplate_is_never_suggested()
    {
        Write();
        using var service = _site.Open();
        Assert.True(service.Tag("news-desk")!.Boilerplate);
        Assert.DoesNotContain(service.SuggestTags("News desk", "The news desk writes of tide and moon and the gauge of the harbour.").Tags, tag => tag.Slug == "news-desk");
    }

    [Fact]
    public void A_misspelt_tag_is_not_suggested_but_the_tag_that_is_meant()
    {
        Write();
        _site.Write("_posts/2024-12-30-slip.md", "---\ntitle: The old lamp\ntags: [Lighthuoses]\n---\nThe keeper cleaned the lens and the glass of the tower; lighthuoses need oil and wick.\n");
        _site.Index();
        using var service = _site.Open();
        Assert.Equal(1, service.Tag("lighthuoses")!.Posts);
        var tags = service.SuggestTags("Of lighthuoses", "The old lamp: the keeper cleaned the lens and the glass of the tower; lighthuoses need oil and wick.").Tags;
        Assert.DoesNotContain(tags, tag => tag.Slug == "lighthuoses");
        Assert.Contains("the title names it", tags.Single(tag => tag.Slug == "lighthouses").Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_is_suggested_for_nothing_and_hostile_drafts_are_answered()
    {
        Write();
        using var service = _site.Open();
        Assert.Empty(service.SuggestTags("", "").Tags);
        Assert.NotNull(service.SuggestTags(new string('<', 5000), "](" + new string('(', 5000)));
    }

    [Fact]
    public void A_score_says_how_often_such_suggestions_are_right()
    {
        Write();
        var store = GenerationStore.Open(_site.IndexFolder, create: false, TimeProvider.System);
        var generation = OpenGeneration.Open(store, store.CurrentId()!, new SearchOptions());
        var reader = new DraftReader(generation, TestContext.Current.CancellationToken);
        var all = generation.NewestFirst.Where(generation.Posts.Get).SelectMany(post => reader.LeftOut(post, SuggestedColumn.Tags)).ToList();
        generation.Release();
        Assert.True(all.Count > 50);
        Assert.InRange(all.Average(one => one.Score) - all.Average(one => one.Right ? 1.0 : 0.0), -0.1, 0.1);
        Assert.True(all.Where(one => one.Score > 0.8).Average(one => one.Right ? 1.0 : 0.0) > 0.7);
    }

    [Theory]
    [InlineData("fyb")]
    [InlineData("Ferry Yard Board (FYB)")]
    [InlineData("yard ferry")]
    [InlineData("ferri boart")]
    public void A_tag_is_found_by_its_other_spellings_and_with_a_slip(string query)
    {
        Write();
        using var service = _site.Open();
        Assert.Equal("ferry-yard-board", Assert.Single(service.Tags(query, 10).Values).Slug);
    }

    public void Dispose() => _site.Dispose();

    // Every theme's posts draw on its words; every third has a tag or two of another theme by the way.
    private void Write()
    {
        for (var i = 0; i < 36; i++)
        {
            var (theme, tags, vocabulary) = Themes[i % 3];
            var words = vocabulary.Split(' ');
            var body = string.Join(' ', Enumerable.Range(0, 24).Select(n => words[(n * (i + 5) + n * n) % words.Length]));
            var person = i % 3 == 2 ? " Nora Fielding, the captain, spoke. “We go at dawn,” said Nora Fielding." : "";
            _site.Post($"2024-{1 + i / 3:00}-{1 + i % 3:00}", $"{theme}-{i}", $"The {body}.{person} Number {i}.", $"{theme} {i}",
                $"news desk, {(i % 3 == 2 && i % 2 == 0 ? "Ferry Yard Board, FYB" : tags)}{(i % 9 == 0 ? ", boats" : "")}", theme);
        }
        _site.Index();
    }
}
