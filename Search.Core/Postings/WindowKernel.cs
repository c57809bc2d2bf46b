namespace Search.Core.Postings;

/// <summary>
/// The best documents of many terms, any of them. The most promising ranges raise the threshold; then scores are added up term by term over
/// windows of 64K documents (term at a time), but only in ranges that can still matter; terms too weak to bring a document among the best by
/// themselves are only asked about candidates (MaxScore: Turtle and Flood 1995).
/// </summary>
internal static class WindowKernel
{
    private const int WindowRanges = 1 << (SidecarFormat.ChunkBits - SidecarFormat.RangeBits);

    /// <summary>How much of the threshold the terms that are only asked may sum up to: beyond it there are too many candidates to ask.</summary>
    private const float AskedShare = 0.7f;

    /// <param name="query">Terms by rising highest score.</param>
    /// <param name="extra">What a document can score beyond its terms.</param>
    /// <param name="hits">Gets what is found.</param>
    public static void Search(SegmentQuery query, float extra, TopHits hits)
    {
        var bounds = LeadRanges.Bounds(query);
        var work = new Work(query, extra, hits);
        if (!hits.IsFull)
            TakeLead(work, bounds);
        for (var first = 0; first < query.Ranges; first += WindowRanges)
        {
            var end = Math.Min(query.Ranges, first + WindowRanges);
            var active = Active(work, bounds, first, end);
            if (active > 0)
                Add(work, first, end, Asked(query.Terms, hits, extra), active);
        }
    }

    // The threshold is low in the first window otherwise, and nearly every document in it a candidate.
    private static void TakeLead(Work work, Slice<float> bounds)
    {
        Span<int> lead = stackalloc int[LeadRanges.Most];
        foreach (var range in lead[..LeadRanges.Pick(bounds, lead, work.Query.Lanes)])
        {
            work.Active[0] = range;
            Add(work, range, range + 1, asked: 0, active: 1);
            bounds[range] = float.NegativeInfinity;
        }
    }

    private static int Active(Work work, Slice<float> bounds, int first, int end)
    {
        var count = 0;
        for (var range = first; (range = LaneMath.NextAtLeast(bounds, range, end, work.Least, work.Query.Lanes)) < end; range++)
            work.Active[count++] = range;
        return count;
    }

    // How many of the weakest terms are only asked.
    private static int Asked(TermView[] terms, TopHits hits, float extra)
    {
        var most = extra;
        var asked = 0;
        var limit = hits.LooseThreshold * AskedShare;
        while (asked < terms.Length - 1 && most + terms[asked].MaxScore < limit)
            most += terms[asked++].MaxScore;
        return asked;
    }

    private static void Add(Work work, int first, int end, int asked, int active)
    {
        var terms = work.Query.Terms;
        var most = work.Most;
        if (asked == 0)
            most.Part(0, end - first).Clear();
        for (var t = 0; t < asked; t++)
            LaneMath.AddLookedUp(most, terms[t].Highest.Part(first, end - first), terms[t].Bounds, end - first, set: t == 0, work.Query.Lanes);
        for (var t = asked; t < terms.Length; t++)
            terms[t].AddScores(first, end, work.Active.Part(0, active), work.Sums);
        for (var (range, next) = (first, 0); range < end; range++)
        {
            var sums = work.Sums.Part((range - first) << SidecarFormat.RangeBits, SidecarFormat.RangeDocs);
            if (next == active || work.Active[next] != range)
            {
                sums.Clear();
                continue;
            }
            next++;
            var count = LaneMath.Drain(sums, sums.Length, Math.Max(work.Least - most[range - first], float.Epsilon), work.Places, work.Found, work.Query.Lanes);
            for (var i = 0; i < count; i++)
                Try(work, asked, range << SidecarFormat.RangeBits | work.Places[i], work.Found[i] + most[range - first] + work.Extra);
        }
    }

    private static void Try(Work work, int asked, int document, float bound)
    {
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

        /// <summary>Ranges of the window that can still matter.</summary>
        public Slice<int> Active { get; } = query.Scratch.Take<int>(WindowRanges);

        /// <summary>What the terms that are only asked can add in each range of the window.</summary>
        public Slice<float> Most { get; } = query.Scratch.Take<float>(WindowRanges);

        // Always zero between windows: what is scattered is drained.
        public Slice<float> Sums { get; } = query.Scratch.TakeZeroed<float>(Math.Min(WindowRanges, query.Ranges) << SidecarFormat.RangeBits);

        public Slice<int> Places { get; } = query.Scratch.Take<int>(SidecarFormat.RangeDocs);

        public Slice<float> Found { get; } = query.Scratch.Take<float>(SidecarFormat.RangeDocs);
    }
}
