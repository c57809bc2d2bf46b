using System.Net;

namespace Search.Core.Content;

/// <summary>One HTML tag by itself, as a Markdown parser hands it over.</summary>
internal sealed record HtmlTag(string Name, bool IsClosing, bool IsSelfClosing, string Attributes)
{
    private const int MaxAttributes = 50;

    /// <summary>Reads the tag; null for comments, declarations and what is no tag.</summary>
    public static HtmlTag? Read(string source)
    {
        if (source.Length < 3 || source[0] != '<')
            return null;
        var closing = source[1] == '/';
        var start = closing ? 2 : 1;
        var end = start;
        while (end < source.Length && (char.IsAsciiLetterOrDigit(source[end]) || source[end] == '-'))
            end++;
        if (end == start)
            return null;
        var inner = source.AsSpan(end).TrimEnd('>');
        return new HtmlTag(source[start..end].ToLowerInvariant(), closing, inner.EndsWith('/'), inner.TrimEnd('/').ToString());
    }

    /// <summary>An attribute's value with entities resolved; null where there is none of that name.</summary>
    public string? Attribute(string name)
    {
        var i = 0;
        for (var count = 0; count < MaxAttributes; count++)
        {
            while (i < Attributes.Length && (char.IsWhiteSpace(Attributes[i]) || Attributes[i] == '/'))
                i++;
            var start = i;
            while (i < Attributes.Length && !char.IsWhiteSpace(Attributes[i]) && Attributes[i] is not ('=' or '/'))
                i++;
            if (i == start)
                return null;
            var key = Attributes.AsSpan(start, i - start);
            while (i < Attributes.Length && char.IsWhiteSpace(Attributes[i]))
                i++;
            if (i >= Attributes.Length || Attributes[i] != '=')
                continue;
            i++;
            while (i < Attributes.Length && char.IsWhiteSpace(Attributes[i]))
                i++;
            var value = Value(ref i);
            if (key.Equals(name, StringComparison.OrdinalIgnoreCase))
                return WebUtility.HtmlDecode(value);
        }
        return null;
    }

    private string Value(ref int i)
    {
        if (i < Attributes.Length && Attributes[i] is '"' or '\'')
        {
            var close = Attributes.IndexOf(Attributes[i], i + 1);
            var end = close < 0 ? Attributes.Length : close;
            var quoted = Attributes[(i + 1)..end];
            i = Math.Min(end + 1, Attributes.Length);
            return quoted;
        }
        var start = i;
        while (i < Attributes.Length && !char.IsWhiteSpace(Attributes[i]))
            i++;
        return Attributes[start..i];
    }
}
