namespace Search.Core.People;

/// <summary>
/// Points for the notations of sports reports, in which a family name stands alone among figures: scorers in brackets, cricket's dismissals
/// and bowling figures, leaders with club and average; and points against the names in tables of teams.
/// </summary>
internal static class SportsReader
{
    private const double Notation = 2.6;
    private const double Table = -2.5;

    public static double Points(string text, List<NameToken> tokens, in NameCandidate candidate)
    {
        if (tokens[candidate.First].Has(TokenFlags.TableLine))
            return Table;
        if (candidate.Words > 2 || candidate.Words == 2 && tokens[candidate.First].Shape != WordShape.Initial)
            return 0;
        var before = candidate.Outer - 1;
        var behind = candidate.End;
        if (before >= 0 && !tokens[candidate.Outer].Has(TokenFlags.LineStart) && IsDismissal(text, tokens, before, behind))
            return Notation;
        if (behind + 1 >= tokens.Count || tokens[candidate.End - 1].Has(TokenFlags.Possessive))
            return 0;
        return IsScorer(text, tokens, before, behind) || IsBowling(tokens, behind) || IsLeader(text, tokens, behind) ? Notation : 0;
    }

    // "c Marsden b Oakley 46", "lbw b Oakley": single letters before names, in a line of figures.
    private static bool IsDismissal(string text, List<NameToken> tokens, int before, int behind)
    {
        if (tokens[before].Shape != WordShape.Lower || text.AsSpan(tokens[before].Start, tokens[before].End - tokens[before].Start) is not ("c" or "b" or "st"))
            return false;
        if (behind >= tokens.Count || tokens[behind].Has(TokenFlags.LineStart))
            return true;
        return tokens[behind].Shape == WordShape.Number || tokens[behind].Shape == WordShape.Lower && text.AsSpan(tokens[behind].Start, tokens[behind].End - tokens[behind].Start) is "b" or "not";
    }

    // "(Marsden 12, 40, Oakley 63)", "(Oakley pen 70)"
    private static bool IsScorer(string text, List<NameToken> tokens, int before, int behind)
    {
        if (before < 0 || tokens[before].Mark is not ('(' or ','))
            return false;
        var at = behind;
        if (tokens[at].Shape == WordShape.Lower && text.AsSpan(tokens[at].Start, tokens[at].End - tokens[at].Start) is "pen" or "og" or "penalty")
            at++;
        if (at + 1 >= tokens.Count || !IsShort(tokens[at]) || tokens[at + 1].Mark is not (',' or ')' or ';' or '-') && tokens[at + 1].Shape != WordShape.Lower)
            return false;
        return IsInBrackets(tokens, before, at + 1);
    }

    private static bool IsInBrackets(List<NameToken> tokens, int from, int to)
    {
        var open = from;
        while (open >= 0 && open > from - 40 && tokens[open].Mark is not ('(' or ')'))
            open--;
        // The score stands before the bracket; "(Apollo 11)" is no scorer.
        if (open < 1 || tokens[open].Mark != '(' || tokens[open - 1].Shape != WordShape.Number)
            return false;
        for (var close = to; close < tokens.Count && close < to + 40; close++)
        {
            if (tokens[close].Mark == ')')
                return true;
            if (tokens[close].Mark == '(')
                return false;
        }
        return false;
    }

    // "Oakley 24-6-66-2"
    private static bool IsBowling(List<NameToken> tokens, int at)
        => at + 4 < tokens.Count && IsShort(tokens[at]) && tokens[at + 1].Mark == '-' && IsShort(tokens[at + 2]) && tokens[at + 3].Mark == '-' && IsShort(tokens[at + 4]) && tokens[at + 1].Start == tokens[at].End;

    // "Oakley, New York 24.0"
    private static bool IsLeader(string text, List<NameToken> tokens, int at)
    {
        if (tokens[at].Mark != ',')
            return false;
        var i = at + 1;
        while (i < tokens.Count && i < at + 4 && tokens[i].IsCapital)
            i++;
        return i > at + 1 && i < tokens.Count && tokens[i].Shape == WordShape.Number && tokens[i].End - tokens[i].Start <= 5 && text.AsSpan(tokens[i].Start, tokens[i].End - tokens[i].Start).Contains('.')
            && tokens[at + 1].Is(NameTraits.Place | NameTraits.PhraseHead);
    }

    private static bool IsShort(in NameToken token) => token.Shape == WordShape.Number && token.End - token.Start <= 4 && token.End > token.Start;
}
