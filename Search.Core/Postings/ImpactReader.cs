using System.Collections.Concurrent;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Util;

namespace Search.Core.Postings;

/// <summary>What of an open index does not depend on a query: each field's impacts by segment, its statistics, which documents live.</summary>
internal sealed class ImpactReader
{
    private readonly IndexSearcher searcher;
    private readonly IList<AtomicReaderContext> leaves;
    private readonly ConcurrentDictionary<string, FieldImpacts?[]?> impacts = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, FieldScores?> scores = new(StringComparer.Ordinal);
    private readonly Func<CollectionStatistics, FieldScores?> scoresOf;

    public ImpactReader(IndexSearcher searcher, Func<CollectionStatistics, FieldScores?>? scoresOf)
    {
        this.scoresOf = scoresOf ?? (statistics => FieldScores.Of(searcher.Similarity, statistics));
        this.searcher = searcher;
        leaves = searcher.IndexReader.Leaves;
        if (searcher.IndexReader.HasDeletions)
            Live = LiveDocuments();
    }

    /// <summary>Documents that are not deleted, a bit each; null where none is.</summary>
    public long[]? Live { get; }

    /// <summary>By segment, null for one without the field; null at all where a segment has the field but no impacts of it.</summary>
    public FieldImpacts?[]? Impacts(string field) => impacts.GetOrAdd(field, Read);

    /// <summary>Null where the field is not ranked as the kernels do.</summary>
    public FieldScores? Scores(string field) => scores.GetOrAdd(field, f => scoresOf(searcher.CollectionStatistics(f)));

    private FieldImpacts?[]? Read(string field)
    {
        var found = new FieldImpacts?[leaves.Count];
        for (var i = 0; i < found.Length; i++)
        {
            var reader = leaves[i].AtomicReader;
            if (reader.GetNormValues(field) is ImpactNorms norms && Scores(field) is { } ranking && norms.Impacts.IsOrderedBy(ranking.Lengths))
                found[i] = norms.Impacts;
            else if (reader.GetTerms(field) is not null)
                return null;
        }
        return found;
    }

    private long[] LiveDocuments()
    {
        var live = new FixedBitSet(searcher.IndexReader.MaxDoc);
        foreach (var leaf in leaves)
            for (var document = 0; document < leaf.AtomicReader.MaxDoc; document++)
                if (leaf.AtomicReader.LiveDocs?.Get(document) ?? true)
                    live.Set(leaf.DocBase + document);
        return live.GetBits();
    }
}
