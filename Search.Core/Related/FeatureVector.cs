using Search.Core.Ranking;

namespace Search.Core.Related;

/// <summary>Weighted features, of length 1.</summary>
internal sealed class FeatureVector
{
    private readonly FeatureNumbers numbers;
    private readonly double[] weights;

    public FeatureVector(IEnumerable<(uint Feature, double Weight)> features)
    {
        var given = features.Where(feature => feature.Weight > 0).ToList();
        numbers = new(given.Count);
        weights = new double[given.Count];
        double squares = 0;
        foreach (var (feature, weight) in given)
        {
            weights[numbers.Add(feature)] += weight;
            squares += weight * weight;
        }
        var length = Math.Sqrt(squares);
        foreach (ref var weight in weights.AsSpan(0, numbers.Count))
            weight /= length;
    }

    /// <summary>0 for a feature that it does not have.</summary>
    public double Of(uint feature) => numbers.Find(feature) is >= 0 and var number ? weights[number] : 0;

    /// <summary>Features by weight, heaviest first; of equals by number.</summary>
    public IEnumerable<(uint Feature, double Weight)> Heaviest =>
        numbers.All().Select(feature => (feature.Feature, Weight: weights[feature.Number])).OrderByDescending(feature => feature.Weight).ThenBy(feature => feature.Feature);
}
