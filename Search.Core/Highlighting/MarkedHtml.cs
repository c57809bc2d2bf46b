using System.Buffers;
using System.Text;

namespace Search.Core.Highlighting;

/// <summary>
/// Text and ranges as HTML, for the place where it leaves the program: everything is escaped, and the only element is <c>mark</c>, always
/// closed and never nested. Safe in element content and in quoted attributes, whatever the text holds.
/// </summary>
internal static class MarkedHtml
{
    /// <param name="text">Plain text. Its control characters are dropped, but for tab and line ends; unpaired surrogates become U+FFFD.</param>
    /// <param name="ranges">What to mark. Sorted, without overlap; what reaches out of the text is cut off.</param>
    public static string Of(string text, IReadOnlyList<MarkedRange> ranges)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(ranges);
        var html = new StringBuilder(text.Length + ranges.Count * 13 + 16);
        var at = 0;
        foreach (var range in ranges)
        {
            var start = Between(text, Math.Clamp(range.Start, at, text.Length), forward: false);
            var end = Between(text, Math.Clamp(range.End, start, text.Length), forward: true);
            if (start < at || start == end)
                continue;
            Escape(html, text.AsSpan(at, start - at));
            html.Append("<mark>");
            Escape(html, text.AsSpan(start, end - start));
            html.Append("</mark>");
            at = end;
        }
        Escape(html, text.AsSpan(at));
        return html.ToString();
    }

    /// <summary>The offset itself, or the next one that is not between the halves of a character.</summary>
    private static int Between(string text, int offset, bool forward) =>
        offset > 0 && offset < text.Length && char.IsLowSurrogate(text[offset]) && char.IsHighSurrogate(text[offset - 1]) ? offset + (forward ? 1 : -1) : offset;

    private static void Escape(StringBuilder html, ReadOnlySpan<char> text)
    {
        while (text.Length > 0)
        {
            var isWhole = Rune.DecodeFromUtf16(text, out var rune, out var size) == OperationStatus.Done;
            var escaped = text[0] switch
            {
                '&' => "&amp;",
                '<' => "&lt;",
                '>' => "&gt;",
                '"' => "&quot;",
                '\'' => "&#39;",
                _ => null,
            };
            if (escaped is not null)
                html.Append(escaped);
            else if (!isWhole)
                html.Append('\uFFFD');
            else if (!Rune.IsControl(rune) || text[0] is '\t' or '\n' or '\r')
                html.Append(text[..size]);
            text = text[size..];
        }
    }
}
