using System.Text;
using System.Text.Json;

namespace Search.Core.Content;

/// <summary>Ghost's Lexical documents (a tree of nodes with a type) as Markdown with HTML blocks. Nodes that it does not know give the words of their children and of their usual fields.</summary>
internal static class LexicalMarkup
{
    private const int MaxDepth = 60;

    public static string ToMarkdown(JsonElement document)
    {
        var pieces = new HtmlPieces();
        if (document.ValueKind == JsonValueKind.Object && GhostTables.Has(document, "root", out var root))
            foreach (var node in Children(root))
                Block(node, pieces, 0);
        return pieces.ToString();
    }

    private static void Block(JsonElement node, HtmlPieces pieces, int depth)
    {
        if (node.ValueKind != JsonValueKind.Object || depth > MaxDepth)
            return;
        string? Field(string name) => GhostTables.Text(node, name);
        switch (Field("type"))
        {
            case "heading" or "extended-heading":
                pieces.Element(Field("tag") is ['h', >= '1' and <= '6'] tag ? tag : "h2", Inline(node, depth));
                break;
            case "quote" or "extended-quote" or "aside":
                pieces.Element("blockquote", Inline(node, depth));
                break;
            case "list":
                pieces.Element("ul", Items(node, depth));
                break;
            case "codeblock":
                pieces.Code(Field("code"));
                break;
            case "markdown":
                pieces.Raw(Field("markdown"));
                break;
            case "html" or "email" or "email-cta":
                pieces.Raw(Field("html"));
                break;
            case "image" or "video" or "audio" or "file" or "gallery":
                pieces.Words("figcaption", Field("alt") ?? Field("title") ?? Field("fileTitle"));
                pieces.Raw(Field("caption") is { } caption ? $"<figcaption>{caption}</figcaption>" : null);
                break;
            case "horizontalrule":
                pieces.Raw("<hr>");
                break;
            case "embed":
                pieces.Raw(Field("html") ?? (Field("url") is { } url ? $"<embed src=\"{HtmlPieces.Escaped(url)}\">" : null));
                break;
            case "paragraph":
                pieces.Element("p", Inline(node, depth));
                break;
            default:
                foreach (var name in new[] { "header", "heading", "title", "subheader", "subheading", "calloutText", "content", "productTitle", "productDescription", "description", "buttonText" })
                    pieces.Raw(Field(name) is { } words ? $"<p>{words}</p>" : null);
                if (GhostTables.Has(node, "metadata", out var metadata) && metadata.ValueKind == JsonValueKind.Object)
                {
                    pieces.Words("p", GhostTables.Text(metadata, "title"));
                    pieces.Words("p", GhostTables.Text(metadata, "description"));
                }
                pieces.Element("p", Inline(node, depth));
                break;
        }
    }

    private static string Items(JsonElement list, int depth)
    {
        var html = new StringBuilder();
        if (depth < MaxDepth)
            foreach (var item in Children(list))
                html.Append("<li>").Append(Inline(item, depth + 1)).Append("</li>");
        return html.ToString();
    }

    private static string Inline(JsonElement node, int depth)
    {
        var html = new StringBuilder();
        if (depth > MaxDepth)
            return "";
        foreach (var child in Children(node))
            switch (GhostTables.Text(child, "type"))
            {
                case "linebreak":
                    html.Append("<br>");
                    break;
                case "link" or "autolink":
                    html.Append("<a href=\"").Append(HtmlPieces.Escaped(GhostTables.Text(child, "url") ?? "")).Append("\">").Append(Inline(child, depth + 1)).Append("</a>");
                    break;
                case "list":
                    html.Append("<ul>").Append(Items(child, depth + 1)).Append("</ul>");
                    break;
                case "tab":
                    html.Append(' ');
                    break;
                default:
                    if (GhostTables.Text(child, "text") is { } text)
                        // 16 is the bit of code (lexical, TextFormatType).
                        html.Append(GhostTables.Has(child, "format", out var format) && format.ValueKind == JsonValueKind.Number && format.TryGetInt32(out var bits) && (bits & 16) != 0
                            ? $"<code>{HtmlPieces.Escaped(text)}</code>"
                            : HtmlPieces.Escaped(text));
                    html.Append(Inline(child, depth + 1));
                    break;
            }
        return html.ToString();
    }

    private static IEnumerable<JsonElement> Children(JsonElement node) =>
        node.ValueKind == JsonValueKind.Object && GhostTables.Has(node, "children", out var children) && children.ValueKind == JsonValueKind.Array
            ? children.EnumerateArray().Where(child => child.ValueKind == JsonValueKind.Object)
            : [];
}
