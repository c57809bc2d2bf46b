using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Util;

namespace Search.Core.Related;

/// <summary>The best documents among those accepted; of equal scores the one that comes first in a given order, whatever its number.</summary>
/// <param name="accepted">Documents that may be among them.</param>
/// <param name="orderOf">Places of documents in that order.</param>
/// <param name="most">How many to keep.</param>
/// <param name="cancel">Stops the search.</param>
internal sealed class CandidateCollector(FixedBitSet accepted, int[] orderOf, int most, CancellationToken cancel) : ICollector
{
    private const int CheckEvery = 4096;

    private readonly PriorityQueue<int, (float Score, int Order)> best = new(most + 1, Comparer<(float Score, int Order)>.Create(WorstFirst));
    private Scorer? scorer;
    private int docBase;
    private int seen;

    public bool AcceptsDocsOutOfOrder => true;

    public void SetScorer(Scorer scorer) => this.scorer = scorer;

    public void SetNextReader(AtomicReaderContext context) => docBase = context.DocBase;

    public void Collect(int doc)
    {
        if (++seen % CheckEvery == 0)
            cancel.ThrowIfCancellationRequested();
        var document = docBase + doc;
        if (accepted.Get(document))
            best.EnqueueAndKeep(document, (scorer!.GetScore(), orderOf[document]), most);
    }

    /// <summary>The documents kept, in no order.</summary>
    public IEnumerable<int> Documents => best.UnorderedItems.Select(i => i.Element);

    private static int WorstFirst((float Score, int Order) a, (float Score, int Order) b) => a.Score != b.Score ? a.Score.CompareTo(b.Score) : b.Order.CompareTo(a.Order);
}

/// <summary>Bounded use of a queue whose first is the one to drop.</summary>
internal static class BoundedQueue
{
    public static void EnqueueAndKeep<TElement, TPriority>(this PriorityQueue<TElement, TPriority> queue, TElement element, TPriority priority, int most)
    {
        if (queue.Count < most)
            queue.Enqueue(element, priority);
        else
            queue.EnqueueDequeue(element, priority);
    }
}
