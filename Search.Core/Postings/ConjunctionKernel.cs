using System.Numerics;
using System.Runtime.Intrinsics;

namespace Search.Core.Postings;

/// <summary>
/// The best documents that have all of some terms. First who has them all, as that is cheap: from the rarest term's documents where it is
/// unpacked, else range by range as sets of 256 bits, of ranges whose highest classes can still matter. Only what is left is scored, and only as
/// far as it can be among the best.
/// </summary>
internal static class ConjunctionKernel
{
    /// <param name="query">Terms by rising document frequency, the order in which Lucene adds them up; so unpacked ones come first.</param>
    /// <param name="hits">Gets what is found.</param>
    public static void Search(SegmentQuery query, TopHits hits)
    {
        var work = new Work(query, hits);
        if (query.Terms[0].Documents.IsEmpty)
            ByRange(work);
        else
            ByDocument(work);
    }

    private static void ByDocument(Work work)
    {
        var terms = work.Query.Terms;
        var count = TermsInCommon.InDocuments(terms, work.Query.Scratch, out var left);
        for (var i = 0; i < count; i++)
        {
            var document = terms[0].Documents[left[i]];
            work.Postings[0] = left[i];
            Try(work, document, known: 1, BoundOf(terms, document >> SidecarFormat.RangeBits));
        }
    }

    private static void ByRange(Work work)
    {
        var (query, hits) = (work.Query, work.Hits);
        // Minus infinity where a term is missing.
        var bounds = LeadRanges.Bounds(query);
        if (!hits.IsFull)
        {
            Span<int> lead = stackalloc int[LeadRanges.Most];
            foreach (var range in lead[..LeadRanges.Pick(bounds, lead, query.Lanes)])
            {
                if (bounds[range] >= work.Least)
                    Look(work, range, bounds[range]);
                bounds[range] = float.NegativeInfinity;
            }
        }
        for (var range = 0; (range = LaneMath.NextAtLeast(bounds, range, bounds.Length, work.Least, query.Lanes)) < bounds.Length; range++)
            Look(work, range, bounds[range]);
    }

    private static void Look(Work work, int range, float bound)
    {
        var common = TermsInCommon.InRange(work.Query.Terms, range);
        if (common == Vector256<ulong>.Zero)
            return;
        if (work.Hits.IsFull)
            common &= RangeSets.OfGroups(work.GroupsAtLeast(range));
        for (var word = 0; word < Vector256<ulong>.Count; word++)
            for (var bits = common[word]; bits != 0; bits &= bits - 1)
                Try(work, (range << SidecarFormat.RangeBits) + (word << 6) + BitOperations.TrailingZeroCount(bits), known: 0, bound);
    }

    private static float BoundOf(TermView[] terms, int range)
    {
        var bound = 0f;
        foreach (var term in terms)
            bound += term.BoundIn(range);
        return bound;
    }

    // A document that has all terms. The bound comes down term by term to the score.
    private static void Try(Work work, int document, int known, float bound)
    {
        var (terms, found, range) = (work.Query.Terms, work.Postings, document >> SidecarFormat.RangeBits);
        for (var t = 0; t < terms.Length; t++)
        {
            if (bound < work.Hits.LooseThreshold)
                return;
            if (t >= known)
                found[t] = terms[t].Find(document);
            bound += terms[t].BoundAt(found[t], document) - terms[t].BoundIn(range);
        }
        if (bound < work.Hits.LooseThreshold || !work.Query.Accepts(document))
            return;
        var sum = 0f;
        for (var t = 0; t < terms.Length; t++)
            sum += terms[t].ScoreAt(found[t], document);
        work.Hits.Offer(sum, work.Query.DocBase + document);
    }

    // What one search of one segment works with.
    private sealed class Work(SegmentQuery query, TopHits hits)
    {
        private readonly Slice<int> one = query.Scratch.Take<int>(1);
        private readonly Slice<float> eight = query.Scratch.Take<float>(SidecarFormat.GroupsInRange);

        public SegmentQuery Query { get; } = query;

        public TopHits Hits { get; } = hits;

        /// <summary>What a sum must reach; no sum of what is there is below.</summary>
        public float Least => Math.Max(Hits.LooseThreshold, float.Epsilon);

        /// <summary>Which groups of a range can still matter, a bit each.</summary>
        public uint GroupsAtLeast(int range)
        {
            one[0] = range;
            GroupBounds.Of(Query, one, eight);
            return GroupBounds.AtLeast(eight, Least, Query.Lanes);
        }

        public Slice<int> Postings { get; } = query.Scratch.Take<int>(query.Terms.Length);
    }
}
