using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Search.Core.Postings;

/// <summary>Who has all of some terms, which stand by rising document frequency.</summary>
internal static class TermsInCommon
{
    /// <summary>The documents of a range; of terms none of which is unpacked.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<ulong> InRange(TermView[] terms, int range)
    {
        // All of them, though the first may have nothing in common: whether they have is harder to guess than it is to add one more.
        var common = Vector256<ulong>.AllBitsSet;
        foreach (var term in terms)
            common &= term.SetOf(range);
        return common;
    }

    /// <summary>How many documents have them all, deleted ones included.</summary>
    public static int Count(TermView[] terms, Scratch scratch)
    {
        if (!terms[0].Documents.IsEmpty)
            return InDocuments(terms, scratch, out _);
        var count = 0;
        for (var range = 0; range < terms[0].Highest.Length; range++)
        {
            var common = InRange(terms, range);
            for (var word = 0; word < Vector256<ulong>.Count; word++)
                count += BitOperations.PopCount(common[word]);
        }
        return count;
    }

    /// <summary>The documents of the first term, which is unpacked, that have the others too.</summary>
    /// <param name="left">Gets their places among its documents, rising.</param>
    /// <returns>How many there are.</returns>
    public static int InDocuments(TermView[] terms, Scratch scratch, out Slice<int> left)
    {
        var (lead, count) = (terms[0], terms[0].Df);
        left = scratch.Take<int>(count);
        for (var i = 0; i < count; i++)
            left[i] = i;
        foreach (var term in terms.AsSpan(1))
            count = term.Keep(lead.Documents, left, count);
        return count;
    }
}
