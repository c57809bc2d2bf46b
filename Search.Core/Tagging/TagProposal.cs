namespace Search.Core.Tagging;

/// <summary>Another tag that may mean the same. A proposal is never applied unasked.</summary>
/// <param name="Slug">Slug of the other tag.</param>
/// <param name="Evidence">What speaks for it.</param>
/// <param name="Reason">The evidence in words.</param>
/// <param name="Score">0 to 1: how likely it is that both mean the same.</param>
public sealed record TagProposal(string Slug, TagEvidence Evidence, string Reason, double Score);

/// <summary>What speaks for two tags meaning the same.</summary>
public enum TagEvidence
{
    /// <summary>A rare tag differs from a frequent one by a letter or two in one word.</summary>
    Misspelling,

    /// <summary>The same words in another order.</summary>
    WordOrder,

    /// <summary>Singular and plural, or a longer form of one word.</summary>
    WordForm,

    /// <summary>One is the acronym of the other, or both have the same one.</summary>
    Acronym,

    /// <summary>One says the country, the other does not.</summary>
    Country,

    /// <summary>Names of people that can be one person's.</summary>
    PersonName,

    /// <summary>One is the other with an addition behind a separator.</summary>
    Addition,

    /// <summary>Both link to the same page.</summary>
    SharedLink,
}
