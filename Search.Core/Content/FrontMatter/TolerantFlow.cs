namespace Search.Core.Content;

/// <summary>
/// A list or map in brackets, read item by item: brackets and quotation marks that do not match are text, and a missing bracket at the end
/// is the end of the entry.
/// </summary>
internal static class TolerantFlow
{
    private const int MaxDepth = 20;
    private const int MaxNestedItem = 300;

    public static FrontValue Read(string text, string name, int line, ProblemLog log)
    {
        text = text.Trim();
        var position = 0;
        FrontValue value = text[0] == '[' ? List(text, ref position, line, 0) : Map(text, ref position, line, 0);
        if (position > text.Length)
            log.Warn("unclosed-list", line, $"The bracket before the value of `{name}` is not closed", "to the end of the entry", $"Close it with {(text[0] == '[' ? ']' : '}')}");
        else if (text.AsSpan(position).TrimStart() is not [] and not ['#', ..])
        {
            // "[a], b, c]": what stands behind the bracket was meant to be in the list.
            log.Warn("text-after-list", line, $"The value of `{name}` goes on after its closing bracket", "as further items", "Move the bracket to the end");
            if (value is FrontList list)
            {
                position = 0;
                var rest = (FrontList)List("[" + text[(TextAfter(text))..].TrimStart(' ', ',', '\t') + "]", ref position, line, 0);
                return new FrontList([.. list.Items, .. rest.Items], line);
            }
        }
        return value;
    }

    private static int TextAfter(string text)
    {
        var position = 0;
        List(text, ref position, 0, 0);
        return Math.Min(position, text.Length);
    }

    // On return the position is behind the closing bracket, or behind the text where there is none.
    private static FrontList List(string text, ref int position, int line, int depth)
    {
        var items = new List<FrontValue>();
        position++;
        while (true)
        {
            SkipBlanks(text, ref position);
            if (position >= text.Length)
            {
                position = text.Length + 1;
                return new FrontList(items, line);
            }
            if (text[position] == ']')
            {
                position++;
                return new FrontList(items, line);
            }
            if (text[position] == ',')
            {
                position++;
                continue;
            }
            items.Add(Item(text, ref position, ']', line, depth));
        }
    }

    private static FrontMap Map(string text, ref int position, int line, int depth)
    {
        var entries = new List<FrontEntry>();
        position++;
        while (true)
        {
            SkipBlanks(text, ref position);
            if (position >= text.Length)
            {
                position = text.Length + 1;
                return new FrontMap(entries, line);
            }
            if (text[position] == '}')
            {
                position++;
                return new FrontMap(entries, line);
            }
            if (text[position] == ',')
            {
                position++;
                continue;
            }
            var start = position;
            while (position < text.Length && text[position] is not (':' or ',' or '}'))
                position++;
            var key = text[start..position].Trim().Trim('"', '\'');
            if (position < text.Length && text[position] == ':')
            {
                position++;
                SkipBlanks(text, ref position);
                if (position < text.Length && text[position] is not (',' or '}'))
                {
                    entries.Add(new FrontEntry(key, Item(text, ref position, '}', line, depth), line));
                    continue;
                }
            }
            entries.Add(new FrontEntry(key, new FrontScalar("", false, line), line));
        }
    }

    private static FrontValue Item(string text, ref int position, char close, int line, int depth)
    {
        if (depth < MaxDepth && text[position] == '[')
            return List(text, ref position, line, depth + 1);
        if (depth < MaxDepth && text[position] == '{')
            return Map(text, ref position, line, depth + 1);
        if (text[position] is '"' or '\'')
        {
            var (value, end) = FrontQuotes.Read(text, position);
            if (end > 0 && value.Length < 1000 && text.AsSpan(end).TrimStart() is [] or [',' or ']' or '}', ..])
            {
                position = end;
                return new FrontScalar(value, true, line);
            }
        }
        var start = position;
        var nested = 0;
        for (; position < text.Length; position++)
        {
            var c = text[position];
            // A bound, because every item of "[a [x, a [x, …" would be read to the end of the text.
            if (nested > 0 && position - start > MaxNestedItem)
                break;
            if (c == ',' && nested == 0)
                break;
            if (c == '[')
                nested++;
            else if (c == close && nested == 0)
                break;
            else if (c == ']' && nested > 0)
                nested--;
        }
        // An opening bracket inside an item that nothing closes is text, and its item ends at the next comma.
        if (nested > 0)
        {
            position = start;
            while (position < text.Length && text[position] != ',' && text[position] != close)
                position++;
        }
        return new FrontScalar(text[start..position].Trim(), false, line);
    }

    private static void SkipBlanks(string text, ref int position)
    {
        while (position < text.Length && char.IsWhiteSpace(text[position]))
            position++;
    }
}
