namespace Search.Core.Postings;

/// <summary>One query as the kernels work on it in one segment.</summary>
internal sealed class SegmentQuery
{
    /// <summary>The terms that score, those of the kernel's kind.</summary>
    public required TermView[] Terms { get; init; }

    /// <summary>Documents of the segment.</summary>
    public required int MaxDoc { get; init; }

    /// <summary>Number of the segment's first document over all segments.</summary>
    public required int DocBase { get; init; }

    /// <summary>The documents that are not deleted, a bit each, over all segments; null for all.</summary>
    public required long[]? Live { get; init; }

    /// <summary>The documents that may be hits, a bit each, over all segments; null for all.</summary>
    public required long[]? Accepted { get; init; }

    /// <summary>The documents that may be hits, of this segment alone; empty for all.</summary>
    public required Slice<ulong> Matching { get; init; }

    /// <summary>By group of 32 documents: what those of the terms that are unpacked score at most, together; empty where none is, or nobody asks.</summary>
    public Slice<float> Rare { get; init; }

    /// <summary>How the terms' scores come together; null for the plain sum of all that match.</summary>
    public required SegmentNode? Tree { get; init; }

    public required Scratch Scratch { get; init; }

    public required Lanes Lanes { get; init; }

    public int Ranges => SidecarFormat.Ranges(MaxDoc);

    /// <summary>Asks the processor to fetch what a look into some groups of a range will read.</summary>
    public void Prefetch(int range, in GroupMask groups)
    {
        foreach (var term in Terms)
            term.Prefetch(range, groups);
        Terms[0].PrefetchNorms(range);
    }

    public bool Accepts(int document)
    {
        var at = DocBase + document;
        return (Matching.IsEmpty || (Matching[document >> 6] >> document & 1) != 0)
            && (Live is null || (Live[at >> 6] >> at & 1) != 0)
            && (Accepted is null || (Accepted[at >> 6] >> at & 1) != 0);
    }

    /// <summary>Whether a document can be among the best: asks the weakest terms about it, the strongest of them first, as long as it can.</summary>
    /// <param name="terms">The terms by rising highest score.</param>
    /// <param name="asked">How many of them are asked.</param>
    /// <param name="document">The document.</param>
    /// <param name="bound">What it can score, the bounds of its range for these terms included.</param>
    /// <param name="hits">The best so far.</param>
    public static bool CanReach(TermView[] terms, int asked, int document, float bound, TopHits hits)
    {
        var range = document >> SidecarFormat.RangeBits;
        for (var t = asked - 1; t >= 0; t--)
        {
            if (bound < hits.LooseThreshold)
                return false;
            var term = terms[t];
            var most = term.MostIn(range);
            if (most == 0)
                continue;
            bound -= most;
            if (bound + term.BoundOfGroup(document) < hits.LooseThreshold)
                return false;
            var at = term.Find(document);
            if (at >= 0)
                bound += term.BoundAt(at, document);
        }
        return bound >= hits.LooseThreshold;
    }

    /// <summary>
    /// The score of a document that has at least one of the terms, in Lucene's arithmetic: a disjunction sums in double, and rounds once.
    /// </summary>
    public float ScoreOf(int document)
    {
        if (Tree is not null)
            return Tree.ScoreOf(document);
        double sum = 0;
        foreach (var term in Terms)
        {
            var at = term.Find(document);
            if (at >= 0)
                sum += term.ScoreAt(at, document);
        }
        return (float)sum;
    }
}
