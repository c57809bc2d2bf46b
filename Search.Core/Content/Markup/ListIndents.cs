using System.Text;

namespace Search.Core.Content;

/// <summary>
/// Draws list items that are indented further than CommonMark allows back to the depth they were meant for. kramdown takes four blanks more than
/// the item above, and then some, for a nested item; CommonMark takes them for a part of the item's text.
/// </summary>
internal static class ListIndents
{
    public static string Mend(string markdown)
    {
        if (!markdown.Contains("\n     ", StringComparison.Ordinal))
            return markdown;
        var mended = new StringBuilder(markdown.Length);
        var open = new Stack<(int Written, int Meant, int Content)>();
        var changed = false;
        var fence = false;
        var previousWasItem = false;
        foreach (var range in markdown.AsSpan().Split('\n'))
        {
            var line = markdown.AsSpan()[range];
            if (mended.Length > 0 || range.Start.Value > 0)
                mended.Append('\n');
            var text = line.TrimStart(' ');
            var indent = line.Length - text.Length;
            if (text is ['`', '`', '`', ..] or ['~', '~', '~', ..])
                fence = !fence;
            var width = fence ? 0 : MarkerWidth(text);
            if (width > 0)
            {
                while (open.Count > 0 && open.Peek().Written > indent)
                    open.Pop();
                var meant = indent;
                if (open.Count > 0 && open.Peek().Written == indent)
                    meant = open.Pop().Meant;
                else if (open.Count > 0 && indent >= open.Peek().Content + 4 && previousWasItem)
                    meant = open.Peek().Content;
                if (open.Count == 0 && indent >= 4)
                    width = 0;
                else
                {
                    open.Push((indent, meant, meant + width));
                    changed |= meant != indent;
                    mended.Append(' ', meant).Append(text);
                    previousWasItem = true;
                    continue;
                }
            }
            if (!text.IsWhiteSpace())
            {
                previousWasItem = false;
                if (indent == 0)
                    open.Clear();
            }
            mended.Append(line);
        }
        return changed ? mended.ToString() : markdown;
    }

    private static int MarkerWidth(ReadOnlySpan<char> text)
    {
        if (text is ['-' or '*' or '+', ' ', ..])
            return 2;
        var digits = 0;
        while (digits < text.Length && digits < 9 && char.IsAsciiDigit(text[digits]))
            digits++;
        return digits > 0 && digits + 1 < text.Length && text[digits] is '.' or ')' && text[digits + 1] == ' ' ? digits + 2 : 0;
    }
}
