using System.Globalization;
using System.Text;

namespace Search.Core.Content;

/// <summary>The difference of a file and its mended lines as a unified diff that <c>git apply</c> and <c>patch -p1</c> take; line ends and marks stay as they are.</summary>
internal static class FilePatch
{
    private const int Context = 3;

    /// <summary>The patch of two texts of a file that share their beginning and their end.</summary>
    /// <returns>Empty where both are the same, or where the lines end with <c>\r</c> alone.</returns>
    public static string Of(string path, string before, string after)
    {
        if (before == after || SourceLines.Of(Encoding.UTF8.GetBytes(before)) is not { } old || SourceLines.Of(Encoding.UTF8.GetBytes(after)) is not { } changed)
            return "";
        var head = 0;
        while (head < old.Count && head < changed.Count && Same(old[head], changed[head]))
            head++;
        var tail = 0;
        while (tail < old.Count - head && tail < changed.Count - head && Same(old[^(tail + 1)], changed[^(tail + 1)]))
            tail++;
        for (var i = head; i < changed.Count; i++)
            changed[i] = changed[i] with { Origin = i < changed.Count - tail ? -1 : old.Count - (changed.Count - i) };
        return Of(path, old, changed);

        static bool Same(SourceLine one, SourceLine other) => one.Text == other.Text && one.End == other.End;
    }

    /// <param name="path">Path of the file, with forward slashes, from where the patch is to be applied.</param>
    /// <param name="before">The file's lines.</param>
    /// <param name="after">The same, mended, each with its origin.</param>
    public static string Of(string path, IReadOnlyList<SourceLine> before, IReadOnlyList<SourceLine> after)
    {
        var steps = Steps(before, after);
        var patch = new StringBuilder();
        patch.Append("--- ").Append(Name("a/" + path)).Append('\n').Append("+++ ").Append(Name("b/" + path)).Append('\n');
        int oldLine = 1, newLine = 1;
        for (var i = 0; i < steps.Count;)
        {
            if (steps[i].Sign == ' ')
            {
                (oldLine, newLine, i) = (oldLine + 1, newLine + 1, i + 1);
                continue;
            }
            // A hunk goes on while no more than twice the context parts two changes.
            var start = Math.Max(0, i - Context);
            var last = i;
            for (var j = i; j < steps.Count && j - last <= 2 * Context; j++)
                last = steps[j].Sign == ' ' ? last : j;
            var end = Math.Min(steps.Count, last + Context + 1);
            var hunk = steps.GetRange(start, end - start);
            var (oldStart, newStart) = (oldLine - (i - start), newLine - (i - start));
            var (oldCount, newCount) = (hunk.Count(step => step.Sign != '+'), hunk.Count(step => step.Sign != '-'));
            patch.Append(CultureInfo.InvariantCulture, $"@@ -{(oldCount == 0 ? oldStart - 1 : oldStart)},{oldCount} +{(newCount == 0 ? newStart - 1 : newStart)},{newCount} @@\n");
            foreach (var (sign, line) in hunk)
                patch.Append(sign).Append(line.Text).Append(line.End.Length > 0 ? line.End : "\n\\ No newline at end of file\n");
            foreach (var (sign, _) in steps.GetRange(i, end - i))
            {
                oldLine += sign == '+' ? 0 : 1;
                newLine += sign == '-' ? 0 : 1;
            }
            i = end;
        }
        return patch.ToString();
    }

    private static List<(char Sign, SourceLine Line)> Steps(IReadOnlyList<SourceLine> before, IReadOnlyList<SourceLine> after)
    {
        var steps = new List<(char, SourceLine)>();
        var next = 0;
        foreach (var line in after)
        {
            for (; line.Origin >= 0 && next < line.Origin; next++)
                steps.Add(('-', before[next]));
            if (line.Origin >= 0 && line == before[line.Origin])
                steps.Add((' ', line));
            else
            {
                if (line.Origin >= 0)
                    steps.Add(('-', before[line.Origin]));
                steps.Add(('+', line));
            }
            next = line.Origin >= 0 ? line.Origin + 1 : next;
        }
        for (; next < before.Count; next++)
            steps.Add(('-', before[next]));
        return steps;
    }

    // As git writes names: in quotation marks where they hold what would end them, and a tab behind one with a blank.
    private static string Name(string path)
    {
        if (path.Any(c => char.IsControl(c) || c is '"' or '\\'))
        {
            var quoted = new StringBuilder("\"");
            foreach (var b in Encoding.UTF8.GetBytes(path))
                _ = b is < 0x20 or > 0x7E ? quoted.Append('\\').Append(Convert.ToString(b, 8).PadLeft(3, '0')) : b is (byte)'"' or (byte)'\\' ? quoted.Append('\\').Append((char)b) : quoted.Append((char)b);
            return quoted.Append('"').ToString();
        }
        return path.Contains(' ') ? path + "\t" : path;
    }
}
