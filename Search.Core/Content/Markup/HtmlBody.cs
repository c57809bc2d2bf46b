using AngleSharp.Html.Parser;
using Search.Core.Model;

namespace Search.Core.Content;

/// <summary>
/// HTML to blocks of prose, by AngleSharp's tree, walked without recursion. HTML that nests deeper or holds more tags than a bound is
/// stripped of its tags instead.
/// </summary>
internal static class HtmlBody
{
    private const int MaxTags = 200_000;
    private const int MaxOpen = 1_000;

    // Making one costs more than parsing a piece of a post, and it keeps nothing of what it parsed.
    [ThreadStatic]
    private static HtmlParser? parser;

    /// <summary>Adds the blocks of a piece of HTML to the builder.</summary>
    /// <param name="html">A fragment or a document, with placeholders for template tags.</param>
    /// <param name="firstLine">Line of the file on which it begins.</param>
    /// <param name="prose">Takes the blocks.</param>
    /// <param name="kind">Kind of the blocks that the HTML itself gives none.</param>
    /// <param name="depth">Depth of those.</param>
    public static void Read(string html, int firstLine, ProseBuilder prose, BlockKind kind = BlockKind.Paragraph, int depth = 0)
    {
        if (ShowsNothing(html))
            return;
        if (IsRisky(html))
        {
            PlainLines.Read(html, firstLine, prose);
            return;
        }
        try
        {
            parser ??= new HtmlParser(new HtmlParserOptions { IsKeepingSourceReferences = true, IsScripting = false });
            using var document = parser.ParseDocument(html);
            new HtmlWalk(prose, firstLine, kind, depth).Walk(document.Body);
        }
        catch (Exception exception) when (ParserFault.Is(exception))
        {
            PlainLines.Read(html, firstLine, prose);
        }
        prose.End();
    }

    // Most pieces of HTML in Markdown are a tag or two around Markdown; a parser for each would cost more than the rest of the post.
    private static bool ShowsNothing(string html)
    {
        for (var i = 0; i < html.Length;)
        {
            if (char.IsWhiteSpace(html[i]))
            {
                i++;
                continue;
            }
            if (html[i] != '<')
                return false;
            if (html.AsSpan(i).StartsWith("<!--"))
            {
                var end = html.IndexOf("-->", i + 4, StringComparison.Ordinal);
                if (end < 0)
                    return false;
                i = end + 3;
                continue;
            }
            var close = html.IndexOf('>', i);
            if (close < 0 || !IsSilent(html.AsSpan(i + 1, close - i - 1)))
                return false;
            i = close + 1;
        }
        return true;
    }

    private static bool IsSilent(ReadOnlySpan<char> tag)
    {
        tag = tag.TrimStart('/');
        var length = 0;
        while (length < tag.Length && char.IsAsciiLetterOrDigit(tag[length]))
            length++;
        return tag[..length] is "div" or "p" or "span" or "center" or "section" or "article" or "figure" or "figcaption" or "br" or "table" or "tr" or "td" or "th" or "tbody" or "thead" or "ul" or "ol" or "li"
            or "aside" or "details" or "summary" or "header" or "footer" or "main" or "form" or "label";
    }

    // The parser's work grows with the formatting elements that are left open at each block.
    private static bool IsRisky(string html)
    {
        int tags = 0, open = 0, deepest = 0;
        for (var i = html.IndexOf('<'); i >= 0 && i + 1 < html.Length; i = html.IndexOf('<', i + 1))
        {
            tags++;
            if (html[i + 1] == '/')
                open = Math.Max(0, open - 1);
            else if (char.IsAsciiLetter(html[i + 1]) && !IsVoid(html, i + 1))
                deepest = Math.Max(deepest, ++open);
        }
        return tags > MaxTags || deepest > MaxOpen;
    }

    private static bool IsVoid(string html, int start)
    {
        var name = html.AsSpan(start, Math.Min(7, html.Length - start));
        foreach (var candidate in (ReadOnlySpan<string>)["br", "img", "hr", "input", "li", "p", "td", "tr", "th", "source", "meta", "link", "dt", "dd", "option", "col", "wbr"])
            if (name.StartsWith(candidate, StringComparison.OrdinalIgnoreCase) && name.Length > candidate.Length && !char.IsAsciiLetterOrDigit(name[candidate.Length]))
                return true;
        return false;
    }
}
