using Search.Core.Model;
using Search.Core.Searching;
using Xunit;

namespace Search.Tests.Behaviour;

/// <summary>People and quotations as they are served: of a small site, through the whole path.</summary>
public sealed class PeopleAndQuotesTests : IDisposable
{
    private const string Words = "The dam will hold through the spring";

    private readonly TestSite site = new();

    public void Dispose() => site.Dispose();

    [Fact]
    public void A_quotation_that_only_the_excerpt_has_is_found_and_leads_to_its_post()
    {
        site.Write("_posts/2024-01-02-dam.md", $"---\ntitle: The dam\ndate: 2024-01-02\nexcerpt: '“{Words}.” – Maria Okafor, engineer'\n---\n\nMaria Okafor checks the wall every week.\n");
        var hit = Assert.Single(site.Ask(new() { Query = "\"hold through the spring\"", Kind = DocumentKind.Quote }).Hits);
        Assert.Equal(("maria-okafor", "2024-01-02-dam"), (hit.Speaker?.Slug, hit.PostId));
    }

    [Fact]
    public void Words_in_excerpt_and_body_and_printed_twice_are_one_quotation()
    {
        site.Write("_posts/2024-01-02-dam.md", $"---\ntitle: The dam\ndate: 2024-01-02\nexcerpt: '“{Words}.” – Maria Okafor'\n---\n\n“{Words},” Maria Okafor said.\n\nRain fell.\n\n> “{Words}.”\n");
        Assert.Single(site.Ask(new() { Query = "\"hold through the spring\"", Kind = DocumentKind.Quote }).Hits);
    }

    [Fact]
    public void Quotations_are_counted_and_filtered_by_where_the_words_were_printed()
    {
        site.Write("_data/quotes.yml", """
            - { text: The wall is dry., speaker: Maria Okafor, source: Letter to the Council, date: 2024-01-02 }
            - { text: The wall is wet., speaker: Maria Okafor, source: letter to the council, date: 2023-01-02 }
            - { text: The wall is gone., speaker: Maria Okafor, source: "The Dam, a Memoir" }
            - { text: The wall is back., speaker: Maria Okafor }
            """);
        var all = site.Ask(new() { Query = "wall", Facets = [FacetField.Source] });
        Assert.Equal([("Letter to the Council", 2), ("The Dam, a Memoir", 1)], all.Facets["source"].Values.Select(value => (value.Label, value.Count)));
        Assert.Equal(2, site.Ask(new() { Query = "wall", Sources = new([["letter-to-the-council"]], []) }).Total);
        Assert.Equal(2, site.Ask(new() { Query = "wall", Sources = new([], ["letter-to-the-council"]) }).Total);
        Assert.Equal(3, site.Ask(new() { Query = "wall", Sources = new([["letter-to-the-council", "the-dam-a-memoir"]], []) }).Total);
    }

    [Theory]
    [InlineData("okafor", "Maria Okafor")]
    [InlineData("Marie Okafor", "Maria Okafor")]
    [InlineData("mary ann okafor", "Maria Okafor")]
    [InlineData("nobody at all", null)]
    public void People_are_found_by_alias_and_with_a_slip_of_the_pen(string query, string? label)
    {
        site.Write("people.yml", "- name: Maria Okafor\n  aliases: [Mary Ann Okafor]\n");
        site.Post("2024-01-02", "dam", "Engineer Maria Okafor checks the wall. Okafor is tired.");
        site.Index();
        using var service = site.Open();
        Assert.Equal(label, service.People(query, 10).Values.SingleOrDefault()?.Label);
    }

    [Fact]
    public void A_folded_quotation_names_the_other_posts_that_have_it()
    {
        foreach (var (day, name) in new[] { ("01", "first"), ("02", "second"), ("03", "third") })
            site.Post($"2026-02-{day}", name, $"“The lighthouse keeps its lamp through the winter,” Maria Okafor said {name}.");
        var request = new SearchRequest { Kind = DocumentKind.Quote, Fold = true, Sort = SearchSort.Newest };
        var hit = Assert.Single(site.Ask(request).Hits);
        Assert.Equal((2, "2026-02-03-third"), (hit.More, hit.PostId));
        Assert.Equal(["2026-02-01-first", "2026-02-02-second"], hit.AlsoIn!.Order(StringComparer.Ordinal));
        Assert.All(site.Ask(request with { Fold = false }).Hits, unfolded => Assert.Null(unfolded.AlsoIn));
    }

    [Fact]
    public void Topics_of_a_person_are_no_people_and_no_boilerplate()
    {
        for (var i = 1; i <= 9; i++)
            site.Post($"2026-03-0{i}", $"post{i}", i % 3 == 0 ? $"Mayor Maria Okafor met Judge Pavel Drozd about harbour case {i}." : $"It rained for {i} days.", tags: i % 3 == 0 ? "everything, harbour, Pavel Drozd" : "everything, weather");
        site.Index();
        using var service = site.Open();
        var person = service.Person("maria-okafor")!;
        Assert.Equal(["harbour"], person.Topics.Select(t => t.Label));
        Assert.Equal(["Pavel Drozd"], person.With.Select(w => w.Label));
    }

    [Fact]
    public void The_newest_of_a_person_and_of_a_tag_are_posts()
    {
        site.Post("2024-01-02", "dam", "“The dam will hold through the spring,” Maria Okafor said.", tags: "dams");
        site.Post("2024-01-03", "wall", "“The wall will hold through the winter,” Maria Okafor said.", tags: "dams");
        site.Index();
        using var service = site.Open();
        Assert.Equal(["2024-01-03-wall", "2024-01-02-dam"], service.Person("maria-okafor")!.Newest.Select(hit => hit.Id));
        Assert.Equal(["2024-01-03-wall", "2024-01-02-dam"], service.Tag("dams")!.Newest.Select(hit => hit.Id));
        Assert.Equal(2, service.Person("maria-okafor")!.QuotesBy);
    }

    [Fact]
    public void Who_is_named_twice_beside_somebody_named_a_hundred_times_is_no_company()
    {
        for (var i = 0; i < 100; i++)
            site.Post($"2024-{1 + i % 12:00}-{1 + i / 12:00}", $"post{i}", $"{Rain(i)} Mayor Maria Okafor spoke{(i % 5 == 0 ? " with Judge Pavel Drozd" : i < 3 ? " with Ivan Petrov" : "")}. {Rain(i + 400)}");
        for (var i = 0; i < 40; i++)
            site.Post($"2023-{1 + i % 12:00}-{1 + i / 12:00}", $"rain{i}", Rain(i + 200));
        site.Index();
        using var service = site.Open();
        Assert.Equal(["Pavel Drozd"], service.Person("maria-okafor")!.With.Select(w => w.Label));

        // Words enough that no two posts are a series of one template.
        static string Rain(int seed) => string.Join(' ', Enumerable.Range(1, 30).Select(n => Word((seed * 7919 + n * n * 104729) % 3001))) + ".";

        static string Word(int number) => string.Concat("word", (char)('a' + number % 26), (char)('a' + number / 26 % 26), (char)('a' + number / 676));
    }

    [Fact]
    public void A_family_name_that_means_one_person_resolves_to_that_person()
    {
        site.Post("2024-01-02", "dam", "Engineer Maria Okafor checks the wall. Okafor is tired.");
        site.Index();
        using var service = site.Open();
        var person = Assert.IsType<PersonView>(service.Person("okafor"));
        Assert.Equal("maria-okafor", person.Slug);
        Assert.Equal(["Okafor"], person.Aliases);
    }

    [Fact]
    public void Every_mention_is_the_words_at_its_offsets()
    {
        site.Post("2024-01-02", "dam", "🌊 Engineer Maria Okafor’s wall — “it holds,” Okafor said. 🏔️ Ivan Petrov laughed.");
        site.Index();
        using var service = site.Open();
        var post = Assert.IsType<PostView>(service.Post("2024-01-02-dam", annotations: true));
        Assert.Equal(["Maria Okafor", "Okafor", "Ivan Petrov"], post.People.SelectMany(p => p.Mentions).OrderBy(m => m.Start).Select(m => m.Text));
        Assert.All(post.People.SelectMany(p => p.Mentions), m => Assert.Equal(m.Text, post.Text[m.Start..m.End]));
    }
}
