namespace Search.Core.Postings;

/// <summary>
/// The best documents of many terms, any of them. Adds scores up term by term over windows of 64K documents (term at a time); terms too
/// weak to bring a document among the best by themselves are only asked about candidates (MaxScore: Turtle and Flood 1995).
/// </summary>
internal static class WindowKernel
{
    private const int WindowDocs = 1 << SidecarFormat.ChunkBits;

    /// <summary>How much of the threshold the terms that are only asked may sum up to: beyond it there are too many candidates to ask.</summary>
    private const float AskedShare = 0.7f;

    /// <param name="query">Terms in any order; the array is sorted.</param>
    /// <param name="extra">What a document can score beyond its terms.</param>
    /// <param name="hits">Gets what is found.</param>
    public static void Search(SegmentQuery query, float extra, TopHits hits)
    {
        var terms = query.Terms.ToArray();
        Array.Sort(terms, static (a, b) => a.MaxScore.CompareTo(b.MaxScore));
        var window = Math.Min(WindowDocs, query.Ranges << SidecarFormat.RangeBits);
        var sums = query.Scratch.TakeZeroed<float>(window);
        var places = query.Scratch.Take<int>(window);
        var found = query.Scratch.Take<float>(window);
        for (var start = 0; start < query.MaxDoc; start += WindowDocs)
        {
            var (asked, most) = Asked(terms, hits, extra);
            var firstRange = start >> SidecarFormat.RangeBits;
            var endRange = Math.Min(query.Ranges, firstRange + (WindowDocs >> SidecarFormat.RangeBits));
            for (var t = asked; t < terms.Length; t++)
                terms[t].AddScores(firstRange, endRange, sums);
            var count = LaneMath.Drain(sums, (endRange - firstRange) << SidecarFormat.RangeBits, Least(hits, most), places, found, query.Lanes);
            for (var i = 0; i < count; i++)
                if (found[i] >= Least(hits, most))
                    Try(query, terms, asked, start + places[i], found[i], extra, hits);
        }
    }

    private static float Least(TopHits hits, float most) => Math.Max(hits.LooseThreshold - most, float.Epsilon);

    // How many of the weakest terms are only asked, and what they can add.
    private static (int Asked, float Most) Asked(TermView[] terms, TopHits hits, float extra)
    {
        var most = extra;
        var asked = 0;
        var limit = hits.LooseThreshold * AskedShare;
        while (asked < terms.Length - 1 && most + terms[asked].MaxScore < limit)
            most += terms[asked++].MaxScore;
        return (asked, most);
    }

    private static void Try(SegmentQuery query, TermView[] terms, int asked, int document, float sum, float extra, TopHits hits)
    {
        if (!query.Accepts(document))
            return;
        var range = document >> SidecarFormat.RangeBits;
        var bound = sum + extra;
        for (var t = 0; t < asked; t++)
            bound += Math.Max(0, terms[t].Bounds[terms[t].Highest[range]]);
        for (var t = asked - 1; t >= 0; t--)
        {
            if (bound < hits.LooseThreshold)
                return;
            var highest = terms[t].Highest[range];
            if (highest == 0)
                continue;
            bound -= terms[t].Bounds[highest];
            var at = terms[t].Find(document);
            if (at >= 0)
                bound += terms[t].BoundAt(at, document);
        }
        if (bound >= hits.LooseThreshold)
            hits.Offer(query.ScoreOf(document), query.DocBase + document);
    }
}
