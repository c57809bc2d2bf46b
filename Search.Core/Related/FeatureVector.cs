using System.Runtime.InteropServices;

namespace Search.Core.Related;

/// <summary>Weighted features, of length 1.</summary>
internal sealed class FeatureVector
{
    private readonly Dictionary<uint, double> weights = [];

    public FeatureVector(IEnumerable<(uint Feature, double Weight)> features)
    {
        double squares = 0;
        foreach (var (feature, weight) in features)
            if (weight > 0)
            {
                CollectionsMarshal.GetValueRefOrAddDefault(weights, feature, out _) += weight;
                squares += weight * weight;
            }
        var length = Math.Sqrt(squares);
        foreach (var feature in weights.Keys.ToList())
            weights[feature] /= length;
    }

    public bool IsEmpty => weights.Count == 0;

    public double Of(uint feature) => weights.GetValueOrDefault(feature);

    /// <summary>Features by weight, heaviest first; of equals by number.</summary>
    public IEnumerable<(uint Feature, double Weight)> Heaviest => weights.OrderByDescending(w => w.Value).ThenBy(w => w.Key).Select(w => (w.Key, w.Value));
}

/// <summary>The cosine of a vector with features that are given one by one. A mutable value: keep it in a local.</summary>
internal struct Cosine
{
    private double product;
    private double squares;

    /// <param name="mine">Weight of the feature in the vector; 0 where it is not there.</param>
    /// <param name="weight">Its weight in the other.</param>
    public void Add(double mine, double weight)
    {
        product += weight * mine;
        squares += weight * weight;
    }

    /// <summary>0 to 1; 0 where either has no features.</summary>
    public readonly double Value => squares == 0 ? 0 : Math.Min(1, product / Math.Sqrt(squares));
}
