using System.Text;
using System.Text.RegularExpressions;

namespace Search.Core.Content;

/// <summary>
/// MDX without what is program and not prose, line for line: imports and exports, the tags of components (their words and those of attributes that are shown stay),
/// comments and expressions in braces. Code stays as it is. What is not closed is left for the Markdown reader.
/// </summary>
internal static partial class MdxMarkup
{
    private const int MaxPiece = 5_000;
    private const int MaxStatementLines = 200;

    // Looking for the end of one costs up to all of its lines: who leaves so many open is not looked after any further.
    private const int MaxUnclosed = 1_000;

    private static readonly string[] Shown = ["title", "caption", "alt", "label", "heading", "summary", "description"];

    public static string Prose(string body)
    {
        var lines = body.Split('\n');
        DropStatements(lines);
        return WithoutTags(lines);
    }

    // One that is not closed takes its own line only: what follows may be prose.
    private static void DropStatements(string[] lines)
    {
        string? fence = null;
        var unclosed = 0;
        for (var i = 0; i < lines.Length; i++)
        {
            fence = Fence(lines[i], fence);
            if (fence is not null || !Statement().IsMatch(lines[i]))
                continue;
            var end = unclosed < MaxUnclosed ? StatementEnd(lines, i) : null;
            unclosed += end is null ? 1 : 0;
            for (var last = end ?? i; ; i++)
            {
                lines[i] = "";
                if (i == last)
                    break;
            }
        }
    }

    // The line that closes what the first one opens; null where none does.
    private static int? StatementEnd(string[] lines, int start)
    {
        var open = 0;
        for (var i = start; i < Math.Min(lines.Length, start + MaxStatementLines); i++)
            if ((open += Opened(lines[i])) <= 0)
                return i;
        return null;
    }

    // Brackets that a line leaves open, without those in its strings.
    private static int Opened(string line)
    {
        var open = 0;
        char quote = default;
        for (var i = 0; i < line.Length; i++)
        {
            var c = line[i];
            if (quote != default)
            {
                i += c == '\\' ? 1 : 0;
                quote = c == quote ? default : quote;
            }
            else if (c is '"' or '\'' or '`')
                quote = c;
            else
                open += c is '{' or '[' or '(' ? 1 : c is '}' or ']' or ')' ? -1 : 0;
        }
        return open;
    }

    private static string WithoutTags(string[] lines)
    {
        var text = string.Join('\n', lines);
        var prose = new StringBuilder(text.Length);
        string? fence = null;
        var depth = 0;
        for (var i = 0; i < text.Length;)
        {
            if (i == 0 || text[i - 1] == '\n')
            {
                var end = text.IndexOf('\n', i) is >= 0 and var found ? found + 1 : text.Length;
                var line = text[i..end];
                var before = fence;
                fence = Fence(line, fence);
                // What stands within a component is indented for looks: MDX knows no code by indentation.
                if (depth > 0)
                    line = line.TrimStart(' ', '\t');
                if (fence is not null || before is not null)
                {
                    prose.Append(line);
                    i = end;
                    continue;
                }
                i = end - line.Length;
                if (line.Length == 0)
                    continue;
            }
            var c = text[i];
            if (c == '\\' && i + 1 < text.Length)
            {
                prose.Append(c).Append(text[i + 1]);
                i += 2;
            }
            else if (c == '`' && CodeEnd(text, i) is var code && code > i)
            {
                prose.Append(text, i, code - i);
                i = code;
            }
            else if (c == '<' && Tag(text, i) is { } tag)
            {
                depth = Math.Max(0, depth + tag.Opens);
                prose.Append(tag.Words).Append(tag.Words.Length > 0 ? " " : "").Append('\n', tag.Lines);
                i = tag.End;
            }
            else if (c == '{' && Expression(text, i) is { } expression)
            {
                prose.Append(expression.Words).Append('\n', expression.Lines);
                i = expression.End;
            }
            else
            {
                prose.Append(c);
                i++;
            }
        }
        return prose.ToString();
    }

    // The fence that is open behind the line.
    private static string? Fence(string line, string? open)
    {
        var trimmed = line.Trim();
        if (open is not null)
            return trimmed.StartsWith(open, StringComparison.Ordinal) && trimmed.Trim(open[0]).Length == 0 ? null : open;
        return trimmed.StartsWith("```", StringComparison.Ordinal) ? trimmed[..^trimmed.TrimStart('`').Length] : trimmed.StartsWith("~~~", StringComparison.Ordinal) ? trimmed[..^trimmed.TrimStart('~').Length] : null;
    }

    private static int CodeEnd(string text, int start)
    {
        var run = start;
        while (run < text.Length && text[run] == '`')
            run++;
        var marks = text[start..run];
        var limit = Math.Min(text.Length, run + MaxPiece);
        var end = text.IndexOf(marks, run, limit - run, StringComparison.Ordinal);
        return end < 0 ? run : end + marks.Length;
    }

    // A tag whose name begins with a capital or has a dot, or of a fragment.
    private static (int End, int Opens, string Words, int Lines)? Tag(string text, int start)
    {
        var closes = start + 1 < text.Length && text[start + 1] == '/';
        var name = start + (closes ? 2 : 1);
        var at = name;
        while (at < text.Length && (char.IsLetterOrDigit(text[at]) || text[at] is '.' or '_' or '-' or ':'))
            at++;
        if (at >= text.Length || (at == name ? text[at] != '>' : !char.IsUpper(text[name]) && !text.AsSpan(name, at - name).Contains('.')) || text[at] == '@')
            return null;
        if (PieceEnd(text, at, '>') is not { } end)
            return null;
        var inside = text[at..(end - 1)];
        var words = closes ? "" : string.Join(' ', Attribute().Matches(inside).Where(match => Shown.Contains(match.Groups[1].Value, StringComparer.OrdinalIgnoreCase)).Select(match => match.Groups[2].Value + match.Groups[3].Value));
        return (end, closes ? -1 : inside.EndsWith('/') ? 0 : 1, words, inside.Count(c => c == '\n'));
    }

    private static (int End, string Words, int Lines)? Expression(string text, int start)
    {
        // An anchor of a heading; a formula.
        if (start + 1 < text.Length && text[start + 1] is '#' or '%' or '{' || (start > 0 && (char.IsLetter(text[start - 1]) || text[start - 1] is '_' or '^' or '}' or '$')))
            return null;
        if (PieceEnd(text, start + 1, '}') is not { } end)
            return null;
        var inside = text[(start + 1)..(end - 1)].Trim();
        var literal = inside.Length >= 2 && inside[0] is '"' or '\'' or '`' && inside[^1] == inside[0] && !inside.Contains("${", StringComparison.Ordinal);
        return (end, literal ? inside[1..^1].Replace('\n', ' ') : "", text.AsSpan(start, end - start).Count('\n'));
    }

    // One past the closing sign, with strings and braces in between passed over; null where it is too far or not there.
    private static int? PieceEnd(string text, int start, char closing)
    {
        var depth = 0;
        char quote = default;
        for (var i = start; i < text.Length && i < start + MaxPiece; i++)
        {
            var c = text[i];
            if (quote != default)
                quote = c == quote ? default : quote;
            else if (c is '"' or '`' || (c == '\'' && (i == start || !char.IsLetter(text[i - 1]))))
                quote = c;
            else if (c == closing && depth == 0)
                return i + 1;
            else if (c == '{')
                depth++;
            else if (c == '}' && --depth < 0)
                return null;
        }
        return null;
    }

    [GeneratedRegex("""^(import\s+(["']|[\w*{].*\bfrom\b|\{|\w+\s*,\s*\{)|export\s+(const|let|var|function|default|async|class|type|interface|\{|\*))""", RegexOptions.CultureInvariant)]
    private static partial Regex Statement();

    [GeneratedRegex("""([A-Za-z][\w-]*)\s*=\s*(?:"([^"]*)"|'([^']*)')""", RegexOptions.CultureInvariant)]
    private static partial Regex Attribute();
}
