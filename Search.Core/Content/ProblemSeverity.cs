namespace Search.Core.Content;

/// <summary>How much an irregularity of the content costs.</summary>
public enum ProblemSeverity
{
    /// <summary>Odd, and read as it was meant.</summary>
    Info,

    /// <summary>Read by a guess that the author should confirm.</summary>
    Warning,

    /// <summary>Something could not be read.</summary>
    Error,
}
