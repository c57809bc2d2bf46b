using System.Numerics;

namespace Search.Core.Postings;

/// <summary>
/// The best documents of one term. Takes the ranges by their highest class, from the highest down, a few classes at a time, until the
/// next cannot matter any more; looks into no range twice.
/// </summary>
internal static class TermKernel
{
    public static void Search(SegmentQuery query, TopHits hits)
    {
        var term = query.Terms[0];
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
        var ranges = query.Ranges;
        for (var range = LaneMath.NextAtLeast(term.Highest, 0, ranges, low, query.Lanes);
            range < ranges;
            range = LaneMath.NextAtLeast(term.Highest, range + 1, ranges, low, query.Lanes))
        {
            if (term.Highest[range] > high || hits.IsFull && term.Bounds[term.Highest[range]] < hits.Threshold)
                continue;
            if (term.IsBitmap)
                CollectBitmap(query, term, range, hits);
            else
                CollectList(query, term, range, hits);
            if (IsSettled(query, term, range + 1, high, hits))
                return;
        }
    }

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
