using System.Net;
using System.Text;

namespace Search.Core.Content;

/// <summary>An element of a piece of XML.</summary>
/// <param name="Name">With its prefix.</param>
/// <param name="Attributes">As written.</param>
/// <param name="Inner">Its content as written.</param>
/// <param name="Line">Line on which its content begins.</param>
internal sealed record XmlElement(string Name, string Attributes, string Inner, int Line)
{
    /// <summary>Its text: CDATA sections as they are, the five entities and numeric references of the rest resolved, no others.</summary>
    public string Text
    {
        get
        {
            if (!Inner.Contains("<![CDATA[", StringComparison.Ordinal))
                return WebUtility.HtmlDecode(Inner);
            var text = new StringBuilder(Inner.Length);
            for (var i = 0; i < Inner.Length;)
            {
                var open = Inner.IndexOf("<![CDATA[", i, StringComparison.Ordinal);
                if (open < 0)
                    open = Inner.Length;
                // Only line ends and blanks stand between the sections and the tags, or nothing at all.
                if (!Inner.AsSpan(i, open - i).IsWhiteSpace())
                    text.Append(WebUtility.HtmlDecode(Inner[i..open]));
                if (open == Inner.Length)
                    break;
                var close = Inner.IndexOf("]]>", open, StringComparison.Ordinal);
                text.Append(Inner, open + 9, (close < 0 ? Inner.Length : close) - open - 9);
                i = close < 0 ? Inner.Length : close + 3;
            }
            return text.ToString();
        }
    }

    /// <summary>Value of an attribute; null where it has none of that name.</summary>
    public string? Attribute(string name)
    {
        var at = Attributes.IndexOf(name + "=", StringComparison.Ordinal);
        if (at < 0 || at + name.Length + 2 > Attributes.Length)
            return null;
        var quote = Attributes[at + name.Length + 1];
        var end = quote is '"' or '\'' ? Attributes.IndexOf(quote, at + name.Length + 2) : -1;
        return end < 0 ? null : WebUtility.HtmlDecode(Attributes[(at + name.Length + 2)..end]);
    }
}

/// <summary>
/// The elements on the upper level of a piece of XML, whether the piece is well-formed or not: an element that is not closed ends at the next tag,
/// a CDATA section that is not closed at the end of the piece.
/// </summary>
internal static class XmlElements
{
    private const int MaxUnclosed = 32;

    public static IEnumerable<XmlElement> Of(string xml, int firstLine)
    {
        var unclosed = 0;
        int line = firstLine, counted = 0;
        for (var at = xml.IndexOf('<'); at >= 0 && at + 1 < xml.Length; at = NextTag(xml, at))
        {
            if (!IsNameStart(xml[at + 1]))
            {
                at = Skip(xml, at);
                continue;
            }
            var nameEnd = at + 1;
            while (nameEnd < xml.Length && (IsNameStart(xml[nameEnd]) || char.IsAsciiDigit(xml[nameEnd]) || xml[nameEnd] is ':' or '-' or '.'))
                nameEnd++;
            var tagEnd = TagEnd(xml, nameEnd);
            if (tagEnd < 0)
                yield break;
            var name = xml[(at + 1)..nameEnd];
            var isEmpty = xml[tagEnd - 1] == '/';
            var attributes = xml[nameEnd..(isEmpty ? Math.Max(nameEnd, tagEnd - 1) : tagEnd)];
            line += xml.AsSpan(counted, tagEnd + 1 - counted).Count('\n');
            counted = tagEnd + 1;
            if (isEmpty)
            {
                at = tagEnd;
                yield return new XmlElement(name, attributes, "", line);
                continue;
            }
            var end = unclosed < MaxUnclosed ? Closing(xml, tagEnd + 1, name) : -1;
            if (end < 0)
            {
                unclosed++;
                end = ContentEnd(xml, tagEnd + 1);
            }
            yield return new XmlElement(name, attributes, xml[(tagEnd + 1)..end], line);
            at = Math.Max(end - 1, tagEnd);
        }
    }

    private static int NextTag(string xml, int from) => from + 1 >= xml.Length ? -1 : xml.IndexOf('<', from + 1);

    // Comments, CDATA, closing tags, declarations.
    private static int Skip(string xml, int at)
    {
        var close = xml.AsSpan(at).StartsWith("<!--") ? xml.IndexOf("-->", at, StringComparison.Ordinal)
            : xml.AsSpan(at).StartsWith("<![CDATA[") ? xml.IndexOf("]]>", at, StringComparison.Ordinal)
            : at;
        return close < 0 ? xml.Length - 1 : close;
    }

    private static int TagEnd(string xml, int from)
    {
        var quote = '\0';
        for (var i = from; i < xml.Length; i++)
            if (quote != '\0')
                quote = xml[i] == quote ? '\0' : quote;
            else if (xml[i] is '"' or '\'')
                quote = xml[i];
            else if (xml[i] is '>')
                return i;
            else if (xml[i] is '<')
                return -1;
        return -1;
    }

    private static int Closing(string xml, int from, string name)
    {
        for (var i = xml.IndexOf('<', from); i >= 0; i = NextTag(xml, i))
        {
            if (xml.AsSpan(i).StartsWith("<![CDATA["))
            {
                i = xml.IndexOf("]]>", i, StringComparison.Ordinal);
                if (i < 0)
                    return -1;
            }
            else if (xml.AsSpan(i + 1).StartsWith("/") && xml.AsSpan(i + 2).StartsWith(name) && i + 2 + name.Length < xml.Length && xml[i + 2 + name.Length] is '>' or ' ' or '\n')
                return i;
        }
        return -1;
    }

    private static int ContentEnd(string xml, int from)
    {
        for (var i = xml.IndexOf('<', from); i >= 0; i = NextTag(xml, i))
        {
            if (!xml.AsSpan(i).StartsWith("<![CDATA["))
                return i;
            i = xml.IndexOf("]]>", i, StringComparison.Ordinal);
            if (i < 0)
                return xml.Length;
        }
        return xml.Length;
    }

    private static bool IsNameStart(char c) => char.IsLetter(c) || c == '_';
}
