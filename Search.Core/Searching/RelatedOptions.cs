namespace Search.Core.Searching;

/// <summary>Which posts may be related, by their date beside that of the post asked about.</summary>
public enum RelatedDates
{
    /// <summary>All.</summary>
    Any,

    /// <summary>Not newer than the post: what its reader could have known.</summary>
    Older,

    /// <summary>Newer than the post: what came of it.</summary>
    Newer,
}

/// <summary>How related posts are chosen.</summary>
public sealed record RelatedOptions
{
    public const int MaxLimit = 100;

    /// <summary>How many at most, 1 to 100. Default 10.</summary>
    public int Limit { get; init; } = 10;

    /// <summary>0 to 1: how much relatedness counts against variety among those shown. 1: by relatedness alone. Default 0.9.</summary>
    public double Lambda { get; init; } = 0.9;

    /// <summary>Default: of any date. A text that is not in the index and has no date is newer than all.</summary>
    public RelatedDates Dates { get; init; }

    /// <summary>True where all posts are asked about, each once, as an export does: what posts are compared by is kept in memory, and answers are not.</summary>
    public bool IsOneOfAll { get; init; }
}
