namespace Search.Core.Highlighting;

/// <summary>A place in a text that a query found.</summary>
/// <param name="Start">Offset in UTF-16 code units.</param>
/// <param name="Length">Length in UTF-16 code units.</param>
/// <param name="Term">Which of the query's terms it is, from 0: all places of one term have one number. At most <see cref="MaxTerms"/> count as different.</param>
/// <param name="Weight">How much it says to find this term: a rare word's more than a common one's. From 0 to 1,000.</param>
internal readonly record struct TokenMatch(int Start, int Length, int Term, float Weight = 1)
{
    public const int MaxTerms = 1024;

    public int End => Start + Length;

    /// <summary>The matches in order of their place, those that reach out of the text left out.</summary>
    internal static TokenMatch[] InOrder(string text, ReadOnlySpan<TokenMatch> matches)
    {
        var ordered = new List<TokenMatch>(matches.Length);
        foreach (var match in matches)
            if (match.Start >= 0 && match.Length > 0 && match.Length <= text.Length && match.Start <= text.Length - match.Length && match.Term >= 0)
                ordered.Add(match);
        // A stable order, so that equal places give the same snippet always.
        return [.. ordered.OrderBy(match => match.Start).ThenBy(match => match.Length).ThenBy(match => match.Term)];
    }
}
