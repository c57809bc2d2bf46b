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

    /// <summary>So many candidates of a level are looked at; beyond them the words are too common for a typo to tell anything.</summary>
    private const int MostCandidates = 200;

    private readonly TypedRows _rows = new(index, typed);
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

    private void FindExact()
    {
        if (_rows.Unknown > 0)
            return;
        using var rows = _rows.WithAll();
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

    private void FindWithTypos(int level)
    {
        if (_rows.Nearly(level) is { } near)
            using (near)
                ShareCandidates(near, level);
        if (level == 1 && _found.Count < limit)
        {
            using var rows = new RowBits(index.Rows);
            if (_rows.AddJoinedAndParted(rows))
                ShareCandidates(rows, level);
        }
    }

    private void ShareCandidates(RowBits rows, int level) =>
        Share(Candidates(rows, 0, index.TopicRows, level), Candidates(rows, index.TopicRows, index.Rows, level), level);

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
}
