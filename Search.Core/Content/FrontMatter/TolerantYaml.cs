using System.Text;

namespace Search.Core.Content;

/// <summary>
/// Reads the top-level keys of YAML that a strict reader rejects: each key with its lines on its own, so that one broken value costs no
/// other. Linear in the length of the text; never fails.
/// </summary>
internal static class TolerantYaml
{
    private const int MaxDepth = 6;

    /// <summary>The entries in order; text that belongs to no key is reported and left out.</summary>
    public static FrontMap Read(string text, int firstLine, ProblemLog log) => ReadMap(text.Split('\n'), firstLine, 0, log);

    private static FrontMap ReadMap(ReadOnlySpan<string> lines, int firstLine, int depth, ProblemLog log)
    {
        var entries = new List<FrontEntry>();
        for (var i = 0; i < lines.Length;)
        {
            var line = lines[i];
            if (FrontLine.IsBlankOrComment(line))
            {
                i++;
                continue;
            }
            if (FrontLine.Key(line) is not { } key)
            {
                log.Warn("line-without-key", firstLine + i, $"No key stands before “{Shorten(line)}”", "left out", "Indent it under its key, or put it into quotation marks");
                i++;
                continue;
            }
            var end = EndOfEntry(lines, i, key);
            entries.Add(new FrontEntry(key.Name, ReadEntry(key, lines[i..end], firstLine + i, depth, log), firstLine + i));
            i = end;
        }
        return new FrontMap(entries, firstLine);
    }

    // An entry goes on over indented lines, list items at the margin, and, while a bracket is open, over lines that are no key.
    private static int EndOfEntry(ReadOnlySpan<string> lines, int start, FrontKey key)
    {
        var open = FlowBalance(key.Rest);
        var block = key.Rest.Length == 0;
        var quote = FrontMargins.OpenQuote(key.Rest);
        var i = start + 1;
        for (; i < lines.Length; i++)
        {
            var line = lines[i];
            if (quote != '\0' && line.TrimEnd().EndsWith(quote))
                return i + 1;
            if (line.Length == 0 || char.IsWhiteSpace(line[0]))
            {
                open += FlowBalance(line);
                continue;
            }
            if (FrontLine.Key(line) is { } next && ((open <= 0 && quote == '\0') || FrontKeys.IsKnown(next.Name)))
                break;
            if (quote != '\0' || block && line.StartsWith('-') || open > 0 || line[0] is ']' or '}' or '#')
                open += FlowBalance(line);
            else
                break;
        }
        return i;
    }

    private static int FlowBalance(string text)
    {
        var balance = 0;
        foreach (var c in text)
            balance += c switch { '[' or '{' => 1, ']' or '}' => -1, _ => 0 };
        return balance;
    }

    private static FrontValue ReadEntry(FrontKey key, ReadOnlySpan<string> lines, int line, int depth, ProblemLog log)
    {
        var following = lines[1..];
        // A strict reader first: most entries of a broken block are whole.
        var alone = string.Join('\n', lines!);
        if (YamlReader.Read(alone, line, out _, out _) is FrontMap { Entries: [var only] } && only.Key == key.Name && !IsSuspicious(only.Value, following))
            return only.Value;
        return ReadValue(key.Name, key.Rest, following, line, depth, log);
    }

    private static bool IsSuspicious(FrontValue value, ReadOnlySpan<string> following) =>
        value is FrontScalar { Quoted: false, Text: ['[' or '{', ..] } || (value.IsNull && following.Length > 0 && HasText(following));

    private static bool HasText(ReadOnlySpan<string> lines)
    {
        foreach (var line in lines)
            if (!FrontLine.IsBlankOrComment(line))
                return true;
        return false;
    }

    private static FrontValue ReadValue(string name, string rest, ReadOnlySpan<string> following, int line, int depth, ProblemLog log)
    {
        if (rest.Length == 0 && HasText(following))
            return ReadBlock(name, following, line + 1, depth, log);
        switch (rest.Length == 0 ? ' ' : rest[0])
        {
            case '[' or '{':
                return TolerantFlow.Read(Join(rest, following), name, line, log);
            case '"' or '\'':
                return ReadQuoted(name, Join(rest, following), line, log);
            case '|' or '>' when rest.TrimEnd().Length <= 3:
                return new FrontScalar(BlockScalar(following, folded: rest[0] == '>'), true, line);
            default:
                return new FrontScalar(Join(FrontLine.WithoutComment(rest), following).Trim(), false, line);
        }
    }

    private static string Join(string rest, ReadOnlySpan<string> following)
    {
        if (following.Length == 0)
            return rest;
        var joined = new StringBuilder(rest);
        foreach (var line in following)
            if (!FrontLine.IsBlankOrComment(line))
                joined.Append(' ').Append(line.AsSpan().Trim());
        return joined.ToString();
    }

    private static FrontScalar ReadQuoted(string name, string text, int line, ProblemLog log)
    {
        text = text.TrimEnd();
        var mark = text[0];
        var (value, end) = FrontQuotes.Read(text, 0);
        if (end >= 0 && text.AsSpan(end).TrimStart() is [] or ['#', ..])
            return new FrontScalar(value, true, line);
        if (end < 0)
        {
            log.Warn("unclosed-quote", line, $"The quotation mark before the value of `{name}` is not closed", "to the end of the entry", $"Close it with {mark}");
            return new FrontScalar(text[1..].Trim(), true, line);
        }
        // "One" and "two": the marks belong to the words.
        log.Warn("text-after-quote", line, $"The value of `{name}` goes on after its closing quotation mark", "the whole line as text", "Put the whole value into the other kind of quotation marks");
        var whole = text[^1] == mark ? text[1..^1] : text;
        return new FrontScalar(whole.Trim(), true, line);
    }

    private static string BlockScalar(ReadOnlySpan<string> lines, bool folded)
    {
        var indent = int.MaxValue;
        foreach (var line in lines)
            if (line.AsSpan().Trim().Length > 0)
                indent = Math.Min(indent, FrontLine.Indent(line));
        var text = new StringBuilder();
        foreach (var line in lines)
        {
            var content = line.Length > indent ? line[indent..].TrimEnd() : line.Trim();
            if (text.Length > 0)
                text.Append(folded && content.Length > 0 && text[^1] != '\n' ? ' ' : '\n');
            text.Append(content);
        }
        return text.ToString().Trim();
    }

    private static FrontValue ReadBlock(string name, ReadOnlySpan<string> lines, int line, int depth, ProblemLog log)
    {
        var first = 0;
        while (FrontLine.IsBlankOrComment(lines[first]))
            first++;
        var head = lines[first].AsSpan().TrimStart();
        if (head is ['-'] or ['-', ' ' or '\t', ..] || (head is ['-', not '-', ..] && !head.Contains(':')))
            return ReadBlockList(name, lines[first..], line + first, log);
        if (head is ['[' or '{' or '"' or '\'', ..])
            return ReadValue(name, lines[first].Trim(), lines[(first + 1)..], line + first, depth, log);
        if (depth < MaxDepth && FrontLine.Key(lines[first].TrimStart()) is not null)
            return ReadMap(Outdent(lines), line, depth + 1, log);
        return new FrontScalar(Join("", lines).Trim(), false, line);
    }

    private static string[] Outdent(ReadOnlySpan<string> lines)
    {
        var indent = int.MaxValue;
        foreach (var line in lines)
            if (!FrontLine.IsBlankOrComment(line))
                indent = Math.Min(indent, FrontLine.Indent(line));
        var outdented = new string[lines.Length];
        for (var i = 0; i < lines.Length; i++)
            outdented[i] = lines[i].Length > indent ? lines[i][indent..] : lines[i].Trim();
        return outdented;
    }

    private static FrontList ReadBlockList(string name, ReadOnlySpan<string> lines, int line, ProblemLog log)
    {
        var items = new List<FrontValue>();
        for (var i = 0; i < lines.Length;)
        {
            if (FrontLine.IsBlankOrComment(lines[i]))
            {
                i++;
                continue;
            }
            var item = lines[i].AsSpan().TrimStart();
            var end = i + 1;
            while (end < lines.Length && !FrontLine.IsBlankOrComment(lines[end]) && lines[end].AsSpan().TrimStart() is not ['-', ..])
                end++;
            var text = (item is ['-', ..] ? item[1..] : item).Trim().ToString();
            if (text.Length > 0)
                items.Add(ReadValue(name, text, lines[(i + 1)..end], line + i, MaxDepth, log));
            i = end;
        }
        return new FrontList(items, line);
    }

    private static string Shorten(string line) => line.Length <= 40 ? line.Trim() : line[..40].Trim() + "…";
}
