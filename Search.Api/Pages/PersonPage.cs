using Search.Core.Model;
using Search.Core.Searching;
using static Search.Api.Pages.Node;

namespace Search.Api.Pages;

/// <summary><c>/people/{slug}</c>: a person as the posts know them, for people and, as schema.org's Person, for programs. Complete without scripts.</summary>
internal static class PersonPage
{
    private const int QuotesShown = 5;

    public static Node? Of(SearchService index, string slug, PageQuestion question, CancellationToken cancel)
    {
        if (index.Person(slug) is not { } person)
            return null;
        var mine = new SlugFilter([[person.Slug]], []);
        var said = index.Search(new SearchRequest { Query = $"speaker:{person.Slug}", Kind = DocumentKind.Quote, Limit = QuotesShown, Facets = [], Highlight = false }, cancel);
        var all = PageQuestion.First(new SearchRequest { People = mine, Fold = question.Search.Fold });
        return PageFrame.Page(person.Label, "", [], E("meta", [("name", "robots"), ("content", "index,follow")]),
            EntityFrame.Of(
                E("article", [("class", "post"), ("itemscope", ""), ("itemtype", "https://schema.org/Person")],
                    E("header",
                        E("h1", [("itemprop", "name")], person.Label),
                        E("p", [("class", "meta")], E("a", [("href", all.Address())], PageWords.Counted(person.Posts, "post")), E("span", $"{PageWords.Counted(person.QuotesBy, "quotation")} by, {PageWords.Number(person.QuotesAbout)} about"))),
                    E("dl", [("class", "about")],
                        EntityFrame.Texts("Also written", "alternateName", person.Aliases.Where(alias => alias != person.Label)),
                        EntityFrame.Texts("Roles", "jobTitle", person.Roles.Select(Role)),
                        EntityFrame.Links("With", "/people/", person.With),
                        EntityFrame.Links("Topics", "/tags/", person.Topics),
                        Years(person))),
                EntityFrame.Hits("said", "In their words", said.Hits, question),
                EntityFrame.Hits("newest", "Newest posts", person.Newest, question)));
    }

    private static string Role(RoleView role) => (role.From, role.To) switch
    {
        (null, null) => role.Text,
        ({ } from, null) => $"{role.Text} (from {from})",
        (null, { } to) => $"{role.Text} (to {to})",
        ({ } from, { } to) => $"{role.Text} ({from} to {to})",
    };

    private static Node? Years(PersonView person)
    {
        var years = person.Months.GroupBy(month => month.Month[..4]).Select(year => (Year: year.Key, Count: year.Sum(month => month.Count))).ToList();
        return years.Count == 0 ? null : All([E("dt", "Years"), E("dd", E("ul", [("class", "chips")], All(years.Select(year => E("li",
            E("a", [("class", "chip tag"), ("rel", "nofollow"), ("href", $"/search?person={Uri.EscapeDataString(person.Slug)}&from={year.Year}&to={year.Year}")], $"{year.Year} ", E("span", [("class", "count")], PageWords.Number(year.Count))))))))]);
    }
}
