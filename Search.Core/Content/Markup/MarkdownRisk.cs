namespace Search.Core.Content;

/// <summary>
/// Finds, before Markdig sees a body, what makes it slow: its work grows with the square of the delimiters that one block leaves open, and of
/// the depth of nesting. The bounds are far above what people write; they are checked in one pass.
/// </summary>
internal static class MarkdownRisk
{
    private const int MaxBlockChars = 200_000;
    private const int MaxDelimiters = 20_000;
    private const int MaxOpen = 500;
    private const int MaxNotes = 2_000;
    private const int MaxQuoteDepth = 60;
    private const int MaxIndent = 400;

    // Every row of a table gets as many cells as its widest.
    private const int MaxCells = 100_000;
    private const int MaxCellsOfRow = 1_000;

    // What a row leaves open takes in the rows below it, cell within cell, and each is copied once for every row.
    private const int MaxCellsWithinOpen = 2_000;

    public readonly record struct Risk(int Line, string What);

    /// <summary>The first risk; null where there is none.</summary>
    public static Risk? Of(string markdown)
    {
        var containers = new List<int>();
        int line = 0, rows = 0, columns = 0, cellsWithinOpen = 0, blockChars = 0, delimiters = 0, brackets = 0, targets = 0, notes = 0;
        foreach (var range in markdown.AsSpan().Split('\n'))
        {
            var text = markdown.AsSpan()[range];
            if (text.IsWhiteSpace())
                blockChars = delimiters = brackets = targets = rows = columns = cellsWithinOpen = 0;
            else
            {
                blockChars += text.Length;
                var depth = 0;
                foreach (var c in text.Length > 4 * MaxQuoteDepth ? text[..(4 * MaxQuoteDepth)] : text)
                {
                    if (c == '>')
                        depth++;
                    else if (c is not (' ' or '\t'))
                        break;
                }
                if (depth > MaxQuoteDepth)
                    return new Risk(line, $"quotations nested deeper than {MaxQuoteDepth}");
                if (text.Length - text.TrimStart().Length > MaxIndent && text.TrimStart() is ['-' or '*' or '+', ..])
                    return new Risk(line, $"a list indented by more than {MaxIndent} blanks");
                if (!FollowContainers(containers, text))
                    return new Risk(line, $"containers nested deeper than {MaxQuoteDepth}");
                if (Markers(text) > MaxQuoteDepth)
                    return new Risk(line, $"lists nested deeper than {MaxQuoteDepth}");
                var previous = '\n';
                foreach (var c in text)
                {
                    switch (c)
                    {
                        case '[':
                            brackets++;
                            delimiters++;
                            break;
                        case ']':
                            brackets = Math.Max(0, brackets - 1);
                            break;
                        case '(' when previous == ']':
                            targets++;
                            break;
                        case ')':
                            targets = Math.Max(0, targets - 1);
                            break;
                        case '^' when previous == '[' && text[0] == '[':
                            notes++;
                            break;
                        case '*' or '_' or '~' or '`' or '<' or '!' or '&' or '$' or '|':
                            delimiters++;
                            break;
                    }
                    previous = c;
                }
                if (brackets > MaxOpen || targets > MaxOpen)
                    return new Risk(line, $"more than {MaxOpen} brackets that are not closed");
                if (notes > MaxNotes)
                    return new Risk(line, $"more than {MaxNotes} footnotes");
            }
            if (text.Count('|') is > 0 and var cells)
            {
                if (cells > MaxCellsOfRow)
                    return new Risk(line, $"a row of more than {MaxCellsOfRow} cells");
                if ((long)++rows * (columns = Math.Max(columns, cells)) > MaxCells)
                    return new Risk(line, $"a table of more than {MaxCells} cells");
                if ((cellsWithinOpen > 0 || LeavesOpen(text)) && (cellsWithinOpen += cells) > MaxCellsWithinOpen)
                    return new Risk(line, $"a table of more than {MaxCellsWithinOpen} cells below a mark that is not closed");
            }
            if (blockChars > MaxBlockChars)
                return new Risk(line, $"a paragraph of more than {MaxBlockChars} characters");
            if (delimiters > MaxDelimiters)
                return new Risk(line, $"more than {MaxDelimiters} delimiters in one paragraph");
            line++;
        }
        return null;
    }

    // A bracket or a mark of emphasis that its own row does not close: close enough to what Markdig takes for one.
    private static bool LeavesOpen(ReadOnlySpan<char> row)
    {
        int marks = 0, brackets = 0;
        for (var i = 0; i < row.Length; i++)
        {
            var c = row[i];
            if (c == '\\')
                i++;
            else if (c == '[')
                brackets++;
            else if (c == ']')
                brackets = Math.Max(0, brackets - 1);
            else if (c is '*' or '_' or '~')
            {
                var before = i > 0 ? row[i - 1] : ' ';
                while (i + 1 < row.Length && row[i + 1] == c)
                    i++;
                var after = i + 1 < row.Length ? row[i + 1] : ' ';
                if (marks > 0 && !IsEdge(before))
                    marks--;
                else if (!IsEdge(after) && !(c == '_' && char.IsLetterOrDigit(before)))
                    marks++;
            }
        }
        return marks > 0 || brackets > 0;
    }

    private static bool IsEdge(char c) => c == '|' || char.IsWhiteSpace(c);

    // Colons of the containers (":::note") that are open. As in Markdig colons alone close the outermost that has no more of them, with all within it.
    private static bool FollowContainers(List<int> open, ReadOnlySpan<char> line)
    {
        var text = line.TrimStart(" \t>");
        var behind = text.TrimStart(':');
        var colons = text.Length - behind.Length;
        if (colons < 3)
            return true;
        if (behind.IsWhiteSpace() && open.FindIndex(container => container <= colons) is >= 0 and var closed)
            open.RemoveRange(closed, open.Count - closed);
        else
            open.Add(colons);
        return open.Count <= MaxQuoteDepth;
    }

    // "- - - - x" opens a list for each hyphen.
    private static int Markers(ReadOnlySpan<char> text)
    {
        var markers = 0;
        for (var i = 0; i + 1 < text.Length; i++)
        {
            if (text[i] is '-' or '*' or '+' && text[i + 1] == ' ')
                markers++;
            else if (text[i] is not (' ' or '>'))
                break;
        }
        return markers;
    }
}
