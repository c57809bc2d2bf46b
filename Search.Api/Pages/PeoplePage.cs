using System.Globalization;
using Search.Core.Searching;
using static Search.Api.Pages.Node;

namespace Search.Api.Pages;

/// <summary><c>/people</c>: who is written about, most often first, with a line to find one by any of their names. Complete without scripts.</summary>
internal static class PeoplePage
{
    private const int Shown = 200;

    public static Node Of(SearchService index, PageQuestion question)
    {
        var name = question.Search.Query;
        var people = index.People(name, Shown);
        return PageFrame.Page("/people", "People", "", [], EntityFrame.Robots(name.Length == 0),
            EntityFrame.Of(
                E("h1", name.Length == 0 ? PageWords.People(people.Total) : $"{PageWords.People(people.Total)} for “{name}”"),
                EntityFrame.Finder("/people", "Find a person by any name", name),
                people.Values.Count == 0 ? E("p", [("class", "message")], "Nobody of that name is in the posts. ", E("a", [("href", "/search?q=" + Uri.EscapeDataString(name))], "Search the texts"), " for it.") : null,
                EntityFrame.Counted("people", "/people/", people.Values),
                people.Total > people.Values.Count ? E("p", [("class", "quiet")], string.Create(CultureInfo.InvariantCulture, $"The {people.Values.Count} most written about of {PageWords.Number(people.Total)}.")) : null));
    }
}
