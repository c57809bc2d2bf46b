namespace Search.Core.Postings;

/// <summary>The ranges that promise most: looked at first, they raise the threshold for all others.</summary>
internal static class LeadRanges
{
    /// <summary>How many.</summary>
    public const int Most = 12;

    /// <summary>What each range can score at most: the bounds of its highest classes, added up over the terms, and what the rare ones have in one group.</summary>
    public static Slice<float> Bounds(SegmentQuery query)
    {
        var bounds = query.Scratch.Take<float>(query.Ranges);
        var isFirst = query.Rare.IsEmpty;
        if (!isFirst)
            LaneMath.HighestOfEight(query.Rare, bounds, query.Lanes);
        foreach (var term in query.Terms)
            if (term.Documents.IsEmpty)
            {
                LaneMath.AddLookedUp(bounds, term.Highest, term.Bounds, bounds.Length, isFirst, query.Lanes);
                isFirst = false;
            }
        return bounds;
    }

    /// <summary>Those of the highest bounds above zero, the highest first.</summary>
    /// <returns>How many there are.</returns>
    public static int Pick(Slice<float> bounds, Span<int> lead, Lanes lanes)
    {
        var count = 0;
        for (var range = 0; range < bounds.Length; range++)
        {
            if (count == lead.Length)
                range = LaneMath.NextAtLeast(bounds, range, bounds.Length, MathF.BitIncrement(bounds[lead[count - 1]]), lanes);
            if (range >= bounds.Length)
                break;
            var bound = bounds[range];
            if (bound <= 0)
                continue;
            var at = count < lead.Length ? count++ : count - 1;
            for (; at > 0 && bounds[lead[at - 1]] < bound; at--)
                lead[at] = lead[at - 1];
            lead[at] = range;
        }
        return count;
    }
}
