using Lucene.Net.Index;
using Lucene.Net.Search;

namespace Search.Bench.Retrieval;

/// <summary>The counts of a query's labels from doc values, hit by hit, as stock Lucene has them.</summary>
internal sealed class FacetCounts : ICollector
{
    private SortedSetDocValues? values;

    /// <summary>By ordinal; of the one segment that is measured.</summary>
    public int[] Counts { get; private set; } = [];

    public bool AcceptsDocsOutOfOrder => true;

    public void SetScorer(Scorer scorer)
    {
    }

    public void SetNextReader(AtomicReaderContext context)
    {
        values = context.AtomicReader.GetSortedSetDocValues(PassageIndex.Label);
        Counts = new int[values?.ValueCount ?? 0];
    }

    public void Collect(int doc)
    {
        if (values is null)
            return;
        values.SetDocument(doc);
        for (var ordinal = values.NextOrd(); ordinal != SortedSetDocValues.NO_MORE_ORDS; ordinal = values.NextOrd())
            Counts[ordinal]++;
    }
}
