using System.Text;

namespace Search.Core.Quotes;

/// <summary>
/// Links to words in a page: <c>page#:~:text=[prefix-,]start[,end][,-suffix]</c> (WICG, URL Fragment Text Directives). Short words are given whole, long
/// ones by their first and last words; where those words stand earlier in the text as well, the words before or after them are added.
/// </summary>
public static class TextFragment
{
    private const int MaxWholeChars = 90;
    private const int EndWords = 5;
    private const int MaxEndWords = 16;
    private const int MaxContextWords = 6;

    /// <summary>
    /// The URL with a directive for <c>postText[start..end]</c>; the URL itself where the stretch holds no word.
    /// </summary>
    /// <param name="url">The page, with or without a fragment of its own, which is kept.</param>
    /// <param name="postText">The page's text.</param>
    /// <param name="start">Start of the words.</param>
    /// <param name="end">Their end, exclusive.</param>
    /// <exception cref="ArgumentOutOfRangeException">The stretch is not inside the text.</exception>
    public static string Link(string url, string postText, int start, int end)
    {
        ArgumentNullException.ThrowIfNull(url);
        ArgumentNullException.ThrowIfNull(postText);
        ArgumentOutOfRangeException.ThrowIfNegative(start);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(end, postText.Length);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(start, end);
        while (start < end && !IsWord(postText[start]))
            start++;
        while (end > start && !IsWord(postText[end - 1]))
            end--;
        if (start == end)
            return url;
        var link = new StringBuilder(url, url.Length + 128);
        link.Append(url.Contains(":~:", StringComparison.Ordinal) ? "&text=" : url.Contains('#', StringComparison.Ordinal) ? ":~:text=" : "#:~:text=");
        var whole = postText.AsSpan(start, end - start);
        if (whole.Length <= MaxWholeChars && !whole.Contains('\n'))
            AppendWhole(link, postText, start, end);
        else
            AppendRange(link, postText, start, end);
        return link.ToString();
    }

    private static void AppendWhole(StringBuilder link, string text, int start, int end)
    {
        if (FirstIs(text, 0, start, end))
        {
            Append(link, text.AsSpan(start, end - start));
            return;
        }
        // The same words stand above: the words before them, then those after them, tell which are meant.
        var before = ContextBefore(text, start, end);
        if (before < start)
        {
            Append(link, text.AsSpan(before, start - before));
            link.Append("-,");
        }
        Append(link, text.AsSpan(start, end - start));
        var after = ContextAfter(text, end);
        if (after > end && !FirstIs(text, 0, before, end))
        {
            link.Append(",-");
            Append(link, text.AsSpan(end, after - end));
        }
    }

    private static void AppendRange(StringBuilder link, string text, int start, int end)
    {
        var headEnd = start;
        for (var words = 0; words < MaxEndWords && headEnd < end; words++)
        {
            if (WordEnd(text, headEnd, end) is var next && next < 0)
                break;
            headEnd = next;
            if (words + 1 >= EndWords && FirstIs(text, 0, start, headEnd))
                break;
        }
        var tailStart = end;
        for (var words = 0; words < MaxEndWords && tailStart > headEnd; words++)
        {
            if (WordStart(text, tailStart, headEnd) is var next && next < 0)
                break;
            tailStart = next;
            if (words + 1 >= EndWords && FirstIs(text, headEnd, tailStart, end))
                break;
        }
        var before = FirstIs(text, 0, start, headEnd) ? start : ContextBefore(text, start, headEnd);
        if (before < start)
        {
            Append(link, text.AsSpan(before, start - before));
            link.Append("-,");
        }
        Append(link, text.AsSpan(start, headEnd - start));
        if (tailStart < end)
        {
            link.Append(',');
            Append(link, text.AsSpan(tailStart, end - tailStart));
        }
    }

    // Start of as many words before `start`, on its line or the end of the line above, as make the words one of a kind.
    private static int ContextBefore(string text, int start, int end)
    {
        var line = start;
        while (line > 0 && char.IsWhiteSpace(text[line - 1]))
            line--;
        var from = line;
        for (var words = 0; words < MaxContextWords && from > 0; words++)
        {
            if (WordStart(text, from, 0) is var next && next < 0)
                break;
            from = next;
            if (FirstIs(text, 0, from, end))
                break;
        }
        return from == line ? start : from;
    }

    private static int ContextAfter(string text, int end)
    {
        var from = end;
        while (from < text.Length && !IsWord(text[from]))
            from++;
        var to = from;
        for (var words = 0; words < 3 && to < text.Length && WordEnd(text, to, text.Length) is >= 0 and var next; words++)
            to = next;
        return to == from ? end : to;
    }

    // True where text[start..end], whatever its case, first occurs at `start` when one looks from `from` on.
    private static bool FirstIs(string text, int from, int start, int end) =>
        text.AsSpan(from, end - from).IndexOf(text.AsSpan(start, end - start), StringComparison.OrdinalIgnoreCase) == start - from;

    // End of the next word of a line, or -1 at the line's end: a term must not run over two blocks of the page.
    private static int WordEnd(string text, int from, int limit)
    {
        while (from < limit && !IsWord(text[from]))
            if (text[from++] == '\n')
                return -1;
        if (from >= limit)
            return -1;
        while (from < limit && !char.IsWhiteSpace(text[from]))
            from++;
        while (from > 0 && !IsWord(text[from - 1]))
            from--;
        return from;
    }

    private static int WordStart(string text, int from, int limit)
    {
        while (from > limit && !IsWord(text[from - 1]))
            if (text[--from] == '\n')
                return -1;
        if (from <= limit)
            return -1;
        while (from > limit && !char.IsWhiteSpace(text[from - 1]))
            from--;
        while (!IsWord(text[from]))
            from++;
        return from;
    }

    private static bool IsWord(char c) => char.IsLetterOrDigit(c) || char.IsSurrogate(c);

    // Everything but letters, digits and “._~” is encoded: the directive's own “-”, “,” and “&” must be, the rest may be.
    private static void Append(StringBuilder link, ReadOnlySpan<char> words)
    {
        Span<byte> bytes = stackalloc byte[4];
        var blank = false;
        foreach (var rune in words.Trim().EnumerateRunes())
        {
            if (Rune.IsWhiteSpace(rune))
            {
                blank = true;
                continue;
            }
            if (blank)
                link.Append("%20");
            blank = false;
            if (rune.IsAscii && (char.IsAsciiLetterOrDigit((char)rune.Value) || rune.Value is '.' or '_' or '~'))
            {
                link.Append((char)rune.Value);
                continue;
            }
            foreach (var part in bytes[..rune.EncodeToUtf8(bytes)])
                link.Append('%').Append(part.ToString("X2", System.Globalization.CultureInfo.InvariantCulture));
        }
    }
}
