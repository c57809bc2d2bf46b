namespace Search.Core.Ranking;

/// <summary>
/// The weights of ranking, as data. Those of a document's parts belong to the index (<see cref="Indexing.IndexFields"/>); these can change
/// without a new one. What each is worth is measured in docs/ranking.md.
/// </summary>
public sealed record RankingProfile
{
    /// <summary>The weights for sites and for test collections alike.</summary>
    public static RankingProfile Default { get; } = new();

    public string Name { get; init; } = "default";

    /// <summary>Saturation of term frequency in BM25; 0 and more. Default 1.2 (Robertson and Zaragoza 2009).</summary>
    public float K1 { get; init; } = 1.2f;

    /// <summary>How far a document's length counts, 0 to 1. Default 0.6.</summary>
    public float B { get; init; } = 0.6f;

    /// <summary>How many of the first stage's best the second stage looks at. Default 300.</summary>
    public int Rescored { get; init; } = 300;

    /// <summary>Weight of the query's words in the title. This and the next are shares of the most that the words of the query can give.</summary>
    public double TitleShare { get; init; } = 0.1;

    /// <summary>Weight of neighbours of the query that are neighbours in the title.</summary>
    public double TitleOrder { get; init; } = 0.1;

    /// <summary>Added where the title is the query. Default 1: above everything else.</summary>
    public double ExactTitle { get; init; } = 1;

    /// <summary>Weight of the query's words standing near each other.</summary>
    public double Nearness { get; init; } = 0.1;

    /// <summary>Weight of likeness to the best hits (<see cref="Ranking.Likeness"/>); 0 switches it off.</summary>
    public double Likeness { get; init; } = 0.25;

    /// <summary>How many of the best posts say what is sought. Default 15.</summary>
    public int LikenessModels { get; init; } = 15;

    /// <summary>How many of the words, phrases, people and tags that tell most of a post others are compared with it by. Default 10.</summary>
    public int LikenessFeatures { get; init; } = 10;

    /// <summary>How much more what is rare tells: the power of the logarithm of how rare it is. Default 1.5.</summary>
    public double LikenessRarity { get; init; } = 1.5;

    /// <summary>How much more a better hit says than a worse one: the power of its score. Default 6.</summary>
    public double LikenessSteepness { get; init; } = 6;

    /// <summary>What a quotation's score counts beside those of posts, unless quotations alone are asked for: short texts score high for few words. Default 0.5.</summary>
    public double QuoteShare { get; init; } = 0.5;

    /// <summary>Most that being new can add, as a share of the score. Default 0.1; 0 switches it off.</summary>
    public double RecencyLift { get; init; } = 0.1;

    /// <summary>Days after which half of the lift is left.</summary>
    public double RecencyHalfLifeDays { get; init; } = 180;
}
