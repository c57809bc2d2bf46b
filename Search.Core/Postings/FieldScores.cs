using Lucene.Net.Search;
using Lucene.Net.Search.Similarities;
using Lucene.Net.Util;

namespace Search.Core.Postings;

/// <summary>
/// BM25 of one field over one collection: weight · frequency / (frequency + length factor), in exactly the float arithmetic of Lucene.Net's
/// <c>BM25Similarity</c>, which the oracle test holds. Another similarity of this form gives its own length factors.
/// </summary>
/// <param name="k1">Saturation of frequency.</param>
/// <param name="documents">Documents that idf counts with.</param>
/// <param name="lengths">By norm byte: k1 · (1 − b + b · length / average length).</param>
internal sealed class FieldScores(float k1, long documents, float[] lengths)
{
    /// <summary>By norm byte: the length of a field as Lucene's own similarities keep it; infinite for 0.</summary>
    public static float[] LuceneLengths { get; } = Decode();

    public ReadOnlySpan<float> Lengths => lengths;

    /// <summary>As <see cref="BM25Similarity"/> ranks; null for any other similarity.</summary>
    public static FieldScores? Of(Similarity similarity, CollectionStatistics statistics)
    {
        if (similarity.GetType() != typeof(BM25Similarity))
            return null;
        var (k1, b) = (((BM25Similarity)similarity).K1, ((BM25Similarity)similarity).B);
        var average = statistics.SumTotalTermFreq <= 0 ? 1f : (float)(statistics.SumTotalTermFreq / (double)statistics.MaxDoc);
        return new(k1, statistics.MaxDoc, Array.ConvertAll(LuceneLengths, length => k1 * ((1 - b) + b * length / average)));
    }

    /// <summary>What a term's scores are multiplied with.</summary>
    /// <param name="df">Documents of the whole collection that have the term.</param>
    /// <param name="boost">The term's own boost.</param>
    /// <param name="outerBoost">That of the queries around it.</param>
    public float Weight(long df, float boost, float outerBoost)
    {
        var idf = (float)Math.Log(1 + (documents - df + 0.5D) / (df + 0.5D));
        var weight = idf * boost * outerBoost;
        return weight * (k1 + 1);
    }

    private static float[] Decode()
    {
        var decoded = new float[256];
        for (var norm = 0; norm < decoded.Length; norm++)
        {
            var f = SmallSingle.SByte315ToSingle((sbyte)norm);
            decoded[norm] = 1.0f / (f * f);
        }
        return decoded;
    }
}
