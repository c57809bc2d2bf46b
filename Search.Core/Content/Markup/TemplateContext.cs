namespace Search.Core.Content;

/// <summary>What is known of the post and its site when a template tag is read: which tags show words, and which of them.</summary>
internal sealed class TemplateContext(SiteConfiguration site, FrontMap keys, string? title, bool isMarkdown)
{
    private static readonly HashSet<string> Silent =
    [
        "if", "elsif", "elif", "else", "endif", "unless", "endunless", "for", "endfor", "case", "when", "endcase", "assign", "capture", "endcapture", "increment", "decrement", "set", "endset",
        "cycle", "break", "continue", "tablerow", "endtablerow", "block", "endblock", "extends", "layout", "macro", "endmacro", "import", "from", "comment", "endcomment", "endraw",
        "endhighlight", "liquid", "echo", "filter", "endfilter", "call", "endcall", "seo", "feed_meta", "toc", "newline", "br",
    ];

    private static readonly HashSet<string> PassThrough =
    [
        "url", "relative_url", "absolute_url", "relurl", "absurl", "absolute", "safe", "escape", "strip", "locale_url", "safeurl", "safehtml", "markdownify", "baseurl",
    ];

    public bool IsMarkdown => isMarkdown;

    /// <summary>True where <c>{: … }</c> gives attributes to the element before it.</summary>
    public bool HasAttributeLists => isMarkdown && site.Generator is not SiteGenerator.Hugo;

    /// <summary>What <c>{% name arguments %}</c> shows.</summary>
    public static (PlaceholderKind Kind, string Text) Statement(string name, string arguments)
    {
        if (name is "link" or "post_url" or "ref" or "relref" && arguments.Length > 0)
            return (PlaceholderKind.Source, Unquote(arguments).Trim());
        if (Silent.Contains(name) || name.Length == 0 || (name.StartsWith("end", StringComparison.Ordinal) && name.Length > 3))
            return (PlaceholderKind.Nothing, "");
        return Named(name, TagArguments.Of(arguments));
    }

    /// <summary>What <c>{{&lt; name arguments &gt;}}</c> shows.</summary>
    public static (PlaceholderKind Kind, string Text) Shortcode(string name, string arguments)
    {
        var parsed = TagArguments.Of(arguments);
        if (name is "ref" or "relref" && (parsed.Named("path") ?? parsed.First) is { } target)
            return (PlaceholderKind.Source, target);
        return name.StartsWith('/') || name.Length == 0 ? (PlaceholderKind.Nothing, "") : Named(name, parsed);
    }

    /// <summary>What <c>{{ expression }}</c> shows: a literal with filters that leave it as it is, a setting of the site, the post's own title.</summary>
    public (PlaceholderKind Kind, string Text) Expression(string expression, string source)
    {
        var parts = expression.Split('|');
        var subject = parts[0].Trim();
        if (subject is ['"' or '\'', .., '"' or '\''] && parts.Skip(1).All(filter => PassThrough.Contains(FilterName(filter)) || FilterName(filter) is "prepend" or "append"))
            return (PlaceholderKind.Text, subject[1..^1]);
        var value = subject switch
        {
            "site.baseurl" => site.BaseUrl,
            "site.url" => site.Url,
            "site.title" => site.Title,
            "page.title" or "title" => title,
            "page.description" or "description" => keys.Text("description"),
            "page.excerpt" => keys.Text("excerpt"),
            _ => null,
        };
        if (value is not null)
            return (PlaceholderKind.Text, value.Contains("{{", StringComparison.Ordinal) ? "" : value);
        // Hugo runs no such templates in content: what stands there is shown.
        return site.Generator == SiteGenerator.Hugo ? (PlaceholderKind.Code, source) : (PlaceholderKind.Nothing, "");
    }

    private static (PlaceholderKind Kind, string Text) Named(string name, TagArguments arguments)
    {
        var words = new List<string>();
        foreach (var key in new[] { "title", "alt", "caption", "attr", "summary", "label" })
            if (arguments.Named(key) is { Length: > 0 } word && !words.Contains(word) && !IsVariable(word))
                words.Add(word);
        // {% image "path" "words" %}
        if (words.Count == 0 && IsImage(name) && arguments.Positional.Skip(1).LastOrDefault(argument => argument.Contains(' ')) is { } alt)
            words.Add(alt);
        // {% include figure.html src="path" caption="words" %} says them; another is named.
        if (words.Count == 0 && name is "include" or "include_relative" or "include_cached" or "render" or "partial")
            return arguments.First is { } included ? (PlaceholderKind.Embed, $"include {included}") : (PlaceholderKind.Nothing, "");
        return words.Count > 0 ? (PlaceholderKind.Text, " " + Sentences(words) + " ")
            : arguments.First is { } what ? (PlaceholderKind.Embed, $"{name} {what}")
            : (PlaceholderKind.Nothing, "");
    }

    private static string Sentences(List<string> words)
    {
        var text = words[0];
        foreach (var more in words[1..])
            text += (text.TrimEnd() is [.., '.' or '!' or '?' or '…' or '。'] ? " " : ". ") + more;
        return text;
    }

    // caption=page.title, caption=include.caption
    private static bool IsVariable(string word) => word.Split('.') is ["page" or "site" or "include" or "post" or "layout", _, ..];

    private static bool IsImage(string name) =>
        name.Contains("image", StringComparison.OrdinalIgnoreCase) || name.Contains("img", StringComparison.OrdinalIgnoreCase)
        || name.Contains("fig", StringComparison.OrdinalIgnoreCase) || name.Contains("pic", StringComparison.OrdinalIgnoreCase) || name.Contains("photo", StringComparison.OrdinalIgnoreCase);

    private static string FilterName(string filter) => filter.Split(':', '(')[0].Trim().ToLowerInvariant();

    private static string Unquote(string text) => text is ['"' or '\'', .., '"' or '\''] && text.Length >= 2 ? text[1..^1] : text;
}
