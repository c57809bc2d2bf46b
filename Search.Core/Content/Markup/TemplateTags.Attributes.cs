using System.Text.RegularExpressions;

namespace Search.Core.Content;

/// <content>Attribute lists: kramdown's <c>{: .class #id}</c>, and those in braces that others write behind headings, images and links.</content>
internal sealed partial class TemplateTags
{
    private const int MaxAttributeChars = 500;

    // {: .class #id key="value"}, {:toc}, {::comment} … {:/}
    private int AttributeList(int at)
    {
        var window = body.AsSpan(at, Math.Min(MaxAttributeChars, body.Length - at));
        var close = window.IndexOfAny('}', '\n');
        if (close < 0 || window[close] == '\n')
            return CopyOne(at);
        var end = at + close;
        var inner = body.AsSpan(at + 2, end - at - 2);
        end++;
        if (inner.StartsWith(":comment") && at < noCommentEndFrom)
        {
            if (body.IndexOf("{:/", end, StringComparison.Ordinal) is > 0 and var stop && body.IndexOf('}', stop) is > 0 and var stopEnd)
                return Drop(at, stopEnd + 1);
            noCommentEndFrom = at;
        }
        if (inner is "toc" || inner.StartsWith("toc "))
            return Put(at, end, (PlaceholderKind.TableOfContents, ""));
        var id = inner.IndexOf('#');
        if (id >= 0 && inner[(id + 1)..] is { Length: > 0 } rest)
        {
            var length = 0;
            while (length < rest.Length && (char.IsLetterOrDigit(rest[length]) || rest[length] is '-' or '_' or ':' or '.'))
                length++;
            return Put(at, end, (PlaceholderKind.AttributeId, rest[..length].ToString()));
        }
        // On a line of its own it says how the block beside it looks; left standing it would be the first line of a table.
        return IsAlone(at, end) ? Drop(at, end) : Put(at, end, (PlaceholderKind.Nothing, ""));
    }

    private bool IsAlone(int at, int end)
    {
        for (; at > 0 && body[at - 1] != '\n'; at--)
            if (!char.IsWhiteSpace(body[at - 1]))
                return false;
        for (; end < body.Length && body[end] != '\n'; end++)
            if (!char.IsWhiteSpace(body[end]))
                return false;
        return true;
    }

    // "![Words](image.png){.wide}", "{.wide}" on a line of its own.
    private int? BracketAttributes(int at)
    {
        var close = context.IsMarkdown ? body.AsSpan(at, Math.Min(MaxAttributeChars, body.Length - at)).IndexOfAny('}', '\n') : -1;
        if (close < 0 || body[at + close] != '}' || !AttributeNames().IsMatch(body.AsSpan(at + 1, close - 1)))
            return null;
        var end = at + close + 1;
        if (at > 0 && body[at - 1] is ')' or ']' or '`' or '*' or '_')
            return Put(at, end, (PlaceholderKind.Nothing, ""));
        return body[at + 1] == '.' && IsAlone(at, end) ? Drop(at, end) : null;
    }

    [GeneratedRegex("""^(?:[.#][A-Za-z][\w-]*|[A-Za-z][\w-]*=(?:"[^"]*"|'[^']*'|[^\s"'}]+))(?:\s+(?:[.#][A-Za-z][\w-]*|[A-Za-z][\w-]*=(?:"[^"]*"|'[^']*'|[^\s"'}]+)))*\s*$""", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex AttributeNames();

    // "## Heading {#id}", "## Heading {.class}": at the end of a heading's line.
    private int HeadingAttributes(int at)
    {
        var window = body.AsSpan(at, Math.Min(MaxAttributeChars, body.Length - at));
        var close = window.IndexOfAny('}', '\n');
        if (close < 0 || window[close] == '\n')
            return CopyOne(at);
        var end = at + close;
        var behind = end + 1;
        while (behind < body.Length && body[behind] is ' ' or '#' or '\t')
            behind++;
        if (behind < body.Length && body[behind] != '\n')
            return CopyOne(at);
        var lineStart = at == 0 ? 0 : body.LastIndexOf('\n', at - 1) + 1;
        var inner = body.AsSpan(at + 1, end - at - 1);
        var isHeading = body.AsSpan(lineStart).TrimStart() is ['#', ..];
        if (!isHeading && inner.IndexOfAny(' ', '=') < 0 && inner[0] != '#')
            return CopyOne(at);
        if (inner[0] != '#')
            return isHeading ? Put(at, end + 1, (PlaceholderKind.Nothing, "")) : CopyOne(at);
        var stop = inner.IndexOfAny(' ', '.');
        return Put(at, end + 1, (PlaceholderKind.AttributeId, (stop < 0 ? inner[1..] : inner[1..stop]).ToString()));
    }
}
