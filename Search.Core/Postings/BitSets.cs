using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Search.Core.Postings;

/// <summary>Sets of documents as bits, 64 a word, and what is done with whole sets.</summary>
internal static class BitSets
{
    public static int Words(int documents) => (documents + 63) >> 6;

    /// <summary>All documents of the groups of 32 that are asked for, in the range's n-th word.</summary>
    public static ulong WordOfGroups(uint groups, int word) =>
        ((groups >> (word << 1) & 1) != 0 ? 0x0000_0000_FFFF_FFFFUL : 0) | ((groups >> ((word << 1) + 1) & 1) != 0 ? 0xFFFF_FFFF_0000_0000UL : 0);

    public static void And(Slice<ulong> bits, Slice<ulong> other)
    {
        var i = 0;
        for (; i + 4 <= bits.Length; i += 4)
            bits.Store(i, bits.Load256(i) & other.Load256(i));
        for (; i < bits.Length; i++)
            bits[i] &= other[i];
    }

    public static void AndNot(Slice<ulong> bits, Slice<ulong> other)
    {
        var i = 0;
        for (; i + 4 <= bits.Length; i += 4)
            bits.Store(i, Vector256.AndNot(bits.Load256(i), other.Load256(i)));
        for (; i < bits.Length; i++)
            bits[i] &= ~other[i];
    }

    public static void Or(Slice<ulong> bits, Slice<ulong> other)
    {
        var i = 0;
        for (; i + 4 <= bits.Length; i += 4)
            bits.Store(i, bits.Load256(i) | other.Load256(i));
        for (; i < bits.Length; i++)
            bits[i] |= other[i];
    }

    /// <summary>How many documents a set has.</summary>
    public static int Count(Slice<ulong> bits)
    {
        var count = 0;
        for (var i = 0; i < bits.Length; i++)
            count += BitOperations.PopCount(bits[i]);
        return count;
    }

    /// <summary>Adds one to the count of every document of a set; counts stand upright, bit p of each in plane p.</summary>
    public static void Count(Slice<ulong>[] planes, Slice<ulong> one)
    {
        for (var i = 0; i < one.Length; i++)
        {
            var carry = one[i];
            for (var p = 0; carry != 0 && p < planes.Length; p++)
            {
                var plane = planes[p][i];
                planes[p][i] = plane ^ carry;
                carry &= plane;
            }
        }
    }

    /// <summary>The documents whose count is at least so many.</summary>
    public static void AtLeast(Slice<ulong>[] planes, int least, Slice<ulong> bits)
    {
        for (var i = 0; i < bits.Length; i++)
        {
            // From the highest bit down: greater so far, or equal so far.
            var (greater, equal) = (0UL, ~0UL);
            for (var p = planes.Length - 1; p >= 0; p--)
            {
                var plane = planes[p][i];
                if ((least >> p & 1) != 0)
                    equal &= plane;
                else
                {
                    greater |= equal & plane;
                    equal &= ~plane;
                }
            }
            bits[i] = least >> planes.Length != 0 ? 0 : greater | equal;
        }
    }

    /// <summary>Adds a segment's set to one over all segments.</summary>
    public static void AddTo(long[] all, int docBase, Slice<ulong> bits)
    {
        var (word, shift) = (docBase >> 6, docBase & 63);
        if (shift == 0)
        {
            var own = MemoryMarshal.Cast<ulong, Vector<ulong>>(bits.Writable);
            var there = MemoryMarshal.Cast<long, Vector<ulong>>(all.AsSpan(word, bits.Length));
            for (var i = 0; i < own.Length; i++)
                there[i] |= own[i];
            for (var i = own.Length * Vector<ulong>.Count; i < bits.Length; i++)
                all[word + i] |= (long)bits[i];
            return;
        }
        for (var i = 0; i < bits.Length; i++)
        {
            var here = bits[i];
            if (here == 0)
                continue;
            all[word + i] |= (long)(here << shift);
            if (here >> (64 - shift) is not 0 and var rest)
                all[word + i + 1] |= (long)rest;
        }
    }

    /// <summary>A segment's part of a set over all segments.</summary>
    public static void Extract(long[] all, int docBase, int maxDoc, Slice<ulong> bits)
    {
        var (word, shift) = (docBase >> 6, docBase & 63);
        if (shift == 0)
            MemoryMarshal.Cast<long, ulong>(all.AsSpan(word, bits.Length)).CopyTo(bits.Writable);
        for (var i = 0; shift != 0 && i < bits.Length; i++)
        {
            var here = (ulong)all[word + i] >> shift;
            if (word + i + 1 < all.Length)
                here |= (ulong)all[word + i + 1] << (64 - shift);
            bits[i] = here;
        }
        if ((maxDoc & 63) != 0)
            bits[bits.Length - 1] &= (1UL << maxDoc) - 1;
    }
}
