using System.Numerics;
using Search.Core.Indexing;

namespace Search.Core.Related;

/// <summary>
/// How many posts have a feature: counted over the signatures of the live posts, so that nothing of a deleted one is left. Memory is bounded: beyond some
/// ten thousand posts features share counters, and a count may come out a little high (count-min sketch of two rows; Cormode and Muthukrishnan 2005).
/// </summary>
internal sealed class FeatureCounts
{
    private const int FeaturesAPost = 1024;
    private const int MinCounters = 1 << 12;
    private const int MaxCounters = 1 << 23;

    // Nearly all features are of few posts, and comparing asks for their rarity some hundred thousand times a question.
    private const int Tabled = 1 << 10;

    private readonly int[] first;
    private readonly int[] second;
    private double[]? rarities;
    private double[]? raritiesOfDraft;

    public FeatureCounts(int posts)
    {
        var counters = (int)BitOperations.RoundUpToPowerOf2((uint)Math.Clamp((long)posts * FeaturesAPost, MinCounters, MaxCounters));
        first = new int[counters];
        second = new int[counters];
    }

    /// <summary>Posts counted.</summary>
    public int Posts { get; private set; }

    public void Add(PostSignature post)
    {
        Posts++;
        rarities = raritiesOfDraft = null;
        foreach (var term in post.Terms)
            Add(term.Feature);
        foreach (var pair in post.Pairs)
            Add(pair.Feature);
        foreach (var person in post.People)
            Add(person.Feature);
        foreach (var tag in post.Tags)
            Add(tag);
        foreach (var source in post.Sources)
            Add(source);
    }

    public int Of(uint feature) => Math.Min(first[First(feature)], second[Second(feature)]);

    /// <summary>
    /// What sharing the feature says: the logarithm of how rare it is. What one post alone has counts as well: it cannot be shared, but says that there
    /// is more in the post than what is.
    /// </summary>
    /// <param name="feature">The feature.</param>
    /// <param name="more">Posts that have it beside those counted: 1 for a draft that has it.</param>
    public double Rarity(uint feature, int more = 0)
    {
        var posts = Of(feature) + more;
        if (posts >= Tabled || more > 1)
            return RarityOf(posts, more);
        return (more == 0 ? rarities ??= Table(0) : raritiesOfDraft ??= Table(1))[posts];
    }

    private double[] Table(int more) => [.. Enumerable.Range(0, Tabled).Select(posts => RarityOf(posts, more))];

    private double RarityOf(int posts, int more) => Math.Max(0, Math.Log((Posts + 1.0 + more) / Math.Max(1, posts)));

    private void Add(uint feature)
    {
        first[First(feature)]++;
        second[Second(feature)]++;
    }

    private int First(uint feature) => (int)(feature & (uint)(first.Length - 1));

    private int Second(uint feature) => (int)((feature * 0x9E3779B1) >> (32 - BitOperations.Log2((uint)second.Length)));
}
