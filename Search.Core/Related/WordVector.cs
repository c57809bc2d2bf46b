using Search.Core.Indexing;

namespace Search.Core.Related;

/// <summary>The words and pairs of a post, weighted by rarity, of length 1: for comparing posts with each other many times.</summary>
internal sealed class WordVector
{
    private readonly (uint Feature, float Weight)[] terms;
    private readonly (uint Feature, float Weight)[] pairs;

    public WordVector(PostSignature post, FeatureCounts counts, RelatedWeights weights)
    {
        terms = new (uint, float)[post.Terms.Count];
        pairs = new (uint, float)[post.Pairs.Count];
        double squares = 0;
        for (var i = 0; i < terms.Length; i++)
            terms[i] = Weighted(post.Terms[i].Feature, Frequency.Weight(Frequency.InAll(post.Terms[i])), ref squares);
        for (var i = 0; i < pairs.Length; i++)
            pairs[i] = Weighted(post.Pairs[i].Feature, weights.Pairs * Frequency.Weight(post.Pairs[i].Count), ref squares);
        var length = squares == 0 ? 1 : (float)Math.Sqrt(squares);
        foreach (ref var term in terms.AsSpan())
            term.Weight /= length;
        foreach (ref var pair in pairs.AsSpan())
            pair.Weight /= length;

        (uint, float) Weighted(uint feature, double frequency, ref double squares)
        {
            var weight = frequency * counts.Rarity(feature);
            squares += weight * weight;
            return (feature, (float)weight);
        }
    }

    /// <summary>0 to 1.</summary>
    public double Cosine(WordVector other) => Product(terms, other.terms) + Product(pairs, other.pairs);

    // Both are in the order of their features.
    private static double Product(ReadOnlySpan<(uint Feature, float Weight)> a, ReadOnlySpan<(uint Feature, float Weight)> b)
    {
        double product = 0;
        for (int i = 0, j = 0; i < a.Length && j < b.Length;)
        {
            if (a[i].Feature == b[j].Feature)
                product += a[i++].Weight * b[j++].Weight;
            else if (a[i].Feature < b[j].Feature)
                i++;
            else
                j++;
        }
        return product;
    }
}
