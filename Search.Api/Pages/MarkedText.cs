using System.Net;

namespace Search.Api.Pages;

/// <summary>
/// Reads the <c>titleHtml</c> and <c>excerptHtml</c> of a hit, escaped text with <c>mark</c> as the only element, as data: marks become
/// elements, anything else stays text.
/// </summary>
internal static class MarkedText
{
    private const string Open = "<mark>";
    private const string Close = "</mark>";

    public static Node Of(string html)
    {
        var nodes = new List<Node?>();
        for (var at = 0; at < html.Length;)
        {
            var open = html.IndexOf(Open, at, StringComparison.Ordinal);
            var close = open < 0 ? -1 : html.IndexOf(Close, open, StringComparison.Ordinal);
            if (close < 0)
            {
                nodes.Add(WebUtility.HtmlDecode(html[at..]));
                break;
            }
            nodes.Add(WebUtility.HtmlDecode(html[at..open]));
            nodes.Add(Node.E("mark", WebUtility.HtmlDecode(html[(open + Open.Length)..close])));
            at = close + Close.Length;
        }
        return Node.All(nodes);
    }
}
