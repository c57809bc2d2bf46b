using Lucene.Net.Util;

namespace Search.Core.Postings;

/// <summary>BM25 of one field over one collection, in exactly the float arithmetic of Lucene.Net's <c>BM25Similarity</c>, which the oracle test holds.</summary>
internal sealed class FieldScores
{
    private static readonly float[] DecodedNorms = Decode();

    private readonly float[] lengths = new float[256];
    private readonly float k1;
    private readonly long documents;

    /// <param name="documents">Of the whole collection, deleted ones included.</param>
    /// <param name="tokens">Of the field in all of them; 0 or less for unknown.</param>
    public FieldScores(float k1, float b, long documents, long tokens)
    {
        this.k1 = k1;
        this.documents = documents;
        var average = tokens <= 0 ? 1f : (float)(tokens / (double)documents);
        for (var norm = 0; norm < lengths.Length; norm++)
            lengths[norm] = k1 * ((1 - b) + b * DecodedNorms[norm] / average);
    }

    public ReadOnlySpan<float> Lengths => lengths;

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
