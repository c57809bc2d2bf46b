using System.Text;

namespace Search.Core.Content;

/// <summary>
/// Indents the lines on which a list in brackets or a quoted value goes on at the margin: libyaml, which the sites are made with, reads them,
/// and stricter readers do not. Offsets within lines move by one, lines stay.
/// </summary>
internal static class FrontMargins
{
    public static string Indent(string content, int firstLine, ProblemLog log)
    {
        StringBuilder? indented = null;
        var depth = 0;
        var quote = '\0';
        var line = firstLine;
        var position = 0;
        var reported = false;
        foreach (var range in content.AsSpan().Split('\n'))
        {
            var text = content.AsSpan()[range];
            if (!text.IsEmpty && !char.IsWhiteSpace(text[0]) && (depth > 0 || quote != '\0'))
            {
                if (FrontLine.Key(text.ToString()) is { } key && FrontKeys.IsKnown(key.Name))
                    (depth, quote) = (0, '\0');
                else if (text is not ['#', ..])
                {
                    indented ??= new StringBuilder(content.Length + 16).Append(content, 0, position);
                    indented.Append(' ');
                    if (!reported)
                        log.Info("continued-at-margin", line, "A value goes on at the margin; strict YAML readers reject it", "a part of the value above", "Indent the line");
                    reported = true;
                }
            }
            reported &= depth > 0 || quote != '\0';
            if (depth == 0 && quote == '\0')
                Start(text, ref depth, ref quote);
            else
                Follow(text, 0, ref depth, ref quote);
            indented?.Append(text);
            position = range.End.GetOffset(content.Length) + 1;
            if (position <= content.Length)
                indented?.Append('\n');
            line++;
        }
        return indented?.ToString() ?? content;
    }

    /// <summary>The mark of a value that opens with a quotation mark and does not close it on its line; NUL for any other.</summary>
    public static char OpenQuote(string rest)
    {
        var depth = 0;
        var quote = '\0';
        if (rest.Length > 0 && rest[0] is '"' or '\'')
            Follow(rest, 0, ref depth, ref quote);
        return quote;
    }

    // Only a value that begins with a bracket or a quotation mark can go on.
    private static void Start(ReadOnlySpan<char> text, ref int depth, ref char quote)
    {
        if (text.IsEmpty || char.IsWhiteSpace(text[0]) || text[0] is '#' or '-')
            return;
        var colon = text.IndexOf(':');
        if (colon < 0)
            return;
        var value = colon + 1;
        while (value < text.Length && char.IsWhiteSpace(text[value]))
            value++;
        if (value < text.Length && text[value] is '[' or '{' or '"' or '\'')
            Follow(text, value, ref depth, ref quote);
    }

    private static void Follow(ReadOnlySpan<char> text, int from, ref int depth, ref char quote)
    {
        for (var i = from; i < text.Length; i++)
        {
            var c = text[i];
            if (quote != '\0')
            {
                if (c == '\\' && quote == '"')
                    i++;
                else if (c == quote && quote == '\'' && i + 1 < text.Length && text[i + 1] == '\'')
                    i++;
                else if (c == quote)
                    quote = '\0';
            }
            else if (c is '[' or '{')
                depth++;
            else if (c is ']' or '}')
                depth = Math.Max(0, depth - 1);
            else if (c is '"' or '\'' && IsOpening(text, i, from))
                quote = c;
            if (depth == 0 && quote == '\0')
                return;
        }
    }

    // Within a list a quotation mark opens only at the start of an item.
    private static bool IsOpening(ReadOnlySpan<char> text, int at, int from)
    {
        var before = at - 1;
        while (before >= from && text[before] == ' ')
            before--;
        return before < from || text[before] is ',' or '[' or '{' or ':';
    }
}
