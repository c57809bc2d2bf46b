namespace Search.Core.Content;

/// <summary>What a file of the source is, told by its place, its name and its first bytes.</summary>
public enum ContentForm
{
    NotAPost,
    MarkdownPost,
    HtmlPost,

    /// <summary>A Markdown file of a <c>_quotes</c> folder: one quotation.</summary>
    MarkdownQuote,

    /// <summary><c>.jsonl</c> or <c>.ndjson</c>, also gzipped: one document a line.</summary>
    JsonLines,

    /// <summary><c>quotes.yml</c>: many quotations.</summary>
    QuotesFile,

    /// <summary>A WordPress export (WXR).</summary>
    WordPress,

    /// <summary>A Ghost export (JSON).</summary>
    Ghost,
}
