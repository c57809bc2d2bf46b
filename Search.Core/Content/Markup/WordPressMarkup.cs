using System.Net;
using System.Text;

namespace Search.Core.Content;

/// <summary>
/// A post's content as WordPress keeps it, made into HTML: blank lines part paragraphs and line ends are breaks (formatting.php, <c>wpautop</c>), shortcodes
/// (<c>[caption]</c>, <c>[embed]</c>, <c>[gallery ids="…"]</c>) give what they say themselves. Lines keep their numbers. Words in brackets that are
/// no shortcode (<c>[sic]</c>) stay.
/// </summary>
internal sealed class WordPressMarkup
{
    private const int MaxTagChars = 2000;

    private static readonly string[] Verbatim = ["pre", "script", "style", "textarea"];
    private static readonly string[] CodeNames = ["code", "sourcecode", "source", "php", "css", "js", "html", "xml", "sql", "bash", "python", "java", "csharp", "cpp"];
    private static readonly string[] EmbedNames =
    [
        "gallery", "embed", "audio", "video", "playlist", "youtube", "vimeo", "soundcloud", "tweet", "twitter", "instagram", "googlemaps", "slideshare", "wpvideo",
        "contact-form", "contact-form-7", "polldaddy", "gist", "more", "nextpage",
    ];

    private readonly string content;
    private readonly bool hasBlocks;
    private readonly StringBuilder html;
    private readonly HashSet<string> open = [];
    private readonly HashSet<string> neverClosed = [];

    private WordPressMarkup(string content)
    {
        this.content = content;
        hasBlocks = content.Contains("<!-- wp:", StringComparison.Ordinal);
        html = new StringBuilder(content.Length + 256);
    }

    public static string ToHtml(string content) => new WordPressMarkup(content).Run();

    private string Run()
    {
        for (var i = 0; i < content.Length;)
            i = content[i] switch
            {
                '<' => Tag(i),
                '[' => Bracket(i),
                '\n' => LineEnd(i),
                _ => Copy(i, i + 1),
            };
        return html.ToString();
    }

    // Tags as they are, and elements whose line ends and brackets are their own, whole.
    private int Tag(int at)
    {
        if (content.AsSpan(at).StartsWith("<!--"))
            return Copy(at, content.IndexOf("-->", at, StringComparison.Ordinal) is >= 0 and var comment ? comment + 3 : at + 1);
        foreach (var name in Verbatim)
            if (content.AsSpan(at + 1).StartsWith(name, StringComparison.OrdinalIgnoreCase) && content.IndexOf($"</{name}", at, StringComparison.OrdinalIgnoreCase) is >= 0 and var closing)
                return Copy(at, closing);
        var end = content.AsSpan(at, Math.Min(MaxTagChars, content.Length - at)).IndexOf('>');
        return Copy(at, end < 0 ? at + 1 : at + end + 1);
    }

    private int LineEnd(int at)
    {
        int next = at, lines = 0;
        for (; next < content.Length && content[next] is ' ' or '\t' or '\n'; next++)
            lines += content[next] == '\n' ? 1 : 0;
        html.Append('\n', lines);
        if (lines > 1)
            html.Append("<p>");
        else if (!hasBlocks && at > 0 && content[at - 1] != '>' && next < content.Length && content[next] != '<')
            html.Append("<br>");
        return next;
    }

    private int Bracket(int at)
    {
        var length = content.AsSpan(at, Math.Min(MaxTagChars, content.Length - at)).IndexOf(']');
        if (length < 2 || (at > 0 && content[at - 1] == '['))
            return Copy(at, at + 1);
        var inner = content.AsSpan(at + 1, length - 1);
        var end = at + length + 1;
        var isClosing = inner[0] == '/';
        var nameLength = 0;
        var named = isClosing ? inner[1..] : inner;
        while (nameLength < named.Length && (char.IsAsciiLetterOrDigit(named[nameLength]) || named[nameLength] is '-' or '_'))
            nameLength++;
        if (nameLength == 0 || !char.IsAsciiLetter(named[0]))
            return Copy(at, at + 1);
        var name = named[..nameLength].ToString();
        var arguments = named[nameLength..].ToString();
        if (isClosing)
            return open.Contains(name) ? Put(at, end, "") : Copy(at, at + 1);
        if (arguments.Length > 0 && arguments[0] is not (' ' or '=' or '/' or '\n' or ':'))
            return Copy(at, at + 1);
        var isKnown = EmbedNames.Contains(name) || CodeNames.Contains(name) || name is "caption" or "wp_caption";
        var closing = Closing(name, end);
        if (closing < 0 && !(isKnown && name.Length > 4) && !HasNamedArgument(arguments))
            return Copy(at, at + 1);
        open.Add(name);
        if (closing >= 0 && CodeNames.Contains(name))
            return Put(at, closing + name.Length + 3, $"<pre>{Code(content[end..closing])}</pre>");
        if (closing >= 0 && name == "embed")
            return Put(at, closing + name.Length + 3, $"<iframe src=\"{WebUtility.HtmlEncode(content[end..closing].Trim())}\"></iframe>");
        return Put(at, end, Words(arguments) + (EmbedNames.Contains(name) && name is not ("more" or "nextpage") ? $"<embed src=\"{WebUtility.HtmlEncode($"{name} {arguments.Trim(' ', '=', '/')}".Trim())}\">" : ""));
    }

    // The words that a shortcode shows and says itself.
    private static string Words(string arguments)
    {
        var words = new StringBuilder();
        foreach (var key in new[] { "caption=", "title=", "alt=", "heading=" })
        {
            var at = arguments.IndexOf(key, StringComparison.Ordinal);
            if (at < 0 || at + key.Length >= arguments.Length || arguments[at + key.Length] is not ('"' or '\'') || (at > 0 && arguments[at - 1] != ' '))
                continue;
            var end = arguments.IndexOf(arguments[at + key.Length], at + key.Length + 1);
            if (end > 0)
                words.Append("<p>").Append(arguments, at + key.Length + 1, end - at - key.Length - 1).Append("</p>");
        }
        return words.ToString();
    }

    private static bool HasNamedArgument(string arguments)
    {
        var equals = arguments.IndexOf('=');
        return equals > 1 && char.IsAsciiLetterOrDigit(arguments[equals - 1]) && arguments[0] == ' ' && equals + 1 < arguments.Length && arguments[equals + 1] != ' ';
    }

    private int Closing(string name, int from)
    {
        if (neverClosed.Contains(name))
            return -1;
        var at = content.IndexOf($"[/{name}]", from, StringComparison.Ordinal);
        if (at < 0)
            neverClosed.Add(name);
        return at;
    }

    private static string Code(string code) => code.Contains("&lt;", StringComparison.Ordinal) ? code : WebUtility.HtmlEncode(code);

    // What is put in has the line ends of what it stands for.
    private int Put(int at, int end, string what)
    {
        html.Append(what).Append('\n', Math.Max(0, content.AsSpan(at, end - at).Count('\n') - what.AsSpan().Count('\n')));
        return end;
    }

    private int Copy(int from, int to)
    {
        html.Append(content, from, to - from);
        return to;
    }
}
