namespace Search.Core.Ranking;

/// <summary>
/// How like the best hits the others are. What the first few tell of is taken for what is sought besides the words of the query: a post that says it in
/// other words comes up. Feedback by the nearest of each hit (Diaz 2005, "Regularizing ad hoc retrieval scores") that only reorders: it decides nothing about
/// what matches. Pages that search without the service work out the same from what <see cref="Models"/> wrote down.
/// </summary>
internal sealed class Likeness(FeatureRarity rarity, RankingProfile profile)
{
    /// <summary>Of fewer posts nothing can be said: what they share may be chance.</summary>
    public const int LeastPosts = 20;

    /// <param name="scores">Of hits, best first.</param>
    /// <param name="signatures">Theirs; empty for quotes.</param>
    /// <returns>A number from 0 to 1 for each, in the order given; that of quotes is 0.</returns>
    public float[] Of(IReadOnlyList<double> scores, IReadOnlyList<ReadOnlyMemory<byte>> signatures)
    {
        var shares = new float[scores.Count];
        var posts = Enumerable.Range(0, scores.Count).Where(i => !signatures[i].IsEmpty).ToList();
        if (posts.Count < LeastPosts || scores[0] <= 0)
            return shares;
        var best = posts.GetRange(0, Math.Min(posts.Count, profile.LikenessModels));
        var counting = best.ConvertAll(i => Math.Pow(scores[i] / scores[0], profile.LikenessSteepness));
        var models = new Models(best.ConvertAll(i => signatures[i]), rarity, profile);
        var sums = posts.ConvertAll(i => models.LikenessOf(signatures[i]).OrderBy(like => like.Model).Sum(like => counting[like.Model] * like.Step));
        var most = sums.Max();
        for (var i = 0; i < posts.Count && most > 0; i++)
            shares[posts[i]] = (float)(sums[i] / most);
        return shares;
    }
}
