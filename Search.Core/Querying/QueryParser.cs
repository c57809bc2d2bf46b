using Search.Core.Text;

namespace Search.Core.Querying;

/// <summary>
/// Reads what people type into a search box. Every text is a query: the parser never fails, takes time linear in the text that it reads,
/// and answers syntax that does not hold together by reading it as text, with a notice. The language is described in docs/query-language.md.
/// </summary>
internal sealed class QueryParser
{
    // query    = { or }                      side by side
    // or       = and { "OR" and }
    // and      = not { "AND" not }
    // not      = [ "NOT" | "+" | "-" ] primary
    // primary  = leaf | [ field ":" ] "(" query ")"
    private readonly List<QueryToken> _tokens;
    private readonly string _text;
    private readonly NoticeList _notices;
    private int _at;

    private QueryParser(List<QueryToken> tokens, string text, NoticeList notices)
    {
        _tokens = tokens;
        _text = text;
        _notices = notices;
    }

    /// <summary>The query that a text stands for.</summary>
    public static ParsedQuery Parse(string text, QueryLimits? limits = null) => Read(text, limits ?? QueryLimits.Default, isPlain: false);

    /// <summary>The words of a text, with nothing in it read as syntax: what to try where the strict reading of a pasted sentence finds nothing.</summary>
    public static ParsedQuery ParseAsText(string text, QueryLimits? limits = null) => Read(text, limits ?? QueryLimits.Default, isPlain: true);

    private static ParsedQuery Read(string text, QueryLimits limits, bool isPlain)
    {
        ArgumentNullException.ThrowIfNull(text);
        var notices = new NoticeList(limits.MaxNotices);
        var read = Folding.WellFormed(Shorten(text, limits.MaxChars, notices));
        var tokens = LooseEnds.Settle(QueryLexer.Read(read, limits, notices, isPlain), limits, notices);
        var root = new QueryParser(tokens, read, notices).ParseSequence(field: null);
        return new ParsedQuery
        {
            // Beside other parts "everything" says nothing, and alone it is what an empty query means.
            Root = new Sequence([.. root.Where(clause => clause.Demand == Demand.Excluded || clause.Node is not Everything)], new QuerySpan(0, read.Length)),
            Notices = notices.InOrder(read.Length),
            Text = read,
        };
    }

    private static string Shorten(string text, int maxChars, NoticeList notices)
    {
        if (text.Length <= maxChars)
            return text;
        var blank = text.AsSpan(0, maxChars + 1).LastIndexOfAny(" \t\r\n");
        // Not in the middle of a word, unless the word takes up half of all.
        var end = blank > maxChars / 2 ? blank : maxChars;
        if (char.IsHighSurrogate(text[end - 1]) && char.IsLowSurrogate(text[end]) && end > 1)
            end--;
        notices.Add(QueryNoticeCode.TooLong, end, end, $"The query is {text.Length:N0} characters long; only the first {end:N0} were read.");
        return text[..end];
    }

    /// <summary>Parts side by side up to a closing bracket or the end.</summary>
    private List<Clause> ParseSequence(QueryField? field)
    {
        var clauses = new List<Clause>();
        while (_at < _tokens.Count && _tokens[_at].Kind != TokenKind.Close)
        {
            var (sign, node) = ParseOr(field);
            if (sign == TokenSign.None && node is Sequence group)
                // (R-SC), (House): brackets in ordinary text change nothing.
                clauses.AddRange(group.Clauses);
            else
                clauses.Add(new Clause(sign == TokenSign.Minus ? Demand.Excluded : sign == TokenSign.Plus || node.IsStrict ? Demand.Required : Demand.Wanted, node));
        }
        return clauses;
    }

    private (TokenSign Sign, QueryNode Node) ParseOr(QueryField? field)
    {
        var first = ParseAnd(field);
        if (!Takes(TokenKind.Or))
            return first;
        var operands = new List<QueryNode> { Operand(first) };
        do
            operands.Add(Operand(ParseAnd(field)));
        while (Takes(TokenKind.Or));
        return (TokenSign.None, new Or(operands, Around(operands)));
    }

    private (TokenSign Sign, QueryNode Node) ParseAnd(QueryField? field)
    {
        var first = ParseNot(field);
        if (!Takes(TokenKind.And))
            return first;
        var operands = new List<QueryNode> { Operand(first) };
        do
            operands.Add(Operand(ParseNot(field)));
        while (Takes(TokenKind.And));
        return (TokenSign.None, new And(operands, Around(operands)));
    }

    private (TokenSign Sign, QueryNode Node) ParseNot(QueryField? field)
    {
        var isNegated = Takes(TokenKind.Not);
        var token = _tokens[_at++];
        var sign = isNegated ? TokenSign.Minus : token.Sign;
        return (sign, token.Kind == TokenKind.Open ? ParseGroup(token, field) : ParseLeaf(token, field));
    }

    private QueryNode ParseGroup(QueryToken open, QueryField? outer)
    {
        var field = WithoutNesting(open, outer) ? open.Field : null;
        var clauses = ParseSequence(outer ?? field);
        var span = QuerySpan.Of(open.End - 1, _tokens[_at++].End);
        QueryNode node = clauses is [var only] && only.Demand == (only.Node.IsStrict ? Demand.Required : Demand.Wanted) ? only.Node : new Sequence(clauses, span);
        return field is null ? node : new FieldClause(field.Value, node, QuerySpan.Of(open.Start, span.End));
    }

    private QueryNode ParseLeaf(QueryToken token, QueryField? outer)
    {
        var field = WithoutNesting(token, outer) ? token.Field : null;
        QueryNode node = token.Kind switch
        {
            TokenKind.Everything => new Everything(token.ValueSpan),
            TokenKind.Phrase => new Phrase(token.Text, token.ValueSpan),
            TokenKind.Prefix => new Prefix(token.Text, token.ValueSpan),
            TokenKind.Fuzzy => new Fuzzy(token.Text, token.MaxEdits, token.ValueSpan),
            TokenKind.Kind when outer is null => new KindIs(token.DocumentKind, token.Span),
            TokenKind.Date when outer is null => new DateBound(token.Side, token.Day, token.Text, token.Span),
            _ => new Word(token.Text, token.ValueSpan),
        };
        return field is null ? node : new FieldClause(field.Value, node, token.Span);
    }

    /// <summary>False where a field stands inside another field's brackets; then only its value counts.</summary>
    private bool WithoutNesting(QueryToken token, QueryField? outer)
    {
        if (outer is null || (token.Field is null && token.Kind is not (TokenKind.Kind or TokenKind.Date)))
            return true;
        _notices.Add(QueryNoticeCode.FieldInsideField, token.Start, token.End, $"“{_text[token.Start..token.End]}” stands inside the brackets of another field; only its value was searched, in that field.");
        return false;
    }

    private bool Takes(TokenKind kind)
    {
        if (_at >= _tokens.Count || _tokens[_at].Kind != kind)
            return false;
        _at++;
        return true;
    }

    private static QueryNode Operand((TokenSign Sign, QueryNode Node) part) => part.Sign == TokenSign.Minus ? new Not(part.Node, part.Node.Span) : part.Node;

    private static QuerySpan Around(List<QueryNode> operands) => QuerySpan.Of(operands[0].Span.Start, operands[^1].Span.End);
}
