namespace Search.Core.Content;

/// <summary>
/// Keeps the words of footnotes that Markdig would drop: those that nothing in the text refers to, and all but one of those that share a label. Their mark
/// is taken off, so that they stand as paragraphs where they were written.
/// </summary>
internal static class Footnotes
{
    private const int MaxLabel = 60;

    public static string KeepAll(string markdown)
    {
        if (!markdown.Contains("[^", StringComparison.Ordinal))
            return markdown;
        var lines = markdown.Split('\n');
        var referred = References(lines);
        var defined = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var fence = "";
        var changed = false;
        var inItem = false;
        for (var i = 0; i < lines.Length; i++)
        {
            var line = lines[i];
            fence = Fences.After(fence, line);
            inItem = IsInItem(line, inItem);
            if (fence.Length > 0)
                continue;
            // Within an item Markdig knows no notes: the note's words stand there as a paragraph, with their indent.
            if (inItem && line.StartsWith(' ') && line.AsSpan().TrimStart(' ').StartsWith("[^") && line.IndexOf("]:", StringComparison.Ordinal) is > 0 and var end && end < MaxLabel)
                lines[i] = line[..line.IndexOf('[', StringComparison.Ordinal)] + line[(end + 2)..].TrimStart();
            else if (Label(line) is { } label && !(referred.Contains(label) && defined.Add(label)))
                lines[i] = line[(line.IndexOf("]:", StringComparison.Ordinal) + 2)..].TrimStart();
            else
                continue;
            changed = true;
        }
        return changed ? string.Join('\n', lines) : markdown;
    }

    // An item begins with its mark and goes on over blank and indented lines.
    private static bool IsInItem(string line, bool before)
    {
        var text = line.AsSpan().TrimStart(' ');
        if (text is ['-' or '*' or '+', ' ', ..])
            return true;
        var digits = text.IndexOfAnyExceptInRange('0', '9');
        if (digits is > 0 and < 10 && text[digits..] is ['.' or ')', ' ', ..])
            return true;
        return before && (text.IsWhiteSpace() || text.Length < line.Length);
    }

    private static HashSet<string> References(string[] lines)
    {
        var labels = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var line in lines)
            for (var at = line.IndexOf("[^", StringComparison.Ordinal); at >= 0; at = line.IndexOf("[^", at + 2, StringComparison.Ordinal))
            {
                var end = line.AsSpan(at, Math.Min(MaxLabel, line.Length - at)).IndexOf(']');
                // What stands at the head of a line with a colon behind it defines the note.
                // A note that only refers to itself is referred to by nothing.
                if (end > 2 && !(Label(line) is { } own && own.Equals(line[(at + 2)..(at + end)], StringComparison.OrdinalIgnoreCase)) && !(line.AsSpan(0, at).IsWhiteSpace() && at + end + 1 < line.Length && line[at + end + 1] == ':'))
                    labels.Add(line[(at + 2)..(at + end)]);
            }
        return labels;
    }

    // "[^label]:" with at most three blanks before it.
    internal static string? Label(string line)
    {
        var text = line.AsSpan().TrimStart(' ');
        if (line.Length - text.Length > 3 || !text.StartsWith("[^"))
            return null;
        var end = text[..Math.Min(MaxLabel, text.Length)].IndexOf("]:");
        return end > 2 ? text[2..end].ToString() : null;
    }
}
