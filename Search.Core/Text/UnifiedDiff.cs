using System.Globalization;
using System.Text;

namespace Search.Core.Text;

/// <summary>
/// Two texts of one file → a patch that <c>git apply</c> takes. Lines keep their ends (<c>\r\n</c> too). One hunk: from the first line that
/// differs to the last, with three lines around; what stands between is given whole.
/// </summary>
/// <remarks>Format: git's, as <c>git-diff(1)</c> "Generating patch text with -p" has it.</remarks>
public static class UnifiedDiff
{
    private const int Context = 3;

    /// <param name="path">Path of the file from the folder where the patch is applied, with <c>/</c>.</param>
    /// <param name="before">The file as it is.</param>
    /// <param name="after">As it shall be.</param>
    /// <returns>Empty where both are the same.</returns>
    public static string Of(string path, string before, string after)
    {
        if (before == after)
            return "";
        var (old, changed) = (Lines(before), Lines(after));
        var head = 0;
        while (head < old.Count && head < changed.Count && old[head] == changed[head])
            head++;
        var tail = 0;
        while (tail < old.Count - head && tail < changed.Count - head && old[old.Count - 1 - tail] == changed[changed.Count - 1 - tail])
            tail++;
        var first = Math.Max(0, head - Context);
        var oldEnd = Math.Min(old.Count, old.Count - tail + Context);
        var newEnd = Math.Min(changed.Count, changed.Count - tail + Context);
        var patch = new StringBuilder();
        patch.Append("diff --git ").Append(Quoted("a/" + path)).Append(' ').Append(Quoted("b/" + path)).Append('\n');
        patch.Append("--- ").Append(Quoted("a/" + path)).Append('\n').Append("+++ ").Append(Quoted("b/" + path)).Append('\n');
        patch.Append(CultureInfo.InvariantCulture, $"@@ -{Range(first, oldEnd - first)} +{Range(first, newEnd - first)} @@\n");
        for (var i = first; i < head; i++)
            Append(patch, ' ', old[i]);
        for (var i = head; i < old.Count - tail; i++)
            Append(patch, '-', old[i]);
        for (var i = head; i < changed.Count - tail; i++)
            Append(patch, '+', changed[i]);
        for (var i = old.Count - tail; i < oldEnd; i++)
            Append(patch, ' ', old[i]);
        return patch.ToString();
    }

    private static string Range(int first, int count) => string.Create(CultureInfo.InvariantCulture, $"{(count == 0 ? first : first + 1)},{count}");

    private static void Append(StringBuilder patch, char mark, string line)
    {
        patch.Append(mark).Append(line);
        if (!line.EndsWith('\n'))
            patch.Append("\n\\ No newline at end of file\n");
    }

    private static List<string> Lines(string text)
    {
        var lines = new List<string>();
        for (var start = 0; start < text.Length;)
        {
            var end = text.IndexOf('\n', start);
            end = end < 0 ? text.Length : end + 1;
            lines.Add(text[start..end]);
            start = end;
        }
        return lines;
    }

    // As git writes names: in marks, with the bytes of UTF-8 in octal, where a name has anything but plain characters.
    private static string Quoted(string path)
    {
        if (path.All(c => c is > ' ' and < '\u007f' and not ('"' or '\\')))
            return path;
        var quoted = new StringBuilder("\"");
        foreach (var b in Encoding.UTF8.GetBytes(path))
            if (b is (byte)'"' or (byte)'\\')
                quoted.Append('\\').Append((char)b);
            else if (b is >= (byte)' ' and < 127)
                quoted.Append((char)b);
            else
                quoted.Append('\\').Append(Convert.ToString(b, 8).PadLeft(3, '0'));
        return quoted.Append('"').ToString();
    }
}
