namespace Search.Core.Querying;

/// <summary>
/// A query as it was understood, and what was not.
/// </summary>
internal sealed record ParsedQuery
{
    /// <summary>Always a sequence, even of one part; without clauses it asks for everything.</summary>
    public required Sequence Root { get; init; }

    /// <summary>What was read otherwise than it may have been meant, by place.</summary>
    public required IReadOnlyList<QueryNotice> Notices { get; init; }

    /// <summary>The text that was read: at most <see cref="QueryLimits.MaxChars"/> long, unpaired surrogates replaced. All spans are offsets into it.</summary>
    public required string Text { get; init; }

    public bool AsksForEverything => Root.Clauses.Count == 0;

    /// <summary>The canonical form: equal for queries that mean the same by spelling, blanks and redundant brackets apart.</summary>
    public override string ToString() => QueryWriter.Write(Root);
}
