using System.Numerics;

namespace Search.Core.Postings;

/// <summary>
/// The best documents that have any of some terms. The highest classes of each range of 256 documents, added up over the
/// terms, bound what the range can score; the most promising ranges go first, then the others that can still matter, in order. Of a range only
/// groups of 32 that can still matter are looked at, and in them only documents of the terms without which the threshold is out of reach (MaxScore:
/// Turtle and Flood 1995, here range by range).
/// </summary>
internal static class DisjunctionKernel
{
    // Ranges that are picked at once, so that the next is on its way while one is looked at.
    private const int QueueRanges = 8;

    // Groups that are looked at before the others.
    private const int LeadGroups = 16;

    // How much of the threshold the terms that are only asked may sum up to: beyond it there are too many documents to ask about.
    private const float AskedShare = 0.7f;

    /// <param name="query">Terms by rising highest score.</param>
    /// <param name="extra">What a document can score beyond its terms.</param>
    /// <param name="hits">Gets what is found.</param>
    public static void Search(SegmentQuery query, float extra, TopHits hits)
    {
        var bounds = LeadRanges.Bounds(query);
        var work = new Work(query, extra, hits);
        if (!hits.IsFull)
            LookFirst(work, bounds);
        // Zero is the bound of a range without any of the terms.
        var groups = GroupBounds.AtLeast(query, bounds, work.Least, out var ranges);
        LookAtBest(work, ranges, groups);
        LookAtAll(work, ranges, groups);
    }

    // Some ranges by their rough bounds: a threshold, so that groups need not be bounded everywhere.
    private static void LookFirst(Work work, Slice<float> bounds)
    {
        var query = work.Query;
        Span<int> lead = stackalloc int[LeadRanges.Most];
        lead = lead[..LeadRanges.Pick(bounds, lead, query.Lanes)];
        foreach (var range in lead)
            query.Prefetch(range, GroupMask.All);
        foreach (var range in lead)
        {
            if (bounds[range] >= work.Least)
                Look(work, range, GroupMask.All.Groups);
            bounds[range] = float.NegativeInfinity;
        }
    }

    // The groups that promise most: now the threshold is nearly what it will be.
    private static void LookAtBest(Work work, Slice<int> ranges, Slice<float> groups)
    {
        Span<int> lead = stackalloc int[LeadGroups];
        lead = lead[..LeadRanges.Pick(groups, lead, work.Query.Lanes)];
        foreach (var group in lead)
            work.Query.Prefetch(ranges[group / SidecarFormat.GroupsInRange], new(1u << group % SidecarFormat.GroupsInRange, work.Query.Lanes));
        foreach (var group in lead)
        {
            if (groups[group] >= work.Least)
                Look(work, ranges[group / SidecarFormat.GroupsInRange], 1u << group % SidecarFormat.GroupsInRange);
            groups[group] = float.NegativeInfinity;
        }
    }

    private static void LookAtAll(Work work, Slice<int> ranges, Slice<float> groups)
    {
        Span<int> queue = stackalloc int[QueueRanges];
        for (var next = 0; next < ranges.Length;)
        {
            var count = 0;
            for (; count < queue.Length && next < ranges.Length; next++)
                if (GroupBounds.AtLeast(GroupBounds.At(groups, next), work.Least, work.Query.Lanes) is not 0 and var wanted)
                {
                    work.Query.Prefetch(ranges[next], new(wanted, work.Query.Lanes));
                    queue[count++] = next;
                }
            foreach (var place in queue[..count])
                Look(work, ranges[place], GroupBounds.AtLeast(GroupBounds.At(groups, place), work.Least, work.Query.Lanes));
        }
    }

    private static void Look(Work work, int range, uint wanted)
    {
        if (wanted == 0)
            return;
        var (terms, lanes) = (work.Query.Terms, work.Query.Lanes);
        var groups = new GroupMask(wanted, lanes);
        // The weakest terms that do not reach the threshold together are only asked about documents of the others.
        var (asked, most) = (0, 0f);
        var limit = work.Least * AskedShare;
        while (asked < terms.Length - 1 && most + terms[asked].MostIn(range) is var sum && sum < limit)
            (asked, most) = (asked + 1, sum);
        if (asked == terms.Length - 1)
        {
            var count = terms[asked].List(range, groups, work.Least - most, work.Places, work.Found);
            for (var i = 0; i < count; i++)
                Try(work, asked, range << SidecarFormat.RangeBits | work.Places[i], work.Found[i] + most);
            return;
        }
        var sums = work.Sums;
        for (var t = asked; t < terms.Length; t++)
            terms[t].AddScores(range, groups, sums);
        for (; wanted != 0; wanted &= wanted - 1)
        {
            var start = BitOperations.TrailingZeroCount(wanted) << SidecarFormat.GroupBits;
            var group = sums.Part(start, 1 << SidecarFormat.GroupBits);
            var count = LaneMath.Drain(group, group.Length, Math.Max(work.Least - most, float.Epsilon), work.Places, work.Found, lanes);
            for (var i = 0; i < count; i++)
                Try(work, asked, (range << SidecarFormat.RangeBits) + start + work.Places[i], work.Found[i] + most);
        }
    }

    private static void Try(Work work, int asked, int document, float sum)
    {
        var bound = sum + work.Extra;
        if (bound >= work.Hits.LooseThreshold && work.Query.Accepts(document) && SegmentQuery.CanReach(work.Query.Terms, asked, document, bound, work.Hits))
            work.Hits.Offer(work.Query.ScoreOf(document), work.Query.DocBase + document);
    }

    // What one search of one segment works with.
    private sealed class Work(SegmentQuery query, float extra, TopHits hits)
    {
        public SegmentQuery Query { get; } = query;

        public float Extra { get; } = extra;

        public TopHits Hits { get; } = hits;

        /// <summary>What the terms of a document must sum up to.</summary>
        public float Least => Math.Max(Hits.LooseThreshold - Extra, float.Epsilon);

        // Always zero between ranges: what is scattered is drained.
        public Slice<float> Sums { get; } = query.Scratch.TakeZeroed<float>(SidecarFormat.RangeDocs);

        // One more than a range has: a list is written ahead.
        public Slice<int> Places { get; } = query.Scratch.Take<int>(SidecarFormat.RangeDocs + 1);

        public Slice<float> Found { get; } = query.Scratch.Take<float>(SidecarFormat.RangeDocs + 1);
    }
}
