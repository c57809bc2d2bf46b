namespace Search.Core.Suggest;

/// <summary>Rows of names that have the words typed, as they stand or nearly: candidates, as nobody has compared them yet.</summary>
internal sealed class TypedRows(SuggestIndex index, TypedWords typed)
{
    /// <summary>So few rows are sooner compared one by one than with another list of rows.</summary>
    private const int FewRows = 64;

    /// <summary>In so many words typos are looked up wherever they may be; in more only in those that no name holds.</summary>
    private const int MostMended = 4;

    /// <summary>So many words are looked up; the others are compared in the names that are found.</summary>
    private const int MostLookedUp = 8;

    private readonly List<(string Word, int From, int To)> _ranges = [.. Enumerable.Range(0, typed.Count).Select(i => Range(index, typed[i]))];

    /// <summary>How many of the words no name holds.</summary>
    public int Unknown => _ranges.Count(range => range.From == range.To);

    /// <summary>Rows with a word for each word typed; the rarest are looked up first.</summary>
    public RowBits WithAll()
    {
        var rows = new RowBits(index.Rows);
        using var scratch = new RowBits(index.Rows);
        var rarest = _ranges.OrderBy(range => index.Postings.Cost(range.From, range.To)).ToList();
        index.Postings.AddTo(rows, rarest[0].From, rarest[0].To);
        for (var i = 1; i < rarest.Count; i++)
        {
            if (AreFew(rows))
            {
                for (var row = rows.Next(0, index.Rows); row >= 0; row = rows.Next(row + 1, index.Rows))
                    if (!typed.BeginWordsOf(SuggestWords.Of(index.Names.Name(row).Text)))
                        rows.Remove(row);
                return rows;
            }
            rows.IntersectWith(index.Postings.Rows(rarest[i].From, rarest[i].To, scratch));
        }
        return rows;
    }

    /// <summary>Rows that go with the words at so many typos; null where there can be none.</summary>
    public RowBits? Nearly(int typos)
    {
        // A word that no name holds must be wrong; with more of these than typos there is nothing to find.
        var wrong = Unknown;
        if (wrong > typos)
            return null;
        return typed.Count <= 2 || (wrong > 0 && (typed.Count <= MostMended || wrong == typos)) ? RowsNearly(typos, wrong) : RowsWithAllBut(typos);
    }

    /// <summary>Rows that lack at most so many of the words: with many words, wrong ones are few, and the right ones find the name.</summary>
    private RowBits RowsWithAllBut(int missing)
    {
        var sets = AllRows(missing);
        using var scratch = new RowBits(index.Rows);
        foreach (var (_, from, to) in _ranges.OrderBy(range => index.Postings.Cost(range.From, range.To)).Take(MostLookedUp))
        {
            if (AreFew(sets[missing]))
                break;
            var with = index.Postings.Rows(from, to, scratch);
            for (var lacking = missing; lacking >= 0; lacking--)
            {
                sets[lacking].IntersectWith(with);
                if (lacking > 0)
                    sets[lacking].UnionWith(sets[lacking - 1].Words);
            }
        }
        return Only(sets, missing);
    }

    /// <summary>Rows that have all the words with at most so many typos together. Words that no name holds take at least one each.</summary>
    private RowBits RowsNearly(int most, int wrong)
    {
        var sets = AllRows(most);
        using var scratch = new RowBits(index.Rows);
        using var near = new RowBits(index.Rows);
        using var nearer = new RowBits(index.Rows);
        var ranges = new List<WordRange>();
        foreach (var i in Enumerable.Range(0, typed.Count).OrderBy(i => index.Postings.Cost(_ranges[i].From, _ranges[i].To)))
        {
            if (AreFew(sets[most]))
                break;
            ranges.Clear();
            var isWrong = _ranges[i].From == _ranges[i].To;
            WordWalk.FindPrefixes(index.Words, typed[i], Math.Min(typed.Budget(i), most - wrong + (isWrong ? 1 : 0)), ranges);
            var exact = index.Postings.Rows(_ranges[i].From, _ranges[i].To, scratch);
            Fill(nearer, 1);
            if (most > 1)
                Fill(near, 2);
            for (var typos = most; typos >= 0; typos--)
            {
                sets[typos].IntersectWith(exact);
                if (typos > 0)
                    sets[typos].AddBoth(sets[typos - 1], nearer.Words);
                if (typos > 1)
                    sets[typos].AddBoth(sets[typos - 2], near.Words);
            }

            void Fill(RowBits set, int typos)
            {
                set.Clear();
                foreach (var range in ranges)
                    if (range.Typos == typos)
                        index.Postings.AddTo(set, range.From, range.To);
            }
        }
        return Only(sets, most);
    }

    /// <summary>
    /// Rows in which two words typed are one (face book), or one is two (whitehouse): candidates, to be compared. Of more than two words only those
    /// are thought of that no name holds.
    /// </summary>
    public bool AddJoinedAndParted(RowBits rows)
    {
        var any = false;
        for (var i = 0; i < typed.Count; i++)
        {
            if (i > 0 && (IsSuspect(i - 1) || IsSuspect(i)) && TypedWords.MayJoin(typed[i - 1] + typed[i]) && Range(index, typed[i - 1] + typed[i]) is var joined && joined.From < joined.To)
                any |= AddWith(rows, [joined], i - 1, i);
            for (var cut = 2; IsSuspect(i) && TypedWords.MayJoin(typed[i]) && cut < typed[i].Length; cut++)
                if (index.Words.Find(typed[i].AsSpan(0, cut)) is >= 0 and var first && Range(index, typed[i][cut..]) is var second && second.From < second.To)
                    any |= AddWith(rows, [("", first, first + 1), second], i, i);
        }
        return any;
    }

    private bool IsSuspect(int i) => typed.Count <= 2 || _ranges[i].From == _ranges[i].To;

    /// <summary>Adds the rows that have some words in the place of those typed from <paramref name="from"/> to <paramref name="to"/>, and all the others.</summary>
    private bool AddWith(RowBits rows, List<(string Word, int From, int To)> instead, int from, int to)
    {
        for (var i = 0; i < typed.Count; i++)
            if (i < from || i > to)
                instead.Add(_ranges[i]);
        if (instead.Exists(range => range.From == range.To))
            return false;
        using var both = new RowBits(index.Rows);
        using var scratch = new RowBits(index.Rows);
        index.Postings.AddTo(both, instead[0].From, instead[0].To);
        foreach (var (_, first, end) in instead.Skip(1))
            both.IntersectWith(index.Postings.Rows(first, end, scratch));
        rows.UnionWith(both.Words);
        return true;
    }

    private static (string Word, int From, int To) Range(SuggestIndex index, string word)
    {
        var (from, to) = index.Words.Range(word);
        return (word, from, to);
    }

    private static bool AreFew(RowBits rows) => rows.Count(FewRows + 1) <= FewRows;

    private RowBits[] AllRows(int most)
    {
        var sets = new RowBits[most + 1];
        for (var i = 0; i <= most; i++)
        {
            sets[i] = new RowBits(index.Rows);
            sets[i].Words.Fill(ulong.MaxValue);
        }
        return sets;
    }

    private static RowBits Only(RowBits[] sets, int kept)
    {
        for (var i = 0; i < sets.Length; i++)
            if (i != kept)
                sets[i].Dispose();
        return sets[kept];
    }
}
