using System.Numerics;
using System.Runtime.Intrinsics.X86;

namespace Search.Core.Postings;

/// <summary>
/// The best documents of one term. Takes its codes from the highest down, a few at a time, and looks only into ranges that have one of
/// them, until the next code cannot matter any more.
/// </summary>
internal static class TermKernel
{
    public static void Search(SegmentQuery query, TopHits hits)
    {
        var term = query.Terms[0];
        if (term.HasExceptions)
            Collect(query, term, SidecarFormat.ExceptionCode, SidecarFormat.ExceptionCode, hits);
        var step = 1;
        for (var high = term.TopCode; high > 0; high -= step, step *= 2)
        {
            if (hits.IsFull && term.Bounds[high] < hits.Threshold)
                return;
            Collect(query, term, (byte)Math.Max(1, high - step + 1), (byte)high, hits);
        }
    }

    // Ranges rise, and of equal scores the lower document wins: once the best possible score only ties with a lower one, the rest is lost.
    private static bool IsSettled(SegmentQuery query, TermView term, int nextRange, byte high, TopHits hits) =>
        hits.IsFull && (term.Bounds[high] < hits.Threshold
            || term.Bounds[high] == hits.Threshold && hits.WorstDocument < query.DocBase + (nextRange << SidecarFormat.RangeBits));

    private static void Collect(SegmentQuery query, TermView term, byte low, byte high, TopHits hits)
    {
        var ranges = query.Ranges;
        for (var range = LaneMath.NextAtLeast(term.Highest, 0, ranges, low, query.Lanes);
            range < ranges;
            range = LaneMath.NextAtLeast(term.Highest, range + 1, ranges, low, query.Lanes))
        {
            if (term.IsBitmap)
                CollectBitmap(query, term, range, low, high, hits);
            else
                CollectList(query, term, range, low, high, hits);
            if (IsSettled(query, term, range + 1, high, hits))
                return;
        }
    }

    private static void CollectList(SegmentQuery query, TermView term, int range, byte low, byte high, TopHits hits)
    {
        var end = term.Start(range + 1);
        for (var i = term.Start(range); i < end; i++)
        {
            var code = term.CodeAt(i);
            if (code >= low && code <= high)
                Offer(query, term, i, range << SidecarFormat.RangeBits | term.Low[i], hits);
        }
    }

    private static void CollectBitmap(SegmentQuery query, TermView term, int range, byte low, byte high, TopHits hits)
    {
        var index = term.Start(range);
        for (var word = range << 2; word < (range + 1) << 2; word++)
        {
            var bits = term.Bits[word];
            for (var half = 0; half < 2; half++)
            {
                var here = (uint)(bits >> (half << 5));
                var count = BitOperations.PopCount(here);
                if (term.Groups[word * 2 + half] >= low)
                    for (var i = 0; i < count; i++)
                    {
                        var code = term.CodeAt(index + i);
                        if (code >= low && code <= high)
                            Offer(query, term, index + i, (word << 6) + (half << 5) + Nth(here, i), hits);
                    }
                index += count;
            }
        }
    }

    private static void Offer(SegmentQuery query, TermView term, int index, int document, TopHits hits)
    {
        if (query.Accepts(document))
            hits.Offer(term.ScoreAt(index, document), query.DocBase + document);
    }

    // Place of the n-th bit that is set.
    private static int Nth(uint bits, int n)
    {
        if (Bmi2.IsSupported)
            return BitOperations.TrailingZeroCount(Bmi2.ParallelBitDeposit(1u << n, bits));
        for (; n > 0; n--)
            bits &= bits - 1;
        return BitOperations.TrailingZeroCount(bits);
    }
}
