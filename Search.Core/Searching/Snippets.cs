using System.Net;
using System.Text;

namespace Search.Core.Searching;

internal static class Snippets
{
    private const int MaxChars = 240;

    public static (string Text, string Html) Best(string text, string fallback, HitTerms terms, bool whole)
    {
        var matches = text.Length == 0 ? [] : terms.In(text);
        if (whole || matches.Count == 0)
            return (fallback, Mark(fallback, terms.In(fallback)));
        var start = text.LastIndexOf(' ', Math.Max(0, matches[0].Start - 40));
        start = start < 0 ? 0 : start + 1;
        var end = Math.Min(text.Length, start + MaxChars);
        var cut = text.LastIndexOf(' ', end - 1);
        if (end < text.Length && cut > start)
            end = cut;
        var passage = text[start..end].Replace('\n', ' ');
        return (passage, Mark(passage, terms.In(passage)));
    }

    public static string Title(string title, HitTerms? terms) => Mark(title, terms?.In(title) ?? []);

    private static string Mark(string text, List<(int Start, int Length, int Term)> matches)
    {
        var html = new StringBuilder();
        var at = 0;
        foreach (var (start, length, _) in matches)
        {
            html.Append(WebUtility.HtmlEncode(text[at..start])).Append("<mark>").Append(WebUtility.HtmlEncode(text[start..(start + length)])).Append("</mark>");
            at = start + length;
        }
        return html.Append(WebUtility.HtmlEncode(text[at..])).ToString();
    }
}
