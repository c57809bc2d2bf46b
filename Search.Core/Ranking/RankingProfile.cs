namespace Search.Core.Ranking;

/// <summary>
/// The weights of ranking, as data. Those of a document's parts belong to the index (<see cref="Indexing.IndexFields"/>); these can change
/// without a new one.
/// </summary>
internal sealed record RankingProfile
{
    /// <summary>Saturation of term frequency in BM25; 0 and more. Default 1.2 (Robertson and Zaragoza 2009).</summary>
    public float K1 { get; init; } = 1.2f;

    /// <summary>How far a document's length counts, 0 to 1. Default 0.6.</summary>
    public float B { get; init; } = 0.6f;

    /// <summary>Added where the title holds the query's words side by side, times the best word's weight.</summary>
    public float TitlePhrase { get; init; } = 4f;

    /// <summary>Added where the text holds the query's words near each other.</summary>
    public float Proximity { get; init; } = 1.5f;

    /// <summary>How many words may stand between, for <see cref="Proximity"/>.</summary>
    public int ProximitySlop { get; init; } = 6;

    /// <summary>What a quotation's score counts beside those of posts, unless quotations alone are asked for: short texts score high for few words. Default 0.5.</summary>
    public double QuoteShare { get; init; } = 0.5;

    /// <summary>Most that being new can add, as a share of the score. Default 0.2; 0 switches it off.</summary>
    public double RecencyLift { get; init; } = 0.2;

    /// <summary>Days after which half of the lift is left.</summary>
    public double RecencyHalfLifeDays { get; init; } = 180;
}
