using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Search.Core.Postings;

/// <summary>Some of the eight groups of a range, in the forms in which the loops ask for them.</summary>
internal readonly struct GroupMask
{
    /// <summary>Places that are asked about at once.</summary>
    public const int Places = 32;

    // By set of groups: the levels that stand for them, two bits each.
    private static readonly ushort[] LevelsOf = [.. Enumerable.Range(0, 1 << SidecarFormat.GroupsInRange).Select(SpreadTwice)];

    // By set of groups: a byte each, all bits set or none.
    private static readonly ulong[] BytesOf = [.. Enumerable.Range(0, 1 << SidecarFormat.GroupsInRange).Select(SpreadBytes)];

    private readonly Vector256<byte> bytes;

    public GroupMask(uint groups, Lanes lanes)
    {
        Groups = groups;
        Levels = LevelsOf[groups];
        IsWide = lanes == Lanes.Bits256 && Avx2.IsSupported;
        bytes = Vector256.Create(BytesOf[groups]).AsByte();
    }

    /// <summary>All of a range's groups.</summary>
    public static GroupMask All => new((1 << SidecarFormat.GroupsInRange) - 1, LaneMath.Widest);

    /// <summary>A bit each.</summary>
    public uint Groups { get; }

    /// <summary>Two bits each, both set.</summary>
    public ushort Levels { get; }

    private bool IsWide { get; }

    /// <summary>Whether a place in the range is in one of the groups.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool Has(int place) => (Groups >> (place >> SidecarFormat.GroupBits) & 1) != 0;

    /// <summary>Which of the next <see cref="Places"/> of a list are in one of the groups, a bit each.</summary>
    /// <param name="places">The list. A vector may read on behind it: in the file other parts follow.</param>
    /// <param name="from">The first that is asked about.</param>
    /// <param name="end">The end of those that count.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public unsafe uint Among(Slice<byte> places, int from, int end)
    {
        var count = Math.Min(Places, end - from);
        if (IsWide)
        {
            var group = Vector256.ShiftRightLogical(Vector256.Load(places.At(from, count)), SidecarFormat.GroupBits);
            return Avx2.Shuffle(bytes, group).ExtractMostSignificantBits() & uint.MaxValue >> (Places - count);
        }
        var among = 0u;
        for (var i = 0; i < count; i++)
            among |= (Has(places[from + i]) ? 1u : 0) << i;
        return among;
    }

    private static ushort SpreadTwice(int groups)
    {
        var spread = 0;
        for (var group = 0; group < SidecarFormat.GroupsInRange; group++)
            spread |= (groups >> group & 1) * 3 << (2 * group);
        return (ushort)spread;
    }

    private static ulong SpreadBytes(int groups)
    {
        var spread = 0UL;
        for (var group = 0; group < SidecarFormat.GroupsInRange; group++)
            spread |= (ulong)(groups >> group & 1) * byte.MaxValue << (8 * group);
        return spread;
    }
}
