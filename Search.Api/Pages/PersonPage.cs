using Search.Core.Model;
using Search.Core.Searching;
using static Search.Api.Pages.Node;

namespace Search.Api.Pages;

/// <summary><c>/people/{slug}</c>: a person as the posts know them, for people and, as schema.org's Person, for programs. Complete without scripts.</summary>
internal static class PersonPage
{
    private const int QuotesShown = 5;
    private const int AroundShown = 8;

    public static Node? Of(SearchService index, string slug, PageQuestion question, CancellationToken cancel)
    {
        if (index.Person(slug) is not { } person)
            return null;
        var all = PageQuestion.First(new SearchRequest { People = Only(person), Fold = question.Search.Fold });
        var said = index.Search(Quotations with { Query = $"speaker:{person.Slug}" }, cancel);
        var about = index.Search(Quotations with { Query = $"-speaker:{person.Slug}", People = Only(person) }, cancel);
        return PageFrame.Page("/people", person.Label, "", [], EntityFrame.Robots(true),
            EntityFrame.Of(
                E("article", [("class", "post"), ("itemscope", ""), ("itemtype", "https://schema.org/Person")],
                    E("header",
                        E("h1", [("itemprop", "name")], person.Label),
                        E("p", [("class", "meta")],
                            E("a", [("href", all.Address())], PageWords.Counted(person.Posts, "post")),
                            E("a", [("href", QuotationsPage.AddressOf(person.Slug))], $"{PageWords.Counted(person.QuotesBy, "quotation")} by"),
                            E("a", [("href", $"/quotes?person={Uri.EscapeDataString(person.Slug)}")], $"{PageWords.Number(person.QuotesAbout)} about"),
                            E("a", [("href", $"/compare?a=person%3A{Uri.EscapeDataString(person.Slug)}&b=")], "Compare"),
                            E("a", [("href", $"/feeds/search.atom?person={Uri.EscapeDataString(person.Slug)}")], "Feed"))),
                    Timeline(person),
                    E("dl", [("class", "about")],
                        EntityFrame.Texts("Also written", "alternateName", person.Aliases.Where(alias => alias != person.Label)),
                        EntityFrame.Texts("Roles", "jobTitle", person.Roles.Select(Role)),
                        EntityFrame.Links("With", "/people/", person.With),
                        EntityFrame.Links("Topics", "/tags/", person.Topics)),
                    Company(index, person)),
                EntityFrame.Hits("said", "In their words", said.Hits, question),
                EntityFrame.Hits("about", "Quotations about them", about.Hits, question),
                EntityFrame.Hits("newest", "Newest posts", person.Newest, question)));
    }

    private static SearchRequest Quotations => new() { Kind = DocumentKind.Quote, Sort = SearchSort.Newest, Limit = QuotesShown, Facets = [], Highlight = false };

    private static SlugFilter Only(PersonView person) => new([[person.Slug]], []);

    private static Node? Timeline(PersonView person)
    {
        var months = person.Months.Select(month => (month.Month, month.Count)).ToList();
        var points = Months.Of(months.Select(month => month.Month));
        var counts = Months.Counts(points, months);
        var address = $"/search?person={Uri.EscapeDataString(person.Slug)}&kind=post";
        return Picture.Bars($"Posts about {person.Label} over time", [.. points.Select((point, i) => (point, counts[i], (string?)$"{address}&from={point}&to={point}"))]) is { } bars
            ? E("section", [("class", "after"), ("aria-labelledby", "timeline-of")], E("h2", [("id", "timeline-of")], "Over time"), bars) : null;
    }

    // Who stands with whom among those who stand with this person.
    private static Node? Company(SearchService index, PersonView person)
    {
        var others = person.With.Where(other => other.Count is not null).Take(AroundShown).ToList();
        var numbers = others.Select((other, i) => (other.Slug, i)).ToDictionary(pair => pair.Slug, pair => pair.i, StringComparer.Ordinal);
        var between = others.SelectMany((other, i) => (index.Person(other.Slug)?.With ?? [])
            .Where(third => third.Count is not null && numbers.GetValueOrDefault(third.Slug, -1) > i).Select(third => (i, numbers[third.Slug], third.Count!.Value))).ToList();
        return Picture.Circle($"People who stand in posts with {person.Label}", person.Label, [.. others.Select(other => (other.Label, "/people/" + Uri.EscapeDataString(other.Slug), other.Count!.Value))], between) is { } circle
            ? E("section", [("class", "after"), ("aria-labelledby", "company")], E("h2", [("id", "company")], "In the same posts"), circle) : null;
    }

    private static string Role(RoleView role) => (role.From, role.To) switch
    {
        (null, null) => role.Text,
        ({ } from, null) => $"{role.Text} (from {from})",
        (null, { } to) => $"{role.Text} (to {to})",
        ({ } from, { } to) => $"{role.Text} ({from} to {to})",
    };
}
