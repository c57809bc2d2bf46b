namespace Search.Core.Ranking;

/// <summary>What the second stage saw in a document, each from 0 to 1.</summary>
/// <param name="TitleShare">Share of the query's words, by what they tell, that stand in the title; less where the title has much else.</param>
/// <param name="TitleOrder">Share of the query's neighbours that are neighbours in the title.</param>
/// <param name="IsTitle">True where the title is the query.</param>
/// <param name="Nearness">How near to each other the query's words stand in the text.</param>
internal readonly record struct Evidence(float TitleShare, float TitleOrder, bool IsTitle, float Nearness)
{
    /// <summary>How much it has of what the best hits have in common.</summary>
    public float Likeness { get; init; }

    /// <summary>What it adds to a score, as a share of the most that the words of the query can give.</summary>
    public double Worth(RankingProfile profile) =>
        profile.TitleShare * TitleShare + profile.TitleOrder * TitleOrder + (IsTitle ? profile.ExactTitle : 0) + profile.Nearness * Nearness;
}
