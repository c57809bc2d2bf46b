using Lucene.Net.Index;
using Lucene.Net.Util;
using Search.Core.Indexing;

namespace Search.Core.Ranking;

/// <summary>
/// How like the best hits the others are. What the first ten have in common, and the rest of the best few hundred have not, is taken for what is
/// sought besides the words of the query: a post that says it in other words comes up. Pseudo-relevance feedback (Rocchio 1971; Lavrenko and Croft 2001)
/// that only reorders: it decides nothing about what matches, and what is rare is counted among the hits alone.
/// </summary>
internal sealed class Likeness(IndexReader reader, RankingProfile profile)
{
    /// <summary>Of fewer posts nothing can be said: what they share may be chance.</summary>
    private const int LeastPosts = 20;

    /// <summary>What one hit alone has says nothing of another.</summary>
    private const int LeastSharing = 2;

    private const int MostFeatures = PostSignature.MaxTerms + PostSignature.MaxPairs + PostSignature.MaxPeople + PostSignature.MaxTags;

    /// <param name="ranked">Hits with their scores, best first.</param>
    /// <returns>A number from 0 to 1 for each, in the order given; that of quotes is 0.</returns>
    public float[] Of(IReadOnlyList<(int Document, double Score)> ranked)
    {
        var shares = new float[ranked.Count];
        var signatures = Signatures(ranked);
        var posts = signatures.Count(s => s.Length > 0);
        if (posts < LeastPosts || ranked[0].Score <= 0)
            return shares;
        var models = new FeatureNumbers(profile.LikenessModels * MostFeatures);
        var weights = Weighted(ranked, signatures, models);
        var (sharing, lengths) = Counted(signatures, models);
        var (sought, worths) = Sought(models, weights, sharing, posts);
        var most = 0f;
        var average = lengths.Sum() / posts;
        for (var i = 0; i < shares.Length; i++)
        {
            shares[i] = Sum(signatures[i].Span, sought, worths, profile.K1 * (1 - profile.B + (profile.B * lengths[i] / average)));
            most = Math.Max(most, shares[i]);
        }
        for (var i = 0; i < shares.Length && most > 0; i++)
            shares[i] /= most;
        return shares;
    }

    // By the place in the ranking; read in the order of the index. Empty for what has none.
    private ReadOnlyMemory<byte>[] Signatures(IReadOnlyList<(int Document, double Score)> ranked)
    {
        var signatures = new ReadOnlyMemory<byte>[ranked.Count];
        BinaryDocValues? values = null;
        AtomicReaderContext? leaf = null;
        foreach (var place in Enumerable.Range(0, ranked.Count).OrderBy(i => ranked[i].Document))
        {
            var document = ranked[place].Document;
            if (leaf is null || document >= leaf.DocBase + leaf.AtomicReader.MaxDoc)
            {
                leaf = reader.Leaves[ReaderUtil.SubIndex(document, reader.Leaves)];
                values = leaf.AtomicReader.GetBinaryDocValues(IndexFields.Signature);
            }
            if (values is null)
                continue;
            // Its own each time: the bytes are kept.
            var bytes = new BytesRef();
            values.Get(document - leaf.DocBase, bytes);
            signatures[place] = bytes.Bytes.AsMemory(bytes.Offset, bytes.Length);
        }
        return signatures;
    }

    // What the features of the best posts weigh: each post is of length 1, and a better hit counts more.
    private List<double> Weighted(IReadOnlyList<(int Document, double Score)> ranked, ReadOnlyMemory<byte>[] signatures, FeatureNumbers models)
    {
        var weights = new List<double>();
        var taken = 0;
        for (var i = 0; i < signatures.Length && taken < profile.LikenessModels; i++)
        {
            if (signatures[i].IsEmpty)
                continue;
            taken++;
            double squares = 0;
            for (var features = new SignatureFeatures(signatures[i].Span); features.Next();)
                squares += Math.Pow(1 + Math.Log(features.Frequency), 2);
            var share = Math.Pow(ranked[i].Score / ranked[0].Score, profile.LikenessSteepness) / Math.Sqrt(squares);
            for (var features = new SignatureFeatures(signatures[i].Span); features.Next();)
            {
                var number = models.Add(features.Feature);
                if (number == weights.Count)
                    weights.Add(0);
                weights[number] += share * (1 + Math.Log(features.Frequency));
            }
        }
        return weights;
    }

    private static (int[] Sharing, float[] Lengths) Counted(ReadOnlyMemory<byte>[] signatures, FeatureNumbers models)
    {
        var sharing = new int[models.Count];
        var lengths = new float[signatures.Length];
        for (var i = 0; i < signatures.Length; i++)
        {
            var length = 0;
            for (var features = new SignatureFeatures(signatures[i].Span); features.Next();)
            {
                length += features.Frequency;
                if (models.Find(features.Feature) is >= 0 and var number)
                    sharing[number]++;
            }
            lengths[i] = length;
        }
        return (sharing, lengths);
    }

    private (FeatureNumbers Sought, float[] Worths) Sought(FeatureNumbers models, List<double> weights, int[] sharing, int posts)
    {
        var best = models.All()
            .Where(m => sharing[m.Number] >= LeastSharing)
            .Select(m => (m.Feature, Weight: weights[m.Number] * Math.Log((posts + 1.0) / sharing[m.Number])))
            .OrderByDescending(m => m.Weight)
            .ThenBy(m => m.Feature)
            .Take(profile.LikenessFeatures)
            .ToList();
        var sought = new FeatureNumbers(best.Count);
        foreach (var (feature, _) in best)
            sought.Add(feature);
        return (sought, [.. best.Select(b => (float)b.Weight)]);
    }

    private static float Sum(ReadOnlySpan<byte> signature, FeatureNumbers sought, float[] worths, float saturation)
    {
        float sum = 0;
        for (var features = new SignatureFeatures(signature); features.Next();)
            if (sought.Find(features.Feature) is >= 0 and var number)
                sum += worths[number] * features.Frequency / (features.Frequency + saturation);
        return sum;
    }
}
