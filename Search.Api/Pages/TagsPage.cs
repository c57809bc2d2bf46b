using Search.Core.Searching;
using static Search.Api.Pages.Node;

namespace Search.Api.Pages;

/// <summary><c>/tags</c>: what is written about, and the state of the tags: what is spelt in several ways, says nothing or may be the same. Complete without scripts.</summary>
internal static class TagsPage
{
    private const int Shown = 100;
    private const int Reported = 40;
    private const int SpellingsShown = 6;

    public static Node Of(SearchService index, PageQuestion question)
    {
        var name = question.Search.Query;
        var tags = index.Tags(name, Shown);
        return PageFrame.Page("/tags", "Tags", "", [], EntityFrame.Robots(name.Length == 0),
            EntityFrame.Of(
                E("h1", name.Length == 0 ? PageWords.Counted(tags.Total, "tag") : $"{PageWords.Counted(tags.Total, "tag")} for “{name}”"),
                EntityFrame.Finder("/tags", "Find a tag", name),
                tags.Values.Count == 0 ? E("p", [("class", "message")], "No tag has words that begin so.") : null,
                EntityFrame.Counted("tags", "/tags/", tags.Values),
                tags.Total > tags.Values.Count ? E("p", [("class", "quiet")], $"The {PageWords.Number(tags.Values.Count)} most used of {PageWords.Number(tags.Total)}.") : null,
                name.Length == 0 ? Report(index.TagReport(Reported)) : null));
    }

    private static Node Report(TagReportView report) =>
        E("section", [("class", "after report"), ("aria-labelledby", "report")],
            E("h2", [("id", "report")], "The state of the tags"),
            E("p", $"Of {PageWords.Counted(report.Total, "tag")}, {PageWords.Number(report.SeveralSpellings)} are written in more than one way and {PageWords.Number(report.Once)} stand on one post only."),
            List("same", "May mean the same as another", "For you to decide: an entry in tags.yml joins them.", report.Proposed,
                tag => All(tag.Proposals.Select(other => E("span", [("class", "with")], Link(other.Slug, other.Label), E("span", [("class", "quiet")], $" {other.Reason}"))))),
            List("spellings", "Written in several ways", "These count as one already.", report.Merged,
                tag => E("span", [("class", "quiet")], string.Join(" · ", tag.Aliases.Where(alias => alias != tag.Label).Take(SpellingsShown)) + (tag.Aliases.Count - 1 > SpellingsShown ? " …" : ""))),
            List("everywhere", "On so many posts that they say nothing", "They count for no ranking and no relatedness.", report.Boilerplate, null),
            List("headings", "Headings used as tags", null, report.Headings, null));

    private static Node? List(string id, string heading, string? hint, IReadOnlyList<ReportedTag> tags, Func<ReportedTag, Node>? more) => tags.Count == 0 ? null :
        E("section", [("aria-labelledby", id)],
            E("h3", [("id", id)], heading),
            hint is null ? null : E("p", [("class", "quiet")], hint),
            E("ul", All(tags.Select(tag => E("li", Link(tag.Slug, tag.Label), " ", E("span", [("class", "count quiet")], PageWords.Number(tag.Posts)), more is null ? null : E("div", more(tag)))))));

    private static Node Link(string slug, string label) => E("a", [("href", "/tags/" + Uri.EscapeDataString(slug))], label);
}
