using System.Text;
using System.Text.RegularExpressions;

namespace Search.Core.Content;

/// <summary>
/// Writes other tags into the front matter of a file and touches nothing else: the list keeps its form (in brackets on one line or several,
/// or an item a line). Works on the raw text, line ends and all; where the tags' lines can't be told for certain it changes nothing.
/// </summary>
internal static partial class TagLines
{
    /// <returns>The whole text with other tags; null with a reason where the file is left alone.</returns>
    public static (string? Text, string? Reason) Replace(string text, IReadOnlyList<string> tags)
    {
        var lines = SplitLines(text);
        var open = lines.FindIndex(line => line.Trim('\uFEFF', ' ', '\t', '\r', '\n').Length > 0);
        if (open < 0 || lines[open].Trim('\uFEFF', ' ', '\t', '\r', '\n') is not ("---" or "+++"))
            return (null, "it has no front matter between fences");
        var fence = lines[open].Contains('+', StringComparison.Ordinal) ? "+++" : "---";
        var close = lines.FindIndex(open + 1, line => line.TrimEnd() == fence);
        if (close < 0)
            return (null, "its front matter is not closed");
        var keys = Enumerable.Range(open + 1, close - open - 1).Where(i => TagKey().IsMatch(lines[i])).ToList();
        if (keys is not [var start])
            return (null, keys.Count == 0 ? "no line of its front matter begins with tags" : "it has the tags more than once");
        var end = start + 1;
        while (end < close && !AnyKey().IsMatch(lines[end]) && !lines[end].StartsWith('#'))
            end++;
        var written = Write(lines[start..end], tags, fence == "+++");
        return (string.Concat(lines[..start]) + written + string.Concat(lines[end..]), null);
    }

    private static string Write(List<string> lines, IReadOnlyList<string> tags, bool toml)
    {
        var first = lines[0];
        var lineEnd = first.EndsWith("\r\n", StringComparison.Ordinal) ? "\r\n" : "\n";
        var head = TagKey().Match(first).Value;
        var value = first[head.Length..].TrimEnd();
        // Blank lines and remarks after the list are no part of it.
        var last = lines.Count - 1;
        while (last > 0 && (string.IsNullOrWhiteSpace(lines[last]) || lines[last].TrimStart().StartsWith('#')))
            last--;
        var rest = string.Concat(lines[(last + 1)..]);
        var items = tags.Select(tag => toml ? Marked(tag) : Item(tag)).ToList();
        var item = lines.Skip(1).Select(line => ListItem().Match(line)).FirstOrDefault(match => match.Success);
        if (!toml && value.Length == 0 && item is not null)
            return head.TrimEnd() + lineEnd + string.Concat(items.Select(i => item.Value + i + lineEnd)) + rest;
        head = head.TrimEnd() + " ";
        if (last > 0 && value.TrimStart().StartsWith('['))
        {
            var indent = lines.Skip(1).Select(line => line[..(line.Length - line.TrimStart().Length)]).FirstOrDefault(blank => blank.Length > 0) ?? "  ";
            return head + "[" + lineEnd + string.Join("," + lineEnd, items.Select(i => indent + i)) + lineEnd + (lines[last].TrimStart().StartsWith(']') ? lines[last] : "]" + lineEnd) + rest;
        }
        var remark = value.LastIndexOf(']') is >= 0 and var bracket && value[(bracket + 1)..].TrimStart().StartsWith('#') ? value[(bracket + 1)..] : "";
        return head + "[" + string.Join(", ", items) + "]" + remark + lineEnd + rest;
    }

    // Plain where every YAML reader takes it for a text; between marks otherwise.
    private static string Item(string tag) => Plain().IsMatch(tag) && !Word().IsMatch(tag) ? tag : Marked(tag);

    private static string Marked(string tag)
    {
        var marked = new StringBuilder("\"");
        foreach (var c in tag)
            if (c is '"' or '\\')
                marked.Append('\\').Append(c);
            else
                marked.Append(char.IsControl(c) ? ' ' : c);
        return marked.Append('"').ToString();
    }

    private static List<string> SplitLines(string text)
    {
        var lines = new List<string>();
        for (var start = 0; start < text.Length;)
        {
            var end = text.IndexOf('\n', start);
            end = end < 0 ? text.Length : end + 1;
            lines.Add(text[start..end]);
            start = end;
        }
        return lines;
    }

    [GeneratedRegex(@"^tags[ \t]*[:=][ \t]*", RegexOptions.CultureInvariant)]
    private static partial Regex TagKey();

    [GeneratedRegex(@"^[A-Za-z_][A-Za-z0-9_.-]*[ \t]*(:([ \t\r\n]|$)|=)|^\[", RegexOptions.CultureInvariant)]
    private static partial Regex AnyKey();

    [GeneratedRegex(@"^[ \t]*-[ \t]+", RegexOptions.CultureInvariant)]
    private static partial Regex ListItem();

    [GeneratedRegex(@"^[\p{L}][\p{L}\p{N} _./()’'–—-]*[\p{L}\p{N}_./)’'–—-]$|^\p{L}$", RegexOptions.CultureInvariant)]
    private static partial Regex Plain();

    // Words that YAML takes for something else than a text.
    [GeneratedRegex(@"^(true|false|yes|no|on|off|null|y|n)$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Word();
}
