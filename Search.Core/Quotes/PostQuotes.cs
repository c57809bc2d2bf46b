namespace Search.Core.Quotes;

/// <summary>The quotations of one post: those of its text, and the one of its excerpt where the text does not have it too.</summary>
/// <param name="InText">In order of place.</param>
/// <param name="InExcerpt">Null where the excerpt is no quotation, or one of <paramref name="InText"/>.</param>
public sealed record PostQuotes(IReadOnlyList<FoundQuote> InText, FoundExcerpt? InExcerpt);
