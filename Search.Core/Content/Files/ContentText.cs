using System.Buffers;
using System.Text;
using System.Text.Unicode;

namespace Search.Core.Content;

/// <summary>
/// The bytes of a content file as text: whatever the encoding, with line ends as <c>\n</c> and without control characters. A byte that is
/// not UTF-8 is read as Windows-1252, so that nothing is lost.
/// </summary>
internal static class ContentText
{
    // Windows-1252 for 0x80 to 0x9F; the five unused bytes are dropped like other control characters.
    private const string Windows1252 =
        "\u20AC\0\u201A\u0192\u201E\u2026\u2020\u2021\u02C6\u2030\u0160\u2039\u0152\0\u017D\0\0\u2018\u2019\u201C\u201D\u2022\u2013\u2014\u02DC\u2122\u0161\u203A\u0153\0\u017E\u0178";

    // U+FDD0 to U+FDEF are no characters; the readers use them as marks of their own, so the content may not bring them.
    private static readonly SearchValues<char> Unwanted = SearchValues.Create(
        [.. Enumerable.Range(0, 32).Where(c => c is not ('\t' or '\n')).Select(c => (char)c), '\u007F', '\uFEFF', '\uFFFE', '\uFFFF',
         .. Enumerable.Range(0xFDD0, 32).Select(c => (char)c)]);

    /// <summary>The text of a whole file.</summary>
    public static string Decode(ReadOnlySpan<byte> bytes, ProblemLog log)
    {
        var (encoding, mark) = Detect(bytes);
        if (encoding is not null)
        {
            log.Info("encoding-utf-16", 1, $"The file is {encoding.WebName}, not UTF-8", mend: "Save the file as UTF-8");
            return Tidy(encoding.GetString(bytes[mark..]), log);
        }
        bytes = bytes[mark..];
        return Tidy(Utf8.IsValid(bytes) ? Encoding.UTF8.GetString(bytes) : DecodeMixed(bytes, log), log);
    }

    private static (Encoding? Encoding, int Mark) Detect(ReadOnlySpan<byte> bytes)
    {
        if (bytes is [0xEF, 0xBB, 0xBF, ..])
            return (null, 3);
        if (bytes is [0xFF, 0xFE, 0, 0, ..])
            return (Encoding.UTF32, 4);
        // Half of a file in another encoding, or stray bytes before it: a mark, or zeros, say nothing of the rest.
        if (HasLineOfBytes(bytes))
            return (null, bytes is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..] ? 2 : 0);
        // A mark of UTF-16 before what is plainly UTF-8 is two stray bytes.
        if (bytes is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..] && !(Utf8.IsValid(bytes[2..]) && !bytes.Contains((byte)0)))
            return (bytes[0] == 0xFF ? Encoding.Unicode : Encoding.BigEndianUnicode, 2);
        // UTF-16 without a mark: in European text every other byte is zero.
        var head = bytes[..(Math.Min(bytes.Length, 1024) & ~1)];
        int evenZeros = 0, oddZeros = 0;
        for (var i = 0; i < head.Length; i += 2)
        {
            evenZeros += head[i] == 0 ? 1 : 0;
            oddZeros += head[i + 1] == 0 ? 1 : 0;
        }
        var half = head.Length / 2;
        if (half >= 4 && oddZeros > half * 6 / 10 && evenZeros <= half / 10)
            return (Encoding.Unicode, 0);
        if (half >= 4 && evenZeros > half * 6 / 10 && oddZeros <= half / 10)
            return (Encoding.BigEndianUnicode, 0);
        return (null, 0);
    }

    // In UTF-16 a Latin letter brings a zero, and of a hundred thousand million stretches of Chinese one is twenty-four letters of two such bytes each.
    private static bool HasLineOfBytes(ReadOnlySpan<byte> bytes)
    {
        const int line = 48;
        var run = 0;
        foreach (var b in bytes)
        {
            run = b is >= 0x20 and < 0x7F or (byte)'\n' or (byte)'\r' or (byte)'\t' ? run + 1 : 0;
            if (run == line)
                return true;
        }
        return false;
    }

    private static string DecodeMixed(ReadOnlySpan<byte> bytes, ProblemLog log)
    {
        var text = new StringBuilder(bytes.Length);
        int line = 1, firstLine = 0, count = 0;
        while (!bytes.IsEmpty)
        {
            if (Rune.DecodeFromUtf8(bytes, out var rune, out var used) == OperationStatus.Done)
            {
                if (rune.Value == '\n')
                    line++;
                if (rune.IsBmp)
                    text.Append((char)rune.Value);
                else
                    text.Append(rune.ToString());
                bytes = bytes[used..];
                continue;
            }
            if (count++ == 0)
                firstLine = line;
            var b = bytes[0];
            text.Append(b is >= 0x80 and < 0xA0 ? Windows1252[b - 0x80] : (char)b);
            bytes = bytes[1..];
        }
        log.Warn("encoding-not-utf-8", firstLine, $"{count} bytes are not UTF-8", "Windows-1252", "Save the file as UTF-8");
        return text.ToString();
    }

    private static string Tidy(string text, ProblemLog log)
    {
        var first = text.AsSpan().IndexOfAny(Unwanted);
        if (first < 0)
            return text;
        var tidy = new StringBuilder(text.Length);
        tidy.Append(text, 0, first);
        var dropped = 0;
        var droppedLine = 0;
        var line = 1 + text.AsSpan(0, first).Count('\n');
        for (var i = first; i < text.Length; i++)
        {
            var c = text[i];
            if (c == '\r')
            {
                if (i + 1 < text.Length && text[i + 1] == '\n')
                    i++;
                tidy.Append('\n');
                line++;
                continue;
            }
            if (c is '\f' or '\v')
                tidy.Append(' ');
            else if (Unwanted.Contains(c))
            {
                if (c != '\uFEFF' && dropped++ == 0)
                    droppedLine = line;
            }
            else
            {
                if (c == '\n')
                    line++;
                tidy.Append(c);
            }
        }
        if (dropped > 0)
            log.Info("control-character", droppedLine, $"{dropped} control characters stand in the text", "left out", "Delete them");
        return tidy.ToString();
    }
}
