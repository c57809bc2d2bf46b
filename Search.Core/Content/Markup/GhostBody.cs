using System.Text.Json;

namespace Search.Core.Content;

/// <summary>The body of a post of a Ghost export, from the first of the forms in which it is given: HTML, Lexical, Mobiledoc, Markdown, plain text.</summary>
internal static class GhostBody
{
    private static readonly JsonDocumentOptions Lenient = new() { MaxDepth = 128 };

    public static (string Text, BodyFormat Format) Of(JsonElement row)
    {
        if (GhostTables.Text(row, "html") is { } html)
            return (html, BodyFormat.Html);
        // Cards may hold Markdown; HTML stands in Markdown as it is.
        if (Parsed(row, "lexical", LexicalMarkup.ToMarkdown) is { Length: > 0 } lexical)
            return (lexical, BodyFormat.Markdown);
        if (Parsed(row, "mobiledoc", MobiledocMarkup.ToMarkdown) is { Length: > 0 } mobiledoc)
            return (mobiledoc, BodyFormat.Markdown);
        return GhostTables.Text(row, "markdown") is { } markdown ? (markdown, BodyFormat.Markdown) : (GhostTables.Text(row, "plaintext") ?? "", BodyFormat.Plain);
    }

    // What is no valid document is kept as the text that it is, rather than lost.
    private static string? Parsed(JsonElement row, string name, Func<JsonElement, string> read)
    {
        if (GhostTables.Text(row, name) is not { } json)
            return null;
        try
        {
            using var document = JsonDocument.Parse(json, Lenient);
            return read(document.RootElement);
        }
        catch (JsonException)
        {
            return GhostTables.Text(row, "plaintext") is null ? json : null;
        }
    }
}
