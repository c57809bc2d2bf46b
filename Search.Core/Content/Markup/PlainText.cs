using Search.Core.Model;

namespace Search.Core.Content;

/// <summary>Plain text to paragraphs, parted by blank lines; line breaks within a paragraph are blanks.</summary>
internal static class PlainText
{
    public static void Read(string text, int firstLine, ProseBuilder prose)
    {
        var line = firstLine;
        var isOpen = false;
        foreach (var range in text.AsSpan().Split('\n'))
        {
            var content = text.AsSpan()[range].Trim();
            if (content.IsEmpty)
                isOpen = false;
            else
            {
                if (!isOpen)
                    prose.Begin(BlockKind.Paragraph, line);
                else
                    prose.SoftBreak(Scripts.IsIdeographic(content[0]));
                isOpen = true;
                prose.Append(content);
            }
            line++;
        }
        prose.End();
    }

    /// <summary>What a body whose record does not say it is most likely written in.</summary>
    public static BodyFormat Guess(string text)
    {
        if (text.Contains("](http", StringComparison.Ordinal) || text.Contains("\n```", StringComparison.Ordinal) || text.Contains("\n## ", StringComparison.Ordinal) || text.StartsWith("# ", StringComparison.Ordinal))
            return BodyFormat.Markdown;
        return text.Contains("</p>", StringComparison.OrdinalIgnoreCase) || text.Contains("<br", StringComparison.OrdinalIgnoreCase)
            || text.Contains("</a>", StringComparison.OrdinalIgnoreCase) || text.Contains("</div>", StringComparison.OrdinalIgnoreCase)
            ? BodyFormat.Html
            : BodyFormat.Plain;
    }
}
