using Lucene.Net.Search;
using Search.Core.Model;
using Search.Core.Querying;

namespace Search.Core.Searching;

/// <summary>One way to read a query, and what it found.</summary>
/// <param name="Root">The query as it was read in the end, misspellings mended.</param>
/// <param name="QueryOf">What was asked of each kind of document.</param>
/// <param name="Found">What that found.</param>
internal sealed record Interpretation(Sequence Root, Func<DocumentKind, Query> QueryOf, Found Found)
{
    /// <summary><see cref="Root"/> with the other names of what it names beside them: what matched.</summary>
    public required Sequence Wide { get; init; }

    /// <summary>What was loosened, in words; null for nothing.</summary>
    public string? Relaxed { get; init; }

    /// <summary>How many documents have all that was typed, as it was typed, other names included; null where the query was read no other way.</summary>
    public int? StrictHits { get; init; }

    /// <summary>The query with its misspellings mended; null where none were.</summary>
    public string? DidYouMean { get; init; }
}
