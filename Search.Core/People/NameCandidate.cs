namespace Search.Core.People;

[Flags]
internal enum CandidateFlags : ushort
{
    None = 0,

    /// <summary>In a line whose capitals say nothing.</summary>
    Headline = 1,

    /// <summary>Makes the next word an adjective's noun: <c>the Smith campaign</c>.</summary>
    Adjectival = 2,

    /// <summary>A party of a court case: <c>Doe v. Roe</c>.</summary>
    CaseName = 4,
    Possessive = 8,

    /// <summary>Stands alone between quotation marks, as titles of works do.</summary>
    Quoted = 16,
    AfterThe = 32,
    FamilyFirst = 64,

    /// <summary>Its capital may be due to its place.</summary>
    SentenceStart = 128,

    /// <summary>The first of two given names that share the family name after the second: <c>Ann and Bob Lee</c>.</summary>
    SharedSurname = 256,
    HasTitle = 512,

    /// <summary>All its words are ordinary words, places or other things too.</summary>
    Weak = 1024,

    /// <summary>Part of a longer capitalised phrase that is no name.</summary>
    Fragment = 2048,

    /// <summary>In a byline.</summary>
    Byline = 4096,
}

/// <summary>A stretch of tokens that may be a person's name, with what speaks for and against it.</summary>
/// <param name="First">First token of the name.</param>
/// <param name="End">One past the last token of the name.</param>
/// <param name="Outer">First token of the titles before it; <paramref name="First"/> where there are none.</param>
/// <param name="Words">How many words it has, without titles and suffixes.</param>
/// <param name="Suffix">Token of <c>Jr.</c> and the like; -1 where there is none.</param>
/// <param name="Nickname">Token of a nickname in marks; -1 where there is none.</param>
/// <param name="Titles">The traits of the titles before it.</param>
/// <param name="Form">Points for its own form; see <see cref="WordScores"/>.</param>
/// <param name="Context">Points for what stands around it.</param>
/// <param name="Flags">What is to be known of it.</param>
internal record struct NameCandidate(
    int First, int End, int Outer, int Words, int Suffix, int Nickname, NameTraits Titles, double Form, double Context, CandidateFlags Flags)
{
    /// <summary>Number of the name's group in the text; -1 before grouping.</summary>
    public int Group { get; set; } = -1;

    public readonly bool Has(CandidateFlags flag) => (Flags & flag) != 0;
}
