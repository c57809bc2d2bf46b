namespace Search.Core.Tagging;

/// <summary>What speaks for a label of a draft: that the draft names it, that similar posts have it, and that it comes with what is named.</summary>
internal sealed record LabelEvidence
{
    public const int FeatureCount = 11;

    /// <summary>Number of the label in its column.</summary>
    public required int Label { get; init; }

    /// <summary>How many of the nearest posts have it.</summary>
    public int Nearest { get; init; }

    /// <summary>Their share, each weighted by its likeness; 0 to 1.</summary>
    public double NearestShare { get; init; }

    /// <summary>The same of the wider circle of similar posts.</summary>
    public double WideShare { get; init; }

    /// <summary>Likeness of the nearest post that has it, against that of the nearest of all; 0 to 1.</summary>
    public double BestLikeness { get; init; }

    /// <summary>Logarithm of how much more often the posts that share the draft's words have it than others.</summary>
    public double Lift { get; init; }

    /// <summary>How often the draft names it, by its label or another spelling.</summary>
    public int Named { get; init; }

    public bool InTitle { get; init; }

    /// <summary>0 for a label of all posts, 1 for one of a single post.</summary>
    public double Rarity { get; init; }

    /// <summary>Share of the posts with another label that the draft names which have this one too; 0 to 1.</summary>
    public double WithNamed { get; init; }

    /// <summary>That other label; -1 for none.</summary>
    public int With { get; init; } = -1;

    /// <summary>In the order of the model's weights; the first is constant.</summary>
    public double[] Features =>
    [
        1, NearestShare, WideShare, Lift, Named > 0 ? 1 : 0, InTitle ? 1 : 0, Math.Log(1 + Named), Rarity, WithNamed, BestLikeness, Named > 0 ? NearestShare : 0,
    ];
}
