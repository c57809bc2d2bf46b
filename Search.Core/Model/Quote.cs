namespace Search.Core.Model;

/// <summary>
/// A quotation: from a quotations file or record, or found in a post.
/// </summary>
public sealed record Quote
{
    /// <summary>Unique and stable within a source, like <see cref="Post.Key"/>; for one found in a post, the post's key with <c>#q</c> and a number.</summary>
    public required string Key { get; init; }

    public required string Id { get; init; }

    /// <summary>The quoted words without their outer marks.</summary>
    public required string Text { get; init; }

    /// <summary>Full name of the speaker where known.</summary>
    public string? Speaker { get; init; }

    /// <summary>The speaker as it stands in the text: a name, a pronoun, a role.</summary>
    public string? SpeakerText { get; init; }

    public string? Role { get; init; }

    /// <summary>The verb of saying, as written: <c>said</c>, <c>wrote</c>; null where there is none.</summary>
    public string? Verb { get; init; }

    /// <summary>0 to 1: how sure it is that these words are a quotation of this speaker; 1 for what an owner's file says.</summary>
    public double Confidence { get; init; } = 1;

    public DateTimeOffset? Date { get; init; }

    /// <summary>What is known of the date.</summary>
    public DatePrecision DatePrecision { get; init; }

    /// <summary>Where the words were said or printed: a work, a speech, an outlet.</summary>
    public string? Source { get; init; }

    public string? Url { get; init; }

    public IReadOnlyList<string> Tags { get; init; } = [];

    public IReadOnlyList<string> Categories { get; init; } = [];

    /// <summary>Key of the post it stands in; null for one that stands alone.</summary>
    public string? PostKey { get; init; }

    /// <summary>Offsets in the post's text, end exclusive; 0 and 0 where it stands alone or only in the excerpt.</summary>
    public int Start { get; init; }

    public int End { get; init; }

    public required SourceSpan Place { get; init; }
}
