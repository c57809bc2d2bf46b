namespace Search.Core.Content;

/// <summary>
/// Finds where the front matter of a file ends: YAML between <c>---</c>, TOML between <c>+++</c>, a JSON object, or plain <c>Key: value</c>
/// lines. A missing fence is guessed from what the lines look like; text is never lost, it is body where it is not front matter.
/// </summary>
internal static class FrontMatterSplitter
{
    private const int MaxGuessedLines = 200;

    private static readonly System.Buffers.SearchValues<char> KeyCharacters = System.Buffers.SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-.\"'");

    public static FrontMatterBlock Split(string text, ProblemLog log)
    {
        var start = SkipToFirst(text, out var line);
        if (start >= text.Length)
            return new FrontMatterBlock(FrontNotation.None, "", 1, text, 1);
        var opening = LineAt(text, start);
        var trimmed = Visible(opening).TrimStart();
        if (IsFence(trimmed, '-') || trimmed is "---yaml" or "---json" or "---toml" or "--- yaml" or "--- json" or "--- toml" || IsScriptFence(trimmed))
        {
            if (line > 1)
                log.Warn("front-matter-not-first", line, "Blank lines stand before the front matter", "front matter", "Delete them");
            if (trimmed.Length != opening.Trim().Length)
                log.Info("zero-width-character", line, "An invisible character stands in the fence", "---", "Delete it");
            var notation = trimmed.EndsWith("json", StringComparison.Ordinal) ? FrontNotation.Json : trimmed.EndsWith("toml", StringComparison.Ordinal) ? FrontNotation.Toml : IsScriptFence(trimmed) ? FrontNotation.Script : FrontNotation.Yaml;
            return Fenced(text, start, line, '-', notation, log);
        }
        if (IsFence(trimmed, '+'))
            return Fenced(text, start, line, '+', FrontNotation.Toml, log);
        if (trimmed.StartsWith("```", StringComparison.Ordinal) && NextLine(text, start) is var next && next < text.Length && Visible(LineAt(text, next)) is var second && (IsFence(second, '-') || IsFence(second, '+')))
            return WithinCode(text, next, line + 1, second[0], log);
        if (trimmed is ";;;")
            return Fenced(text, start, line, ';', FrontNotation.Json, log);
        if (trimmed.Length > 0 && trimmed[0] == '{' && JsonEnd(text, start) is > 0 and var end)
        {
            // An object that is none may have taken in the body: it ends at the first blank line.
            if (text.AsSpan(start, end - start).IndexOf("\n\n") is > 0 and var blank && !JsonFrontReader.IsValid(text[start..end]))
                end = start + blank;
            return new FrontMatterBlock(FrontNotation.Json, text[start..end], line, text[end..], line + text.AsSpan(start, end - start).Count('\n'));
        }
        return Unopened(text, start, line, log) ?? new FrontMatterBlock(FrontNotation.None, "", 1, text, 1);
    }

    /// <summary>
    /// Where YAML that could not be read stops looking like YAML: the block again, cut there, with the rest as body; null where all of it
    /// looks like front matter. For a block whose closing fence is missing while a rule of dashes stands in the body.
    /// </summary>
    public static FrontMatterBlock? CutWhereProseBegins(FrontMatterBlock block)
    {
        var lines = block.Content.Split('\n');
        var count = CountOfFrontLines(lines);
        if (count >= lines.Length || count == 0)
            return null;
        // The closing fence that was found belongs to the body.
        var body = string.Join('\n', lines[count..]) + "\n---\n" + block.Body;
        return new FrontMatterBlock(block.Notation, string.Join('\n', lines[..count]), block.Line, body, block.Line + count, false);
    }

    private static FrontMatterBlock Fenced(string text, int start, int line, char mark, FrontNotation notation, ProblemLog log)
    {
        var contentStart = Math.Min(NextLine(text, start), text.Length);
        var position = contentStart;
        var lines = 0;
        while (position < text.Length)
        {
            var current = Visible(LineAt(text, position));
            if (IsFence(mark == '+' ? current.TrimStart() : current, mark) || (mark == '-' && current is "...") || (mark == ';' && current is ";;;"))
            {
                var body = Math.Min(NextLine(text, position), text.Length);
                return new FrontMatterBlock(notation, text[contentStart..position], line + 1, text[body..], line + lines + 2);
            }
            position = NextLine(text, position);
            lines++;
        }
        var rest = text[contentStart..];
        // A single rule at the head of a file without keys is a rule, not a fence.
        var count = CountOfFrontLines(rest.Split('\n', MaxGuessedLines));
        if (count == 0)
            return new FrontMatterBlock(FrontNotation.None, "", 1, text, 1);
        log.Warn("front-matter-not-closed", line, "The fence that ends the front matter is missing", $"front matter to line {line + count}", $"Write {new string(mark, 3)} on a line of its own below the last key");
        var cut = 0;
        for (var i = 0; i < count && cut < rest.Length; i++)
            cut = Math.Min(NextLine(rest, cut), rest.Length);
        return new FrontMatterBlock(notation, rest[..cut], line + 1, rest[cut..], line + 1 + count, false);
    }

    // A file pasted from a chat or a page: all of it, or its front matter alone, in a fence of code.
    private static FrontMatterBlock WithinCode(string text, int start, int line, char mark, ProblemLog log)
    {
        var block = Fenced(text, start, line, mark, mark == '+' ? FrontNotation.Toml : FrontNotation.Yaml, log);
        if (block.Notation == FrontNotation.None)
            return block;
        log.Warn("front-matter-in-code", line - 1, "A fence of code stands around the front matter", "front matter", "Delete the fence and the one that closes it");
        var lines = block.Body.Split('\n');
        var fences = Enumerable.Range(0, lines.Length).Where(i => lines[i].StartsWith("```", StringComparison.Ordinal)).ToList();
        if (fences.Count % 2 == 0)
            return block;
        var closing = lines.AsSpan(0, fences[0]).IndexOfAnyExcept("") < 0 ? fences[0] : fences[^1];
        lines[closing] = lines[closing].TrimStart('`');
        return block with { Body = string.Join('\n', lines) };
    }

    // Hexo, Pelican and others: keys at the head of the file, closed by a fence or by the first blank line.
    private static FrontMatterBlock? Unopened(string text, int start, int line, ProblemLog log)
    {
        if (FrontLine.Key(LineAt(text, start)) is not { } first || !FrontKeys.IsKnown(first.Name))
            return null;
        int position = start, known = 0, count = 0;
        var fenced = false;
        while (position < text.Length && count < MaxGuessedLines)
        {
            var current = LineAt(text, position);
            if (IsFence(Visible(current), '-'))
            {
                fenced = true;
                break;
            }
            if (current.AsSpan().Trim().IsEmpty)
                break;
            if (FrontLine.Key(current) is { } key)
                known += FrontKeys.IsKnown(key.Name) ? 1 : 0;
            else if (!char.IsWhiteSpace(current[0]) && !current.StartsWith('-') && !current.StartsWith('#'))
                break;
            position = NextLine(text, position);
            count++;
        }
        if (known < 2)
            return null;
        log.Info("front-matter-not-opened", line, "The front matter has no fence before it", "front matter", "Write --- on a line of its own above it");
        position = Math.Min(position, text.Length);
        var body = fenced ? Math.Min(NextLine(text, position), text.Length) : position;
        return new FrontMatterBlock(FrontNotation.Yaml, text[start..position], line, text[body..], line + count + (fenced ? 1 : 0));
    }

    // Lines from the first that are keys, or belong to the value of one.
    private static int CountOfFrontLines(ReadOnlySpan<string> lines)
    {
        int count = 0, open = 0;
        var blockValue = false;
        var quoteOpen = false;
        for (var i = 0; i < lines.Length && i < MaxGuessedLines; i++)
        {
            var line = lines[i];
            if (line.AsSpan().Trim().IsEmpty)
            {
                // A value whose bracket or quotation mark is never closed goes no further.
                (open, quoteOpen) = (0, false);
                continue;
            }
            if (KeyOf(line) is { } key && (!quoteOpen || FrontKeys.IsKnown(key.Name)))
            {
                open = Balance(key.Rest) is > 0 and var unclosed && ClosesBelow(lines, i, unclosed) ? unclosed : 0;
                blockValue = key.Rest.Length == 0;
                quoteOpen = key.Rest is ['"', ..] && FrontQuotes.Read(key.Rest, 0).End < 0 && QuoteClosesBelow(lines, i);
            }
            else if (line[0] is ' ' or '\t' || (blockValue && line.StartsWith("- ", StringComparison.Ordinal)) || open > 0 || line[0] is ']' or '}' || quoteOpen || IsTable(line))
            {
                open = open > 0 ? open + Balance(line) : 0;
                quoteOpen &= !line.TrimEnd().EndsWith('"');
            }
            else if (!line.StartsWith('#') || (i > 0 && lines[i - 1].AsSpan().Trim().IsEmpty) || line.StartsWith("##", StringComparison.Ordinal))
                break;
            count = i + 1;
        }
        return count;
    }

    // A bracket or quotation mark that is not closed before the next key or blank line was forgotten: the lines below are not its value.
    private static bool ClosesBelow(ReadOnlySpan<string> lines, int at, int open)
    {
        for (var i = at + 1; i < lines.Length && open > 0 && !IsEndOfValue(lines[i]); i++)
            open += Balance(lines[i]);
        return open <= 0;
    }

    private static bool QuoteClosesBelow(ReadOnlySpan<string> lines, int at)
    {
        for (var i = at + 1; i < lines.Length && !IsEndOfValue(lines[i]); i++)
            if (lines[i].TrimEnd().EndsWith('"'))
                return true;
        return false;
    }

    private static bool IsEndOfValue(string line) => line.AsSpan().Trim().IsEmpty || (KeyOf(line) is { } key && FrontKeys.IsKnown(key.Name));

    // YAML's key, or TOML's before its equals sign: bare, dotted or quoted.
    private static FrontKey? KeyOf(string line)
    {
        if (FrontLine.Key(line) is { } key)
            return key;
        var equals = line.IndexOf('=');
        return equals > 0 && line.AsSpan(0, equals).Trim() is { Length: > 0 } name && !name.ContainsAnyExcept(KeyCharacters) ? new FrontKey(name.ToString(), line[(equals + 1)..].Trim()) : null;
    }

    // TOML: [table], [[list]]
    private static bool IsTable(string line) => line.StartsWith('[') && line.TrimEnd().EndsWith(']') && !line.AsSpan().Trim("[] \t\r").ContainsAnyExcept(KeyCharacters);

    private static int Balance(string text)
    {
        var balance = 0;
        foreach (var c in text)
            balance += c switch { '[' => 1, ']' => -1, _ => 0 };
        return balance;
    }

    private static int JsonEnd(string text, int start)
    {
        // {% and {{ are templates, {: an attribute list.
        if (text.AsSpan(start + 1).TrimStart() is not ['"' or '}', ..])
            return 0;
        var depth = 0;
        var quoted = false;
        for (var i = start; i < text.Length; i++)
        {
            var c = text[i];
            if (quoted)
            {
                if (c == '\\')
                    i++;
                else if (c == '"')
                    quoted = false;
            }
            else if (c == '"')
                quoted = true;
            else if (c is '{' or '[')
                depth++;
            else if (c is '}' or ']' && --depth == 0)
                return i + 1;
        }
        return 0;
    }

    private static bool IsScriptFence(string line) => line is "---js" or "--- js" or "---javascript" or "--- javascript";

    private static bool IsFence(string line, char mark) => line.Length >= 3 && line.AsSpan().TrimStart(mark).IsEmpty && (line.Length == 3 || mark == '-' && line.Length <= 5);

    // Without blanks at the end and without characters that nobody sees.
    private static string Visible(string line)
    {
        line = line.TrimEnd();
        return line.AsSpan().IndexOfAny('\u200B', '\u200E', '\u2060') < 0 ? line : string.Concat(line.Split('\u200B', '\u200E', '\u2060')).TrimEnd();
    }

    private static int SkipToFirst(string text, out int line)
    {
        line = 1;
        var i = 0;
        for (; i < text.Length && (char.IsWhiteSpace(text[i]) || text[i] is '\u200B' or '\u2060'); i++)
            if (text[i] == '\n')
                line++;
        // Indented text at the head is body: a fence stands at the margin.
        return i > 0 && i < text.Length && text[i - 1] is ' ' or '\t' ? LineStart(text, i) : i;
    }

    private static int LineStart(string text, int i) => i == 0 ? 0 : text.LastIndexOf('\n', i - 1) + 1;

    private static string LineAt(string text, int start)
    {
        var end = text.IndexOf('\n', start);
        return end < 0 ? text[start..] : text[start..end];
    }

    private static int NextLine(string text, int start)
    {
        var end = text.IndexOf('\n', start);
        return end < 0 ? text.Length : end + 1;
    }
}
