using System.Buffers;
using System.Numerics;
using System.Runtime.InteropServices;

namespace Search.Core.Suggest;

/// <summary>
/// A set of rows, one bit each, from a pool. Rows are numbered by rank, so the lowest bits are the best rows. Dispose gives the memory back.
/// </summary>
internal sealed class RowBits : IDisposable
{
    private readonly ulong[] _pooled;
    private readonly int _words;

    public RowBits(int rows)
    {
        _words = (rows + 63) / 64;
        _pooled = ArrayPool<ulong>.Shared.Rent(Math.Max(1, _words));
        Clear();
    }

    public Span<ulong> Words => _pooled.AsSpan(0, _words);

    public void Clear() => Words.Clear();

    public void Add(int row) => _pooled[row >> 6] |= 1UL << row;

    public void Remove(int row) => _pooled[row >> 6] &= ~(1UL << row);

    public bool Contains(int row) => (_pooled[row >> 6] >> row & 1) != 0;

    public void UnionWith(ReadOnlySpan<ulong> other)
    {
        var mine = MemoryMarshal.Cast<ulong, Vector<ulong>>(Words);
        var theirs = MemoryMarshal.Cast<ulong, Vector<ulong>>(other[.._words]);
        for (var i = 0; i < mine.Length; i++)
            mine[i] |= theirs[i];
        for (var i = mine.Length * Vector<ulong>.Count; i < _words; i++)
            _pooled[i] |= other[i];
    }

    public void IntersectWith(ReadOnlySpan<ulong> other)
    {
        var mine = MemoryMarshal.Cast<ulong, Vector<ulong>>(Words);
        var theirs = MemoryMarshal.Cast<ulong, Vector<ulong>>(other[.._words]);
        for (var i = 0; i < mine.Length; i++)
            mine[i] &= theirs[i];
        for (var i = mine.Length * Vector<ulong>.Count; i < _words; i++)
            _pooled[i] &= other[i];
    }

    /// <summary>Adds the rows that are in both of two other sets.</summary>
    public void AddBoth(RowBits one, ReadOnlySpan<ulong> other)
    {
        var mine = MemoryMarshal.Cast<ulong, Vector<ulong>>(Words);
        var first = MemoryMarshal.Cast<ulong, Vector<ulong>>(one.Words);
        var second = MemoryMarshal.Cast<ulong, Vector<ulong>>(other[.._words]);
        for (var i = 0; i < mine.Length; i++)
            mine[i] |= first[i] & second[i];
        for (var i = mine.Length * Vector<ulong>.Count; i < _words; i++)
            _pooled[i] |= one._pooled[i] & other[i];
    }

    /// <summary>How many rows are in the set, or <paramref name="enough"/> or a little more where there are more.</summary>
    public int Count(int enough)
    {
        var count = 0;
        foreach (var word in Words)
        {
            count += BitOperations.PopCount(word);
            if (count >= enough)
                break;
        }
        return count;
    }

    /// <summary>The first row from <paramref name="from"/> on that is in the set; -1 where there is none below <paramref name="to"/>.</summary>
    public int Next(int from, int to)
    {
        var w = from >> 6;
        if (from >= to || w >= _words)
            return -1;
        var word = _pooled[w] & (ulong.MaxValue << from);
        while (word == 0)
        {
            // Empty stretches are long in a set of few rows.
            var ahead = _pooled.AsSpan(w + 1, Math.Min(_words, (to + 63) >> 6) - w - 1).IndexOfAnyExcept(0UL);
            if (ahead < 0)
                return -1;
            w += ahead + 1;
            word = _pooled[w];
        }
        var row = (w << 6) + BitOperations.TrailingZeroCount(word);
        return row < to ? row : -1;
    }

    public void Dispose() => ArrayPool<ulong>.Shared.Return(_pooled);
}
