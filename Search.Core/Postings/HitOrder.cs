namespace Search.Core.Postings;

/// <summary>An order of hits other than Lucene's: of equal scores the one with the lower place goes first.</summary>
/// <param name="Places">By document, numbered over all segments; no two that may be hits have the same.</param>
internal sealed record HitOrder(int[] Places)
{
    /// <summary>Whether a document with its score may be a hit at all; null for all.</summary>
    public Func<float, int, bool>? Admits { get; init; }
}
