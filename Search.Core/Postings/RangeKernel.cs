using System.Numerics;

namespace Search.Core.Postings;

/// <summary>
/// The best documents that have any of a few terms. The highest classes of each range of 256 documents, added up over the
/// terms, bound what the range can score; the most promising ranges go first, then the others that can still matter, in order. Of a range only
/// groups of 32 that can still matter are looked at, and in them only documents of the terms without which the threshold is out of reach.
/// </summary>
internal static class RangeKernel
{
    // Ranges that are picked at once, so that the next is on its way while one is looked at.
    private const int QueueRanges = 32;

    /// <param name="query">Terms by rising highest score.</param>
    /// <param name="hits">Gets what is found.</param>
    public static void Search(SegmentQuery query, TopHits hits)
    {
        var bounds = LeadRanges.Bounds(query);
        var work = new Work(query, hits);
        if (!hits.IsFull)
        {
            Span<int> lead = stackalloc int[LeadRanges.Most];
            lead = lead[..LeadRanges.Pick(bounds, lead, query.Lanes)];
            foreach (var range in lead)
                query.Prefetch(range);
            foreach (var range in lead)
            {
                if (bounds[range] >= work.Least)
                    Look(work, range);
                bounds[range] = float.NegativeInfinity;
            }
        }
        // Zero is the bound of a range without any of the terms.
        Span<int> queue = stackalloc int[QueueRanges];
        for (var next = 0; next < bounds.Length;)
        {
            var count = 0;
            for (; count < queue.Length && (next = LaneMath.NextAtLeast(bounds, next, bounds.Length, work.Least, query.Lanes)) < bounds.Length; next++)
                queue[count++] = next;
            for (var i = 0; i < count; i++)
            {
                if (i == 0)
                    query.Prefetch(queue[0]);
                if (i + 1 < count)
                    query.Prefetch(queue[i + 1]);
                if (bounds[queue[i]] >= work.Least)
                    Look(work, queue[i]);
            }
        }
    }

    private static void Look(Work work, int range)
    {
        var terms = work.Query.Terms;
        var groups = work.GroupBounds.AtLeast(terms, range, work.Least, work.Query.Lanes);
        if (groups == 0)
            return;
        // The weakest terms that do not reach the threshold together are only asked about documents of the others.
        var (asked, most) = (0, 0f);
        while (asked < terms.Length - 1 && most + terms[asked].Bounds[terms[asked].Highest[range]] is var sum && sum < work.Least)
            (asked, most) = (asked + 1, sum);
        if (asked == terms.Length - 1)
        {
            var count = terms[asked].List(range, groups, work.Least - most, work.Indexes, work.Places, work.Found);
            for (var i = 0; i < count; i++)
                Try(work, asked, range << SidecarFormat.RangeBits | work.Places[i], work.Found[i], most);
            return;
        }
        var sums = work.Sums;
        for (var t = asked; t < terms.Length; t++)
            terms[t].AddScores(range, groups, sums);
        for (; groups != 0; groups &= groups - 1)
        {
            var start = BitOperations.TrailingZeroCount(groups) << SidecarFormat.GroupBits;
            var group = sums.Part(start, 1 << SidecarFormat.GroupBits);
            var count = LaneMath.Drain(group, group.Length, Math.Max(work.Least - most, float.Epsilon), work.Places, work.Found, work.Query.Lanes);
            for (var i = 0; i < count; i++)
                Try(work, asked, (range << SidecarFormat.RangeBits) + start + work.Places[i], work.Found[i], most);
        }
    }

    private static void Try(Work work, int asked, int document, float sum, float most)
    {
        if (SegmentQuery.CanReach(work.Query.Terms, asked, document, sum + most, work.Hits) && work.Query.Accepts(document))
            work.Hits.Offer(work.Query.ScoreOf(document), work.Query.DocBase + document);
    }

    // What one search of one segment works with.
    private sealed class Work(SegmentQuery query, TopHits hits)
    {
        public SegmentQuery Query { get; } = query;

        public TopHits Hits { get; } = hits;

        /// <summary>What a sum must reach.</summary>
        public float Least => Math.Max(Hits.LooseThreshold, float.Epsilon);

        public GroupBounds GroupBounds { get; } = new(query.Scratch);

        // Always zero between ranges: what is scattered is drained.
        public Slice<float> Sums { get; } = query.Scratch.TakeZeroed<float>(SidecarFormat.RangeDocs);

        // One more than a range has: a list is written ahead.
        public Slice<int> Places { get; } = query.Scratch.Take<int>(SidecarFormat.RangeDocs + 1);

        public Slice<int> Indexes { get; } = query.Scratch.Take<int>(SidecarFormat.RangeDocs + 1);

        public Slice<float> Found { get; } = query.Scratch.Take<float>(SidecarFormat.RangeDocs + 1);
    }
}
