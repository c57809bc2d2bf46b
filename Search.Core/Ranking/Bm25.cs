using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Util;
using Search.Core.Indexing;

namespace Search.Core.Ranking;

/// <summary>
/// BM25 as Robertson and Zaragoza give it ("The Probabilistic Relevance Framework: BM25 and Beyond", 2009), with Lucene's idf that is never negative
/// and lengths as <see cref="LengthCode"/> keeps them. Counts only documents that have the field.
/// </summary>
internal sealed class Bm25(float k1, float b) : LengthSimilarity
{
    private static readonly float[] NoTable = [];

    /// <summary>What a document can get at most for one word, that word being found in so many of the documents.</summary>
    public static float Idf(long documents, long documentsWith) => (float)Math.Log(1 + (documents - documentsWith + 0.5) / (documentsWith + 0.5));

    public override SimWeight ComputeWeight(float queryBoost, CollectionStatistics collectionStats, params TermStatistics[] termStats)
    {
        var documents = collectionStats.DocCount > 0 ? collectionStats.DocCount : collectionStats.MaxDoc;
        var idf = 0f;
        foreach (var term in termStats)
            idf += Idf(documents, term.DocFreq);
        // Fields without frequencies or lengths say neither.
        var average = collectionStats.SumTotalTermFreq > 0 ? (float)collectionStats.SumTotalTermFreq / documents : 1;
        var table = new float[256];
        for (var code = 0; code < table.Length; code++)
            table[code] = k1 * (1 - b + b * LengthCode.Decode((byte)code) / average);
        return new Weight(collectionStats.Field, idf, queryBoost, table);
    }

    public override SimScorer GetSimScorer(SimWeight weight, AtomicReaderContext context)
    {
        var own = (Weight)weight;
        return new Scorer(own.Value * (k1 + 1), k1, context.AtomicReader.GetNormValues(own.Field), own.Table);
    }

    private sealed class Weight(string name, float idf, float queryBoost, float[] table) : SimWeight
    {
        public string Field => name;

        public float[] Table => table;

        public float Value { get; private set; } = idf * queryBoost;

        public override float GetValueForNormalization() => idf * queryBoost * idf * queryBoost;

        // Scores are not made comparable between queries: only the boosts of what the query is part of count.
        public override void Normalize(float queryNorm, float topLevelBoost) => Value = idf * queryBoost * topLevelBoost;
    }

    private sealed class Scorer(float weight, float k1, NumericDocValues? lengths, float[] table) : SimScorer
    {
        private readonly float[] table = lengths is null ? NoTable : table;

        public override float Score(int doc, float freq) => weight * freq / (freq + (lengths is null ? k1 : table[(byte)lengths.Get(doc)]));

        public override float ComputeSlopFactor(int distance) => 1f / (distance + 1);

        public override float ComputePayloadFactor(int doc, int start, int end, BytesRef payload) => 1;
    }
}
