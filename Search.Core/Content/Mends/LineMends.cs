using System.Globalization;
using System.Text;

namespace Search.Core.Content;

/// <summary>
/// The mend of one problem as a change of lines, for the problems whose mend is certain by their kind. It proposes; whether the file then reads the same and
/// without the problem is for <see cref="FixPlan"/> to find out.
/// </summary>
internal static class LineMends
{
    /// <summary>The lines with the problem mended; null where its mend is the author's to choose.</summary>
    public static List<SourceLine>? Of(ContentProblem problem, IReadOnlyList<SourceLine> lines)
    {
        var at = problem.Place.Line - 1;
        if (at < 0 || at >= lines.Count)
            return null;
        var text = lines[at].Text;
        return problem.Code switch
        {
            "tab-in-flow-list" => Replaced(lines, at, FlowTabs.Without(text)),
            "continued-at-margin" => Indented(lines, at),
            "tab-in-front-matter" or "tab-indent" => Replaced(lines, at, text.Replace("\t", problem.Code == "tab-indent" ? "  " : " ", StringComparison.Ordinal)),
            "misspelt-key" when problem.ReadAs is { } meant && FrontLine.Key(text.TrimStart('\uFEFF')) is { } key => Replaced(lines, at, ReplacedFirst(text, key.Name, meant)),
            "duplicate-key" when Value(text) is "" or "[]" or "''" or "\"\"" => Without(lines, at, 1),
            "front-matter-not-first" => Without(lines, 0, at),
            "front-matter-not-opened" => With(lines, at, "---"),
            "front-matter-not-closed" when NumberIn(problem.ReadAs) is { } last && last <= lines.Count => With(lines, last, text.TrimStart('\uFEFF').TrimEnd() is ['+', ..] ? "+++" : "---"),
            "control-character" or "zero-width-character" => Visible(lines),
            "date-odd" when problem.ReadAs is { } date => Replaced(lines, at, Head(text) + date),
            "missing-bracket" => Replaced(lines, at, Bracketed(text)),
            "string-for-list" when Value(text) is { Length: > 0 } value && value[0] is not ('"' or '\'' or '|' or '>') => Replaced(lines, at, Bracketed(text)),
            "unclosed-list" or "unclosed-quote" when problem.Mend is { Length: > 0 } mend => Replaced(lines, at, text.TrimEnd() + mend[^1]),
            "colon-in-item" when problem.ReadAs is { } item && !item.Contains('"') && text.Contains(item, StringComparison.Ordinal) => Replaced(lines, at, ReplacedFirst(text, item, $"\"{item}\"")),
            _ => null,
        };
    }

    private static List<SourceLine>? Replaced(IReadOnlyList<SourceLine> lines, int at, string text)
    {
        if (lines[at].Text == text)
            return null;
        var mended = lines.ToList();
        mended[at] = lines[at] with { Text = text };
        return mended;
    }

    // The line and those that go on after it, up to the next key.
    private static List<SourceLine>? Indented(IReadOnlyList<SourceLine> lines, int at)
    {
        var mended = lines.ToList();
        for (; at < lines.Count && lines[at].Text is { Length: > 0 } text && text[0] is not (' ' or '\t') && !text.StartsWith("---", StringComparison.Ordinal) && (FrontLine.Key(text) is null || at == 0); at++)
            mended[at] = lines[at] with { Text = "  " + text };
        return mended;
    }

    private static List<SourceLine>? Without(IReadOnlyList<SourceLine> lines, int at, int count)
    {
        if (count == 0)
            return null;
        var mended = lines.ToList();
        mended.RemoveRange(at, count);
        return mended;
    }

    private static List<SourceLine> With(IReadOnlyList<SourceLine> lines, int at, string text)
    {
        var mended = lines.ToList();
        var end = lines[0].End.Length > 0 ? lines[0].End : "\n";
        if (at == mended.Count)
            mended[^1] = mended[^1] with { End = end };
        mended.Insert(at, new(text, end, -1));
        return mended;
    }

    private static List<SourceLine>? Visible(IReadOnlyList<SourceLine> lines)
    {
        var mended = lines.Select((line, i) => line with { Text = Visible(line.Text, isFirst: i == 0) }).ToList();
        return mended.Zip(lines).Any(pair => pair.First.Text != pair.Second.Text) ? mended : null;
    }

    private static string Visible(string text, bool isFirst)
    {
        var visible = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
            if (text[i] == '\t' || (!char.IsControl(text[i]) && text[i] is not ('\u200B' or '\u2060')) || (isFirst && i == 0 && text[i] == '\uFEFF'))
                visible.Append(text[i]);
        return visible.ToString();
    }

    // "key: " with the blank behind the colon.
    private static string Head(string text)
    {
        var colon = text.IndexOf(':');
        return colon < 0 ? text : text[..(colon + 1)] + " ";
    }

    private static string? Value(string text) => text.IndexOf(':') is >= 0 and var colon ? text[(colon + 1)..].Trim() : null;

    private static string Bracketed(string text)
    {
        var value = Value(text) ?? "";
        return $"{Head(text)}{(value.StartsWith('[') ? "" : "[")}{value}{(value.EndsWith(']') ? "" : "]")}";
    }

    private static string ReplacedFirst(string text, string old, string replacement) =>
        text.IndexOf(old, StringComparison.Ordinal) is >= 0 and var at ? text[..at] + replacement + text[(at + old.Length)..] : text;

    private static int? NumberIn(string? text)
    {
        var digits = new string([.. (text ?? "").Where(char.IsAsciiDigit)]);
        return int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
    }
}
