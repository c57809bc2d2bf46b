using System.Text.RegularExpressions;
using Search.Core.Model;

namespace Search.Core.Content;

/// <summary>Plain text to paragraphs, parted by blank lines; line breaks within a paragraph are blanks.</summary>
internal static partial class PlainText
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
        if (MarkdownMark().IsMatch(text))
            return BodyFormat.Markdown;
        return HtmlMark().IsMatch(text) ? BodyFormat.Html : BodyFormat.Plain;
    }

    // A link or picture, a heading, a fence of code.
    [GeneratedRegex(@"\]\([^\s()]+\)|^ {0,3}(#{1,6} |```|~~~)", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex MarkdownMark();

    [GeneratedRegex(@"</(p|a|div|span|li|ul|ol|dl|dd|dt|td|tr|table|h[1-6]|em|strong|b|i|blockquote)>|<br\s*/?>", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex HtmlMark();
}
