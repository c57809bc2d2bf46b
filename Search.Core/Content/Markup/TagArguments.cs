namespace Search.Core.Content;

/// <summary>The arguments of a template tag: words and quoted strings, some of them named (<c>alt="…"</c>, <c>alt: "…"</c>).</summary>
internal sealed class TagArguments
{
    private const int MaxArguments = 40;

    private readonly List<(string Name, string Value)> named = [];

    public List<string> Positional { get; } = [];

    public string? First => Positional.Count > 0 ? Positional[0] : named.Count > 0 ? named[0].Value : null;

    public string? Named(string name)
    {
        foreach (var (key, value) in named)
            if (string.Equals(key, name, StringComparison.OrdinalIgnoreCase))
                return value;
        return null;
    }

    public static TagArguments Of(string text)
    {
        var arguments = new TagArguments();
        var i = 0;
        while (i < text.Length && arguments.Positional.Count + arguments.named.Count < MaxArguments)
        {
            while (i < text.Length && (char.IsWhiteSpace(text[i]) || text[i] == ','))
                i++;
            if (i >= text.Length)
                break;
            if (text[i] is '"' or '\'' or '`' or '\u201C')
            {
                arguments.Positional.Add(Quoted(text, ref i));
                continue;
            }
            var start = i;
            while (i < text.Length && !char.IsWhiteSpace(text[i]) && text[i] is not ('=' or ',') && !(text[i] == ':' && i + 1 < text.Length && text[i + 1] is ' ' or '"'))
                i++;
            var word = text[start..i];
            if (i < text.Length && text[i] is '=' or ':')
            {
                i++;
                while (i < text.Length && text[i] == ' ')
                    i++;
                var value = i < text.Length && text[i] is '"' or '\'' or '`' ? Quoted(text, ref i) : Bare(text, ref i);
                arguments.named.Add((word, value));
            }
            else if (word is not "/")
                arguments.Positional.Add(word);
            if (i == start)
                i++;
        }
        return arguments;
    }

    private static string Quoted(string text, ref int i)
    {
        var close = text[i] == '\u201C' ? '\u201D' : text[i];
        var end = text.IndexOf(close, i + 1);
        if (end < 0)
            end = text.Length;
        var value = text[(i + 1)..end];
        i = Math.Min(end + 1, text.Length);
        return value;
    }

    private static string Bare(string text, ref int i)
    {
        var start = i;
        while (i < text.Length && !char.IsWhiteSpace(text[i]))
            i++;
        return text[start..i];
    }
}
