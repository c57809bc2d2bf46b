using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Util;
using Search.Core.Postings;
using Xunit;

namespace Search.Tests.Postings;

/// <summary>What stock Lucene finds by scoring every match: documents, order and float scores must be the same, always.</summary>
internal static class Oracle
{
    public static void Agrees(RandomIndex index, Query query, ImpactSearcher searcher, int most, FixedBitSet? accepted = null, HitOrder? order = null)
    {
        var all = new Everything();
        index.Searcher.Search(query, all);
        var expected = all.Hits.Where(h => (accepted?.Get(h.Document) ?? true) && (order?.Admits?.Invoke(h.Score, h.Document) ?? true))
            .OrderByDescending(h => h.Score).ThenBy(h => order?.Places[h.Document] ?? h.Document).Take(most).ToList();
        var found = searcher.Search(query, most, accepted, matched: null, order);
        Same(expected, found, query);

        var matched = new FixedBitSet(index.Reader.MaxDoc);
        Same(expected, searcher.Search(query, most, accepted, matched, order), query);
        if (accepted is null && order is null)
        {
            var (best, total) = searcher.SearchAndCount(query, most);
            Same(expected, best, query);
            Assert.Equal(all.Hits.Count, total);
        }
        Assert.Equal(all.Hits.Select(h => h.Document).Order(), Enumerable.Range(0, index.Reader.MaxDoc).Where(matched.Get));
    }

    private static void Same(List<ScoredHit> expected, ScoredHit[] found, Query query)
    {
        if (!expected.SequenceEqual(found))
            Assert.Fail($"{query}\nstock: {string.Join(' ', expected)}\nfound: {string.Join(' ', found)}");
    }

    private sealed class Everything : ICollector
    {
        private Scorer? scorer;
        private int docBase;

        public List<ScoredHit> Hits { get; } = [];

        public bool AcceptsDocsOutOfOrder => true;

        public void SetScorer(Scorer scorer) => this.scorer = scorer;

        public void SetNextReader(AtomicReaderContext context) => docBase = context.DocBase;

        public void Collect(int doc) => Hits.Add(new(docBase + doc, scorer!.GetScore()));
    }
}
