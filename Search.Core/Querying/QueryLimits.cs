namespace Search.Core.Querying;

/// <summary>
/// How much a query may ask for. What goes beyond a limit is read as text or left out, and a notice says so: it is never an error here.
/// </summary>
public sealed record QueryLimits
{
    public static QueryLimits Default { get; } = new();

    /// <summary>Longest text that is read, in UTF-16 code units; the rest is left out. At least 1.</summary>
    public int MaxChars { get; init; } = 4096;

    /// <summary>Most words, phrases and filters; the rest is left out. At least 1.</summary>
    public int MaxParts { get; init; } = 256;

    /// <summary>Deepest brackets within brackets; deeper ones are read as if they were not there. 1 to 64.</summary>
    public int MaxDepth { get; init; } = 16;

    /// <summary>Most <c>prefix*</c> and <c>word~</c>; the rest are read as plain words.</summary>
    public int MaxExpansions { get; init; } = 16;

    /// <summary>Fewest letters and digits before a star; shorter ones are read as plain words. At least 1.</summary>
    public int MinPrefixLetters { get; init; } = 2;

    /// <summary>Most notices; one more counts the rest.</summary>
    public int MaxNotices { get; init; } = 20;
}
