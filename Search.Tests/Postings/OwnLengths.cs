using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Search.Similarities;
using Lucene.Net.Util;
using Search.Core.Postings;

namespace Search.Tests.Postings;

/// <summary>BM25 whose norm bytes are lengths themselves, the longer the higher: the other way round than Lucene's.</summary>
internal sealed class OwnLengths : Similarity
{
    private const float K1 = 1.5f;
    private const float B = 0.5f;

    public static float[] Lengths { get; } = [.. Enumerable.Range(0, 256).Select(n => (float)n)];

    public static FieldScores ScoresOf(CollectionStatistics statistics) => new(K1, statistics.MaxDoc, Factors(statistics));

    public override long ComputeNorm(FieldInvertState state) => (sbyte)Math.Min(byte.MaxValue, state.Length);

    public override SimWeight ComputeWeight(float queryBoost, CollectionStatistics collectionStats, params TermStatistics[] termStats) =>
        new Weight(collectionStats, queryBoost, termStats[0].DocFreq);

    public override SimScorer GetSimScorer(SimWeight weight, AtomicReaderContext context) =>
        new Scorer((Weight)weight, context.AtomicReader.GetNormValues(((Weight)weight).Field));

    private static float[] Factors(CollectionStatistics statistics) =>
        Array.ConvertAll(Lengths, l => K1 * (1 - B + B * l / (statistics.SumTotalTermFreq / (float)statistics.MaxDoc)));

    private sealed class Weight(CollectionStatistics statistics, float boost, long df) : SimWeight
    {
        public string Field => statistics.Field;

        public float Value { get; private set; }

        public float[] Table { get; } = Factors(statistics);

        public override float GetValueForNormalization() => 1;

        public override void Normalize(float queryNorm, float topLevelBoost) =>
            Value = (float)Math.Log(1 + (statistics.MaxDoc - df + 0.5D) / (df + 0.5D)) * boost * topLevelBoost * (K1 + 1);
    }

    private sealed class Scorer(Weight weight, NumericDocValues norms) : SimScorer
    {
        public override float Score(int doc, float freq) => weight.Value * freq / (freq + weight.Table[(byte)norms.Get(doc)]);

        public override float ComputeSlopFactor(int distance) => 1;

        public override float ComputePayloadFactor(int doc, int start, int end, BytesRef payload) => 1;
    }
}
