namespace Search.Core.People;

/// <summary>How a word is written.</summary>
internal enum WordShape : byte
{
    Mark,
    Number,
    Lower,

    /// <summary><c>Word</c>.</summary>
    Capital,

    /// <summary><c>McGee</c>, <c>YouTube</c>.</summary>
    Mixed,

    /// <summary>Two or more letters, all upper case.</summary>
    Upper,

    /// <summary>One upper-case letter, with or without its full stop.</summary>
    Initial,

    /// <summary><c>J.D.</c></summary>
    Initials,
}

[Flags]
internal enum TokenFlags : ushort
{
    None = 0,

    /// <summary>Its capital may be due to the place alone: after a full stop, a colon, an opening mark, at the start of a line.</summary>
    SentenceStart = 1,
    LineStart = 2,
    ParagraphStart = 4,
    Possessive = 8,
    SpaceBefore = 16,

    /// <summary>Has a full stop of its own.</summary>
    Dotted = 32,

    /// <summary>Followed by a hyphen and a lower-case word: <c>Paris-based</c>.</summary>
    Compound = 64,
    Hyphenated = 128,

    /// <summary>In a line set in capitals.</summary>
    CapitalsLine = 256,

    /// <summary>In a line in which most words have a capital.</summary>
    TitleLine = 512,

    /// <summary>Part of an address, handle or tag: <c>@name</c>, <c>example.org</c>.</summary>
    Machine = 1024,
    AfterOpeningMark = 2048,

    /// <summary>In a line of a results table or a league table, whose names are mostly teams.</summary>
    TableLine = 4096,
}

/// <summary>A word, number or mark of a text. Offsets count UTF-16 code units; a possessive ending lies outside.</summary>
/// <param name="Start">First code unit.</param>
/// <param name="End">One past the last code unit.</param>
/// <param name="Word">Index into the vocabulary; -1 for marks and numbers.</param>
/// <param name="Traits">What the word may be.</param>
/// <param name="Shape">How it is written.</param>
/// <param name="Flags">What stands around it.</param>
/// <param name="Mark">The character of a mark, with quotation marks and dashes brought to one form; otherwise <c>\0</c>.</param>
internal record struct NameToken(int Start, int End, int Word, NameTraits Traits, WordShape Shape, TokenFlags Flags, char Mark)
{
    public readonly bool Has(TokenFlags flag) => (Flags & flag) != 0;

    public readonly bool Is(NameTraits any) => (Traits & any) != 0;

    /// <summary>Written as names are.</summary>
    public readonly bool IsCapital => Shape >= WordShape.Capital && !Has(TokenFlags.Machine);

    public readonly bool IsLower => Shape == WordShape.Lower;
}
