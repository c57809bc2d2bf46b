using Search.Core.Model;
using Search.Core.Searching;
using Xunit;

namespace Search.Tests.Behaviour;

/// <summary>What is found though it says it in other words: by other names of a thing, by the address, by likeness to the best hits.</summary>
public sealed class OtherWordsTests : IDisposable
{
    private readonly TestSite site = new();

    [Fact]
    public void A_name_that_the_owner_declares_finds_the_others_and_the_answer_says_so()
    {
        site.Write("tags.yml", "- label: Harbour Board\n  aliases: [HBRD, The Quay Office]\n");
        site.Post("2024-01-01", "a", "The Quay Office has moved.", title: "One");
        site.Post("2024-01-02", "b", "Nothing of it in the words.", title: "Two", tags: "HBRD");
        site.Post("2024-01-03", "c", "An office on the quay.", title: "Three");
        var answer = site.Ask(new SearchRequest { Query = "hbrd", Kind = DocumentKind.Post });
        Assert.Equal(["2024-01-01-a", "2024-01-02-b"], answer.Hits.Select(h => h.Id).Order(StringComparer.Ordinal));
        Assert.Contains("“Harbour Board” counts for “hbrd” as well", answer.Relaxed, StringComparison.Ordinal);
        Assert.DoesNotContain("“Harbour Board” counts for “harbour board”", site.Ask(new SearchRequest { Query = "harbour board" }).Relaxed ?? "", StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void A_name_that_needs_a_word_in_brackets_is_not_looked_for_without_it()
    {
        site.Write("tags.yml", "- label: Lantern\n  aliases: [Argo (lamp), Wick Light]\n");
        site.Post("2024-01-01", "a", "The wick light burnt.", title: "One");
        site.Post("2024-01-02", "b", "The Argo sailed.", title: "Two");
        Assert.Equal(["2024-01-01-a"], site.Ask(new SearchRequest { Query = "lantern", Kind = DocumentKind.Post }).Hits.Select(h => h.Id));
        Assert.Equal(["2024-01-02-b"], site.Ask(new SearchRequest { Query = "argo", Kind = DocumentKind.Post }).Hits.Select(h => h.Id));
    }

    [Fact]
    public void Another_name_of_a_declared_person_finds_the_person()
    {
        site.Write("people.yml", "- name: Maud Ferris\n  aliases: [Maudie of the Quay]\n");
        site.Post("2024-01-01", "a", "Maud Ferris spoke for an hour.", title: "One");
        site.Post("2024-01-02", "b", "Nobody spoke.", title: "Two");
        Assert.Equal(["2024-01-01-a"], site.Ask(new SearchRequest { Query = "maudie of the quay", Kind = DocumentKind.Post }).Hits.Select(h => h.Id));
    }

    [Fact]
    public void An_acronym_in_the_tags_finds_what_it_stands_for()
    {
        site.Post("2024-01-01", "a", "Words of the day.", title: "One", tags: "Northern Institute of Lamp Keepers (NILK)");
        site.Post("2024-01-02", "b", "The Northern Institute of Lamp Keepers met.", title: "Two");
        site.Post("2024-01-03", "c", "Lamp keepers of the north.", title: "Three");
        var answer = site.Ask(new SearchRequest { Query = "NILK", Kind = DocumentKind.Post });
        Assert.Equal(["2024-01-01-a", "2024-01-02-b"], answer.Hits.Select(h => h.Id).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_little_word_is_an_acronym_in_capitals_only()
    {
        site.Post("2024-01-01", "a", "The Wharf Haulage Office (WHO) met.", title: "One", tags: "Wharf Haulage Office (WHO)");
        site.Post("2024-01-02", "b", "The Wharf Haulage Office wrote.", title: "Two");
        site.Post("2024-01-03", "c", "Nobody knew who wrote.", title: "Three");
        Assert.Equal(["2024-01-01-a", "2024-01-02-b"], site.Ask(new SearchRequest { Query = "WHO", Kind = DocumentKind.Post }).Hits.Select(h => h.Id).Where(id => id != "2024-01-03-c").Order(StringComparer.Ordinal));
        Assert.Null(site.Ask(new SearchRequest { Query = "who wrote", Kind = DocumentKind.Post }).Relaxed);
    }

    [Theory]
    [InlineData("+nilk")]
    [InlineData("\"nilk\"")]
    public void Words_marked_or_quoted_are_taken_as_they_stand(string query)
    {
        site.Post("2024-01-01", "a", "The Northern Institute of Lamp Keepers met.", title: "One", tags: "Northern Institute of Lamp Keepers");
        site.Post("2024-01-02", "b", "The NILK met.", title: "Two", tags: "Northern Institute of Lamp Keepers (NILK)");
        Assert.Equal(["2024-01-02-b"], site.Ask(new SearchRequest { Query = query, Kind = DocumentKind.Post }).Hits.Select(h => h.Id));
    }

    [Fact]
    public void A_Greek_letter_is_found_by_its_name()
    {
        site.Post("2024-01-01", "a", "The π day walk.", title: "One");
        var answer = site.Ask(new SearchRequest { Query = "pi walk" });
        Assert.Equal(["2024-01-01-a"], answer.Hits.Select(h => h.Id));
        Assert.Contains("“π” counts for “pi”", answer.Relaxed, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("email")]
    [InlineData("e-mail")]
    [InlineData("emails")]
    [InlineData("cooperating")]
    [InlineData("co-operating")]
    [InlineData("covid19")]
    [InlineData("covid-19")]
    public void A_word_written_in_one_piece_and_in_two_is_one_word(string query)
    {
        site.Post("2024-01-01", "a", "An email about cooperating in covid19 times, and emails.", title: "One");
        site.Post("2024-01-02", "b", "An e-mail about co-operating in COVID-19 times, and e-mails.", title: "Two");
        site.Post("2024-01-03", "c", "Mail on covid wards.", title: "Three");
        Assert.Equal(["2024-01-01-a", "2024-01-02-b"], site.Ask(new SearchRequest { Query = query, Kind = DocumentKind.Post }).Hits.Select(h => h.Id).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void One_slip_of_the_pen_makes_no_second_form()
    {
        for (var i = 0; i < 21; i++)
            site.Post("2024-01-01", $"a{i}", "The library was open.", title: $"One {i}");
        site.Post("2024-01-02", "b", "The li brary was shut.", title: "Two");
        Assert.Equal(21, site.Ask(new SearchRequest { Query = "library", Kind = DocumentKind.Post }).Total);
    }

    [Fact]
    public void Two_words_that_only_look_like_one_are_two()
    {
        site.Post("2024-01-01", "a", "Sometimes the therapist came.", title: "One");
        site.Post("2024-01-02", "b", "Some times are better; the rapist was caught.", title: "Two");
        Assert.Equal(["2024-01-01-a"], site.Ask(new SearchRequest { Query = "therapist", Kind = DocumentKind.Post }).Hits.Select(h => h.Id));
        Assert.Equal(["2024-01-01-a"], site.Ask(new SearchRequest { Query = "sometimes", Kind = DocumentKind.Post }).Hits.Select(h => h.Id));
    }

    [Fact]
    public void The_words_of_an_address_find_the_post()
    {
        site.Post("2024-03-14", "PiDayWalk", "We went round the lake.", title: "Fourteen miles");
        site.Post("2024-03-15", "other", "We went round the lake.", title: "Fifteen miles");
        Assert.Equal(["2024-03-14-PiDayWalk"], site.Ask(new SearchRequest { Query = "pi day" }).Hits.Select(h => h.Id));
    }

    [Fact]
    public void Of_two_posts_with_the_same_words_of_the_query_the_one_like_the_best_hits_comes_first()
    {
        for (var i = 0; i < 12; i++)
            site.Post("2024-01-01", $"best{i}", $"The lantern and another lantern: whale oil for the wick in harbour number{i}.", title: $"Lantern {Letters(i)}");
        for (var i = 0; i < 12; i++)
            site.Post("2024-01-01", $"rest{i}", $"A lantern hung in the theatre beside painted curtains and actors number{i}.", title: $"Stage {Letters(i)}");
        site.Post("2024-01-01", "unlike", "One lantern, then velvet seats from morning until evening.", title: "Alpha");
        site.Post("2024-01-01", "zlike", "One lantern, then whale oil for the wick until evening.", title: "Omega");
        var answer = site.Ask(new SearchRequest { Query = "lantern", Limit = 50, Explain = true });
        var ids = answer.Hits.Select(h => h.Id).ToList();
        Assert.InRange(ids.IndexOf("2024-01-01-zlike"), 0, ids.IndexOf("2024-01-01-unlike") - 1);
        Assert.Contains(answer.Hits[ids.IndexOf("2024-01-01-zlike")].Explanation!.Factors, f => f.Text.StartsWith("like the best hits", StringComparison.Ordinal));
        Assert.All(answer.Hits, h => Assert.Equal(h.Score, h.Explanation!.Factors.Sum(f => f.Value), 2));
    }

    [Fact]
    public void Two_words_are_both_meant_as_long_as_one_post_has_them()
    {
        site.Post("2024-01-01", "a", "The keeper of the lamp.", title: "One");
        site.Post("2024-01-02", "b", "The keeper of the keys.", title: "Two");
        var answer = site.Ask(new SearchRequest { Query = "keeper lamp" });
        Assert.Equal(1, answer.Total);
        Assert.Null(answer.Relaxed);
    }

    [Fact]
    public void What_folds_away_is_counted_on_the_hit_that_stands_for_it()
    {
        for (var day = 1; day <= 8; day++)
            site.Post($"2024-01-0{day}", "tides", $"High water at the north quay came at {day} and low water at {day + 6}; the harbour master signed the tables for the day as always.", title: $"2024-01-0{day}: Tide tables of the north quay");
        site.Post("2024-02-01", "other", "The tide took the quay.", title: "A storm");
        var all = site.Ask(new SearchRequest { Query = "tide quay", Kind = DocumentKind.Post });
        var folded = site.Ask(new SearchRequest { Query = "tide quay", Kind = DocumentKind.Post, Fold = true });
        Assert.Equal(9, all.Total);
        Assert.Equal(9, folded.Total);
        Assert.Equal(2, folded.Hits.Count);
        Assert.Equal([7], folded.Hits.Where(h => h.More is not null).Select(h => h.More!.Value));
    }

    public void Dispose() => site.Dispose();

    private static string Letters(int number) => new((char)('a' + number), 3);
}
