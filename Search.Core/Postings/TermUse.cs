namespace Search.Core.Postings;

/// <summary>What a term is made ready for; each needs more than the one before.</summary>
internal enum TermUse
{
    /// <summary>To be gone through document by document.</summary>
    Alone,

    /// <summary>To be added up over windows, with a bound for each range.</summary>
    Windows,

    /// <summary>To be looked into range by range.</summary>
    Ranges,
}
