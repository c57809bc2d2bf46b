using System.Text;
using System.Text.Unicode;

namespace Search.Core.Content;

/// <summary>A line of a file while it is mended.</summary>
/// <param name="Text">Without its end.</param>
/// <param name="End">Its end as it stands in the file; empty for a last line without one.</param>
/// <param name="Origin">0-based line of the file that it was; -1 for a new one.</param>
internal sealed record SourceLine(string Text, string End, int Origin);

/// <summary>The lines of a file with their ends and its mark kept, so that what is not mended stays as it is to the byte.</summary>
internal static class SourceLines
{
    /// <summary>The lines; null for a file that is not UTF-8 or whose lines end with <c>\r</c> alone, which are not mended.</summary>
    public static List<SourceLine>? Of(ReadOnlySpan<byte> bytes)
    {
        if (!Utf8.IsValid(bytes) || bytes.Contains((byte)0))
            return null;
        // The mark stays in the text of the first line.
        var text = Encoding.UTF8.GetString(bytes);
        var lines = new List<SourceLine>();
        for (var start = 0; start < text.Length;)
        {
            var feed = text.IndexOf('\n', start);
            var end = feed < 0 ? text.Length : feed;
            var isReturned = feed > start && text[feed - 1] == '\r';
            var content = text[start..(isReturned ? end - 1 : end)];
            if (content.Contains('\r'))
                return null;
            lines.Add(new(content, feed < 0 ? "" : isReturned ? "\r\n" : "\n", lines.Count));
            start = end + 1;
        }
        return lines;
    }

    public static byte[] Bytes(IEnumerable<SourceLine> lines) => Encoding.UTF8.GetBytes(string.Concat(lines.Select(line => line.Text + line.End)));
}
