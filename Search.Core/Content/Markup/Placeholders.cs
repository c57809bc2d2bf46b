using System.Globalization;
using System.Text;

namespace Search.Core.Content;

/// <summary>What stands in the source in the place of a placeholder.</summary>
internal enum PlaceholderKind
{
    /// <summary>Nothing that a reader sees.</summary>
    Nothing,

    /// <summary>Words: an evaluated literal, the words of an image tag.</summary>
    Text,

    /// <summary>Template code that the site shows as such.</summary>
    Code,

    /// <summary>A formula within a sentence, in TeX.</summary>
    Formula,

    /// <summary>The source path or name of another post.</summary>
    Source,

    /// <summary>An include or embed, by its name.</summary>
    Embed,

    /// <summary>An id given by an attribute list.</summary>
    AttributeId,

    /// <summary>Where the site puts a table of contents.</summary>
    TableOfContents,
}

/// <summary>A template tag, attribute list or formula that was taken out of a body before it is read as Markdown.</summary>
internal sealed record Placeholder(PlaceholderKind Kind, string Text, string Source, int Line);

/// <summary>
/// The template tags and formulas of one body. Each is replaced by a mark of three or more characters (U+FDD0, digits, U+FDD1) that Markdown and HTML take for
/// an ordinary word without blanks, so that tags in link targets and attributes do not break the markup around them.
/// </summary>
internal sealed class Placeholders
{
    public const char Open = '\uFDD0';
    public const char Close = '\uFDD1';
    private const int MaxDigits = 9;

    private readonly List<Placeholder> all = [];

    public string Add(PlaceholderKind kind, string text, string source, int line)
    {
        // A tag may have a formula within it, which has its own mark by then.
        all.Add(new Placeholder(kind, kind == PlaceholderKind.Text ? text : Source(text), Source(source), line));
        return string.Create(CultureInfo.InvariantCulture, $"{Open}{all.Count - 1}{Close}");
    }

    /// <summary>The placeholder whose mark begins at <paramref name="start"/>, and the offset behind the mark.</summary>
    public Placeholder? Read(ReadOnlySpan<char> content, int start, out int end)
    {
        var digits = 0;
        end = start + 1;
        while (end < content.Length && char.IsAsciiDigit(content[end]) && digits < MaxDigits)
        {
            end++;
            digits++;
        }
        if (digits == 0 || end >= content.Length || content[end] != Close)
            return null;
        var index = int.Parse(content.Slice(start + 1, digits), NumberStyles.None, CultureInfo.InvariantCulture);
        end++;
        return index < all.Count ? all[index] : null;
    }

    /// <summary>Text with every mark replaced by what stood there in the source.</summary>
    public string Source(string content) => Replace(content, placeholder => placeholder.Source);

    /// <summary>Text with every mark replaced by the words that it stands for; a formula, in an attribute or an address, by itself.</summary>
    public string Words(string content) => Replace(content, placeholder => placeholder.Kind switch
    {
        PlaceholderKind.Text => Words(placeholder.Text),
        PlaceholderKind.Formula => placeholder.Source,
        _ => "",
    });

    /// <summary>A link's target, and whether it is the source path or name of a post.</summary>
    public (string Target, bool ToSource) Target(string url)
    {
        // Markdig escapes the marks where it normalises a target.
        url = url.Trim();
        for (var i = 0; i < url.Length; i++)
            if (url[i] == Open && Read(url, i, out _) is { Kind: PlaceholderKind.Source } source)
                return (source.Text, true);
        return (Words(url), false);
    }

    private string Replace(string content, Func<Placeholder, string> value)
    {
        var at = content.IndexOf(Open, StringComparison.Ordinal);
        if (at < 0)
            return content;
        var replaced = new StringBuilder(content.Length);
        var from = 0;
        while (at >= 0)
        {
            replaced.Append(content, from, at - from);
            if (Read(content, at, out var end) is { } placeholder)
                replaced.Append(value(placeholder));
            from = end;
            at = content.IndexOf(Open, from);
        }
        return replaced.Append(content, from, content.Length - from).ToString();
    }
}
