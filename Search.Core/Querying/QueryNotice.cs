namespace Search.Core.Querying;

/// <summary>What a notice is about.</summary>
internal enum QueryNoticeCode
{
    TooLong,
    TooManyParts,
    TooDeep,
    TooManyExpansions,
    UnclosedQuote,
    EmptyQuote,
    UnmatchedBracket,
    EmptyBrackets,
    OperatorAsText,
    SentenceAsText,
    UnknownField,
    FieldWithoutValue,
    FieldInsideField,
    BadKind,
    BadDate,
    BadStar,
    BadTilde,
    MoreNotices,
}

/// <summary>
/// Says, in words for the one who typed the query, what was read as text or left out, and where it stands.
/// </summary>
/// <param name="Code">For programs.</param>
/// <param name="Span">The part of the query's text that it is about.</param>
/// <param name="Message">A full sentence for people.</param>
internal sealed record QueryNotice(QueryNoticeCode Code, QuerySpan Span, string Message);
