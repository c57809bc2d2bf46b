using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Util;

namespace Search.Core.Postings;

/// <summary>The same search by stock Lucene: every match is scored.</summary>
internal static class StockSearch
{
    public static ScoredHit[] Run(IndexSearcher searcher, Query query, int most, FixedBitSet? accepted, FixedBitSet? matched, HitOrder? order)
    {
        var collector = new Collector(most, accepted, matched, order);
        searcher.Search(query, collector);
        return collector.Hits?.Sorted() ?? [];
    }

    private sealed class Collector(int most, FixedBitSet? accepted, FixedBitSet? matched, HitOrder? order) : ICollector
    {
        private Scorer? scorer;
        private int docBase;

        public TopHits? Hits { get; } = most > 0 ? new(most, order) : null;

        public bool AcceptsDocsOutOfOrder => true;

        public void SetScorer(Scorer scorer) => this.scorer = scorer;

        public void SetNextReader(AtomicReaderContext context) => docBase = context.DocBase;

        public void Collect(int doc)
        {
            var document = docBase + doc;
            matched?.Set(document);
            if (Hits is not null && (accepted?.Get(document) ?? true))
                Hits.Offer(scorer!.GetScore(), document);
        }
    }
}
