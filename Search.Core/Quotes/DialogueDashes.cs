namespace Search.Core.Quotes;

/// <summary>
/// Finds the speech of a paragraph that a dash opens, as Spanish, French, Italian and Portuguese print it: <c>—No vamos —dijo X—. Es tarde.</c>,
/// <c>— Je reste, dit X.</c> A paragraph without a remark that says who speaks is left alone: it may be an item of a list. One pass.
/// </summary>
internal static class DialogueDashes
{
    /// <summary>Adds the speech of <c>text[start..end]</c> to <paramref name="spans"/>, in order; nothing where the paragraph has none.</summary>
    public static void Read(string text, int start, int end, Tongue tongue, List<MarkedSpan> spans)
    {
        var open = start;
        while (open < end && char.IsWhiteSpace(text[open]))
            open++;
        if (open >= end || !IsDash(text[open]) || RemarkOf(text, open + 1, end, tongue) is not (> 0 and var remark))
            return;
        MarkedSpan.AddTo(spans, text, open, open + 1, remark, remark + 1);
        if (!IsDash(text[remark]))
            return;
        var close = text.AsSpan(remark + 1, end - remark - 1).IndexOfAny('—', '–', '―');
        if (close < 0)
            return;
        close += remark + 1;
        var from = close + 1;
        while (from < end && (char.IsWhiteSpace(text[from]) || text[from] is '.' or ',' or ':' or ';'))
            from++;
        MarkedSpan.AddTo(spans, text, close, from, end, end);
    }

    // The mark before “dijo X”: a dash, or a comma, a question or an exclamation mark.
    private static int RemarkOf(string text, int from, int end, Tongue tongue)
    {
        for (var i = from + 1; i < end; i++)
        {
            if (!IsDash(text[i]) && text[i] is not (',' or '?' or '!' or '…'))
                continue;
            var word = i + 1;
            while (word < end && char.IsWhiteSpace(text[word]))
                word++;
            var stop = word;
            while (stop < end && (char.IsLetter(text[stop]) || text[stop] == '-' && stop > word))
                stop++;
            if (stop == word || char.IsUpper(text[word]))
                continue;
            var written = text.AsSpan(word, stop - word);
            if (tongue.KindOf(written) == WordKind.Verb || tongue.HasPronounBehind(written, out _, out _) || IsDash(text[i]) && tongue.KindOf(written) == WordKind.Auxiliary)
                return i;
        }
        return -1;
    }

    private static bool IsDash(char c) => c is '—' or '–' or '―';
}
