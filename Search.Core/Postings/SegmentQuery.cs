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

    /// <summary>How the terms' scores come together; null for the plain sum of all that match.</summary>
    public required SegmentNode? Tree { get; init; }

    public required Scratch Scratch { get; init; }

    public required Lanes Lanes { get; init; }

    public int Ranges => SidecarFormat.Ranges(MaxDoc);

    public bool Accepts(int document)
    {
        var at = DocBase + document;
        return (Matching.IsEmpty || (Matching[document >> 6] >> document & 1) != 0)
            && (Live is null || (Live[at >> 6] >> at & 1) != 0)
            && (Accepted is null || (Accepted[at >> 6] >> at & 1) != 0);
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
