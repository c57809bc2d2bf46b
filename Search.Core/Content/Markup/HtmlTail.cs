namespace Search.Core.Content;

/// <summary>
/// Where Markdown goes on within a block of HTML. CommonMark lets such a block run to the next blank line; kramdown, and authors, let it end with its elements, and with
/// <c>markdown="1"</c> what an element holds is Markdown.
/// </summary>
internal static class HtmlTail
{
    private static readonly string[] Verbatim = ["pre", "script", "style", "textarea", "svg", "math"];
    private static readonly string[] Void = ["br", "hr", "img", "input", "meta", "link", "wbr", "source", "embed"];

    /// <summary>Offset of the first line of the block that is Markdown; -1 where there is none.</summary>
    public static int Start(ReadOnlySpan<char> html)
    {
        var name = "";
        var depth = 0;
        for (var at = 0; at < html.Length;)
        {
            var length = html[at..].IndexOf('\n') is >= 0 and var end ? end : html.Length - at;
            var line = html.Slice(at, length).Trim();
            if (depth == 0 && line.Length > 0)
            {
                if (line[0] != '<')
                    return at > 0 ? at : -1;
                if (HtmlTag.Read(line[..Math.Min(line.Length, line.IndexOf('>') + 1)].ToString()) is not { } tag || Verbatim.Contains(tag.Name))
                    return -1;
                if (line.EndsWith(">") && line.IndexOf('>') == line.Length - 1 && tag.Attribute("markdown") is "1" or "block" or "span")
                    return at + length + 1 < html.Length ? at + length + 1 : -1;
                name = tag.IsClosing || tag.IsSelfClosing || Void.Contains(tag.Name) ? "" : tag.Name;
            }
            if (name.Length > 0)
                depth = Math.Max(0, depth + Count(line, "<" + name) - Count(line, "</" + name));
            at += length + 1;
        }
        return -1;
    }

    // "<a" is no "<article".
    private static int Count(ReadOnlySpan<char> line, string opening)
    {
        var count = 0;
        while (line.IndexOf(opening, StringComparison.OrdinalIgnoreCase) is >= 0 and var at)
        {
            line = line[(at + opening.Length)..];
            if (line.IsEmpty || !(char.IsAsciiLetterOrDigit(line[0]) || line[0] == '-'))
                count++;
        }
        return count;
    }
}
