namespace Search.Core.Related;

/// <summary>
/// What each piece of evidence counts in relatedness, as data; how they were found stands in <c>docs/related.md</c>. All but the last two are shares of
/// a score that is 1 for two posts alike in everything.
/// </summary>
internal sealed record RelatedWeights
{
    /// <summary>Distinctive words and phrases of text, title and headline together.</summary>
    public double Words { get; init; } = 0.44;

    /// <summary>Words of the titles and headlines alone.</summary>
    public double Titles { get; init; } = 0.22;

    /// <summary>Words of the title and headline in the other's text.</summary>
    public double TitleInText { get; init; } = 0.22;

    /// <summary>What a word of a title or headline counts that the post's own text does not have, beside one that it has.</summary>
    public double BareTitle { get; init; } = 0.5;

    /// <summary>Rare tags.</summary>
    public double Tags { get; init; } = 0.06;

    /// <summary>People, by their mentions.</summary>
    public double People { get; init; } = 0.03;

    /// <summary>Pages of other sites that both link to: the same article is quoted.</summary>
    public double Sources { get; init; } = 0.03;

    /// <summary>Added where one links to the other.</summary>
    public double Link { get; init; } = 0.1;

    /// <summary>What a pair of words counts beside a word.</summary>
    public double Pairs { get; init; } = 0.5;

    /// <summary>What nearness in time adds to a score, as a share of it; 0 switches it off.</summary>
    public double Nearness { get; init; } = 0.15;

    /// <summary>Days between two posts after which half of that is left.</summary>
    public double NearnessHalfLifeDays { get; init; } = 14;

    /// <summary>Less than this is no relation.</summary>
    public double Least { get; init; } = 0.02;

    /// <summary>The most telling words that candidates are sought by.</summary>
    public int SoughtWords { get; init; } = 40;

    /// <summary>Candidates that are compared. Many more find nothing better: the right ones share many of the words.</summary>
    public int Candidates { get; init; } = 300;
}
