using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Util;

namespace Search.Core.Searching;

/// <summary>A document with its score.</summary>
internal readonly record struct ScoredDocument(int Document, double Score);

/// <summary>
/// Remembers every document of a scope that matches, and the best of those that are accepted. Of equal scores the newer document wins, then the
/// lower id, so that the order is the same in every build of the same content.
/// </summary>
/// <param name="generation">The index.</param>
/// <param name="scope">The others do not match, whatever the query says.</param>
/// <param name="accepted">Documents that may be hits; the others that match are only remembered.</param>
/// <param name="matched">Gets every document that matches.</param>
/// <param name="count">How many of the best to keep.</param>
internal sealed class HitCollector(OpenGeneration generation, FixedBitSet scope, FixedBitSet accepted, FixedBitSet? matched, int count) : ICollector
{
    private readonly PriorityQueue<ScoredDocument, (double Score, int Order)> best = new(count + 1, WorstFirst.Instance);
    private Scorer? scorer;
    private int docBase;

    public bool AcceptsDocsOutOfOrder => true;

    public void SetScorer(Scorer scorer) => this.scorer = scorer;

    public void SetNextReader(AtomicReaderContext context) => docBase = context.DocBase;

    /// <summary>What the scores of this scope count beside those of others.</summary>
    public double Share { get; init; } = 1;

    /// <summary>Only documents that come after this place count as best; null for all.</summary>
    public HitPlace? After { get; init; }

    public void Collect(int doc)
    {
        var document = docBase + doc;
        if (!scope.Get(document))
            return;
        matched?.Set(document);
        if (count == 0 || !accepted.Get(document))
            return;
        var score = scorer!.GetScore() * Share;
        var order = generation.OrderOf[document];
        if (best.Count == count && best.TryPeek(out _, out var worst) && WorstFirst.Instance.Compare((score, order), worst) <= 0)
            return;
        if (After is { } place && !place.IsBefore(generation, document, score))
            return;
        best.Enqueue(new(document, score), (score, order));
        if (best.Count > count)
            best.Dequeue();
    }

    /// <summary>The best, best first.</summary>
    public List<ScoredDocument> Best()
    {
        var sorted = new List<ScoredDocument>(best.Count);
        while (best.TryDequeue(out var document, out _))
            sorted.Add(document);
        sorted.Reverse();
        return sorted;
    }

    private sealed class WorstFirst : IComparer<(double Score, int Order)>
    {
        public static WorstFirst Instance { get; } = new();

        public int Compare((double Score, int Order) x, (double Score, int Order) y) =>
            x.Score != y.Score ? x.Score.CompareTo(y.Score) : y.Order.CompareTo(x.Order);
    }
}

/// <summary>
/// A place in an order of hits, said by values and not by numbers of documents, so that it holds in another generation too.
/// </summary>
/// <param name="Score">Score of the hit there; 0 in an order by date.</param>
/// <param name="Instant">Its date, in seconds since 1970.</param>
/// <param name="Id">Its id.</param>
/// <param name="OldestFirst">True in the order oldest first.</param>
internal readonly record struct HitPlace(double Score, long Instant, string Id, bool OldestFirst = false)
{
    /// <summary>Whether the place comes before a document, which then belongs to a later page.</summary>
    public bool IsBefore(OpenGeneration generation, int document, double score)
    {
        if (score != Score)
            return score < Score;
        var instant = generation.Days.InstantOf(document);
        if (instant != Instant)
            return OldestFirst ? instant > Instant : instant < Instant;
        return string.CompareOrdinal(generation.HeadOf(document).Id, Id) > 0;
    }
}
