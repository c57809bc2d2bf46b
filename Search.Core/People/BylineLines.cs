namespace Search.Core.People;

/// <summary>
/// Takes the names of bylines out of the candidates (<c>By Ann Lee and Bob Fox, political editors</c>): they sign the text and are not
/// named by it.
/// </summary>
internal static class BylineLines
{
    private const int MostTokens = 48;

    /// <summary>Marks the candidates that stand in bylines.</summary>
    public static void Mark(Vocabulary vocabulary, List<NameToken> tokens, List<NameCandidate> candidates)
    {
        for (var i = 0; i < candidates.Count; i++)
        {
            var by = candidates[i].Outer - 1;
            if (by < 0 || !IsBy(vocabulary, tokens, by) || !tokens[by].Has(TokenFlags.LineStart) && !IsBehindDate(tokens, by) || candidates[i].Words < 2 && !tokens[by].Has(TokenFlags.LineStart))
                continue;
            i = MarkRow(vocabulary, tokens, candidates, i);
        }
    }

    // The names of one byline, and the index of the last of them.
    private static int MarkRow(Vocabulary vocabulary, List<NameToken> tokens, List<NameCandidate> candidates, int first)
    {
        var last = first;
        while (last + 1 < candidates.Count && Joins(vocabulary, tokens, candidates[last].End, candidates[last + 1].Outer))
            last++;
        var end = candidates[last].End;
        var closes = end >= tokens.Count || tokens[end].Has(TokenFlags.LineStart) || tokens[end].Mark is '|' or '–' or '/'
            || tokens[end].Mark == ',' && end + 1 < tokens.Count && (tokens[end + 1].IsCapital || tokens[end + 1].Has(TokenFlags.LineStart) || tokens[end + 1].Is(NameTraits.Role))
            || tokens[end].Mark is ',' && end + 1 >= tokens.Count;
        if (!closes || tokens[candidates[last].End - 1].Has(TokenFlags.Possessive) || LineLength(tokens, end) > MostTokens)
            return first;
        for (var i = first; i <= last; i++)
            candidates[i] = candidates[i] with { Flags = candidates[i].Flags | CandidateFlags.Byline };
        return last;
    }

    private static bool IsBy(Vocabulary vocabulary, List<NameToken> tokens, int at)
        => tokens[at].Shape is WordShape.Capital or WordShape.Upper && tokens[at].Word >= 0 && vocabulary.Folded(tokens[at].Word) == "by";

    // "Oct. 22, 2024, 5:40 PM EDT By Ann Lee"
    private static bool IsBehindDate(List<NameToken> tokens, int at)
        => at > 0 && (tokens[at - 1].Shape is WordShape.Number or WordShape.Upper || tokens[at - 1].Mark is '|' or '–');

    private static bool Joins(Vocabulary vocabulary, List<NameToken> tokens, int end, int start)
    {
        if (start - end is < 1 or > 3 || end < tokens.Count && tokens[end].Has(TokenFlags.LineStart))
            return false;
        for (var i = end; i < start; i++)
            if (tokens[i].Has(TokenFlags.LineStart) || tokens[i].Mark is not (',' or '&' or '/') && !(tokens[i].Word >= 0 && vocabulary.Folded(tokens[i].Word) is "and" or "with"))
                return false;
        return !tokens[start].Has(TokenFlags.LineStart);
    }

    private static int LineLength(List<NameToken> tokens, int from)
    {
        var length = 0;
        for (var i = from; i < tokens.Count && !tokens[i].Has(TokenFlags.LineStart) && length <= MostTokens; i++)
            length++;
        return length;
    }
}
