using System.Net;
using System.Text;

namespace Search.Core.Content;

/// <summary>HTML in pieces that Markdown takes for HTML blocks: each begins on a line of its own and none holds a blank line, but for code and what is put in raw.</summary>
internal sealed class HtmlPieces
{
    private readonly StringBuilder output = new();

    /// <summary>A block of that element with escaped words.</summary>
    public void Words(string element, string? words)
    {
        if (!string.IsNullOrWhiteSpace(words))
            Element(element, Escaped(words));
    }

    /// <summary>A block of that element with inline HTML.</summary>
    public void Element(string element, string html)
    {
        if (html.Length > 0)
            Raw($"<{element}>{html}</{element}>");
    }

    /// <summary>Markdown or HTML as somebody wrote it.</summary>
    public void Raw(string? source)
    {
        if (!string.IsNullOrWhiteSpace(source))
            output.Append("\n\n").Append(source).Append("\n\n");
    }

    public void Code(string? code)
    {
        if (!string.IsNullOrWhiteSpace(code))
            Raw($"<pre><code>{WebUtility.HtmlEncode(code)}</code></pre>");
    }

    public static string Escaped(string text)
    {
        var lines = new StringBuilder(text.Length);
        foreach (var c in WebUtility.HtmlEncode(text))
            if (c != '\n' || lines.Length == 0 || lines[^1] != '\n')
                lines.Append(c);
        return lines.ToString();
    }

    public override string ToString() => output.ToString();
}
