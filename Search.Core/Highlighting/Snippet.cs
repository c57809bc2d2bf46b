using System.Buffers;
using System.Text;

namespace Search.Core.Highlighting;

/// <summary>
/// A piece of a text to show, with the stretches to be marked. It holds no control characters, no unpaired surrogates and no two blanks in a
/// row; the ranges lie in it in order, without overlap, and never cut a character in two.
/// </summary>
/// <param name="Text">Plain text, not escaped.</param>
/// <param name="Ranges">What to mark in <paramref name="Text"/>.</param>
/// <param name="PrefixEllipsis">The paragraph begins before the piece does.</param>
/// <param name="SuffixEllipsis">The paragraph goes on after the piece.</param>
internal sealed record Snippet(string Text, IReadOnlyList<MarkedRange> Ranges, bool PrefixEllipsis = false, bool SuffixEllipsis = false)
{
    public static Snippet Empty { get; } = new("", []);

    /// <summary>The whole text with its matches marked, as for a title.</summary>
    public static Snippet Whole(string text, ReadOnlySpan<TokenMatch> matches)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Of(text, 0, text.Length, TokenMatch.InOrder(text, matches));
    }

    /// <summary>Escaped text with <c>mark</c> as the only element, and an ellipsis where the piece was cut out of more.</summary>
    public string ToHtml() => (PrefixEllipsis ? "…" : "") + MarkedHtml.Of(Text, Ranges) + (SuffixEllipsis ? "…" : "");

    /// <summary>The same without marks, as plain text.</summary>
    public string ToPlainText() => (PrefixEllipsis ? "…" : "") + Text + (SuffixEllipsis ? "…" : "");

    /// <summary>A stretch of a text; <paramref name="matches"/> are in order and inside the text.</summary>
    internal static Snippet Of(string text, int start, int end, ReadOnlySpan<TokenMatch> matches, bool prefixEllipsis = false, bool suffixEllipsis = false)
    {
        var ranges = Merged(start, end, matches);
        var clean = new StringBuilder(end - start);
        var marked = new List<MarkedRange>(ranges.Count);
        var range = 0;
        var open = -1;
        var hasBlankBefore = false;
        for (var i = start; i < end;)
        {
            if (Rune.DecodeFromUtf16(text.AsSpan(i, end - i), out var rune, out var size) != OperationStatus.Done)
                rune = Rune.ReplacementChar;
            var at = i;
            i += size;
            if (Rune.IsWhiteSpace(rune))
                hasBlankBefore = true;
            if (Rune.IsWhiteSpace(rune) || Rune.IsControl(rune))
                continue;
            for (; range < ranges.Count && ranges[range].End <= at; range++)
                Close();
            var isMarked = range < ranges.Count && ranges[range].Start < i;
            if (hasBlankBefore && clean.Length > 0)
                clean.Append(' ');
            hasBlankBefore = false;
            if (isMarked && open < 0)
                open = clean.Length;
            clean.Append(rune.ToString());
        }
        Close();
        return new Snippet(clean.ToString(), marked, prefixEllipsis, suffixEllipsis);

        void Close()
        {
            if (open >= 0)
                marked.Add(new MarkedRange(open, clean.Length - open));
            open = -1;
        }
    }

    private static List<MarkedRange> Merged(int start, int end, ReadOnlySpan<TokenMatch> matches)
    {
        var merged = new List<MarkedRange>();
        foreach (var match in matches)
        {
            var from = Math.Max(match.Start, start);
            var to = Math.Min(match.End, end);
            if (from >= to)
                continue;
            if (merged.Count > 0 && from < merged[^1].End)
                merged[^1] = new MarkedRange(merged[^1].Start, Math.Max(merged[^1].End, to) - merged[^1].Start);
            else
                merged.Add(new MarkedRange(from, to - from));
        }
        return merged;
    }
}
