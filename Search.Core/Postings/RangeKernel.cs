using System.Numerics;

namespace Search.Core.Postings;

/// <summary>
/// The best documents of a few terms, any or all of them demanded. The highest classes of each range of 256 documents, added up over the
/// terms, bound what the range can score; the most promising ranges go first, then the others that can still matter, in order. Of a range only
/// groups of 32 that can still matter are looked at, and in them only documents of the terms without which the threshold is out of reach.
/// </summary>
internal static class RangeKernel
{
    // Ranges that are picked at once, so that the next is on its way while one is looked at.
    private const int QueueRanges = 32;

    /// <param name="query">
    /// For a conjunction the terms stand by rising document frequency, the order in which Lucene adds them up; otherwise by rising highest score.
    /// </param>
    /// <param name="all">Whether all terms are demanded.</param>
    /// <param name="hits">Gets what is found.</param>
    public static void Search(SegmentQuery query, bool all, TopHits hits)
    {
        var bounds = LeadRanges.Bounds(query);
        var work = new Work(query, all, hits);
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
        // Zero is the bound of a range without any of the terms, minus infinity of one without all.
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
        var groups = GroupsOf(work, range);
        if (groups == 0)
            return;
        if (work.IsConjunction)
            All(work, range, groups);
        else
            Any(work, range, groups);
    }

    // Which groups of the range can reach the threshold: by the groups' own bounds where a term has them, else by the range's.
    private static uint GroupsOf(Work work, int range)
    {
        var rough = 0f;
        var known = false;
        foreach (var term in work.Query.Terms)
            if (term.Groups.IsEmpty)
                rough += term.Bounds[term.Highest[range]];
            else
                known = true;
        if (!known)
            return (1u << SidecarFormat.GroupsInRange) - 1;
        var total = work.GroupBounds;
        total.Fill(rough);
        foreach (var term in work.Query.Terms)
            if (!term.Groups.IsEmpty)
                LaneMath.AddLookedUp(total, term.Groups.Part(range << 3, 8), term.Bounds, 8, set: false, work.Query.Lanes);
        return LaneMath.EightAtLeast(total, work.Least, work.Query.Lanes);
    }

    private static void Any(Work work, int range, uint groups)
    {
        var terms = work.Query.Terms;
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

    private static void All(Work work, int range, uint groups)
    {
        var terms = work.Query.Terms;
        var lead = 0;
        var shortest = int.MaxValue;
        for (var t = 0; t < terms.Length; t++)
        {
            var length = terms[t].Start(range + 1) - terms[t].Start(range);
            if (length < shortest)
                (lead, shortest) = (t, length);
        }
        var others = 0f;
        for (var t = 0; t < terms.Length; t++)
            if (t != lead)
                others += terms[t].Bounds[terms[t].Highest[range]];
        var leader = terms[lead];
        if (!leader.IsBitmap)
        {
            var count = leader.List(range, groups, work.Least - others, work.Indexes, work.Places, work.Found);
            for (var i = 0; i < count; i++)
                TryAll(work, lead, work.Indexes[i], range << SidecarFormat.RangeBits | work.Places[i], work.Found[i] + others);
            return;
        }
        var index = leader.Start(range);
        for (var word = 0; word < 4; word++)
        {
            var bits = leader.Bits[(range << 2) + word];
            var wanted = bits & BitSets.WordOfGroups(groups, word);
            // All being bitmaps here, as the leader has the fewest bits: one AND for 64 documents.
            foreach (var term in terms)
                if (term.IsBitmap)
                    wanted &= term.Bits[(range << 2) + word];
            for (; wanted != 0; wanted &= wanted - 1)
            {
                var bit = BitOperations.TrailingZeroCount(wanted);
                var at = index + BitOperations.PopCount(bits & ((1UL << bit) - 1));
                var document = (range << SidecarFormat.RangeBits) + (word << 6) + bit;
                TryAll(work, lead, at, document, leader.BoundAt(at, document) + others);
            }
            index += BitOperations.PopCount(bits);
        }
    }

    private static void TryAll(Work work, int lead, int index, int document, float bound)
    {
        if (bound < work.Hits.LooseThreshold)
            return;
        var terms = work.Query.Terms;
        foreach (var term in terms)
            if (term.IsBitmap && !term.Has(document))
                return;
        var found = work.Postings;
        for (var t = 0; t < terms.Length; t++)
        {
            found[t] = t == lead ? index : terms[t].Find(document);
            if (found[t] < 0)
                return;
        }
        if (!work.Query.Accepts(document))
            return;
        var sum = 0f;
        for (var t = 0; t < terms.Length; t++)
            sum += terms[t].ScoreAt(found[t], document);
        work.Hits.Offer(sum, work.Query.DocBase + document);
    }

    // What one search of one segment works with.
    private sealed class Work(SegmentQuery query, bool isConjunction, TopHits hits)
    {
        public SegmentQuery Query { get; } = query;

        public bool IsConjunction { get; } = isConjunction;

        public TopHits Hits { get; } = hits;

        /// <summary>What a sum must reach.</summary>
        public float Least => Math.Max(Hits.LooseThreshold, float.Epsilon);

        public Slice<float> GroupBounds { get; } = query.Scratch.Take<float>(8);

        // Always zero between ranges: what is scattered is drained.
        public Slice<float> Sums { get; } = query.Scratch.TakeZeroed<float>(SidecarFormat.RangeDocs);

        // One more than a range has: a list is written ahead.
        public Slice<int> Places { get; } = query.Scratch.Take<int>(SidecarFormat.RangeDocs + 1);

        public Slice<int> Indexes { get; } = query.Scratch.Take<int>(SidecarFormat.RangeDocs + 1);

        public Slice<float> Found { get; } = query.Scratch.Take<float>(SidecarFormat.RangeDocs + 1);

        public Slice<int> Postings { get; } = query.Scratch.Take<int>(query.Terms.Length);
    }
}
