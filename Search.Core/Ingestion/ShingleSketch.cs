using System.Numerics;
using System.Runtime.Intrinsics;
using Search.Core.Model;

namespace Search.Core.Ingestion;

/// <summary>
/// What is kept of a text to tell how much of it another text has: MinHash over runs of four words, once with the words as they are and once with
/// every number as one sign, so that two editions of one table are alike in the second and not in the first; and over single words, in which a text
/// that was edited here and there stays what it was, while two texts that share a long description do not come nearer.
/// </summary>
/// <remarks>
/// One permutation, 64 bins, eight bits a bin (Li, Owen, Zhang 2012; Li and König 2010): 192 bytes a document however long it is, and a share that is
/// estimated to within about six hundredths. A bin of 0 is empty.
/// </remarks>
internal static class ShingleSketch
{
    public const int Bins = 64;

    /// <summary>Bytes of a sketch, a part for each of <see cref="SketchPart"/>.</summary>
    public const int Bytes = 3 * Bins;

    // Fewer runs of words say nothing of a text's likeness to another.
    private const int MinShingles = 12;
    private const int ShingleWords = 4;
    private const ulong NumberSign = 0x9E3779B97F4A7C15;

    /// <summary>The sketch; empty for a text too short to have one.</summary>
    public static byte[] Of(Post post)
    {
        Span<ulong> exact = stackalloc ulong[Bins];
        Span<ulong> masked = stackalloc ulong[Bins];
        exact.Fill(ulong.MaxValue);
        masked.Fill(ulong.MaxValue);
        Span<ulong> single = stackalloc ulong[Bins];
        single.Fill(ulong.MaxValue);
        Span<ulong> lastExact = stackalloc ulong[ShingleWords];
        Span<ulong> lastMasked = stackalloc ulong[ShingleWords];
        var words = 0;
        for (var i = 0; i < post.Text.Length;)
        {
            var length = UnitHash.NextWord(post.Text, ref i, out var hash, out var hasDigit);
            if (length == 0)
                break;
            lastExact[words % ShingleWords] = hash;
            lastMasked[words % ShingleWords] = hasDigit ? NumberSign : hash;
            Add(single, UnitHash.Mix(hash));
            words++;
            if (words < ShingleWords)
                continue;
            Add(exact, lastExact, words);
            Add(masked, lastMasked, words);
        }
        if (words < MinShingles + ShingleWords - 1)
            return [];
        var sketch = new byte[Bytes];
        for (var bin = 0; bin < Bins; bin++)
        {
            sketch[bin] = Reduced(exact[bin]);
            sketch[Bins + bin] = Reduced(masked[bin]);
            sketch[2 * Bins + bin] = Reduced(single[bin]);
        }
        return sketch;
    }

    /// <summary>Estimated share of the runs (or words) that both have among those that either has; 0 where one has no sketch.</summary>
    public static double Likeness(ReadOnlySpan<byte> a, ReadOnlySpan<byte> b, SketchPart part)
    {
        if (a.Length != Bytes || b.Length != Bytes)
            return 0;
        a = a.Slice((int)part * Bins, Bins);
        b = b.Slice((int)part * Bins, Bins);
        int same = 0, either = 0;
        for (var i = 0; i < Bins; i += Vector128<byte>.Count)
        {
            var (first, second) = (Vector128.Create(a[i..]), Vector128.Create(b[i..]));
            var filled = ~Vector128.Equals(first | second, Vector128<byte>.Zero);
            either += Count(filled);
            same += Count(Vector128.Equals(first, second) & filled);
        }
        return either == 0 ? 0 : (double)same / either;
    }

    private static int Count(Vector128<byte> mask) => BitOperations.PopCount(mask.ExtractMostSignificantBits());

    private static void Add(Span<ulong> bins, ReadOnlySpan<ulong> last, int words)
    {
        ulong hash = 0;
        for (var k = 0; k < ShingleWords; k++)
            hash = UnitHash.Mix(hash ^ BitOperations.RotateLeft(last[(words + k) % ShingleWords], 17));
        Add(bins, hash);
    }

    private static void Add(Span<ulong> bins, ulong hash)
    {
        ref var least = ref bins[(int)(hash >> 58)];
        least = Math.Min(least, hash & 0x03FF_FFFF_FFFF_FFFF);
    }

    private static byte Reduced(ulong least) => least == ulong.MaxValue ? (byte)0 : (byte)(1 + UnitHash.Mix(least) % 255);
}
