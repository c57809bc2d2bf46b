namespace Search.Core.Querying;

/// <summary>
/// Makes any row of tokens a sentence of the grammar: brackets without a partner, empty ones and too deep ones go; operators without an
/// operand on each side become words. Each leaves a notice. Afterwards every bracket has its partner and holds something.
/// </summary>
internal static class LooseEnds
{
    /// <summary>From so many words on, a text with one lone operator among them is taken for a sentence and not for a query.</summary>
    private const int SentenceWords = 9;

    private const int SentenceWordsPerOperator = 5;

    public static List<QueryToken> Settle(List<QueryToken> tokens, QueryLimits limits, NoticeList notices)
    {
        var settled = SettleBrackets(tokens, limits, notices);
        if (IsSentence(settled, out var first))
        {
            notices.Add(QueryNoticeCode.SentenceAsText, settled[first].Start, settled[first].End,
                $"“{settled[first].Text}” was searched as a word, because the query reads like a sentence. Put brackets around what it should join.");
            for (var i = 0; i < settled.Count; i++)
                if (settled[i].IsOperator)
                    settled[i] = settled[i].AsWord(settled[i].Text);
        }
        else
            SettleOperators(settled, notices);
        return settled;
    }

    /// <summary>True where the tokens hold no syntax but a few operators in many words. "… But This Is NOT a Simulation" is a title.</summary>
    private static bool IsSentence(List<QueryToken> tokens, out int first)
    {
        first = tokens.FindIndex(token => token.IsOperator);
        if (first < 0 || !tokens.TrueForAll(token => token.IsOperator || token is { Kind: TokenKind.Word, Sign: TokenSign.None, Field: null }))
            return false;
        var operators = tokens.Count(token => token.IsOperator);
        var words = tokens.Count - operators;
        return words >= SentenceWords && words >= SentenceWordsPerOperator * operators;
    }

    private static List<QueryToken> SettleBrackets(List<QueryToken> tokens, QueryLimits limits, NoticeList notices)
    {
        var partner = Partners(tokens, notices);
        var settled = new List<QueryToken>(tokens.Count);
        var depth = 0;
        // A pair that goes for its depth: its closing bracket goes when it comes.
        var gone = new HashSet<int>();
        for (var i = 0; i < tokens.Count; i++)
        {
            var token = tokens[i];
            if (!token.IsBracket)
                settled.Add(token);
            else if (partner[i] < 0)
            {
                // title:(a b  without an end: the name of the field is text.
                if (partner[i] == Unmatched && token.Field is not null)
                    settled.Add(new QueryToken(TokenKind.Word, WordOf(token), token.Start, token.Start, token.End - 1));
            }
            else if (token.Kind == TokenKind.Close)
            {
                if (gone.Contains(i))
                    continue;
                depth--;
                settled.Add(token);
            }
            else if (depth == limits.MaxDepth)
            {
                gone.Add(partner[i]);
                notices.Add(QueryNoticeCode.TooDeep, token.Start, token.End, $"Brackets may stand at most {limits.MaxDepth} deep; these were left out.");
            }
            else
            {
                depth++;
                settled.Add(token);
            }
        }
        return settled;
    }

    private const int Unmatched = -1;
    private const int Empty = -2;

    private static string WordOf(QueryToken open) => open.Field!.Value.ToString().ToLowerInvariant() + ":";

    /// <summary>For each bracket the index of its partner, or why it has none.</summary>
    private static int[] Partners(List<QueryToken> tokens, NoticeList notices)
    {
        var partner = new int[tokens.Count];
        var open = new Stack<(int Index, int ContentBefore)>();
        var content = 0;
        for (var i = 0; i < tokens.Count; i++)
        {
            switch (tokens[i].Kind)
            {
                case TokenKind.Open:
                    open.Push((i, content));
                    break;
                case TokenKind.Close when open.TryPop(out var begin):
                    var isEmpty = begin.ContentBefore == content;
                    (partner[begin.Index], partner[i]) = isEmpty ? (Empty, Empty) : (i, begin.Index);
                    if (isEmpty)
                        notices.Add(QueryNoticeCode.EmptyBrackets, tokens[begin.Index].Start, tokens[i].End, "There is nothing between the brackets; they were left out.");
                    break;
                case TokenKind.Close:
                    partner[i] = Unmatched;
                    notices.Add(QueryNoticeCode.UnmatchedBracket, tokens[i].Start, tokens[i].End, "This bracket was never opened; it was left out.");
                    break;
                default:
                    content++;
                    break;
            }
        }
        foreach (var (index, _) in open.Reverse())
        {
            partner[index] = Unmatched;
            notices.Add(QueryNoticeCode.UnmatchedBracket, tokens[index].Start, tokens[index].End, "This bracket is not closed; it was left out.");
        }
        return partner;
    }

    private static void SettleOperators(List<QueryToken> tokens, NoticeList notices)
    {
        var hasOperandBefore = false;
        for (var i = 0; i < tokens.Count; i++)
        {
            var token = tokens[i];
            if (!token.IsOperator)
            {
                hasOperandBefore = token.Kind != TokenKind.Open;
                continue;
            }
            var isSound = token.Kind == TokenKind.Not
                ? i + 1 < tokens.Count && CanBeNegated(tokens[i + 1])
                : hasOperandBefore && i + 1 < tokens.Count && (CanFollowOperator(tokens[i + 1]) || (tokens[i + 1].Kind == TokenKind.Not && i + 2 < tokens.Count && CanBeNegated(tokens[i + 2])));
            // A word that was meant as an operator is no operand: in "a AND OR b" both are words.
            hasOperandBefore = false;
            if (isSound)
                continue;
            notices.Add(QueryNoticeCode.OperatorAsText, token.Start, token.End, $"“{token.Text}” has nothing to join here and was searched as a word.");
            tokens[i] = token.AsWord(token.Text);
        }
    }

    private static bool CanFollowOperator(QueryToken token) => token.IsLeaf || token.Kind == TokenKind.Open;

    private static bool CanBeNegated(QueryToken token) => CanFollowOperator(token) && token.Sign == TokenSign.None;
}
