using System.Runtime.InteropServices;

namespace Search.Core.Suggest;

/// <summary>
/// Rows in the order of their words, so that all that begin with what was typed stand side by side, and the best of them can be told
/// without looking at each.
/// </summary>
/// <remarks>Sections: row numbers in order; the lowest row number of every 64 of them; the first letters of the first of every 64.</remarks>
internal sealed class SuggestOrder(SectionFile file, int section, SuggestRows names)
{
    public const int Sections = 3;

    private const int BlockRows = 64;
    private const int HeadChars = 16;

    public static ByteWriter[] Write(IReadOnlyList<(string Key, int Row)> rows)
    {
        var (order, least, heads) = (new ByteWriter(), new ByteWriter(), new ByteWriter());
        var ordered = rows.ToArray();
        Array.Sort(ordered, static (a, b) => string.CompareOrdinal(a.Key, b.Key) is not 0 and var c ? c : a.Row.CompareTo(b.Row));
        foreach (var (_, row) in ordered)
            order.Int32(row);
        foreach (var block in ordered.Chunk(BlockRows))
        {
            least.Int32(block.Min(entry => entry.Row));
            heads.Bytes(MemoryMarshal.AsBytes<char>(block[0].Key.PadRight(HeadChars, '\0').AsSpan(0, HeadChars)));
        }
        return [order, least, heads];
    }

    /// <summary>Where the rows stand whose words begin so; the end is exclusive.</summary>
    public (int From, int To) Range(string key)
    {
        var from = FirstNotBefore(key, 0);
        return (from, FirstNotBefore(key + '\uFFFF', from));
    }

    /// <summary>Rows of a stretch whose words are no more than those typed: they stand first in it.</summary>
    public IEnumerable<int> Equal(string key, int from, int to)
    {
        for (var at = from; at < to && Compare(file.Numbers(section)[at], key) == 0; at++)
            yield return file.Numbers(section)[at];
    }

    /// <summary>The rows of a stretch.</summary>
    public ReadOnlySpan<int> Rows(int from, int to) => file.Numbers(section)[from..to];

    /// <summary>The best <paramref name="most"/> rows of a stretch, best first.</summary>
    public List<int> Best(int from, int to, int most)
    {
        var order = file.Numbers(section);
        var least = file.Numbers(section + 1);
        // A block can hold one of the best only if its lowest number is among the lowest: so many blocks are enough.
        var (firstWhole, endWhole) = ((from + BlockRows - 1) / BlockRows, to / BlockRows);
        var best = new PriorityQueue<int, int>();
        if (firstWhole >= endWhole)
            Take(order[from..to]);
        else
        {
            Take(order[from..(firstWhole * BlockRows)]);
            var blocks = new PriorityQueue<int, int>();
            for (var block = firstWhole; block < endWhole; block++)
                if (blocks.Count < most)
                    blocks.Enqueue(block, -least[block]);
                else if (blocks.TryPeek(out _, out var worst) && least[block] < -worst)
                    blocks.EnqueueDequeue(block, -least[block]);
            while (blocks.TryDequeue(out var block, out _))
                Take(order.Slice(block * BlockRows, BlockRows));
            Take(order[(endWhole * BlockRows)..to]);
        }
        var rows = new List<int>(best.Count);
        while (best.TryDequeue(out var row, out _))
            rows.Add(row);
        rows.Reverse();
        return rows;

        void Take(ReadOnlySpan<int> rows)
        {
            foreach (var row in rows)
                if (best.Count < most)
                    best.Enqueue(row, -row);
                else if (best.Peek() > row)
                    best.EnqueueDequeue(row, -row);
        }
    }

    private int FirstNotBefore(string key, int from)
    {
        var order = file.Numbers(section);
        // Blocks whose first letters tell, then the rows between the last one that is before the key and the first one that is not.
        var (before, after) = (from / BlockRows, (order.Length + BlockRows - 1) / BlockRows);
        while (before + 1 < after)
        {
            var middle = (before + after) / 2;
            if (IsBefore(middle, key))
                before = middle;
            else
                after = middle;
        }
        var (low, high) = (Math.Max(from, before * BlockRows), Math.Min(order.Length, after * BlockRows));
        // What is looked for stands near where the last look-up ended, mostly.
        for (var step = 1; low + step < high && Compare(order[low + step], key) < 0; step *= 2)
            low += step;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (Compare(order[middle], key) < 0)
                low = middle + 1;
            else
                high = middle;
        }
        return low;
    }

    private bool IsBefore(int block, string key)
    {
        var head = MemoryMarshal.Cast<byte, char>(file[section + 2]).Slice(block * HeadChars, HeadChars).TrimEnd('\0');
        var compared = head.SequenceCompareTo(key.AsSpan(0, Math.Min(key.Length, HeadChars)));
        return compared != 0 || head.Length < HeadChars || key.Length < HeadChars ? compared < 0 : Compare(file.Numbers(section)[block * BlockRows], key) < 0;
    }

    private int Compare(int row, string key) => SuggestWords.CompareKey(names.Name(row).Text, key);
}
