using System.Numerics;

namespace Search.Core.Postings;

/// <summary>
/// The best documents of one term. One that is unpacked is gone through. Of others it takes the ranges by their highest class, from the highest down, a few classes at a time, until the
/// next cannot matter any more; looks into no range twice.
/// </summary>
internal static class TermKernel
{
    // Ranges that are picked at once, so that the others are on their way while one is looked at.
    private const int QueueRanges = 16;

    public static void Search(SegmentQuery query, TopHits hits)
    {
        var term = query.Terms[0];
        var documents = term.Documents;
        for (var i = 0; i < documents.Length; i++)
            Offer(query, term, i, documents[i], hits);
        if (!documents.IsEmpty)
            return;
        var step = 1;
        for (var high = term.TopClass; high > 0; high -= step, step *= 2)
        {
            if (hits.IsFull && term.Bounds[high] < hits.Threshold)
                return;
            Collect(query, term, (byte)Math.Max(1, high - step + 1), (byte)high, hits);
        }
    }

    private static void Collect(SegmentQuery query, TermView term, byte low, byte high, TopHits hits)
    {
        Span<int> queue = stackalloc int[QueueRanges];
        var all = GroupMask.All;
        for (var next = 0; next < query.Ranges;)
        {
            var count = 0;
            for (; count < queue.Length && (next = LaneMath.NextAtLeast(term.Highest, next, query.Ranges, low, query.Lanes)) < query.Ranges; next++)
                if (term.Highest[next] <= high && CanMatter(term, next, hits))
                {
                    queue[count++] = next;
                    query.Prefetch(next, all);
                }
            foreach (var range in queue[..count])
            {
                if (!CanMatter(term, range, hits))
                    continue;
                if (term.IsBitmap)
                    CollectBitmap(query, term, range, hits);
                else
                    CollectList(query, term, range, hits);
                if (IsSettled(query, term, range + 1, high, hits))
                    return;
            }
        }
    }

    private static bool CanMatter(TermView term, int range, TopHits hits) => !hits.IsFull || term.Bounds[term.Highest[range]] >= hits.Threshold;

    // Ranges rise, and of equal scores the lower document wins: once the best possible score only ties with a lower one, the rest is lost.
    private static bool IsSettled(SegmentQuery query, TermView term, int nextRange, byte high, TopHits hits) =>
        hits.IsFull && (term.Bounds[high] < hits.Threshold
            || hits.LowerWins && term.Bounds[high] == hits.Threshold && hits.WorstDocument < query.DocBase + (nextRange << SidecarFormat.RangeBits));

    private static void CollectList(SegmentQuery query, TermView term, int range, TopHits hits)
    {
        var end = term.Start(range + 1);
        for (var i = term.Start(range); i < end; i++)
            Offer(query, term, i, range << SidecarFormat.RangeBits | term.Low[i], hits);
    }

    private static void CollectBitmap(SegmentQuery query, TermView term, int range, TopHits hits)
    {
        var index = term.Start(range);
        for (var word = range << 2; word < (range + 1) << 2; word++)
            for (var half = 0; half < 2; half++)
            {
                var bits = (uint)(term.Bits[word] >> (half << 5));
                if (term.Bounds[term.Groups[word * 2 + half]] < hits.Threshold)
                {
                    index += BitOperations.PopCount(bits);
                    continue;
                }
                for (; bits != 0; bits &= bits - 1)
                    Offer(query, term, index++, (word << 6) + (half << 5) + BitOperations.TrailingZeroCount(bits), hits);
            }
    }

    private static void Offer(SegmentQuery query, TermView term, int index, int document, TopHits hits)
    {
        if (term.BoundAt(index, document) >= hits.Threshold && query.Accepts(document))
            hits.Offer(term.ScoreAt(index, document), query.DocBase + document);
    }
}
