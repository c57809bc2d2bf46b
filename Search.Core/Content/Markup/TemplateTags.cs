using System.Text;

namespace Search.Core.Content;

/// <summary>
/// Takes template tags (Liquid, Nunjucks, Hugo's shortcodes) and kramdown's attribute lists out of a body, outside its code, and puts
/// placeholders in their stead; lines stay where they are. What a tag shows is kept where the tag itself says it: the words of an image tag, a
/// literal, the post that a link tag names. Nothing is run.
/// </summary>
internal sealed partial class TemplateTags
{
    private readonly string body;
    private readonly int firstLine;
    private readonly Placeholders placeholders;
    private readonly TemplateContext context;
    private readonly ProblemLog log;
    private readonly StringBuilder output;
    private readonly TagEnds ends;
    private int line;
    private int noCommentEndFrom = int.MaxValue;

    private TemplateTags(string body, int firstLine, Placeholders placeholders, TemplateContext context, ProblemLog log)
    {
        this.body = body;
        this.firstLine = firstLine;
        this.placeholders = placeholders;
        this.context = context;
        this.log = log;
        ends = new TagEnds(body);
        line = firstLine;
        output = new StringBuilder(body.Length + 64);
    }

    /// <summary>The body as Markdown (or HTML) with placeholders.</summary>
    public static string TakeOut(string body, int firstLine, Placeholders placeholders, TemplateContext context, ProblemLog log) =>
        body.AsSpan().IndexOfAny('{', '\uFDD0') < 0 ? body : new TemplateTags(body, firstLine, placeholders, context, log).Run();

    private string Run()
    {
        var code = new CodeRegions(body, context.IsMarkdown);
        for (var i = 0; i < body.Length;)
        {
            var next = body.AsSpan(i).IndexOf('{');
            if (next < 0)
            {
                Copy(i, body.Length);
                break;
            }
            var at = i + next;
            Copy(i, at);
            i = Tag(at, code);
        }
        return output.ToString();
    }

    private int Tag(int at, CodeRegions code)
    {
        if (at + 1 >= body.Length)
            return CopyOne(at);
        var inCode = code.Contains(at);
        switch (body[at + 1])
        {
            case '%':
                return Statement(at, inCode);
            case '{' when at + 2 < body.Length && body[at + 2] is '<' or '%':
                return Shortcode(at, inCode);
            case '{':
                return inCode ? CopyOne(at) : Output(at);
            case '#' when !inCode && at + 2 < body.Length && body[at + 2] is ' ' or '-' or '\n':
                return ends.End(at, "#}") is > 0 and var comment ? Drop(at, comment) : CopyOne(at);
            case ':' when !inCode && context.HasAttributeLists:
                return AttributeList(at);
            case '#' or '.' when !inCode:
                return BracketAttributes(at) ?? HeadingAttributes(at);
            case var letter when !inCode && char.IsAsciiLetter(letter) && at > 0 && body[at - 1] == ')':
                return BracketAttributes(at) ?? CopyOne(at);
            default:
                return CopyOne(at);
        }
    }

    // {% name arguments %}
    private int Statement(int at, bool inCode)
    {
        var end = ends.End(at, "%}");
        if (end < 0)
            return CopyOne(at);
        var inner = body.AsSpan(at + 2, end - at - 4).Trim('-').Trim();
        var name = Word(inner);
        if (name is "raw" or "verbatim")
            return Raw(at, end, name, inCode);
        if (inCode)
            return CopyOne(at);
        if (name is "comment" && Closing(end, "comment") is { } commentEnd)
            return Drop(at, commentEnd.After);
        if (name is "highlight" or "codeblock" && Closing(end, name) is { } block)
            return Fence(at, end, block.Before, block.After);
        return Put(at, end, TemplateContext.Statement(name, inner[name.Length..].Trim().ToString()));
    }

    private int Raw(int at, int end, string name, bool inCode)
    {
        if (Closing(end, name) is not { } closing)
            return Drop(at, end);
        Drop(at, end);
        // Inside a code block what is raw is code; in prose its tags are set apart as code and its words stay.
        if (inCode)
            Copy(end, closing.Before);
        else
            CopyRaw(end, closing.Before);
        Drop(closing.Before, closing.After);
        return closing.After;
    }

    private void CopyRaw(int from, int to)
    {
        for (var i = from; i < to;)
        {
            var open = body.AsSpan(i, to - i).IndexOf('{');
            var at = open < 0 ? to : i + open;
            Copy(i, at);
            if (at >= to)
                return;
            var end = at + 1 < to ? body[at + 1] switch { '{' => ends.EndWithin(at, to, "}}"), '%' => ends.EndWithin(at, to, "%}"), _ => -1 } : -1;
            i = end > 0 ? Put(at, end, (PlaceholderKind.Code, body[at..end])) : CopyOne(at);
        }
    }

    // {{< name arguments >}} and {{% name arguments %}}
    private int Shortcode(int at, bool inCode)
    {
        var closing = body[at + 2] == '<' ? ">}}" : "%}}";
        var end = ends.End(at + 1, closing);
        if (end < 0)
            return inCode ? CopyOne(at) : Output(at);
        var inner = body.AsSpan(at + 3, end - at - 6).Trim();
        if (inner.StartsWith("/*") && inner.EndsWith("*/"))
            // The way to write a shortcode that is to be seen.
            return inCode ? CopyAll(at, end) : Put(at, end, (PlaceholderKind.Code, body[at..end].Replace("/*", "", StringComparison.Ordinal).Replace("*/", "", StringComparison.Ordinal)));
        if (inCode)
            return CopyAll(at, end);
        var name = Word(inner);
        if (name is "highlight" or "code" && ends.ShortcodeClosing(end, name) is { } block)
            return Fence(at, end, block.Before, block.After);
        var shown = TemplateContext.Shortcode(name, inner[name.Length..].Trim().ToString());
        // Hugo's figure reads its caption as Markdown.
        if (context.IsMarkdown && shown.Kind == PlaceholderKind.Text && shown.Text.AsSpan().ContainsAny("*_[`") && !shown.Text.Contains('\n'))
        {
            output.Append(shown.Text);
            return Drop(at, end);
        }
        return Put(at, end, shown);
    }

    // {{ expression }}
    private int Output(int at)
    {
        var end = ends.End(at, "}}");
        return end < 0 ? CopyOne(at) : Put(at, end, context.Expression(body[(at + 2)..(end - 2)].Trim('-').Trim(), body[at..end]));
    }

    // A fence long enough that no code closes it; it stands where the tag stood, so that lines keep their numbers.
    private int Fence(int at, int contentStart, int contentEnd, int after)
    {
        if (!AtLineStart(at))
            output.Append('\n');
        output.Append("~~~~~~~~~~~~~~~~");
        if (contentStart >= body.Length || body[contentStart] != '\n')
            output.Append('\n');
        Copy(contentStart, contentEnd);
        if (output[^1] != '\n')
            output.Append('\n');
        output.Append("~~~~~~~~~~~~~~~~");
        if (after < body.Length && body[after] != '\n')
            output.Append('\n');
        line = firstLine + Lines(0, after);
        return after;
    }

    private bool AtLineStart(int at) => at == 0 || body[at - 1] == '\n';

    private int Put(int at, int end, (PlaceholderKind Kind, string Text) content)
    {
        output.Append(placeholders.Add(content.Kind, content.Text, body[at..end], line));
        return Drop(at, end);
    }

    // Nothing is written for the tag but the ends of the lines that it covers.
    private int Drop(int at, int end)
    {
        var lines = body.AsSpan(at, end - at).Count('\n');
        output.Append('\n', lines);
        line += lines;
        return end;
    }

    private int CopyOne(int at)
    {
        output.Append(body[at]);
        return at + 1;
    }

    private int CopyAll(int at, int end)
    {
        Copy(at, end);
        return end;
    }

    private void Copy(int from, int to)
    {
        output.Append(body, from, to - from);
        line += Lines(from, to);
    }

    private int Lines(int from, int to) => body.AsSpan(from, to - from).Count('\n');

    private (int Before, int After)? Closing(int from, string name)
    {
        var wasTold = ends.IsKnownToBeOpen(from, name);
        var closing = ends.Closing(from, name);
        if (closing is null && !wasTold)
            log.Warn("template-tag-not-closed", line, $"{{% {name} %}} is not closed", "nothing", $"Write {{% end{name} %}}");
        return closing;
    }

    private static string Word(ReadOnlySpan<char> text)
    {
        var end = 0;
        while (end < text.Length && !char.IsWhiteSpace(text[end]))
            end++;
        return text[..end].ToString();
    }
}
