using Search.Core.Model;

namespace Search.Core.Tagging;

/// <summary>One tag of the collection with every spelling it was written in.</summary>
public sealed record KnownTag
{
    /// <summary>Unique in the catalog.</summary>
    public required string Slug { get; init; }

    /// <summary>The words shown; for people the full name without title, party or site.</summary>
    public required string Label { get; init; }

    public TagKind Kind { get; init; }

    /// <summary>0 to 1: how sure the kind is; 1 for what the owner's file says.</summary>
    public double Confidence { get; init; }

    /// <summary>Every spelling in the content or the owner's file, the most frequent first.</summary>
    public IReadOnlyList<TagAlias> Aliases { get; init; } = [];

    /// <summary>How many posts have it in any spelling.</summary>
    public int Posts { get; init; }

    /// <summary>True where the tag comes with so many posts, or so regularly in the same block of tags, that it says little about any of them.</summary>
    public bool Boilerplate { get; init; }

    /// <summary>Other tags that may mean the same; never merged unasked. Best first.</summary>
    public IReadOnlyList<TagProposal> Proposals { get; init; } = [];

    /// <summary>Full name of the person that the tag names; null for other kinds.</summary>
    public string? PersonName { get; init; }

    /// <summary>True where the owner's file has the tag.</summary>
    public bool Authoritative { get; init; }

    /// <summary>Where the tag was first and last used, by the dates of the posts; null where no post has a date.</summary>
    public DateTimeOffset? First { get; init; }

    public DateTimeOffset? Last { get; init; }
}

/// <summary>A spelling of a tag and how many posts have it; 0 for one that only the owner's file names.</summary>
public readonly record struct TagAlias(string Text, int Posts);
