namespace Search.Core.Quotes;

/// <summary>
/// Quotations between single marks (headlines, British print), outside of double ones. An apostrophe is not a closing mark: a closing one is followed
/// by no letter, and has punctuation beside it or nothing better after it.
/// </summary>
internal static class SingleMarks
{
    // Longer ones are more often an apostrophe's doing than a quotation.
    private const int MaxChars = 600;

    /// <summary>Adds the stretches between single marks in the gaps of <c>spans[first..]</c>, and keeps the list in order.</summary>
    public static void Read(string text, int start, int end, List<MarkedSpan> spans, int first)
    {
        if (text.AsSpan(start, end - start).IndexOfAny('‘', '\'') < 0)
            return;
        var outer = spans.Count;
        var from = start;
        for (var s = first; s <= outer; s++)
        {
            var to = s < outer ? spans[s].Open : end;
            ReadGap(text, from, to, start, spans);
            if (s < outer)
                from = spans[s].Close;
        }
        if (spans.Count > outer)
            spans.Sort(first, spans.Count - first, Comparer<MarkedSpan>.Create(static (a, b) => a.Open.CompareTo(b.Open)));
    }

    private static void ReadGap(string text, int from, int to, int start, List<MarkedSpan> spans)
    {
        var budget = Math.Max(0, to - from) * 4; // a text of nothing but marks stays linear
        for (var i = from; i < to && budget > 0; i++)
        {
            if (text[i] is not ('‘' or '\'') || !Opens(text, i, start, to))
                continue;
            var close = ClosingOf(text, i, to, ref budget);
            if (close < 0)
                continue;
            spans.Add(new MarkedSpan(i, i + 1, close, close + 1, Single: true));
            i = close;
        }
    }

    private static bool Opens(string text, int i, int start, int to)
    {
        if (i + 1 >= to || !char.IsLetter(text[i + 1]) && text[i + 1] is not ('[' or '…' or '.'))
            return false;
        return i == start || char.IsWhiteSpace(text[i - 1]) || text[i - 1] is '(' or '[' or '—' or '–' or '/';
    }

    private static int ClosingOf(string text, int open, int to, ref int budget)
    {
        var curly = text[open] == '‘';
        var last = Math.Min(to, open + MaxChars);
        for (var i = open + 2; i < last; i++)
        {
            budget--;
            var c = text[i];
            if (curly && c == '‘')
                return -1;
            if (c is not ('’' or '\'') || char.IsWhiteSpace(text[i - 1]))
                continue;
            var after = i + 1 < to ? text[i + 1] : ' ';
            if (char.IsLetterOrDigit(after))
                continue;
            // The workers’ rights: a plural's apostrophe is not the end where another closing mark follows with punctuation.
            if (char.IsLetter(text[i - 1]) && text[i - 1] is 's' or 'S' && char.IsWhiteSpace(after) && HasLaterClose(text, i + 1, last, curly, ref budget))
                continue;
            return i;
        }
        return -1;
    }

    private static bool HasLaterClose(string text, int from, int to, bool curly, ref int budget)
    {
        for (var i = from; i < to && budget > 0; i++)
        {
            budget--;
            if (text[i] is '‘' || !curly && text[i] == '\'' && i > 0 && char.IsWhiteSpace(text[i - 1]))
                return false;
            if (text[i] is '’' or '\'' && (text[i - 1] is '.' or ',' or '?' or '!' || i + 1 < to && text[i + 1] is '.' or ',' or ':' or ';'))
                return true;
        }
        return false;
    }
}
