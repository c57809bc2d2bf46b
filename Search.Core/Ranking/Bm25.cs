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

    /// <summary>Documents that have the field, with which idf counts.</summary>
    public static long DocumentsOf(CollectionStatistics statistics) => statistics.DocCount > 0 ? statistics.DocCount : statistics.MaxDoc;

    /// <summary>By code of the length: what is added to a frequency below the line.</summary>
    public float[] LengthFactors(CollectionStatistics statistics)
    {
        // Fields without frequencies or lengths say neither.
        var average = statistics.SumTotalTermFreq > 0 ? (float)statistics.SumTotalTermFreq / DocumentsOf(statistics) : 1;
        var table = new float[256];
        for (var code = 0; code < table.Length; code++)
            table[code] = k1 * (1 - b + b * LengthCode.Decode((byte)code) / average);
        return table;
    }

    public override SimWeight ComputeWeight(float queryBoost, CollectionStatistics collectionStats, params TermStatistics[] termStats)
    {
        var documents = DocumentsOf(collectionStats);
        var idf = 0f;
        foreach (var term in termStats)
            idf += Idf(documents, term.DocFreq);
        return new Weight(collectionStats.Field, idf, queryBoost, LengthFactors(collectionStats));
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
