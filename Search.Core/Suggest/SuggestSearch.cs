namespace Search.Core.Suggest;

/// <summary>
/// One look-up: first what goes with the typed words as they stand; where that is too little, what goes with them at one typo; where there is nothing
/// yet, at two.
/// </summary>
/// <remarks>
/// <code>
/// level 0   named so · topics, some of them that begin so · posts that begin so · posts with all the words
/// level 1   topics and posts at one typo, by rank
/// level 2   at two
/// </code>
/// Topics (people, tags, categories) and posts each have half of the places; what one leaves, the other takes. In each of these lists the
/// place of an entry only improves while typing goes on, because the lists only lose entries: so what is shown stays.
/// </remarks>
internal sealed class SuggestSearch(SuggestIndex index, TypedWords typed, int limit)
{
    /// <summary>
    /// With so many that go with one or two words as they stand no typo is thought of; with more words, with any: it would be a worse guess, and the
    /// dearest part of the look-up.
    /// </summary>
    public const int EnoughExact = 3;

    /// <summary>In a stretch of so many names the very signs are compared as well.</summary>
    private const int MostLiteral = 512;

    /// <summary>So few rows are sooner compared one by one than with another list of rows.</summary>
    private const int FewRows = 64;

    /// <summary>So many candidates of a level are looked at; beyond them the words are too common for a typo to tell anything.</summary>
    private const int MostCandidates = 200;

    /// <summary>In so many words typos are looked up wherever they may be; in more only in those that no name holds.</summary>
    private const int MostMended = 4;

    /// <summary>So many words are looked up; the others are compared in the names that are found.</summary>
    private const int MostLookedUp = 8;

    private readonly List<(string Word, int From, int To)> _ranges = [.. Enumerable.Range(0, typed.Count).Select(i => Range(index, typed[i]))];
    private readonly List<Suggestion> _found = new(limit);
    private readonly HashSet<int> _shown = [];
    private readonly HashSet<int> _same = [];

    public List<Suggestion> Run()
    {
        FindExact();
        if (_found.Count < Math.Min(limit, typed.Count <= 2 ? EnoughExact : 1))
            FindWithTypos(1);
        if (_found.Count == 0)
            FindWithTypos(2);
        return _found;
    }

    private static (string Word, int From, int To) Range(SuggestIndex index, string word)
    {
        var (from, to) = index.Words.Range(word);
        return (word, from, to);
    }

    private void FindExact()
    {
        if (_ranges.Exists(range => range.From == range.To))
            return;
        using var rows = RowsWithAll();
        var topics = Beginning(index.Topics, TopicPlaces);
        // Half of the topics' places are kept for those that begin as typed: a rarely used one could not be reached by typing it otherwise.
        topics = [.. topics.Take((TopicPlaces + 1) / 2).Concat(Mains(Rows(rows, 0, index.TopicRows), limit)).DistinctBy(topic => topic.Main)];
        topics = [.. topics.Take(TopicPlaces).OrderBy(topic => _same.Contains(topic.Main) ? 0 : 1).ThenBy(topic => topic.Main), .. topics.Skip(TopicPlaces)];
        var posts = Beginning(index.Posts, limit);
        if (posts.Count < limit)
            posts = [.. posts.Concat(Mains(Rows(rows, index.TopicRows, index.Rows), limit)).DistinctBy(post => post.Main)];
        Share(topics, posts, 0);
    }

    private int TopicPlaces => (limit + 1) / 2;

    /// <summary>Entries that begin as typed: those named so and those that begin so to the very signs, then the others by rank.</summary>
    private List<(int Main, int Row)> Beginning(SuggestOrder order, int most)
    {
        var stretch = order.Range(typed.Key);
        var same = Mains(order.Equal(typed.Key, stretch.From, stretch.To), most);
        _same.UnionWith(same.Select(entry => entry.Main));
        var literal = new List<int>();
        if (stretch.To - stretch.From <= MostLiteral)
            foreach (var row in order.Rows(stretch.From, stretch.To))
                if (typed.BeginAsTyped(index.Names.Name(row).Text))
                    literal.Add(row);
        literal.Sort();
        // In turn, so that neither many of one name nor many that begin so keep the others out.
        var first = Mains(literal, most);
        var inTurn = Enumerable.Range(0, most).SelectMany(i => same.Skip(i).Take(1).Concat(first.Skip(i).Take(1)));
        return [.. inTurn.Concat(Mains(Best(order, stretch), most)).DistinctBy(entry => entry.Main).Take(most)];
    }

    /// <summary>Rows of one stretch, best first; more are fetched than there are places, because several may be names of one entry.</summary>
    private List<int> Best(SuggestOrder order, (int From, int To) stretch)
    {
        for (var most = limit * 2; ; most *= 8)
        {
            var best = order.Best(stretch.From, stretch.To, most);
            if (best.Count < most || Mains(best, limit).Count == limit)
                return best;
        }
    }

    /// <summary>Rows with a word for each word typed; the rarest are looked up first.</summary>
    private RowBits RowsWithAll()
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

    private void FindWithTypos(int level)
    {
        // A word that no name holds must be wrong; with more of these than typos there is nothing to find.
        var wrong = _ranges.Count(range => range.From == range.To);
        if (wrong <= level)
        {
            using var rows = typed.Count <= 2 || (wrong > 0 && (typed.Count <= MostMended || wrong == level)) ? RowsNearly(level, wrong) : RowsWithAllBut(level);
            ShareCandidates(rows, level);
        }
        if (level == 1 && _found.Count < limit)
        {
            using var rows = new RowBits(index.Rows);
            if (AddJoinedAndParted(rows))
                ShareCandidates(rows, level);
        }
    }

    private void ShareCandidates(RowBits rows, int level) =>
        Share(Candidates(rows, 0, index.TopicRows, level), Candidates(rows, index.TopicRows, index.Rows, level), level);

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
    private bool AddJoinedAndParted(RowBits rows)
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

    private List<(int Main, int Row)> Candidates(RowBits rows, int from, int to, int level)
    {
        var candidates = new List<(int Main, int Row)>();
        var looked = 0;
        for (var row = rows.Next(from, to); row >= 0 && looked < MostCandidates && candidates.Count < limit; row = rows.Next(row + 1, to), looked++)
        {
            var name = index.Names.Name(row);
            if (!_shown.Contains(name.Main) && !candidates.Exists(candidate => candidate.Main == name.Main) && TyposIn(row) <= level)
                candidates.Add((name.Main, row));
        }
        return candidates;
    }

    /// <summary>Half of the places that are left for each, and what one leaves for the other.</summary>
    private void Share(List<(int Main, int Row)> topics, List<(int Main, int Row)> posts, int typos)
    {
        topics.RemoveAll(topic => _shown.Contains(topic.Main));
        posts.RemoveAll(post => _shown.Contains(post.Main));
        var places = limit - _found.Count;
        topics = [.. topics.Take(Math.Max(places - posts.Count, (places + 1) / 2))];
        posts = [.. posts.Take(places - topics.Count)];
        // Whatever is named exactly so comes first. A second look, at more typos, may find what the first one had too many candidates for.
        foreach (var (main, row, found) in topics.Concat(posts).Select(entry => (entry.Main, entry.Row, Typos: typos == 0 ? 0 : TyposIn(entry.Row))).OrderBy(entry => _same.Contains(entry.Main) ? 0 : 1).ThenBy(entry => entry.Typos))
            Show(main, row, found, typos);
    }

    private int TyposIn(int row) => typed.TyposIn(SuggestWords.Of(index.Names.Name(row).Text));

    private void Show(int main, int row, int found, int typos)
    {
        _shown.Add(main);
        var entry = index.Names.Entry(main);
        var words = SuggestWords.Of(entry.Text);
        var alias = row != main && typed.TyposIn(words) > typos ? index.Names.Name(row).Text : null;
        _found.Add(new Suggestion(entry.Text, entry.Kind, entry.Key, entry.Url, entry.Count, typed.RangesIn(entry.Text, words), alias, found));
    }

    /// <summary>The first different entries of some rows.</summary>
    private List<(int Main, int Row)> Mains(IEnumerable<int> rows, int most)
    {
        var mains = new List<(int Main, int Row)>();
        var seen = new HashSet<int>();
        foreach (var row in rows)
        {
            var main = index.Names.Main(row);
            if (seen.Add(main))
                mains.Add((main, row));
            if (mains.Count == most)
                break;
        }
        return mains;
    }

    private static IEnumerable<int> Rows(RowBits rows, int from, int to)
    {
        for (var row = rows.Next(from, to); row >= 0; row = rows.Next(row + 1, to))
            yield return row;
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
