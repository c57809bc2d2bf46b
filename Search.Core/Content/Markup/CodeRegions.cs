namespace Search.Core.Content;

/// <summary>
/// Where a Markdown body is code: fenced blocks and code spans. Found by a simple scan before the body is parsed, so that template tags
/// inside code are left alone.
/// </summary>
internal sealed class CodeRegions
{
    private readonly List<(int Start, int End)> regions = [];
    private int last;

    public CodeRegions(string body, bool isMarkdown)
    {
        if (isMarkdown)
            Scan(body);
    }

    /// <summary>True within code; asked with offsets that never go down.</summary>
    public bool Contains(int offset)
    {
        while (last < regions.Count && regions[last].End <= offset)
            last++;
        return last < regions.Count && regions[last].Start <= offset;
    }

    private void Scan(string body)
    {
        var position = 0;
        var paragraph = -1;
        while (position < body.Length)
        {
            var lineEnd = body.IndexOf('\n', position);
            if (lineEnd < 0)
                lineEnd = body.Length;
            var line = body.AsSpan(position, lineEnd - position);
            var text = line.TrimStart(" \t>");
            var (mark, length) = Fence(text);
            if (mark != '\0')
            {
                Spans(body, paragraph, position);
                paragraph = -1;
                var end = FenceEnd(body, lineEnd + 1, mark, length);
                regions.Add((position, end));
                position = end;
                continue;
            }
            if (text.IsWhiteSpace())
            {
                Spans(body, paragraph, position);
                paragraph = -1;
            }
            else if (paragraph < 0)
                paragraph = position;
            position = lineEnd + 1;
        }
        Spans(body, paragraph, body.Length);
    }

    private static (char Mark, int Length) Fence(ReadOnlySpan<char> text)
    {
        // "- ```" opens a fence within a list item.
        text = text.TrimStart("-*+ \t");
        if (text.Length < 3 || text[0] is not ('`' or '~'))
            return default;
        var length = 0;
        while (length < text.Length && text[length] == text[0])
            length++;
        return length >= 3 && (text[0] == '~' || !text[length..].Contains('`')) ? (text[0], length) : default;
    }

    private static int FenceEnd(string body, int from, char mark, int length)
    {
        while (from < body.Length)
        {
            var lineEnd = body.IndexOf('\n', from);
            if (lineEnd < 0)
                lineEnd = body.Length;
            var text = body.AsSpan(from, lineEnd - from).Trim(" \t>");
            if (text.Length >= length && text.TrimStart(mark).IsEmpty)
                return Math.Min(lineEnd + 1, body.Length);
            from = lineEnd + 1;
        }
        return body.Length;
    }

    // Code spans of one paragraph: a run of backticks closed by a run of the same length.
    private void Spans(string body, int start, int end)
    {
        if (start < 0)
            return;
        end = Math.Min(end, body.Length);
        // For each length of run, its places, so that an unclosed run is not searched for again and again.
        var runs = new List<(int Start, int Length)>();
        for (var i = start; i < end;)
        {
            if (body[i] != '`')
            {
                i++;
                continue;
            }
            var from = i;
            while (i < end && body[i] == '`')
                i++;
            runs.Add((from, i - from));
        }
        var lastOfLength = new Dictionary<int, int>();
        for (var i = 0; i < runs.Count; i++)
            lastOfLength[runs[i].Length] = i;
        for (var i = 0; i < runs.Count; i++)
        {
            if (runs[i].Start > start && body[runs[i].Start - 1] == '\\' || lastOfLength[runs[i].Length] <= i)
                continue;
            var close = i + 1;
            while (runs[close].Length != runs[i].Length)
                close++;
            regions.Add((runs[i].Start, runs[close].Start + runs[close].Length));
            i = close;
        }
    }
}
