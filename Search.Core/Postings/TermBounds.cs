using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Search.Core.Postings;

// What the documents of a term score at most.
internal sealed partial class TermView
{
    /// <summary>The most that a document of a range scores; an unpacked term says the same of all.</summary>
    public float BoundIn(int range) => Bounds[Highest.IsEmpty ? TopClass : Highest[range]];

    /// <summary>The same, and nothing of a range in which an unpacked term has no document. Cheap where ranges rise.</summary>
    public float MostIn(int range)
    {
        if (Documents.IsEmpty)
            return Bounds[Highest[range]];
        var at = MoveTo(range);
        return at < Df && Documents[at] >> SidecarFormat.RangeBits == range ? MaxScore : 0;
    }

    /// <summary>The most that a document's group of 32 scores; an unpacked term says the same of all.</summary>
    public float BoundOfGroup(int document)
    {
        if (!Documents.IsEmpty)
            return MaxScore;
        var group = document >> SidecarFormat.GroupBits;
        if (IsBitmap)
            return Bounds[Groups[group]];
        var range = document >> SidecarFormat.RangeBits;
        return Math.Min(levelBounds[LevelOf(levels[range], group)], Bounds[Highest[range]]);
    }

    /// <summary>Adds the most that each of the eight groups of some ranges scores; not of an unpacked term.</summary>
    /// <param name="ranges">The ranges.</param>
    /// <param name="sums">Eight for each.</param>
    /// <param name="lanes">How wide the loop is.</param>
    public void AddBoundsOfGroups(Slice<int> ranges, Slice<float> sums, Lanes lanes)
    {
        if (lanes == Lanes.Bits256 && Avx2.IsSupported)
        {
            if (IsBitmap)
                AddBoundsOfClasses(ranges, sums);
            else
                AddBoundsOfLevels(ranges, sums);
            return;
        }
        for (var i = 0; i < sums.Length; i++)
            sums[i] += BoundOfGroup((ranges[i / SidecarFormat.GroupsInRange] << SidecarFormat.RangeBits) + (i % SidecarFormat.GroupsInRange << SidecarFormat.GroupBits));
    }

    private unsafe void AddBoundsOfClasses(Slice<int> ranges, Slice<float> sums)
    {
        var groups = Groups;
        var bounds = Bounds.At(0, SidecarFormat.MostClasses + 1);
        for (var i = 0; i < ranges.Length; i++)
        {
            var classes = Avx2.ConvertToVector256Int32(groups.At(ranges[i] * SidecarFormat.GroupsInRange, SidecarFormat.GroupsInRange));
            var at = i * SidecarFormat.GroupsInRange;
            sums.Store(at, sums.Load256(at) + Avx2.GatherVector256(bounds, classes, sizeof(float)));
        }
    }

    private void AddBoundsOfLevels(Slice<int> ranges, Slice<float> sums)
    {
        var (ofLevels, highest, ofLevel, bounds) = (levels, Highest, levelBounds.Load256(0), Bounds);
        var places = Vector256.Create(0u, 2, 4, 6, 8, 10, 12, 14);
        for (var i = 0; i < ranges.Length; i++)
        {
            var range = ranges[i];
            // Of each place the lowest three bits count, of which the third is the next group's: the table stands there twice.
            var level = Avx2.ShiftRightLogicalVariable(Vector256.Create((uint)ofLevels[range]), places);
            var most = Avx.Min(Avx2.PermuteVar8x32(ofLevel, level.AsInt32()), Vector256.Create(bounds[highest[range]]));
            var at = i * SidecarFormat.GroupsInRange;
            sums.Store(at, sums.Load256(at) + most);
        }
    }

    private static int LevelOf(ushort levels, int group) => levels >> ((group & (SidecarFormat.GroupsInRange - 1)) << 1) & (GroupLevels.Count - 1);
}
