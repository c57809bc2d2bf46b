using Search.Core.Model;

namespace Search.Core.Tagging;

/// <summary>
/// The state of a collection's tags, for the author who wants to mend them: what is one tag in several spellings, what is no tag at all, what
/// is misspelt, and what may be the same and wants a person's decision. Lists are ordered by weight, then by label.
/// </summary>
public sealed record TagReport
{
    /// <summary>A label beyond this length is several tags that lost their commas, or a title.</summary>
    public const int MaxLabelChars = 60;

    public required int Posts { get; init; }

    /// <summary>Distinct spellings in the posts.</summary>
    public required int Spellings { get; init; }

    /// <summary>What they come to.</summary>
    public required int Tags { get; init; }

    /// <summary>Tags that stand in one post alone.</summary>
    public required int UsedOnce { get; init; }

    /// <summary>Those tags.</summary>
    public required IReadOnlyList<TagUse> UsedOnceTags { get; init; }

    /// <summary>Tags in several spellings; merged by themselves, because they differ in case, punctuation, brackets and what stands beside a name.</summary>
    public required IReadOnlyList<TagVariants> Variants { get; init; }

    /// <summary>Words that only open a group of tags.</summary>
    public required IReadOnlyList<TagUse> Headings { get; init; }

    /// <summary>Tags that come with so many posts that they say little of any.</summary>
    public required IReadOnlyList<TagUse> Boilerplate { get; init; }

    /// <summary>Longer than <see cref="MaxLabelChars"/>.</summary>
    public required IReadOnlyList<TagUse> Overlong { get; init; }

    /// <summary>Rare tags a letter or two away from a frequent one. Proposed, never applied unasked.</summary>
    public required IReadOnlyList<TagPair> Misspellings { get; init; }

    /// <summary>Tags that may mean the same, with the evidence. Proposed, never applied unasked.</summary>
    public required IReadOnlyList<TagPair> Proposals { get; init; }

    public static TagReport Of(TagCatalog catalog)
    {
        ArgumentNullException.ThrowIfNull(catalog);
        var tags = catalog.Tags;
        var pairs = Pairs(catalog);
        return new()
        {
            Posts = catalog.Documents,
            Spellings = tags.Sum(tag => tag.Aliases.Count(alias => alias.Posts > 0)),
            Tags = tags.Count(tag => tag.Posts > 0),
            UsedOnce = tags.Count(tag => tag.Posts == 1),
            UsedOnceTags = Uses(tags.Where(tag => tag.Posts == 1)),
            Variants = [.. tags.Where(tag => tag.Aliases.Count(alias => alias.Posts > 0) > 1).Select(tag => new TagVariants(tag.Slug, tag.Label, tag.Kind, tag.Posts, [.. tag.Aliases.Where(alias => alias.Posts > 0)]))],
            Headings = Uses(tags.Where(tag => tag.Kind == TagKind.Heading)),
            Boilerplate = Uses(tags.Where(tag => tag.Boilerplate && tag.Kind != TagKind.Heading)),
            Overlong = Uses(tags.Where(tag => tag.Label.Length > MaxLabelChars)),
            Misspellings = [.. pairs.Where(pair => pair.Evidence == TagEvidence.Misspelling)],
            Proposals = [.. pairs.Where(pair => pair.Evidence != TagEvidence.Misspelling)],
        };
    }

    private static List<TagUse> Uses(IEnumerable<KnownTag> tags) => [.. tags.Where(tag => tag.Posts > 0).Select(tag => new TagUse(tag.Slug, tag.Label, tag.Kind, tag.Posts))];

    // A proposal stands with both of its tags; here it is told once, from the rarer one.
    private static List<TagPair> Pairs(TagCatalog catalog)
    {
        var pairs = new List<TagPair>();
        foreach (var tag in catalog.Tags)
            foreach (var proposal in tag.Proposals)
            {
                if (catalog.BySlug(proposal.Slug) is not { } other || other.Slug == tag.Slug)
                    continue;
                var known = other.Proposals.Any(back => back.Slug == tag.Slug);
                var rarer = tag.Posts < other.Posts || (tag.Posts == other.Posts && string.CompareOrdinal(tag.Slug, other.Slug) > 0);
                if (rarer || !known)
                    pairs.Add(rarer ? Pair(tag, other, proposal) : Pair(other, tag, proposal));
            }
        return [.. pairs.OrderByDescending(pair => pair.Score).ThenByDescending(pair => pair.IntoPosts).ThenBy(pair => pair.Slug, StringComparer.Ordinal).ThenBy(pair => pair.IntoSlug, StringComparer.Ordinal)];
    }

    private static TagPair Pair(KnownTag tag, KnownTag into, TagProposal proposal) =>
        new(tag.Slug, tag.Label, tag.Posts, into.Slug, into.Label, into.Posts, proposal.Evidence, proposal.Reason, proposal.Score);
}

/// <summary>A tag and in how many posts it stands.</summary>
public sealed record TagUse(string Slug, string Label, TagKind Kind, int Posts);

/// <summary>A tag in several spellings, the most frequent first.</summary>
public sealed record TagVariants(string Slug, string Label, TagKind Kind, int Posts, IReadOnlyList<TagAlias> Spellings);

/// <summary>Two tags that may be one: the rarer, and the one that it would go into.</summary>
/// <param name="Score">0 to 1: how likely it is that both mean the same.</param>
public sealed record TagPair(string Slug, string Label, int Posts, string IntoSlug, string IntoLabel, int IntoPosts, TagEvidence Evidence, string Reason, double Score);
