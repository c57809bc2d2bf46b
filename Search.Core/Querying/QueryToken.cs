using Search.Core.Model;

namespace Search.Core.Querying;

internal enum TokenKind
{
    Word,
    Everything,
    Phrase,
    Prefix,
    Fuzzy,
    Kind,
    Date,
    Open,
    Close,
    And,
    Or,
    Not,
}

internal enum TokenSign
{
    None,
    Plus,
    Minus,
}

/// <summary>A word, mark or operator of a query with everything that was attached to it: <c>-title:"a b"</c> is one token.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Text">The value without marks; of an operator, the operator.</param>
/// <param name="Start">Where it begins, its field's name included, its sign not.</param>
/// <param name="ValueStart">Where its value begins; <paramref name="Start"/> where it has no field.</param>
/// <param name="End">Where it ends.</param>
internal readonly record struct QueryToken(TokenKind Kind, string Text, int Start, int ValueStart, int End)
{
    public TokenSign Sign { get; init; }

    public QueryField? Field { get; init; }

    public int MaxEdits { get; init; }

    public DocumentKind DocumentKind { get; init; }

    public DateSide Side { get; init; }

    public DateOnly Day { get; init; }

    public QuerySpan Span => QuerySpan.Of(Start, End);

    public QuerySpan ValueSpan => QuerySpan.Of(ValueStart, End);

    public bool IsOperator => Kind is TokenKind.And or TokenKind.Or or TokenKind.Not;

    public bool IsBracket => Kind is TokenKind.Open or TokenKind.Close;

    public bool IsLeaf => !IsOperator && !IsBracket;

    /// <summary>The same stretch of text as a plain word without any attachment.</summary>
    public QueryToken AsWord(string text) => new(TokenKind.Word, text, Start, Start, End);
}
