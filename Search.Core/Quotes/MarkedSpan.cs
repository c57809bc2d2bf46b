namespace Search.Core.Quotes;

/// <summary>A stretch between quotation marks, all offsets in the post's text.</summary>
/// <param name="Open">Offset of the opening mark; equal to <paramref name="Start"/> where a paragraph goes on without one.</param>
/// <param name="Start">First character of the words.</param>
/// <param name="End">End of the words, exclusive.</param>
/// <param name="Close">End of the closing mark; equal to <paramref name="End"/> without one.</param>
/// <param name="Single">True for single marks.</param>
internal readonly record struct MarkedSpan(int Open, int Start, int End, int Close, bool Single = false)
{
    public bool IsClosed => Close > End;

    /// <summary>Adds <c>text[from..to]</c> without the blanks at its ends; nothing where there is nothing else.</summary>
    public static void AddTo(List<MarkedSpan> spans, string text, int open, int from, int to, int close)
    {
        while (from < to && char.IsWhiteSpace(text[from]))
            from++;
        var end = to;
        while (end > from && char.IsWhiteSpace(text[end - 1]))
            end--;
        if (end > from)
            spans.Add(new MarkedSpan(open, from, end, close == to ? end : close));
    }
}
