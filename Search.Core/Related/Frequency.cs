using Search.Core.Indexing;

namespace Search.Core.Related;

/// <summary>What standing in a post many times says against standing there once.</summary>
internal static class Frequency
{
    private static readonly double[] Weights = [1, .. Enumerable.Range(1, (SignedText.TitleWeight + 1) * byte.MaxValue).Select(n => 1 + Math.Log(n))];

    /// <summary>1 + ln n.</summary>
    public static double Weight(int count) => Weights[count];

    /// <summary>How often a term counts in text, title and headline together.</summary>
    public static int InAll(SignatureTerm term) => term.InText + (SignedText.TitleWeight * term.InTitle);
}
