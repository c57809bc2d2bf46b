using Search.Core.Indexing;

namespace Search.Core.Ranking;

/// <summary>
/// How rare features of posts are, and how long posts are, counted over posts of the collection: all of them, or some thousands spread evenly. Features
/// that one post alone has are left out: nothing is like it by them.
/// </summary>
internal sealed class FeatureRarity
{
    /// <summary>So many posts say what is rare in any collection.</summary>
    public const int MostPosts = 8192;

    private const int LeastSharing = 2;

    private readonly FeatureNumbers shared;
    private readonly double[] rarities;

    public FeatureRarity(IEnumerable<ReadOnlyMemory<byte>> signatures)
    {
        var all = new List<uint>();
        var (posts, length) = (0, 0L);
        foreach (var signature in signatures)
        {
            posts++;
            for (var features = new SignatureFeatures(signature.Span); features.Next();)
            {
                all.Add(features.Feature);
                length += features.Frequency;
            }
        }
        AverageLength = posts == 0 ? 1 : Math.Max(1, (double)length / posts);
        all.Sort();
        var runs = Runs(all);
        shared = new(runs.Count);
        rarities = new double[runs.Count];
        foreach (var (feature, count) in runs)
            rarities[shared.Add(feature)] = Math.Log((posts + 1.0) / count);
    }

    /// <summary>Features in a post, each as often as it stands there.</summary>
    public double AverageLength { get; }

    /// <summary>The logarithm of how rare it is; 0 for what no two of the posts have.</summary>
    public double Of(uint feature) => shared.Find(feature) is >= 0 and var number ? rarities[number] : 0;

    private static List<(uint Feature, int Count)> Runs(List<uint> sorted)
    {
        var runs = new List<(uint, int)>();
        for (var start = 0; start < sorted.Count;)
        {
            var end = start + 1;
            while (end < sorted.Count && sorted[end] == sorted[start])
                end++;
            if (end - start >= LeastSharing)
                runs.Add((sorted[start], end - start));
            start = end;
        }
        return runs;
    }
}
