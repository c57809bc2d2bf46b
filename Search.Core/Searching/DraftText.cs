using System.Text;

namespace Search.Core.Searching;

/// <summary>
/// A draft as it is compared: its title, its words without addresses and tags, and the addresses apart. Reads plain text, and Markdown and HTML well enough;
/// nothing of a draft is an error.
/// </summary>
internal sealed record DraftText(string Title, string Text, IReadOnlyList<string> Links)
{
    private const int MaxLinks = 64;
    private const int MaxTitleChars = 160;

    /// <summary>Title and text.</summary>
    public string Whole => $"{Title}\n\n{Text}";

    /// <param name="title">Where it is blank, the first line of the body stands in for it.</param>
    /// <param name="body">The rest of the draft.</param>
    public static DraftText Of(string title, string body)
    {
        var links = new List<string>();
        var text = WithoutAddresses(body, links);
        if (string.IsNullOrWhiteSpace(title))
            title = text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).FirstOrDefault() is { Length: <= MaxTitleChars } line ? line : "";
        return new(title, text, links);
    }

    private static string WithoutAddresses(string body, List<string> links)
    {
        var text = new StringBuilder(body.Length);
        for (var at = 0; at < body.Length;)
        {
            var rest = body.AsSpan(at);
            // [words](address "title"), href="address", and addresses as they stand.
            var (before, length) = rest.StartsWith("](") ? (2, rest[2..].IndexOfAny(") \t\r\n".AsSpan()))
                : rest.StartsWith("href=\"", StringComparison.OrdinalIgnoreCase) ? (6, rest[6..].IndexOf('"'))
                : rest.StartsWith("http://", StringComparison.OrdinalIgnoreCase) || rest.StartsWith("https://", StringComparison.OrdinalIgnoreCase) ? (0, EndOf(rest))
                : (0, -1);
            if (length > 0)
            {
                if (links.Count < MaxLinks)
                    links.Add(rest.Slice(before, length).ToString());
                text.Append(' ');
                at += before + length;
            }
            else if (rest[0] == '<' && rest.Length > 1 && (char.IsAsciiLetter(rest[1]) || rest[1] is '/' or '!') && Tag(rest, links) is > 0 and var tag)
            {
                text.Append(' ');
                at += tag;
            }
            else
                text.Append(body[at++]);
        }
        return text.ToString();
    }

    private static int EndOf(ReadOnlySpan<char> address) => address.IndexOfAny(" \t\r\n<>\"')]".AsSpan()) is >= 0 and var end ? end : address.Length;

    // Length of an HTML tag; the address of a link in it is kept.
    private static int Tag(ReadOnlySpan<char> rest, List<string> links)
    {
        const int longest = 2000;
        var end = rest[..Math.Min(rest.Length, longest)].IndexOf('>');
        if (end < 0)
            return 0;
        var href = rest[..end].IndexOf("href=\"", StringComparison.OrdinalIgnoreCase);
        if (href >= 0 && links.Count < MaxLinks && rest[(href + 6)..end].IndexOf('"') is > 0 and var length)
            links.Add(rest.Slice(href + 6, length).ToString());
        return end + 1;
    }
}
