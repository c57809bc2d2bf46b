using Search.Core.Model;

namespace Search.Core.Content;

/// <summary>
/// The plain way to read a body that no parser may be given: paragraphs parted by blank lines, marks at the start of lines dropped, links cut to
/// their words. Linear in the length of the body.
/// </summary>
internal static class PlainLines
{
    private const int MaxLine = 20_000;

    public static void Read(string body, int firstLine, ProseBuilder prose)
    {
        var line = firstLine;
        var isOpen = false;
        foreach (var range in body.AsSpan().Split('\n'))
        {
            var text = body.AsSpan()[range].Trim();
            if (text.IsEmpty)
                isOpen = false;
            else
            {
                var depth = text.Length - text.TrimStart('#').Length;
                if (depth is >= 1 and <= 6 && text.Length > depth && text[depth] == ' ')
                {
                    prose.Begin(BlockKind.Heading, line, depth);
                    Write(text[depth..], prose);
                    prose.End();
                    isOpen = false;
                }
                else
                {
                    if (!isOpen)
                        prose.Begin(BlockKind.Paragraph, line);
                    isOpen = true;
                    Write(text.TrimStart(">-*+ "), prose);
                    prose.Blank();
                }
            }
            line++;
        }
        prose.End();
    }

    private static void Write(ReadOnlySpan<char> text, ProseBuilder prose)
    {
        while (text.Length > 0)
        {
            var part = text[..Math.Min(MaxLine, text.Length)];
            var tag = false;
            var from = 0;
            for (var i = 0; i < part.Length; i++)
            {
                if (tag ? part[i] == '>' : part[i] == '<' && i + 1 < part.Length && (char.IsAsciiLetter(part[i + 1]) || part[i + 1] is '/' or '!'))
                {
                    if (!tag)
                        prose.Append(part[from..i]);
                    tag = !tag;
                    from = i + 1;
                }
                else if (!tag && part[i] is '*' or '`')
                {
                    prose.Append(part[from..i]);
                    from = i + 1;
                }
            }
            // An opening that nothing closes is text.
            prose.Append(part[Math.Min(from, part.Length)..]);
            text = text[part.Length..];
        }
    }
}
