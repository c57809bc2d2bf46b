using Search.Core.Indexing;

namespace Search.Core.Ranking;

/// <summary>
/// Posts that others are compared with by the few features that tell most of each: stems, pairs of stems, people and tags that stand in it often and in others
/// seldom. How much another post has of those depends on the two posts and on what is rare, and on no query: it can be worked out beforehand.
/// </summary>
internal sealed class Models
{
    /// <summary>Likeness in so many steps, so that it takes few bits where it is written down.</summary>
    public const int Steps = 64;

    private readonly RankingProfile profile;
    private readonly double averageLength;
    private readonly FeatureNumbers features;

    // By the number of a feature: the models that it tells of.
    private readonly List<List<(int Model, double Weight)>> telling = [];
    private readonly double[] most;

    public Models(IReadOnlyList<ReadOnlyMemory<byte>> signatures, FeatureRarity rarity, RankingProfile profile)
    {
        this.profile = profile;
        averageLength = rarity.AverageLength;
        features = new(signatures.Count * profile.LikenessFeatures);
        most = new double[signatures.Count];
        for (var model = 0; model < signatures.Count; model++)
            foreach (var (feature, weight) in Best(signatures[model].Span, rarity))
            {
                var number = features.Add(feature);
                if (number == telling.Count)
                    telling.Add([]);
                telling[number].Add((model, weight));
                most[model] += weight;
            }
    }

    /// <summary>How like each model a post is: 1 to <see cref="Steps"/>, with BM25's saturation and lengths; models that it is not like are left out.</summary>
    public List<(int Model, int Step)> LikenessOf(ReadOnlyMemory<byte> signature)
    {
        var length = 0;
        var found = new List<(int Number, int Frequency)>();
        for (var own = new SignatureFeatures(signature.Span); own.Next();)
        {
            length += own.Frequency;
            if (features.Find(own.Feature) is >= 0 and var number)
                found.Add((number, own.Frequency));
        }
        var saturation = profile.K1 * (1 - profile.B + (profile.B * length / averageLength));
        var sums = new Dictionary<int, double>();
        foreach (var (number, frequency) in found)
            foreach (var (model, weight) in telling[number])
                sums[model] = sums.GetValueOrDefault(model) + (weight * frequency / (frequency + saturation));
        return [.. sums.Select(sum => (Model: sum.Key, Step: (int)Math.Round(sum.Value / most[sum.Key] * Steps))).Where(like => like.Step > 0)];
    }

    private IEnumerable<(uint Feature, double Weight)> Best(ReadOnlySpan<byte> signature, FeatureRarity rarity)
    {
        var best = new List<(uint Feature, double Weight)>();
        for (var own = new SignatureFeatures(signature); own.Next();)
            if (rarity.Of(own.Feature) is > 0 and var rare)
                best.Add((own.Feature, (1 + Math.Log(own.Frequency)) * Math.Pow(rare, profile.LikenessRarity)));
        return best.OrderByDescending(feature => feature.Weight).ThenBy(feature => feature.Feature).Take(profile.LikenessFeatures);
    }
}
