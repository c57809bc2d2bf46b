using System.Numerics;

namespace Search.Core.Postings;

/// <summary>
/// The best documents of a few terms, any or all of them demanded. The highest classes of each range of 256 documents, added up over the
/// terms, bound what the range can score; the most promising ranges go first, then the others that can still matter, in order, and in
/// them only groups of 32 that can.
/// </summary>
internal static class RangeKernel
{
    /// <summary>Ranges that raise the threshold before the others are looked at.</summary>
    private const int LeadRanges = 12;

    /// <param name="query">For a conjunction the terms stand by rising document frequency, the order in which Lucene adds them up.</param>
    /// <param name="all">Whether all terms are demanded.</param>
    /// <param name="hits">Gets what is found.</param>
    public static void Search(SegmentQuery query, bool all, TopHits hits)
    {
        var ranges = query.Ranges;
        var bounds = query.Scratch.Take<float>(ranges);
        for (var t = 0; t < query.Terms.Length; t++)
            LaneMath.AddLookedUp(bounds, query.Terms[t].Highest, query.Terms[t].Bounds, ranges, set: t == 0, query.Lanes);
        var work = new Work(query, all, hits);
        if (!hits.IsFull)
            TakeLead(work, bounds);
        // Zero is the bound of a range without any of the terms, minus infinity of one without all.
        while (true)
        {
            var range = Next(bounds, work, ranges);
            if (range >= ranges)
                return;
            if (all)
                All(work, range);
            else
                Any(work, range);
            work.NextRange = range + 1;
        }
    }

    private static int Next(Slice<float> bounds, Work work, int ranges) =>
        LaneMath.NextAtLeast(bounds, work.NextRange, ranges, Math.Max(work.Hits.LooseThreshold, float.Epsilon), work.Query.Lanes);

    private static void TakeLead(Work work, Slice<float> bounds)
    {
        Span<int> lead = stackalloc int[LeadRanges];
        var count = 0;
        for (var range = 0; range < bounds.Length; range++)
        {
            var bound = bounds[range];
            if (bound <= 0 || count == LeadRanges && bound <= bounds[lead[count - 1]])
                continue;
            var at = count < LeadRanges ? count++ : count - 1;
            for (; at > 0 && bounds[lead[at - 1]] < bound; at--)
                lead[at] = lead[at - 1];
            lead[at] = range;
        }
        foreach (var range in lead[..count])
        {
            if (bounds[range] >= Math.Max(work.Hits.LooseThreshold, float.Epsilon))
            {
                if (work.IsConjunction)
                    All(work, range);
                else
                    Any(work, range);
            }
            bounds[range] = float.NegativeInfinity;
        }
    }

    // Which groups of the range can reach the threshold.
    private static uint GroupsOf(Work work, int range)
    {
        var total = work.GroupBounds;
        total.Clear();
        foreach (var term in work.Query.Terms)
        {
            if (!term.Groups.IsEmpty)
            {
                LaneMath.AddLookedUp(total, term.Groups.Part(range << 3, 8), term.Bounds, 8, set: false, work.Query.Lanes);
                continue;
            }
            var own = work.TermGroups;
            own.Fill(work.IsConjunction ? float.NegativeInfinity : 0);
            term.RaiseGroups(range, own);
            for (var group = 0; group < own.Length; group++)
                total[group] += own[group];
        }
        return LaneMath.EightAtLeast(total, Math.Max(work.Hits.LooseThreshold, float.Epsilon), work.Query.Lanes);
    }

    private static void Any(Work work, int range)
    {
        var groups = GroupsOf(work, range);
        if (groups == 0)
            return;
        var sums = work.Sums;
        foreach (var term in work.Query.Terms)
            term.AddScores(range, groups, sums);
        for (; groups != 0; groups &= groups - 1)
        {
            var start = BitOperations.TrailingZeroCount(groups) << SidecarFormat.GroupBits;
            var group = sums.Part(start, 1 << SidecarFormat.GroupBits);
            var found = LaneMath.Drain(group, group.Length, Math.Max(work.Hits.LooseThreshold, float.Epsilon), work.Places, work.Found, work.Query.Lanes);
            for (var i = 0; i < found; i++)
            {
                var document = (range << SidecarFormat.RangeBits) + start + work.Places[i];
                if (work.Found[i] >= work.Hits.LooseThreshold && work.Query.Accepts(document))
                    work.Hits.Offer(work.Query.ScoreOf(document), work.Query.DocBase + document);
            }
        }
    }

    private static void All(Work work, int range)
    {
        // Without a threshold every document that has all terms counts: to ask them is less than to bound them.
        var groups = work.Hits.IsFull ? GroupsOf(work, range) : (1u << SidecarFormat.GroupsInRange) - 1;
        if (groups == 0)
            return;
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
        var index = leader.Start(range);
        var end = leader.Start(range + 1);
        if (!leader.IsBitmap)
        {
            for (; index < end; index++)
            {
                var low = leader.Low[index];
                if ((groups >> (low >> SidecarFormat.GroupBits) & 1) != 0)
                    Try(work, lead, index, range << SidecarFormat.RangeBits | low, others);
            }
            return;
        }
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
                Try(work, lead, index + BitOperations.PopCount(bits & ((1UL << bit) - 1)), (range << SidecarFormat.RangeBits) + (word << 6) + bit, others);
            }
            index += BitOperations.PopCount(bits);
        }
    }

    private static void Try(Work work, int lead, int index, int document, float others)
    {
        var terms = work.Query.Terms;
        if (terms[lead].BoundAt(index, document) + others < work.Hits.LooseThreshold)
            return;
        var found = work.Indexes;
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

        public int NextRange { get; set; }

        public Slice<float> GroupBounds { get; } = query.Scratch.Take<float>(8);

        public Slice<float> TermGroups { get; } = query.Scratch.Take<float>(8);

        // Always zero between ranges: what is scattered is drained.
        public Slice<float> Sums { get; } = query.Scratch.TakeZeroed<float>(SidecarFormat.RangeDocs);

        public Slice<int> Places { get; } = query.Scratch.Take<int>(1 << SidecarFormat.GroupBits);

        public Slice<float> Found { get; } = query.Scratch.Take<float>(1 << SidecarFormat.GroupBits);

        public Slice<int> Indexes { get; } = query.Scratch.Take<int>(query.Terms.Length);
    }
}
