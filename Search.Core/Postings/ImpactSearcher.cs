using Lucene.Net.Search;
using Lucene.Net.Util;

namespace Search.Core.Postings;

/// <summary>
/// Searches an index written with <see cref="ImpactCodec"/>: the same documents, in the same order, with the same float scores as stock
/// Lucene.Net scoring every match with BM25, found without scoring most of them. What the kernels do not know (phrases among other clauses, other
/// similarities, segments without impacts) is left to stock Lucene. Safe for any number of threads.
/// </summary>
/// <remarks>
/// A <see cref="TermQuery"/> made with a document frequency of the caller's own is ranked by the index's. The searcher's similarity must not
/// change afterwards.
/// </remarks>
/// <param name="searcher">The index.</param>
/// <param name="lanes">How wide the loops are.</param>
/// <param name="scoresOf">How the searcher's similarity ranks a field, where it is of BM25's form and not Lucene's own; null for a field that is not.</param>
internal sealed class ImpactSearcher(IndexSearcher searcher, Lanes lanes, Func<CollectionStatistics, FieldScores?>? scoresOf = null)
{
    private readonly ImpactReader reader = new(searcher, scoresOf);

    public ImpactSearcher(IndexSearcher searcher, Func<CollectionStatistics, FieldScores?>? scoresOf = null)
        : this(searcher, LaneMath.Widest, scoresOf)
    {
    }

    /// <summary>True: everything is left to stock Lucene. Slower, and the same answers: for comparing the two.</summary>
    public bool ScoresEverything { get; init; }

    /// <summary>The best documents.</summary>
    /// <param name="query">Any query.</param>
    /// <param name="most">How many to find; 0 where only <paramref name="matched"/> is asked for.</param>
    /// <param name="accepted">The documents that may be among the best; null for all.</param>
    /// <param name="matched">Gets every document that matches, accepted or not; null where nobody asks.</param>
    /// <param name="order">What decides between equal scores; null for the lower number.</param>
    /// <returns>Best first: higher score, then as the order says.</returns>
    /// <exception cref="ObjectDisposedException">The reader is closed.</exception>
    public ScoredHit[] Search(Query query, int most, FixedBitSet? accepted = null, FixedBitSet? matched = null, HitOrder? order = null)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(most);
        var rewritten = searcher.Rewrite(Known(query));
        if (!ScoresEverything && rewritten.GetType() == typeof(PhraseQuery))
        {
            using var search = new PhraseSearch(searcher, reader, (PhraseQuery)rewritten, accepted?.GetBits(), matched?.GetBits(), order);
            if (search.TryRun(most) is { } best)
                return best;
        }
        if (!ScoresEverything && QueryPlan.Of(rewritten) is { } plan)
        {
            using var search = new ImpactSearch(searcher, reader, lanes, plan, accepted?.GetBits(), matched?.GetBits(), order);
            if (search.TryRun(most) is { } best)
                return best;
        }
        return StockSearch.Run(searcher, rewritten, most, accepted, matched, order);
    }

    /// <summary>The best documents, and how many live ones match.</summary>
    public (ScoredHit[] Best, int Total) SearchAndCount(Query query, int most)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(most);
        var rewritten = searcher.Rewrite(Known(query));
        if (!ScoresEverything && rewritten.GetType() == typeof(PhraseQuery))
        {
            using var search = new PhraseSearch(searcher, reader, (PhraseQuery)rewritten, null, null, null) { Counts = true };
            if (search.TryRun(most) is { } best)
                return (best, search.Total);
        }
        if (!ScoresEverything && QueryPlan.Of(rewritten) is { } plan)
        {
            using var search = new ImpactSearch(searcher, reader, lanes, plan, null, null) { Counts = true };
            if (search.TryRun(most) is { } best)
                return (best, search.Total);
        }
        var matched = new FixedBitSet(searcher.IndexReader.MaxDoc);
        var found = StockSearch.Run(searcher, rewritten, most, null, matched, null);
        return (found, matched.Cardinality);
    }

    /// <summary>How many live documents match.</summary>
    public int Count(Query query) => SearchAndCount(query, 0).Total;

    private Query Known(Query query) => ScoresEverything ? query : PrefixTerms.AsFilter(query, field => reader.Impacts(field) is not null);

    /// <summary>Whether the kernels answer the query, rather than stock Lucene: for tests and measurements.</summary>
    public bool Covers(Query query)
    {
        var rewritten = searcher.Rewrite(Known(query));
        if (rewritten.GetType() == typeof(PhraseQuery))
        {
            using var phrase = new PhraseSearch(searcher, reader, (PhraseQuery)rewritten, null, null, null);
            return phrase.TryRun(1) is not null;
        }
        if (QueryPlan.Of(rewritten) is not { } plan)
            return false;
        using var search = new ImpactSearch(searcher, reader, lanes, plan, null, null);
        return search.TryRun(1) is not null;
    }
}
