namespace Search.Core.Quotes;

/// <summary>How a quotation is set in its text: what made it known as one.</summary>
public enum QuoteForm
{
    /// <summary>Between quotation marks of any script and style.</summary>
    Marked,

    /// <summary>Opened with a mark that its own paragraph does not close: one of several paragraphs, or an author's slip.</summary>
    Unclosed,

    /// <summary>A block quotation without marks of its own.</summary>
    Blockquote,

    /// <summary>A transcript's line: <c>NAME: words</c>.</summary>
    Transcript,

    /// <summary>A paragraph without marks that a colon after a verb of saying introduces.</summary>
    Introduced,

    /// <summary>Words without marks that end in a dash and a name, in an excerpt.</summary>
    Unmarked,
}
