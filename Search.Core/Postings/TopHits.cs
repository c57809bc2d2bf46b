namespace Search.Core.Postings;

/// <summary>
/// The best documents so far, over all segments: higher score first, of equal scores the lower document, as Lucene's collectors have it, or as
/// another order says.
/// </summary>
internal sealed class TopHits(int most, HitOrder? order = null)
{
    private readonly float[] scores = new float[most];
    private readonly int[] documents = new int[most];

    public int Count { get; private set; }

    public bool IsFull => Count == scores.Length;

    /// <summary>What a document must reach to matter; minus infinity until there are enough.</summary>
    public float Threshold => Count == scores.Length ? scores[0] : float.NegativeInfinity;

    /// <summary>Whether of equal scores the lower document wins.</summary>
    public bool LowerWins => order is null;

    /// <summary>The document that a better one would replace; meaningful when full.</summary>
    public int WorstDocument => documents[0];

    /// <summary>
    /// The threshold for sums of floats in whatever order: lower by more than their rounding, so that only scores that are exact decide.
    /// </summary>
    public float LooseThreshold => Threshold is > 0 and var theta ? theta * (1 - 4e-5f) : float.NegativeInfinity;

    public void Offer(float score, int document)
    {
        if (Count < scores.Length)
        {
            if (!Admits(score, document))
                return;
            var at = Count++;
            for (var parent = (at - 1) >> 1; at > 0 && IsWorse(score, document, parent); parent = (at - 1) >> 1)
            {
                (scores[at], documents[at]) = (scores[parent], documents[parent]);
                at = parent;
            }
            (scores[at], documents[at]) = (score, document);
            return;
        }
        if (IsWorse(score, document, 0) || !Admits(score, document))
            return;
        var hole = 0;
        for (var child = 1; child < Count; child = 2 * hole + 1)
        {
            if (child + 1 < Count && IsWorse(scores[child + 1], documents[child + 1], child))
                child++;
            if (IsWorse(score, document, child))
                break;
            (scores[hole], documents[hole]) = (scores[child], documents[child]);
            hole = child;
        }
        (scores[hole], documents[hole]) = (score, document);
    }

    /// <summary>Best first.</summary>
    public ScoredHit[] Sorted()
    {
        var sorted = new ScoredHit[Count];
        for (var i = 0; i < sorted.Length; i++)
            sorted[i] = new(documents[i], scores[i]);
        Array.Sort(sorted, (a, b) => a.Score != b.Score ? b.Score.CompareTo(a.Score) : Place(a.Document).CompareTo(Place(b.Document)));
        return sorted;
    }

    private bool Admits(float score, int document) => order?.Admits is not { } admits || admits(score, document);

    private bool IsWorse(float score, int document, int than) => score < scores[than] || score == scores[than] && Place(document) > Place(documents[than]);

    private int Place(int document) => order is null ? document : order.Places[document];
}

/// <summary>A document, numbered over all segments, and its score.</summary>
internal readonly record struct ScoredHit(int Document, float Score);
