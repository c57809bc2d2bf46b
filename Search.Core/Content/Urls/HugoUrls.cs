using System.Globalization;
using System.Text;
using Search.Core.Text;

namespace Search.Core.Content;

/// <summary>
/// The path under which Hugo publishes a page: resources/page/permalinks.go, page_paths.go and common/paths/path.go. The result is rooted and
/// percent-escaped.
/// </summary>
internal static class HugoUrls
{
    /// <summary>The path; null where the pattern needs a date and there is none.</summary>
    /// <param name="post">Its path is relative to the content folder (and, for a translation by folder, to the language's).</param>
    /// <param name="site">The site.</param>
    public static string? Path(PostPlace post, SiteConfiguration site)
    {
        var prefix = post.Translation is { } language ? "/" + language : MainLanguageFolder(site);
        if (post.Keys.Text("url") is { } url)
        {
            // A rooted address is taken as it is.
            url = (url.StartsWith('/') ? "/" : prefix + "/") + url.TrimStart('/');
            return JekyllSlug.Escape(url.EndsWith('/') || url[(url.LastIndexOf('/') + 1)..].Contains('.') ? url : url + "/").Replace("%25", "%", StringComparison.Ordinal);
        }
        var section = post.Folder.Split('/')[0];
        var pattern = HugoSite.Permalinks(site.Settings)?.Text(section.Length == 0 ? "/" : section);
        string? path;
        if (pattern is null)
        {
            var name = Slug(post) ?? ContentName(post);
            var folder = IsBundle(post) ? Parent(post.Folder) : post.Folder;
            path = folder.Length == 0 ? name : $"{folder}/{name}";
        }
        else
            path = Fill(pattern, post);
        if (path is null)
            return null;
        path = Urlize(path.Trim('/'), site);
        var ugly = site.Settings.Flag("uglyURLs") ?? site.Settings.Map("uglyURLs")?.Flag(section) ?? false;
        var ended = pattern is not null && path.EndsWith(".html", StringComparison.Ordinal) ? path : ugly ? path + ".html" : path + "/";
        return JekyllSlug.Escape($"{prefix}/{ended}").Replace("//", "/", StringComparison.Ordinal).Replace("%25", "%", StringComparison.Ordinal);
    }

    private static string MainLanguageFolder(SiteConfiguration site)
        => site.Settings.Flag("defaultContentLanguageInSubdir") == true && site.Languages.Count > 0 ? "/" + (site.Settings.Text("defaultContentLanguage")?.ToLowerInvariant() ?? "en") : "";

    public static bool IsBundle(PostPlace post) => post.BaseName == "index" && post.Folder.Length > 0;

    private static string Parent(string folder) => folder.LastIndexOf('/') is >= 0 and var slash ? folder[..slash] : "";

    private static string ContentName(PostPlace post) => IsBundle(post) ? post.Folder[(post.Folder.LastIndexOf('/') + 1)..] : post.BaseName;

    private static string? Slug(PostPlace post) => post.Keys.Text("slug") ?? (post.NamedSlug is { Length: > 0 } named ? named : null);

    private static string? Fill(string pattern, PostPlace post)
    {
        var path = new StringBuilder();
        for (var i = 0; i < pattern.Length; i++)
        {
            var end = i + 1;
            if (pattern[i] == ':')
                while (end < pattern.Length && (char.IsAsciiLetterOrDigit(pattern[end]) || pattern[end] is '[' or ']' || (pattern[end] == ':' && pattern.AsSpan(i, end - i).Contains('['))))
                    end++;
            if (end == i + 1)
            {
                path.Append(pattern[i]);
                continue;
            }
            if (Value(pattern[(i + 1)..end], post) is not { } value)
                return null;
            // A pattern's values are escaped for a URL, which leaves no plus; a plain path keeps it.
            path.Append(value.Replace("+", "", StringComparison.Ordinal));
            i = end - 1;
        }
        return path.ToString();
    }

    private static string? Value(string name, PostPlace post)
    {
        var date = post.Date;
        string? Dated(string format) => date?.ToString(format, CultureInfo.InvariantCulture);
        var folder = IsBundle(post) ? Parent(post.Folder) : post.Folder;
        switch (name)
        {
            case "year": return Dated("yyyy");
            case "month": return Dated("MM");
            case "monthname": return Dated("MMMM");
            case "day": return Dated("dd");
            case "weekday": return date is null ? null : ((int)date.Value.DayOfWeek).ToString(CultureInfo.InvariantCulture);
            case "weekdayname": return Dated("dddd");
            case "yearday": return date?.DayOfYear.ToString(CultureInfo.InvariantCulture);
            case "section": return post.Folder.Split('/')[0];
            case "sections": return folder;
            case "title": return post.Title.Replace('/', '-');
            case "slug": return Slug(post) ?? post.Title.Replace('/', '-');
            case "slugorfilename" or "slugorcontentbasename": return Slug(post) ?? ContentName(post);
            case "filename" or "contentbasename": return ContentName(post);
            case "sections[1:]": return folder.IndexOf('/') is >= 0 and var slash ? folder[(slash + 1)..] : "";
            case "sections[last]": return folder[(folder.LastIndexOf('/') + 1)..];
            // Go's date layouts.
            case "2006": return Dated("yyyy");
            case "01": return Dated("MM");
            case "02": return Dated("dd");
            default: return "";
        }
    }

    // common/paths/path.go Sanitize, then lower case unless the site forbids it.
    internal static string Urlize(string path, SiteConfiguration site)
    {
        var kept = new StringBuilder(path.Length);
        bool hyphenDue = false, afterHyphen = false;
        for (var i = 0; i < path.Length; i++)
        {
            var c = path[i];
            var keep = char.IsLetterOrDigit(c) || c is '.' or '/' or '_' or '#' or '+' or '~' or '-' or '@' || char.IsSurrogate(c) && char.IsLetter(path, i)
                || char.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark
                || (c == '%' && i + 2 < path.Length && char.IsAsciiHexDigit(path[i + 1]) && char.IsAsciiHexDigit(path[i + 2]));
            if (keep)
            {
                afterHyphen = c == '-';
                if (hyphenDue && !afterHyphen)
                    kept.Append('-');
                hyphenDue = false;
                kept.Append(c);
            }
            else if (kept.Length > 0 && !afterHyphen && char.IsWhiteSpace(c))
                hyphenDue = true;
        }
        var urlized = kept.ToString();
        if (site.Settings.Flag("removePathAccents") == true)
            urlized = WithoutAccents(urlized);
        return site.Settings.Flag("disablePathToLower") == true ? urlized : urlized.ToLowerInvariant();
    }

    // Marks alone: "ß" stays, "Ü" stays a capital.
    private static string WithoutAccents(string path)
        => string.Concat(path.Select(c => Folding.Fold(c.ToString()) is [var folded] && char.IsLetter(folded) ? char.IsUpper(c) ? char.ToUpperInvariant(folded) : folded : c));
}
