namespace Search.Api.Pages;

/// <summary>What may stand in a link: an address of the web, or one relative to the page.</summary>
internal static class WebAddress
{
    // Names that RFC 2606 keeps for documents: no site is there, and a link to one would lead nowhere.
    private static readonly string[] NoSite = ["example", "invalid", "test", "example.com", "example.net", "example.org"];

    /// <summary>True for http, https and relative addresses; whatever browsers might take for another scheme is none.</summary>
    public static bool IsOne(string text)
    {
        // Browsers drop these within an address, and so would read "java\nscript:" as a scheme.
        if (text.AsSpan().IndexOfAnyInRange('\0', '\u001F') >= 0 || text.StartsWith(' '))
            return false;
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        return colon < 0
            || text.AsSpan(0, colon).IndexOfAny('/', '?', '#') >= 0
            || text.StartsWith("https:", StringComparison.OrdinalIgnoreCase)
            || text.StartsWith("http:", StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>A post's own address, or null where it has none that can be followed.</summary>
    public static string? OfSite(string? url)
    {
        if (string.IsNullOrEmpty(url) || !IsOne(url))
            return null;
        var isElsewhere = Uri.TryCreate(url, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https";
        return isElsewhere && uri is not null && NoSite.Any(name => uri.IdnHost == name || uri.IdnHost.EndsWith("." + name, StringComparison.Ordinal)) ? null : url;
    }
}
