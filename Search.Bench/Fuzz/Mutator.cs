using System.Text;

namespace Search.Bench.Fuzz;

/// <summary>Breaks bytes at random: flips, cuts, doubles, swaps, splices, and puts in what parsers stumble over, once or a thousand times.</summary>
internal sealed class Mutator(Random random)
{
    private const int MaxBytes = 96 * 1024;

    private static readonly byte[][] Tokens =
    [
        .. new[]
        {
            "---", "\n---\n", "+++", "\n", "\r\n", "\r", "\t", " ", "    ", ":", ": ", "- ", "[", "]", "{", "}", "[[", "]]", "{{", "}}", "{%", "%}", "{% raw %}", "{% endraw %}", "{% comment %}", "{% highlight x %}",
            "{{<", ">}}", "{{% x %}}", "{:", "{::comment}", "<", ">", "</", "<!--", "-->", "<![CDATA[", "]]>", "<item>", "</item>", "<div>", "</div>", "<table>", "<pre>", "<script>", "<style>", "<svg>", "<p><b><i><a href=x>",
            "&", "&amp;", "&#x110000;", "&#0;", "*", "**", "_", "~~", "`", "```", "~~~", "|", "|---|", "\n|", "#", "\n# ", "> ", ">>>>", "1. ", "- - - ", "[^", "[^1]: ", "](", "![", "](http://x y)", "\\", "\"", "'", "“", "\\u0000", "\\ud800",
            "&a ", "*a ", "!!binary ", "!<tag:", "? ", "<<: *a", "%YAML 9.9", "| ", "> ", "\"\"\"", "'''", "= ", "null", "true", "1e999", "-0", "2024-02-30", "9999-12-31 23:59:60 -1400", "0000-00-00", "\u0000", "\u0002", "\u200B", "\uFEFF",
            "\u202E", "\uFDD0", "\uFDD01\uFDD1", "\uFFFE", "[caption]", "[/caption]", "[code]", "[x y=\"", "\n\n", "\nBy ", "  \n", "title:", "tags:", "date:", "\ntags: [", "{\"", "\":", ",", ",,",
        }.Select(Encoding.UTF8.GetBytes),
        [0xFF], [0xC3], [0xED, 0xA0, 0x80], [0xFF, 0xFE], [0xFE, 0xFF], [0x80], [0xF4, 0x90, 0x80, 0x80],
    ];

    public byte[] Broken(byte[] input, byte[] other)
    {
        var bytes = input.ToList();
        for (var changes = 1 + random.Next(random.Next(4) == 0 ? 30 : 6); changes > 0; changes--)
            Change(bytes, other);
        if (bytes.Count > MaxBytes)
            bytes.RemoveRange(MaxBytes, bytes.Count - MaxBytes);
        return [.. bytes];
    }

    private void Change(List<byte> bytes, byte[] other)
    {
        var at = random.Next(bytes.Count + 1);
        var length = random.Next(Math.Min(bytes.Count - at, random.Next(3) == 0 ? 400 : 12) + 1);
        switch (random.Next(8))
        {
            case 0 when at < bytes.Count:
                bytes[at] ^= (byte)(1 << random.Next(8));
                break;
            case 1:
                bytes.RemoveRange(at, length);
                break;
            case 2:
                bytes.InsertRange(random.Next(bytes.Count + 1), bytes.GetRange(at, length));
                break;
            case 3 when random.Next(10) == 0:
                bytes.RemoveRange(at, bytes.Count - at);
                break;
            case 4:
                var from = random.Next(other.Length);
                bytes.InsertRange(at, other[from..Math.Min(other.Length, from + random.Next(300))]);
                break;
            case 5 when random.Next(3) == 0:
                // The same again and again, alone or in turn with another.
                var pattern = random.Next(2) == 0 ? Token() : [.. Token(), .. Token()];
                var times = 1 << random.Next(1, 14);
                for (var i = 0; i < times && bytes.Count < MaxBytes; i++)
                    bytes.InsertRange(Math.Min(at, bytes.Count), pattern);
                break;
            default:
                bytes.InsertRange(at, Token());
                break;
        }
    }

    private byte[] Token() => Tokens[random.Next(Tokens.Length)];
}
