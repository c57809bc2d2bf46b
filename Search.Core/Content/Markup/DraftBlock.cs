using Search.Core.Model;

namespace Search.Core.Content;

/// <summary>A block of a post while its text is being made, with what later decisions need to know of it.</summary>
internal sealed class DraftBlock
{
    public required BlockKind Kind { get; init; }

    public required int Line { get; init; }

    public int Depth { get; init; }

    public required string Text { get; set; }

    /// <summary>Links with offsets into <see cref="Text"/>.</summary>
    public List<DraftLink> Links { get; init; } = [];

    /// <summary>Offsets into <see cref="Text"/> at which lines of the source begin, without the first.</summary>
    public List<int> Breaks { get; init; } = [];

    public string? Anchor { get; set; }

    /// <summary>True for a rule (<c>---</c>), which has no text.</summary>
    public bool IsRule { get; init; }

    /// <summary>Why the block is no part of the article; null for one that is.</summary>
    public AsideKind? Aside { get; set; }
}

/// <summary>A link within a block.</summary>
internal sealed record DraftLink(int Start, int Length, string Text, string Target, bool ToSource);
