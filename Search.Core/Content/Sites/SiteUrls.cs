namespace Search.Core.Content;

/// <summary>Parts of a site's address as configurations write them.</summary>
internal static class SiteUrls
{
    /// <summary>Scheme and host without a slash behind them; null for anything that is no web address.</summary>
    public static string? Host(string? url)
    {
        url = url?.Trim().TrimEnd('/');
        return url is not null && (url.StartsWith("http://", StringComparison.OrdinalIgnoreCase) || url.StartsWith("https://", StringComparison.OrdinalIgnoreCase)) && !url.Contains(' ')
            ? url
            : null;
    }

    /// <summary>A path with a slash before and none behind; empty for the root.</summary>
    public static string Base(string? path)
    {
        path = path?.Trim().Trim('/');
        return string.IsNullOrEmpty(path) || path.Contains(' ') || path.Contains("{{", StringComparison.Ordinal) ? "" : "/" + path;
    }

    /// <summary>An address cut into host and path, as Hugo's <c>baseURL</c> holds both.</summary>
    public static (string? Host, string Base) Cut(string? url)
    {
        if (Host(url) is not { } whole)
            return (null, Base(url?.StartsWith('/') == true ? url : null));
        var path = whole.IndexOf('/', whole.IndexOf("://", StringComparison.Ordinal) + 3);
        return path < 0 ? (whole, "") : (whole[..path], Base(whole[path..]));
    }

    /// <summary>A language as BCP 47 writes it; null for what is none.</summary>
    public static string? LanguageTag(string? text)
    {
        text = text?.Trim().Replace('_', '-');
        var dot = text?.IndexOf('.') ?? -1;
        text = dot > 0 ? text![..dot] : text;
        return text is { Length: >= 2 and <= 20 } && text.All(c => char.IsAsciiLetterOrDigit(c) || c == '-') && char.IsAsciiLetter(text[0]) ? text : null;
    }
}
