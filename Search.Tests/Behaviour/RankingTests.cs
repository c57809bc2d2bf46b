using Search.Core.Searching;
using Xunit;

namespace Search.Tests.Behaviour;

/// <summary>What comes first, what is made good, and what is said about it.</summary>
public sealed class RankingTests : IDisposable
{
    private readonly TestSite site = new();

    [Fact]
    public void The_post_whose_title_is_the_query_comes_first()
    {
        site.Post("2024-01-01", "a", "The harbour light of the harbour is a light, and the light keeps the harbour.", title: "Harbour light, harbour light and more of it");
        site.Post("2020-01-01", "b", "Nothing here.", title: "The light of the harbour");
        Assert.Equal("2020-01-01-b", First("the light of the harbour"));
    }

    [Fact]
    public void Words_near_each_other_come_before_words_far_apart()
    {
        var filler = string.Join(' ', Enumerable.Range(0, 60).Select(i => $"filler{i}"));
        site.Post("2024-01-01", "apart", $"A lantern {filler} burns {filler} whale oil.", title: "One");
        site.Post("2024-01-01", "near", $"A whale lantern {filler} burns {filler} oil.", title: "Two");
        Assert.Equal("2024-01-01-near", First("whale lantern"));
    }

    [Fact]
    public void A_misspelt_word_is_mended_and_the_answer_says_so()
    {
        site.Post("2024-01-01", "a", "The lighthouse keeper trimmed the lantern.", title: "One");
        var answer = site.Ask(new SearchRequest { Query = "lighthuose lantern" });
        Assert.Equal("lighthouse lantern", answer.DidYouMean);
        Assert.Contains("“lighthouse”", answer.Relaxed, StringComparison.Ordinal);
        Assert.Equal("2024-01-01-a", answer.Hits[0].Id);
    }

    [Theory]
    [InlineData("\"lighthuose\"")]
    [InlineData("2025")]
    [InlineData("+lighthuose")]
    [InlineData("zighthouze")]
    public void Quoted_words_numbers_and_what_is_too_far_away_are_left_alone(string query)
    {
        site.Post("2024-01-01", "a", "The lighthouse was built in 2024.", title: "One");
        var answer = site.Ask(new SearchRequest { Query = query });
        Assert.Null(answer.DidYouMean);
        Assert.Equal(0, answer.Total);
    }

    [Fact]
    public void A_word_found_once_is_found_at_every_letter_that_is_typed_on()
    {
        site.Post("2024-01-01", "a", "A generalization about universities and their searching.", title: "One");
        site.Post("2024-01-01", "b", "Something else.", title: "Two");
        site.Index();
        using var service = site.Open();
        foreach (var word in new[] { "generalization", "universities", "searching" })
            for (var length = 3; length <= word.Length; length++)
                Assert.Contains(service.Search(new() { Query = word[..length] }).Hits, h => h.Id == "2024-01-01-a");
    }

    [Fact]
    public void What_nothing_has_is_given_up_and_named()
    {
        site.Post("2024-01-01", "a", "The keeper of the lamp.", title: "One");
        var answer = site.Ask(new SearchRequest { Query = "keeper qqqqq" });
        Assert.Equal(1, answer.Total);
        Assert.Contains("qqqqq", answer.Relaxed, StringComparison.Ordinal);
    }

    [Fact]
    public void A_name_of_one_character_being_typed_finds_what_begins_so()
    {
        site.Post("2024-01-01", "a", "東京都は日本の首都です。", title: "東京の天気");
        site.Post("2024-01-01", "b", "寺院が多い。", title: "京都");
        Assert.Equal(["2024-01-01-a"], site.Ask(new SearchRequest { Query = "東" }).Hits.Select(h => h.Id));
    }

    [Theory]
    [InlineData("title:astro*", "astronauts")]
    [InlineData("title:astronauts*", "astronauts")]
    [InlineData("title:\"walking astronauts\"", "astronauts")]
    [InlineData("title:astronuat~", "astronauts")]
    [InlineData("title:(walk* -tower)", "astronauts")]
    [InlineData("title:(crane* OR zzz*)", "tower")]
    [InlineData("tag:lunar~", "tower")]
    [InlineData("tag:har*", "astronauts")]
    public void Beginnings_and_near_spellings_stand_in_fields_too(string query, string name)
    {
        site.Post("2024-01-01", "astronauts", "Text.", title: "Walking astronauts", tags: "Harbour");
        site.Post("2024-01-01", "tower", "Text of astronauts.", title: "Walking to the crane tower", tags: "Lunas");
        site.Post("2024-01-01", "other", "Text.", title: "Something else", tags: "Lamps");
        Assert.Equal([$"2024-01-01-{name}"], site.Ask(new SearchRequest { Query = query }).Hits.Select(h => h.Id));
    }

    [Theory]
    [InlineData("speaker:hop*")]
    [InlineData("speaker:\"Grace Hopper\"")]
    [InlineData("speaker:hoper~")]
    [InlineData("speaker:(hop* -lovelace)")]
    public void Speakers_are_found_by_beginnings_and_near_spellings(string query)
    {
        site.Write("quotes.yml", "- text: It is easier to ask forgiveness than it is to get permission.\n  speaker: Grace Hopper\n- text: That brain of mine is something more than merely mortal.\n  speaker: Ada Lovelace\n");
        var hit = Assert.Single(site.Ask(new SearchRequest { Query = query }).Hits);
        Assert.Equal("Grace Hopper", hit.Speaker?.Label ?? hit.SpeakerText);
    }

    [Fact]
    public void A_near_spelling_counts_every_text_however_many_words_are_near()
    {
        for (var i = 0; i < 70; i++)
            site.Post("2024-01-01", $"p{i}", $"A {"lantern".Insert(i % 7, ((char)('a' + (i / 7))).ToString())} hung here.", title: $"Number {i}");
        Assert.Equal(70, site.Ask(new SearchRequest { Query = "lantern~1", Kind = Search.Core.Model.DocumentKind.Post }).Total);
    }

    [Fact]
    public void Where_few_texts_have_all_words_others_follow_and_both_counts_are_told()
    {
        for (var i = 0; i < 3; i++)
            site.Post("2024-01-01", $"all{i}", "The keeper trimmed the lamp with whale oil.", title: "One");
        for (var i = 0; i < 4; i++)
            site.Post("2024-01-02", $"two{i}", "A lamp burns whale oil.", title: "Two");
        site.Post("2024-01-03", "none", "Nothing of the kind.", title: "Three");
        site.Index();
        using var service = site.Open();
        var answer = service.Search(new() { Query = "keeper lamp whale", Fold = false });
        Assert.Equal((7, 3), (answer.Total, answer.StrictTotal));
        Assert.Equal(7, answer.Hits.Count);
        Assert.All(answer.Hits.Take(3), h => Assert.StartsWith("2024-01-01-all", h.Id, StringComparison.Ordinal));
        Assert.StartsWith("Only 3 texts have all of the words", answer.Relaxed, StringComparison.Ordinal);
        Assert.Contains(answer.Warnings, w => w.Contains("3 texts have all words as typed", StringComparison.Ordinal));
        Assert.Equal(7, answer.Facets["year"].Values.Sum(v => v.Count));

        var strict = service.Search(new() { Query = "+keeper +lamp +whale" });
        Assert.Equal((3, null, null), (strict.Total, strict.StrictTotal, strict.Relaxed));
        Assert.Empty(strict.Warnings);
    }

    [Fact]
    public void What_only_nothing_has_is_given_up_before_what_texts_have_together()
    {
        site.Post("2024-01-01", "both", "The keeper of the lamp.", title: "One");
        site.Post("2024-01-02", "one", "The keeper of the keys.", title: "Two");
        site.Index();
        using var service = site.Open();
        var answer = service.Search(new() { Query = "keeper lamp qqqqq" });
        Assert.Equal(["2024-01-01-both"], answer.Hits.Select(h => h.Id));
        Assert.Equal("Nothing has “qqqqq”; searched without.", answer.Relaxed);
        Assert.Equal(0, answer.StrictTotal);
    }

    [Fact]
    public void That_nothing_has_all_words_is_said_only_where_it_is_so()
    {
        site.Post("2024-01-01", "all", "The keeper trimmed the lamp with whale oil.", title: "One");
        site.Post("2024-01-02", "two", "The keeper of the lamp.", title: "Two");
        site.Index();
        using var service = site.Open();
        var answer = service.Search(new() { Query = "keeper lamp whale qqqqq" });
        Assert.Equal(2, answer.Total);
        Assert.StartsWith("Nothing has “qqqqq”; searched without. Only 1 text has all the other words", answer.Relaxed, StringComparison.Ordinal);
    }

    [Fact]
    public void Function_words_are_found_in_phrases_and_alone()
    {
        site.Post("2024-01-01", "a", "To be or not to be, that is the question.", title: "One");
        site.Post("2024-01-01", "b", "Not to worry, be at ease or to sleep.", title: "Two");
        Assert.Equal("2024-01-01-a", First("\"to be or not to be\""));
        Assert.Equal("2024-01-01-a", First("to be or not to be"));
    }

    [Fact]
    public void Age_lifts_the_newer_unless_dates_are_chosen()
    {
        site.Post("2020-01-01", "old", "The lantern of the keeper.", title: "One");
        site.Post("2026-05-01", "new", "The lantern of the keeper.", title: "Two");
        var free = site.Ask(new SearchRequest { Query = "lantern" }).Hits;
        Assert.InRange(free[0].Score / free[1].Score, 1.01, 1.101);
        var dated = site.Ask(new SearchRequest { Query = "lantern", From = new DateOnly(2019, 1, 1) }).Hits;
        Assert.Equal(dated[0].Score, dated[1].Score, 6);
    }

    [Fact]
    public void An_explanation_adds_up_to_the_score()
    {
        site.Post("2024-01-01", "a", "The keeper of the lamp trims the lamp.", title: "The lamp keeper");
        var hit = site.Ask(new SearchRequest { Query = "lamp keeper", Explain = true }).Hits[0];
        Assert.Contains("all 2 words", hit.Explanation!.Summary, StringComparison.Ordinal);
        Assert.Equal(hit.Score, hit.Explanation.Factors.Sum(f => f.Value), 2);
    }

    [Theory]
    [InlineData("C#", "We write C# here.")]
    [InlineData("C++", "We write C++ here.")]
    [InlineData("o'brien", "Said O’Brien.")]
    [InlineData("obrien", "Said O'Brien.")]
    [InlineData("US", "In the U.S. today.")]
    [InlineData("u.s.", "In the US today.")]
    [InlineData("J.D.", "He holds a JD now.")]
    [InlineData("AT&T", "A bill of AT&T came.")]
    [InlineData("at&t", "A bill of AT&T came.")]
    [InlineData("bill of at&t", "A bill of AT&T came.")]
    [InlineData("AT&T", "no money for at&t.")]
    [InlineData("pepper", "Salt&pepper.")]
    [InlineData("Scott (R-SC)", "Senator Scott (R-SC) spoke.")]
    [InlineData("zurich", "A bank in Zürich.")]
    [InlineData("Zürich", "A bank in Zurich.")]
    [InlineData("high-speed", "A high speed train.")]
    public void Signs_inside_words_find_what_is_meant(string query, string text)
    {
        site.Post("2024-01-01", "a", text, title: "One");
        site.Post("2024-01-01", "b", "Cornflakes.", title: "Two");
        Assert.Equal(["2024-01-01-a"], site.Ask(new SearchRequest { Query = query }).Hits.Where(h => h.Kind == Search.Core.Model.DocumentKind.Post).Select(h => h.Id));
    }

    public void Dispose() => site.Dispose();

    private string First(string query) => site.Ask(new SearchRequest { Query = query }).Hits[0].Id;
}
