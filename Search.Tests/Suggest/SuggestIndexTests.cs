using Search.Core.Suggest;
using Xunit;

namespace Search.Tests.Suggest;

public class SuggestIndexTests
{
    private static readonly SuggestIndex Site = SuggestIndex.Build(
    [
        Post("The Analytical Engine Explained"),
        Post("Notes on the Engine by Lovelace"),
        Post("How C++ and C# Got Their Names"),
        Post("AT&T, Bell Labs and the Transistor"),
        Post("O'Brien’s U.S. Space Atlas"),
        Post("1,000 Days on the Moon"),
        Post("Café Zürich: A Meeting of Łukasiewicz’s Friends"),
        Post("Closing Words 1969"),
        Post("Closing Words 1970"),
        Topic("Ada Lovelace", SuggestionKind.Person, 31, "Augusta Ada King", "Countess of Lovelace"),
        Topic("Charles Babbage", SuggestionKind.Person, 44),
        Topic("Grace Hopper", SuggestionKind.Person, 12, "Amazing Grace"),
        Topic("engines", SuggestionKind.Tag, 7),
        Topic("White House", SuggestionKind.Tag, 70),
        Topic("Facebook", SuggestionKind.Tag, 9),
        Topic("history of science", SuggestionKind.Category, 20),
        Topic("history", SuggestionKind.Tag, 3),
    ]);

    [Theory]
    [InlineData("l", "Ada Lovelace")]
    [InlineData("LOVE", "Ada Lovelace")]
    [InlineData("eng ana", "The Analytical Engine Explained")]
    [InlineData("zurich cafe", "Café Zürich: A Meeting of Łukasiewicz’s Friends")]
    [InlineData("ZÜR", "Café Zürich: A Meeting of Łukasiewicz’s Friends")]
    [InlineData("lukas", "Café Zürich: A Meeting of Łukasiewicz’s Friends")]
    [InlineData("c++", "How C++ and C# Got Their Names")]
    [InlineData("c# n", "How C++ and C# Got Their Names")]
    [InlineData("at&t", "AT&T, Bell Labs and the Transistor")]
    [InlineData("obrien", "O'Brien’s U.S. Space Atlas")]
    [InlineData("o’br", "O'Brien’s U.S. Space Atlas")]
    [InlineData("us sp", "O'Brien’s U.S. Space Atlas")]
    [InlineData("u.s", "O'Brien’s U.S. Space Atlas")]
    [InlineData("1,0", "1,000 Days on the Moon")]
    [InlineData("1000 d", "1,000 Days on the Moon")]
    public void The_beginnings_of_words_find_in_any_order(string typed, string first) => Assert.Equal(first, Suggest(typed)[0].Text);

    [Theory]
    [InlineData("babage", "Charles Babbage", 1)]
    [InlineData("babb", "Charles Babbage", 0)]
    [InlineData("bagba", "Charles Babbage", 1)]
    [InlineData("lovleace ad", "Ada Lovelace", 1)]
    [InlineData("analitical engin", "The Analytical Engine Explained", 1)]
    [InlineData("analitcal", "The Analytical Engine Explained", 2)]
    [InlineData("nalytical", "The Analytical Engine Explained", 2)]
    [InlineData("whitehouse", "White House", 1)]
    [InlineData("whiteh", "White House", 1)]
    [InlineData("face book", "Facebook", 1)]
    [InlineData("notes on the enigne by lovlace", "Notes on the Engine by Lovelace", 2)]
    public void Typos_within_the_budget_are_overlooked(string typed, string first, int typos)
    {
        var best = Suggest(typed)[0];
        Assert.Equal((first, typos), (best.Text, best.Typos));
    }

    [Theory]
    [InlineData("hppe")]
    [InlineData("xabbage")]
    [InlineData("bxbbxge")]
    [InlineData("closing words 1968")]
    [InlineData("facebook lovelace")]
    [InlineData("quarterback")]
    public void Beyond_the_budget_nothing_is_found(string typed) => Assert.Empty(Suggest(typed));

    [Fact]
    public void What_is_typed_rightly_comes_before_what_is_typed_nearly()
    {
        var index = SuggestIndex.Build([Topic("Hoover Institution", SuggestionKind.Tag, 900), Topic("Hooves and Horns", SuggestionKind.Tag, 1), Post("The Hoovers")]);
        Assert.Equal(["Hooves and Horns", "Hoover Institution", "The Hoovers"], index.Suggest("hooves", 5).Select(s => s.Text));
    }

    [Fact]
    public void The_very_name_comes_first_however_seldom_it_is_used() => Assert.Equal(["history", "history of science"], Suggest("history").Select(s => s.Text));

    [Fact]
    public void An_alias_finds_the_entry_and_is_named()
    {
        var best = Suggest("augusta k")[0];
        Assert.Equal(("Ada Lovelace", "Augusta Ada King", "ada-lovelace", 31), (best.Text, best.MatchedAlias, best.Key, best.Count));
        Assert.Empty(best.Ranges);
    }

    [Fact]
    public void An_entry_is_suggested_once_and_without_an_alias_where_its_own_name_goes_with_what_was_typed()
    {
        var suggestions = Suggest("love");
        Assert.Null(Assert.Single(suggestions, s => s.Text == "Ada Lovelace").MatchedAlias);
    }

    [Fact]
    public void Posts_keep_half_of_the_places_where_topics_abound()
    {
        var index = SuggestIndex.Build([.. Enumerable.Range(0, 30).Select(i => Topic($"moon {i}", SuggestionKind.Tag, 100 + i)), .. Enumerable.Range(0, 30).Select(i => Post($"Moon {i}"))]);
        Assert.Equal([5, 5], index.Suggest("moo", 10).GroupBy(s => s.Kind).OrderBy(group => group.Key).Select(group => group.Count()));
    }

    [Fact]
    public void What_was_typed_is_marked()
    {
        Assert.Equal([(4, 4), (15, 3)], Suggest("anal eng")[0].Ranges);
        // The sign inside the word is part of what was typed.
        Assert.Equal([(0, 4)], Suggest("obr")[0].Ranges);
        // With a typo the whole word.
        Assert.Equal([(8, 7)], Suggest("babage")[0].Ranges);
        Assert.Equal([(0, 11)], Suggest("whitehou")[0].Ranges);
    }

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("…!?\0\uD83D🚀")]
    public void Nothing_typed_suggests_nothing(string typed) => Assert.Empty(Suggest(typed));

    [Fact]
    public void A_long_text_is_looked_up_as_far_as_it_matters()
    {
        Assert.Empty(Suggest(new string('x', 100_000)));
        Assert.NotEmpty(Suggest(string.Join(' ', Enumerable.Repeat("engine", 50_000)) + " nothing"));
    }

    [Fact]
    public void An_index_of_nothing_suggests_nothing() => Assert.Empty(SuggestIndex.Build([]).Suggest("a", 10));

    [Fact]
    public void The_same_entries_give_the_same_file_and_the_file_the_same_suggestions()
    {
        var (one, two) = (new MemoryStream(), new MemoryStream());
        Entries().Write(one);
        Entries().Write(two);
        Assert.Equal(one.ToArray(), two.ToArray());
        one.Position = 0;
        var read = SuggestIndex.Read(one);
        Assert.Equal(Entries().Suggest("moon", 5).Select(s => (s.Text, s.Url, s.Key, s.Count)), read.Suggest("moon", 5).Select(s => (s.Text, s.Url, s.Key, s.Count)));

        static SuggestIndex Entries() => SuggestIndex.Build([Topic("Moon", SuggestionKind.Tag, 3, "Luna"), Post("To the Moon") with { Url = "https://example.org/moon" }]);
    }

    [Fact]
    public void A_damaged_file_is_refused_wherever_the_damage_is()
    {
        var stream = new MemoryStream();
        Site.Write(stream);
        var good = stream.ToArray();
        for (var at = 0; at < good.Length; at += 7)
        {
            var bad = (byte[])good.Clone();
            bad[at] ^= 0x40;
            Assert.Throws<InvalidDataException>(() => SuggestIndex.Read(new MemoryStream(bad)));
        }
        foreach (var length in (int[])[0, 1, 15, 20, good.Length / 2, good.Length - 1])
            Assert.Throws<InvalidDataException>(() => SuggestIndex.Read(new MemoryStream(good[..length])));
    }

    private static IReadOnlyList<Suggestion> Suggest(string typed) => Site.Suggest(typed, 10);

    private static SuggestEntry Post(string title) => new(title, SuggestionKind.Post, Search.Core.Text.Slug.Of(title), null, 0, []);

    private static SuggestEntry Topic(string name, SuggestionKind kind, int count, params string[] aliases) => new(name, kind, Search.Core.Text.Slug.Of(name), null, count, aliases);
}
