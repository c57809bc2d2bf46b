using System.Numerics;

namespace Search.Core.Postings;

/// <summary>
/// Walks the documents of a sparse block. Elias-Fano: document i's upper bits are the number of zeros before the i-th one in the upper
/// words, its lower bits stand packed at i (Elias 1974, Fano 1971).
/// </summary>
internal unsafe struct SparseCursor(Slice<byte> low, Slice<ulong> high, int lowBits, int count)
{
    private readonly ulong mask = (1UL << lowBits) - 1;
    private ulong word = high.IsEmpty ? 0 : high[0];
    private int at;

    public int Document { get; private set; }

    public int Index { get; private set; } = -1;

    public bool MoveNext()
    {
        if (++Index >= count)
            return false;
        while (word == 0)
        {
            if (++at >= high.Length)
                return false;
            word = high[at];
        }
        var upper = (at << 6) + BitOperations.TrailingZeroCount(word) - Index;
        word &= word - 1;
        var bit = (long)Index * lowBits;
        var packed = *(ulong*)low.At((int)(bit >> 3), sizeof(ulong));
        Document = upper << lowBits | (int)(packed >> (int)(bit & 7) & mask);
        return true;
    }
}
