namespace Search.Core.Content;

/// <summary>Where the template tags of a body end, and where those that enclose something are closed.</summary>
internal sealed class TagEnds(string body)
{
    // A tag longer than this is an opening mark that nobody closed.
    private const int MaxTagChars = 4000;

    // Searched to the end of the body at most once in vain.
    private readonly Dictionary<string, int> noClosingFrom = [];

    /// <summary>Index behind the mark that ends the tag which begins at <paramref name="at"/>; -1 for none.</summary>
    public int End(int at, string closing) => EndWithin(at, Math.Min(body.Length, at + MaxTagChars), closing);

    /// <summary>The same, before <paramref name="to"/>.</summary>
    public int EndWithin(int at, int to, string closing)
    {
        var window = body.AsSpan(at + 2, Math.Max(0, to - at - 2));
        var end = window.IndexOf(closing, StringComparison.Ordinal);
        // No tag goes on over a blank line; one that seems to was never closed.
        return end < 0 || window[..end].Contains("\n\n", StringComparison.Ordinal) ? -1 : at + 2 + end + closing.Length;
    }

    /// <summary>Where <c>{% endname %}</c> begins and ends; null for nowhere.</summary>
    public (int Before, int After)? Closing(int from, string name)
    {
        if (IsKnownToBeOpen(from, name))
            return null;
        for (var at = body.IndexOf("{%", from, StringComparison.Ordinal); at >= 0; at = body.IndexOf("{%", at + 2, StringComparison.Ordinal))
        {
            var inner = body.AsSpan(at + 2).TrimStart("- \t");
            if (!inner.StartsWith("end") || !inner[3..].StartsWith(name) || End(at, "%}") is not (> 0 and var end))
                continue;
            return (at, end);
        }
        noClosingFrom[name] = from;
        return null;
    }

    /// <summary>The same of <c>{{&lt; /name &gt;}}</c>.</summary>
    public (int Before, int After)? ShortcodeClosing(int from, string name)
    {
        if (IsKnownToBeOpen(from, "/" + name))
            return null;
        foreach (var form in new[] { $"{{{{< /{name}", $"{{{{</{name}", $"{{{{% /{name}", $"{{{{%/{name}", $"{{{{< / {name}" })
            if (body.IndexOf(form, from, StringComparison.Ordinal) is >= 0 and var at && body.IndexOf("}}", at, StringComparison.Ordinal) is > 0 and var end)
                return (at, end + 2);
        noClosingFrom["/" + name] = from;
        return null;
    }

    /// <summary>True where it was searched in vain before, so that it has been told of.</summary>
    public bool IsKnownToBeOpen(int from, string name) => noClosingFrom.TryGetValue(name, out var known) && from >= known;
}
