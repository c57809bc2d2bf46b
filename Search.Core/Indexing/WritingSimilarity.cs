using Lucene.Net.Index;
using Lucene.Net.Search;

namespace Search.Core.Indexing;

/// <summary>The writer's similarity: lengths only. It scores nothing.</summary>
internal sealed class WritingSimilarity : LengthSimilarity
{
    public override SimWeight ComputeWeight(float queryBoost, CollectionStatistics collectionStats, params TermStatistics[] termStats) =>
        throw new NotSupportedException("The writer's similarity scores nothing.");

    public override SimScorer GetSimScorer(SimWeight weight, AtomicReaderContext context) =>
        throw new NotSupportedException("The writer's similarity scores nothing.");
}
