using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Search.Core.Postings;

/// <summary>The documents of a range as a set of 256 bits, so that sets of several terms meet in one AND.</summary>
internal static unsafe class RangeSets
{
    private const int Words = SidecarFormat.RangeDocs / 64;
    private const int Step = 8;

    // By place in a range: the set of that place alone. To add a document is one load and one OR, with no store to wait for.
    private static readonly ulong[] Singles = Make();

    /// <summary>The set of the places in a list.</summary>
    public static Vector256<ulong> Of(Slice<byte> places, int start, int end)
    {
        // The array is pinned: its address outlives the statement.
        var singles = (ulong*)Unsafe.AsPointer(ref Singles[0]);
        var set = Vector256<ulong>.Zero;
        if (end - start < Step)
        {
            for (; start < end; start++)
                set |= Vector256.Load(singles + places[start] * Words);
            return set;
        }
        // Lists differ in length from range to range, which is dear to guess. The last step goes over some twice, which does no harm.
        for (; start + Step < end; start += Step)
            set |= Eight(singles, places.At(start, Step));
        return set | Eight(singles, places.At(end - Step, Step));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<ulong> Eight(ulong* singles, byte* places) =>
        ((Vector256.Load(singles + places[0] * Words) | Vector256.Load(singles + places[1] * Words))
        | (Vector256.Load(singles + places[2] * Words) | Vector256.Load(singles + places[3] * Words)))
        | ((Vector256.Load(singles + places[4] * Words) | Vector256.Load(singles + places[5] * Words))
        | (Vector256.Load(singles + places[6] * Words) | Vector256.Load(singles + places[7] * Words)));

    /// <summary>All documents of some groups of 32.</summary>
    public static Vector256<ulong> OfGroups(uint groups) =>
        Vector256.Create(BitSets.WordOfGroups(groups, 0), BitSets.WordOfGroups(groups, 1), BitSets.WordOfGroups(groups, 2), BitSets.WordOfGroups(groups, 3));

    private static ulong[] Make()
    {
        var singles = GC.AllocateArray<ulong>(SidecarFormat.RangeDocs * Words, pinned: true);
        for (var place = 0; place < SidecarFormat.RangeDocs; place++)
            singles[place * Words + (place >> 6)] = 1UL << place;
        return singles;
    }
}
