namespace Search.Core.Suggest;

/// <summary>A word, or two, that may have been meant.</summary>
/// <param name="Text">Folded; two words with a blank between them where one was typed for two.</param>
/// <param name="Typos">1 or 2.</param>
/// <param name="Documents">How many documents have it; of two words, the rarer one's.</param>
internal sealed record Correction(string Text, int Typos, int Documents)
{
    public bool IsTwoWords => Text.Contains(' ', StringComparison.Ordinal);
}

/// <summary>A word of a query: its term, as the index has it, and as it was typed.</summary>
internal readonly record struct TypedTerm(string Term, string AsTyped);

/// <summary>What to put in the place of some words of a query.</summary>
/// <param name="First">Index of the first word to be replaced.</param>
/// <param name="Count">How many words: 2 where they should be one.</param>
/// <param name="With">What may have been meant.</param>
internal sealed record Mend(int First, int Count, Correction With);
