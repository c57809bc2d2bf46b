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
}
