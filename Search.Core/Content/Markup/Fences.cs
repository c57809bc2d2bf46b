namespace Search.Core.Content;

/// <summary>Fences of code as they are met line by line.</summary>
internal static class Fences
{
    /// <summary>The fence that is open behind a line; empty for none.</summary>
    /// <param name="fence">The one that was open before it.</param>
    /// <param name="line">The line.</param>
    public static string After(string fence, string line)
    {
        var text = line.AsSpan().TrimStart(' ');
        var mark = text.StartsWith("```") ? '`' : text.StartsWith("~~~") ? '~' : '\0';
        if (mark == '\0')
            return fence;
        var length = text.Length - text.TrimStart(mark).Length;
        // "```words``` go on" is a span of code.
        if (fence.Length == 0)
            return mark == '`' && text[length..].Contains('`') ? "" : new string(mark, length);
        return fence[0] == mark && length >= fence.Length && text[length..].IsWhiteSpace() ? "" : fence;
    }
}
