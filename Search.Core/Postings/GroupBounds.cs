namespace Search.Core.Postings;

/// <summary>What groups of 32 documents can score: by their own highest classes where a term has them, else by their range's.</summary>
internal sealed class GroupBounds(Scratch scratch)
{
    private readonly Slice<float> totals = scratch.Take<float>(SidecarFormat.GroupsInRange);

    /// <summary>Which groups of a range can reach so much, a bit each.</summary>
    public uint AtLeast(TermView[] terms, int range, float least, Lanes lanes)
    {
        var rough = 0f;
        var known = false;
        foreach (var term in terms)
            if (term.Groups.IsEmpty)
                rough += term.BoundIn(range);
            else
                known = true;
        if (!known)
            return (1u << SidecarFormat.GroupsInRange) - 1;
        totals.Fill(rough);
        foreach (var term in terms)
            if (!term.Groups.IsEmpty)
                LaneMath.AddLookedUp(totals, term.Groups.Part(range << 3, SidecarFormat.GroupsInRange), term.Bounds, SidecarFormat.GroupsInRange, set: false, lanes);
        return LaneMath.EightAtLeast(totals, least, lanes);
    }
}
