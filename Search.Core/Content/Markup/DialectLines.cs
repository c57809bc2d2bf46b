using System.Text.RegularExpressions;

namespace Search.Core.Content;

/// <summary>
/// Lines that mean something to the generators' Markdown and nothing to CommonMark: kramdown's abbreviations and its <c>^</c> that ends a block,
/// the head of an alert (<c>&gt; [!NOTE]</c>), a directive on one line (<c>::card[Words]{…}</c>). Their words stay, their marks go; no line moves.
/// </summary>
internal static partial class DialectLines
{
    public static string Mend(string markdown)
    {
        if (!Marks().IsMatch(markdown))
            return markdown;
        var lines = markdown.Split('\n');
        var fence = "";
        var changed = false;
        for (var i = 0; i < lines.Length; i++)
        {
            fence = Fences.After(fence, lines[i]);
            if (fence.Length > 0 || Mended(lines[i]) is not { } mended)
                continue;
            lines[i] = mended;
            changed = true;
        }
        return changed ? string.Join('\n', lines) : markdown;
    }

    // Null for a line that stays.
    private static string? Mended(string line)
    {
        var text = line.AsSpan().TrimStart(" >\t");
        if (text.IsEmpty)
            return null;
        switch (text[0])
        {
            case '^' when line.AsSpan().TrimEnd() is "^":
                return "";
            case '*' when Abbreviation().IsMatch(line):
                return "";
            case '[' when line.Contains('>', StringComparison.Ordinal) && Alert().Match(line) is { Success: true } alert:
                return alert.Groups[1].Value + alert.Groups[2].Value;
            case ':' when Directive().Match(line) is { Success: true } directive:
                return directive.Groups[1].Value;
            default:
                return null;
        }
    }

    [GeneratedRegex(@"^[> \t]{0,20}(?:\^|\*\[|\[!|::[a-zA-Z])", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex Marks();

    // *[HTML]: HyperText Markup Language
    [GeneratedRegex(@"^ {0,3}\*\[[^\]\r]{1,200}\]:", RegexOptions.CultureInvariant)]
    private static partial Regex Abbreviation();

    // > [!NOTE]  > [!warning]- Own title
    [GeneratedRegex(@"^([> \t]{0,20}> ?)\[![A-Za-z][\w-]{0,30}\][+-]?[ \t]?(.*)$", RegexOptions.CultureInvariant)]
    private static partial Regex Alert();

    // ::name[Words]{attributes}
    [GeneratedRegex(@"^ {0,3}::[A-Za-z][\w-]{0,40}(?:\[([^\]\r]{0,500})\])?(?:\{[^}\r]{0,500}\})?\s*$", RegexOptions.CultureInvariant)]
    private static partial Regex Directive();
}
