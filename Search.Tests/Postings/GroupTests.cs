using CsCheck;
using Search.Core.Postings;
using Xunit;

namespace Search.Tests.Postings;

/// <summary>Bounds and sets of groups of 32 documents.</summary>
public sealed class GroupTests
{
    private static readonly Gen<byte[]> Classes = Gen.OneOf(Gen.Const((byte)0), Gen.Byte[1, SidecarFormat.MostClasses]).Array[SidecarFormat.GroupsInRange, 40 * SidecarFormat.GroupsInRange]
        .Select(all => all[..(all.Length / SidecarFormat.GroupsInRange * SidecarFormat.GroupsInRange)]);

    [Fact]
    public void A_level_is_none_where_the_term_is_not_and_never_too_low()
    {
        Classes.Sample(highest =>
        {
            var levels = GroupLevels.Of(highest);
            Assert.True(levels.First <= levels.Second);
            byte[] most = [0, levels.First, levels.Second, byte.MaxValue];
            for (var range = 0; range < highest.Length; range += SidecarFormat.GroupsInRange)
            {
                var packed = levels.Pack(highest.AsSpan(range, SidecarFormat.GroupsInRange));
                for (var group = 0; group < SidecarFormat.GroupsInRange; group++)
                {
                    var level = packed >> (2 * group) & 3;
                    Assert.Equal(highest[range + group] == 0, level == 0);
                    Assert.True(highest[range + group] <= most[level]);
                    Assert.True(level < 2 || highest[range + group] > most[level - 1]);
                }
            }
        });
    }

    [Fact]
    public void Half_of_the_groups_with_a_term_are_in_the_first_level_and_some_in_the_others()
    {
        byte[] highest = [.. Enumerable.Range(1, 200).Select(i => (byte)i), .. new byte[56]];
        Assert.Equal(new GroupLevels(100, 170), GroupLevels.Of(highest));
    }

    [Theory]
    [InlineData(Lanes.Scalar)]
    [InlineData(Lanes.Bits256)]
    public unsafe void Places_in_some_groups_are_found_by_vectors_as_one_by_one(object lanes)
    {
        Gen.Select(Gen.UInt[0, 255], Gen.Byte.Array[1, GroupMask.Places]).Sample((groups, places) =>
        {
            // A vector may read on behind the list.
            var list = new byte[places.Length + GroupMask.Places];
            places.CopyTo(list, 0);
            fixed (byte* start = list)
            {
                var among = new GroupMask(groups, (Lanes)lanes).Among(new Slice<byte>(start, places.Length), 0, places.Length);
                for (var i = 0; i < GroupMask.Places; i++)
                    Assert.Equal(i < places.Length && (groups >> (places[i] / 32) & 1) != 0, (among >> i & 1) != 0);
            }
        });
    }
}
