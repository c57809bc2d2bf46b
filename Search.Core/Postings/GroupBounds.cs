using System.Runtime.Intrinsics;

namespace Search.Core.Postings;

/// <summary>What groups of 32 documents can score: the sum over the terms of what each has in the group at most.</summary>
internal static class GroupBounds
{
    /// <summary>The ranges that can still matter, and the bounds of their groups.</summary>
    /// <param name="query">The query.</param>
    /// <param name="bounds">What each range can score at most.</param>
    /// <param name="least">What matters.</param>
    /// <param name="ranges">Gets the ranges, rising.</param>
    /// <returns>Eight bounds for each of them.</returns>
    public static Slice<float> AtLeast(SegmentQuery query, Slice<float> bounds, float least, out Slice<int> ranges)
    {
        ranges = query.Scratch.Take<int>(query.Ranges);
        var count = 0;
        for (var range = 0; (range = LaneMath.NextAtLeast(bounds, range, bounds.Length, least, query.Lanes)) < bounds.Length; range++)
            ranges[count++] = range;
        ranges = ranges.Part(0, count);
        var groups = query.Scratch.Take<float>(count * SidecarFormat.GroupsInRange);
        Of(query, ranges, groups);
        return groups;
    }

    /// <summary>The bounds of the eight groups of each of some ranges.</summary>
    public static void Of(SegmentQuery query, Slice<int> ranges, Slice<float> bounds)
    {
        var rare = query.Rare;
        if (rare.IsEmpty)
            bounds.Clear();
        else
            for (var i = 0; i < ranges.Length; i++)
                bounds.Store(i * SidecarFormat.GroupsInRange, rare.Load256(ranges[i] * SidecarFormat.GroupsInRange));
        // Term by term, so that what is known of one stays in registers; as many ranges as the nearest cache holds.
        const int Step = 256;
        for (var from = 0; from < ranges.Length; from += Step)
        {
            var count = Math.Min(Step, ranges.Length - from);
            var (some, sums) = (ranges.Part(from, count), bounds.Part(from * SidecarFormat.GroupsInRange, count * SidecarFormat.GroupsInRange));
            foreach (var term in query.Terms)
                if (term.Documents.IsEmpty)
                    term.AddBoundsOfGroups(some, sums, query.Lanes);
        }
    }

    /// <summary>The bounds of one of the ranges.</summary>
    public static Slice<float> At(Slice<float> bounds, int place) => bounds.Part(place * SidecarFormat.GroupsInRange, SidecarFormat.GroupsInRange);

    /// <summary>Which of a range's groups can reach so much, a bit each.</summary>
    public static uint AtLeast(Slice<float> eight, float least, Lanes lanes)
    {
        if (lanes == Lanes.Bits256 && Vector256.IsHardwareAccelerated)
            return Vector256.GreaterThanOrEqual(eight.Load256(0), Vector256.Create(least)).ExtractMostSignificantBits();
        var groups = 0u;
        for (var group = 0; group < SidecarFormat.GroupsInRange; group++)
            groups |= (eight[group] >= least ? 1u : 0) << group;
        return groups;
    }
}
