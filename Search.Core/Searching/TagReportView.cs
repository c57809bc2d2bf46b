using Search.Core.Model;
using Search.Core.Tagging;

namespace Search.Core.Searching;

/// <summary>A tag in the report: how it is written and how often, and what it may be the same as.</summary>
public sealed record ReportedTag(string Slug, string Label, TagKind Kind, int Posts, IReadOnlyList<string> Aliases, IReadOnlyList<TagProposalView> Proposals);

/// <summary>The state of all tags, each list the most used first and cut to a length; the numbers count all.</summary>
/// <param name="Total">How many tags there are.</param>
/// <param name="SeveralSpellings">How many are written in more than one way.</param>
/// <param name="Once">How many stand on one post only.</param>
/// <param name="Boilerplate">Those that stand on so many posts that they say nothing.</param>
/// <param name="Headings">Headings of posts that were used as tags.</param>
/// <param name="Merged">Those of most spellings, which count as one.</param>
/// <param name="Proposed">Those that may mean the same as another: for the owner to decide.</param>
public sealed record TagReportView(
    int Total,
    int SeveralSpellings,
    int Once,
    IReadOnlyList<ReportedTag> Boilerplate,
    IReadOnlyList<ReportedTag> Headings,
    IReadOnlyList<ReportedTag> Merged,
    IReadOnlyList<ReportedTag> Proposed)
{
    /// <param name="generation">The index.</param>
    /// <param name="most">Length of each list at most.</param>
    internal static TagReportView Of(OpenGeneration generation, int most)
    {
        var tags = generation.TagCatalog.Tags.Where(tag => generation.Tags.OrdinalOf(tag.Slug) >= 0).ToList();
        return new(
            tags.Count,
            tags.Count(tag => tag.Aliases.Count > 1),
            tags.Count(tag => tag.Posts == 1),
            List(tag => tag.Boilerplate, tag => tag.Posts),
            List(tag => tag.Kind == TagKind.Heading, tag => tag.Posts),
            List(tag => tag.Aliases.Count > 1, tag => tag.Aliases.Count),
            List(tag => tag.Proposals.Count > 0, tag => tag.Posts));

        List<ReportedTag> List(Func<KnownTag, bool> isOne, Func<KnownTag, int> size) =>
            [.. tags.Where(isOne).OrderByDescending(size).ThenBy(tag => tag.Slug, StringComparer.Ordinal).Take(most).Select(tag => new ReportedTag(
                tag.Slug,
                tag.Label,
                tag.Kind,
                tag.Posts,
                [.. tag.Aliases.Select(alias => alias.Text)],
                [.. tag.Proposals.Select(other => new TagProposalView(other.Slug, generation.Tags.LabelOf(other.Slug).Text, other.Reason, Math.Round(other.Score, 3)))]))];
    }
}
