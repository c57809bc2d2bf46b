using Xunit;

namespace Search.Tests.Behaviour;

public sealed class SuggestionTests
{
    private static TestSite Site()
    {
        var site = new TestSite();
        site.Write("people.yml", "- name: Maud Ferris\n  aliases: [Maudie of the Quay]\n");
        site.Write("tags.yml", "- label: Harbour Board\n  aliases: [HBRD, Board of the Harbour]\n");
        site.Post("2026-01-01", "one", "## Harbour falls silent as cranes stop\n\nMaud Ferris spoke to the Harbour Board.", "My own words & a quiet day", "HBRD, tides", "Notes");
        site.Post("2026-01-02", "two", "Maud Ferris spoke again.", "Another day", "tides", "Notes");
        site.Index();
        return site;
    }

    [Theory]
    [InlineData("my own", "post", "My own words & a quiet day")]
    [InlineData("harbour falls", "post", "My own words & a quiet day")]
    [InlineData("cranes silent", "post", "My own words & a quiet day")]
    [InlineData("mau", "person", "Maud Ferris")]
    [InlineData("maudie", "person", "Maud Ferris")]
    [InlineData("fe", "person", "Maud Ferris")]
    [InlineData("hbrd", "tag", "Harbour Board")]
    [InlineData("t", "tag", "tides")]
    [InlineData("not", "category", "Notes")]
    [InlineData("harbuor", "tag", "Harbour Board")]
    public void A_title_a_headline_a_name_or_another_spelling_finds(string typed, string kind, string text)
    {
        using var site = Site();
        using var service = site.Open();
        Assert.Contains(service.Suggest(typed, 8).Suggestions, s => s.Kind == kind && s.Text == text);
    }

    [Fact]
    public void A_person_whom_posts_are_tagged_with_is_suggested_once()
    {
        using var site = Site();
        site.Post("2026-01-03", "three", "Maud Ferris came again.", "A third day", "Maud Ferris, tides", "Notes");
        site.Index();
        using var service = site.Open();
        var found = Assert.Single(service.Suggest("maud", 8).Suggestions, s => s.Text == "Maud Ferris");
        Assert.Equal("person", found.Kind);
    }

    [Fact]
    public void What_is_shown_is_escaped_and_marked()
    {
        using var site = Site();
        using var service = site.Open();
        Assert.Equal("<mark>My</mark> own words &amp; a <mark>quie</mark>t day", service.Suggest("my quie", 8).Suggestions[0].Html);
    }
}
