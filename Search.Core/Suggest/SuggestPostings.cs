namespace Search.Core.Suggest;

/// <summary>
/// For each word the rows that hold it, in order of rank. Beginnings that more than one row in eight goes with also stand there as ready
/// bit sets, so that no look-up reads more than an eighth of all.
/// </summary>
/// <remarks>
/// Sections: byte offsets of every 16th word's rows; rows as differences in numbers of variable length, each list with its length in bytes
/// before it; from-to pairs of the frequent beginnings; their bit sets.
/// </remarks>
internal sealed class SuggestPostings
{
    public const int Sections = 4;

    private const int BlockWords = 16;
    private const int FrequentShare = 8;

    /// <summary>Below so many rows nothing needs to be ready.</summary>
    private const int FewRows = 4096;

    private readonly SectionFile _file;
    private readonly int _section;
    private readonly int _bitWords;
    private readonly Dictionary<(int From, int To), int> _frequent = [];

    public SuggestPostings(SectionFile file, int section, int rows)
    {
        _file = file;
        _section = section;
        _bitWords = (rows + 63) / 64;
        var pairs = file.Numbers(section + 2);
        for (var i = 0; i + 1 < pairs.Length; i += 2)
            _frequent.Add((pairs[i], pairs[i + 1]), i / 2);
    }

    public static ByteWriter[] Write(IReadOnlyList<string> words, IReadOnlyList<List<int>> rowsOf, int rows)
    {
        var (offsets, lists, pairs, bits, list) = (new ByteWriter(), new ByteWriter(), new ByteWriter(), new ByteWriter(), new ByteWriter());
        for (var word = 0; word < rowsOf.Count; word++)
        {
            if (word % BlockWords == 0)
                offsets.Int32(lists.Length);
            list.Clear();
            var before = -1;
            foreach (var row in rowsOf[word])
            {
                list.Number(row - before);
                before = row;
            }
            lists.Number(list.Length);
            lists.Bytes(list.Written);
        }
        offsets.Int32(lists.Length);
        foreach (var (from, to) in Frequent(words, rowsOf, Math.Max(rows / FrequentShare, FewRows)))
        {
            pairs.Int32(from);
            pairs.Int32(to);
            using var set = new RowBits(rows);
            for (var word = from; word < to; word++)
                foreach (var row in rowsOf[word])
                    set.Add(row);
            foreach (var part in set.Words)
                bits.UInt64(part);
        }
        return [offsets, lists, pairs, bits];
    }

    /// <summary>About how much there is to read for a range of words; good enough to begin with the least.</summary>
    public int Cost(int from, int to)
    {
        var offsets = _file.Numbers(_section);
        return from >= to ? 0 : offsets[(to + BlockWords - 1) / BlockWords] - offsets[from / BlockWords];
    }

    /// <summary>Adds the rows of all words of a range.</summary>
    public void AddTo(RowBits rows, int from, int to)
    {
        if (from >= to)
            return;
        if (_frequent.TryGetValue((from, to), out var ready))
        {
            rows.UnionWith(_file.Bits(_section + 3).Slice(ready * _bitWords, _bitWords));
            return;
        }
        var reader = new ByteReader(_file[_section + 1]) { Position = _file.Numbers(_section)[from / BlockWords] };
        for (var word = from / BlockWords * BlockWords; word < to; word++)
        {
            var bytes = reader.Number();
            if (word < from)
            {
                reader.Position += bytes;
                continue;
            }
            var end = reader.Position + bytes;
            for (var row = -1; reader.Position < end;)
                rows.Add(row += reader.Number());
        }
    }

    /// <summary>The rows of all words of a range, ready or put together in <paramref name="scratch"/>.</summary>
    public ReadOnlySpan<ulong> Rows(int from, int to, RowBits scratch)
    {
        if (_frequent.TryGetValue((from, to), out var ready))
            return _file.Bits(_section + 3).Slice(ready * _bitWords, _bitWords);
        scratch.Clear();
        AddTo(scratch, from, to);
        return scratch.Words;
    }

    /// <summary>The ranges of words with one beginning that have more than so many rows, counted once for each word.</summary>
    private static List<(int From, int To)> Frequent(IReadOnlyList<string> words, IReadOnlyList<List<int>> rowsOf, int most)
    {
        var before = new long[words.Count + 1];
        for (var i = 0; i < words.Count; i++)
            before[i + 1] = before[i] + rowsOf[i].Count;
        var found = new List<(int, int)>();
        var open = new Stack<(int From, int To, int Depth)>();
        open.Push((0, words.Count, 0));
        while (open.TryPop(out var range))
        {
            var (from, to, depth) = range;
            if (before[to] - before[from] <= most)
                continue;
            if (depth > 0 && (found.Count == 0 || found[^1] != (from, to)))
                found.Add((from, to));
            while (from < to && words[from].Length == depth)
                from++;
            while (from < to)
            {
                var next = from + 1;
                while (next < to && words[next][depth] == words[from][depth])
                    next++;
                open.Push((from, next, depth + 1));
                from = next;
            }
        }
        return [.. found.Distinct()];
    }
}
