using System.Numerics;

namespace Search.Core.Ranking;

/// <summary>
/// Numbers features in the order in which they come: 0, 1, 2. For looking up hundreds of thousands of features that are mostly not there: they are hashes
/// already, and none is ever taken out.
/// </summary>
/// <param name="most">So many are added at most.</param>
internal sealed class FeatureNumbers(int most)
{
    private const int LeastPlaces = 64;

    private readonly uint[] features = new uint[Places(most)];
    private readonly int[] numbers = new int[Places(most)];

    public int Count { get; private set; }

    /// <summary>-1 for one that was never added.</summary>
    public int Find(uint feature)
    {
        var at = PlaceOf(feature);
        return numbers[at] - 1;
    }

    public int Add(uint feature)
    {
        var at = PlaceOf(feature);
        if (numbers[at] == 0)
        {
            features[at] = feature;
            numbers[at] = ++Count;
        }
        return numbers[at] - 1;
    }

    /// <summary>What was added, in no order.</summary>
    public IEnumerable<(uint Feature, int Number)> All()
    {
        for (var at = 0; at < numbers.Length; at++)
            if (numbers[at] > 0)
                yield return (features[at], numbers[at] - 1);
    }

    // Half of the places stay free at least, so that a search ends soon.
    private static int Places(int most) => (int)BitOperations.RoundUpToPowerOf2((uint)Math.Max(LeastPlaces, 2 * most));

    private int PlaceOf(uint feature)
    {
        var at = (int)(feature & (uint)(features.Length - 1));
        while (numbers[at] != 0 && features[at] != feature)
            at = (at + 1) & (features.Length - 1);
        return at;
    }
}
