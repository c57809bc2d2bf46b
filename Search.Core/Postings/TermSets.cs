using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Search.Core.Postings;

// The documents of a term as sets.
internal sealed partial class TermView
{
    /// <summary>The documents of a range; not of an unpacked term.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector256<ulong> SetOf(int range) => IsBitmap ? Bits.Load256(range << 2) : RangeSets.Of(Low, Start(range), Start(range + 1));

    /// <summary>Keeps those documents of a list that have the term.</summary>
    /// <param name="documents">Rising; at most as many as the term has.</param>
    /// <param name="left">Which of them are left, by place in the list, rising; those that have the term stay.</param>
    /// <param name="count">How many are left.</param>
    /// <returns>How many stay.</returns>
    public int Keep(Slice<int> documents, Slice<int> left, int count)
    {
        var kept = 0;
        if (IsBitmap)
        {
            // Written always, and kept only where it counts: no branch to guess. So below.
            var bits = Bits;
            for (var i = 0; i < count; i++)
            {
                var document = documents[left[i]];
                left[kept] = left[i];
                kept += (int)(bits[document >> 6] >> document & 1);
            }
            return kept;
        }
        if (!Documents.IsEmpty)
        {
            var own = Documents;
            for (var (i, at) = (0, 0); i < count && at < own.Length;)
            {
                var (document, other) = (documents[left[i]], own[at]);
                left[kept] = left[i];
                kept += document == other ? 1 : 0;
                i += document <= other ? 1 : 0;
                at += document >= other ? 1 : 0;
            }
            return kept;
        }
        for (var i = 0; i < count; i++)
        {
            var document = documents[left[i]];
            var range = document >> SidecarFormat.RangeBits;
            left[kept] = left[i];
            kept += FindIn(Start(range), Start(range + 1), (byte)document) >= 0 ? 1 : 0;
        }
        return kept;
    }

    /// <summary>Sets the bits of the documents that have the term.</summary>
    public void AddTo(Slice<ulong> bits)
    {
        if (IsBitmap)
        {
            BitSets.Or(bits, Bits.Part(0, bits.Length));
            return;
        }
        if (!Documents.IsEmpty)
        {
            var documents = Documents;
            for (var i = 0; i < documents.Length; i++)
                bits[documents[i] >> 6] |= 1UL << documents[i];
            return;
        }
        // A whole range at a time; the last may be shorter.
        var (low, whole) = (Low, bits.Length >> 2);
        for (var range = 0; range < whole; range++)
            bits.Store(range << 2, bits.Load256(range << 2) | RangeSets.Of(low, Start(range), Start(range + 1)));
        for (var i = Start(whole); i < Df; i++)
            bits[whole << 2 | low[i] >> 6] |= 1UL << low[i];
    }

    /// <summary>Leaves of the set bits only those of documents that have the term.</summary>
    public void Restrict(Slice<ulong> bits, Scratch scratch)
    {
        if (IsBitmap)
        {
            BitSets.And(bits, Bits.Part(0, bits.Length));
            return;
        }
        if (!Documents.IsEmpty)
        {
            var own = scratch.TakeZeroed<ulong>(bits.Length);
            AddTo(own);
            BitSets.And(bits, own);
            return;
        }
        var whole = bits.Length >> 2;
        for (var range = 0; range < whole; range++)
            if (bits.Load256(range << 2) is var here && here != Vector256<ulong>.Zero)
                bits.Store(range << 2, here & SetOf(range));
        if (whole << 2 == bits.Length)
            return;
        var last = SetOf(whole);
        for (var word = whole << 2; word < bits.Length; word++)
            bits[word] &= last[word & 3];
    }
}
