using System.Globalization;
using System.Text.RegularExpressions;

namespace Search.Core.Content;

/// <summary>The address of a post on its site, as the site's generator makes it; null where it cannot be known.</summary>
internal static partial class PostUrls
{
    public static string? Of(PostPlace post, SiteConfiguration site)
    {
        var path = site.Generator switch
        {
            SiteGenerator.Jekyll => JekyllUrls.Path(post, site),
            SiteGenerator.Hugo => HugoUrls.Path(post, site),
            SiteGenerator.Hexo => Hexo(post, site),
            SiteGenerator.Zola => Zola(post, site),
            SiteGenerator.Eleventy => Plain(post, post.Path, Filled(post)),
            SiteGenerator.Astro => Astro(post, site),
            _ => post.Keys.Text("url") ?? post.Keys.Text("permalink"),
        };
        if (path is null || path.AsSpan().ContainsAny('{', '}', ' '))
            return null;
        return path.Contains("://", StringComparison.Ordinal) || site.Generator != SiteGenerator.None ? site.Absolute(path) : path.StartsWith('/') ? site.Absolute(path) : null;
    }

    private static string? Hexo(PostPlace post, SiteConfiguration site)
    {
        if (post.Keys.Text("permalink") is { } own)
            return own;
        var inPosts = post.Path.StartsWith("_posts/", StringComparison.Ordinal);
        if (!inPosts)
            return Plain(post, post.Path, null);
        if (post.Date is not { } date)
            return null;
        var name = post.Folder.Length > "_posts".Length ? post.Folder["_posts/".Length..] + "/" + post.BaseName : post.BaseName;
        var slug = DatedName.Of(post.BaseName) is { } dated ? dated.Name : name;
        var path = (site.Permalink ?? ":year/:month/:day/:title/")
            .Replace(":year", date.ToString("yyyy", CultureInfo.InvariantCulture), StringComparison.Ordinal)
            .Replace(":i_month", date.Month.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)
            .Replace(":i_day", date.Day.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)
            .Replace(":month", date.ToString("MM", CultureInfo.InvariantCulture), StringComparison.Ordinal)
            .Replace(":day", date.ToString("dd", CultureInfo.InvariantCulture), StringComparison.Ordinal)
            .Replace(":hour", date.ToString("HH", CultureInfo.InvariantCulture), StringComparison.Ordinal)
            .Replace(":minute", date.ToString("mm", CultureInfo.InvariantCulture), StringComparison.Ordinal)
            .Replace(":category", post.Categories.Count > 0 ? string.Join('/', post.Categories.Select(JekyllSlug.Default)) : "uncategorized", StringComparison.Ordinal)
            .Replace(":post_title", slug, StringComparison.Ordinal)
            .Replace(":title", slug, StringComparison.Ordinal)
            .Replace(":name", post.BaseName, StringComparison.Ordinal);
        return path.Contains(':') ? null : JekyllSlug.Escape("/" + path.TrimStart('/'));
    }

    private static string Zola(PostPlace post, SiteConfiguration site)
    {
        if (post.Keys.Text("path") is { } own)
            return "/" + own.Trim('/') + "/";
        var bundle = HugoUrls.IsBundle(post);
        var folder = bundle ? (post.Folder.LastIndexOf('/') is >= 0 and var slash ? post.Folder[..slash] : "") : post.Folder;
        var name = bundle ? post.Folder[(post.Folder.LastIndexOf('/') + 1)..] : post.BaseName;
        var slug = post.Keys.Text("slug") ?? (DatedName.Of(name) is { Name.Length: > 0 } dated ? dated.Name : name);
        return JekyllSlug.Escape($"/{folder}/{HugoUrls.Urlize(slug, site)}/").Replace("//", "/", StringComparison.Ordinal);
    }

    // src/pages/a/b.md is /a/b/; a collection's path is decided by a page of code, most often by its name and the entry's.
    private static string? Astro(PostPlace post, SiteConfiguration site)
    {
        if (post.Path.StartsWith("src/pages/", StringComparison.Ordinal))
            return "/" + JekyllSlug.Escape(WithoutIndex(System.IO.Path.ChangeExtension(post.Path["src/pages/".Length..], null)) is { Length: > 0 } page ? page + "/" : "");
        if ((post.Keys.Text("permalink") ?? post.Keys.Text("url")) is { } own)
            return Own(own);
        var (name, entry) = AstroEntry(post.Path, site);
        // Astro's own names: GitHub's slug of each part; `slug` stands for all of it.
        entry = post.Keys.Text("slug") is { Length: > 0 } slug ? slug.Trim('/') : WithoutIndex(string.Join('/', System.IO.Path.ChangeExtension(entry, null).Split('/').Select(part => Anchors.GitHub(part))));
        return JekyllSlug.Escape($"/{name}/{entry}/").Replace("//", "/", StringComparison.Ordinal);
    }

    private static (string Collection, string Entry) AstroEntry(string path, SiteConfiguration site)
    {
        if (site.CollectionFolders.Where(folder => path.StartsWith(folder + "/", StringComparison.Ordinal)).MaxBy(folder => folder.Length) is { } at && at is not ("src/content" or "src/data"))
            return (at[(at.LastIndexOf('/') + 1)..], path[(at.Length + 1)..]);
        foreach (var folder in new[] { "src/content/", "src/data/" })
            if (path.StartsWith(folder, StringComparison.Ordinal) && path[folder.Length..] is var inner && inner.IndexOf('/') is > 0 and var slash)
                return (inner[..slash], inner[(slash + 1)..]);
        return ("", path);
    }

    private static string WithoutIndex(string path) => path == "index" ? "" : path.EndsWith("/index", StringComparison.Ordinal) ? path[..^"/index".Length] : path;

    // What Eleventy's documentation writes into permalinks; others stay as they are, and the address is not known.
    private static string? Filled(PostPlace post) => post.Keys.Text("permalink") is not { } pattern ? null : Variable().Replace(pattern, match =>
    {
        var value = match.Groups[1].Value switch
        {
            "page.fileSlug" => FileSlug(post),
            "page.filePathStem" => System.IO.Path.ChangeExtension(post.Path, null),
            "title" => post.Title,
            var name => post.Keys.Text(name),
        };
        return value is null ? match.Value : match.Groups[2].Success ? JekyllSlug.Default(value) : value;
    }).Replace("//", "/", StringComparison.Ordinal);

    private static string FileSlug(PostPlace post)
    {
        var name = post.BaseName == "index" && post.Folder.Length > 0 ? post.Folder[(post.Folder.LastIndexOf('/') + 1)..] : post.BaseName;
        return DatedName.Of(name) is { Name.Length: > 0 } dated ? dated.Name : name;
    }

    [GeneratedRegex("""\{\{\s*([\w.]+)\s*(\|\s*slug(?:ify)?\s*)?\}\}""", RegexOptions.CultureInvariant)]
    private static partial Regex Variable();

    // An address of another site stays as it is; one that a program works out is not known.
    private static string? Own(string path) => path is "false" || path.Contains("{{", StringComparison.Ordinal) ? null : path.Contains("://", StringComparison.Ordinal) ? path : "/" + path.TrimStart('/');

    private static string? Plain(PostPlace post, string path, string? own)
    {
        if (own is not null)
            return Own(own);
        if (post.Keys.Text("slug") is { } slug && path.LastIndexOf('/') is var cut)
            path = (cut < 0 ? "" : path[..(cut + 1)]) + slug + ".md";
        var name = System.IO.Path.GetFileNameWithoutExtension(path);
        var folder = path.LastIndexOf('/') is >= 0 and var slash ? path[..slash] : "";
        // Eleventy leaves the date of a file's name out of its address.
        if (DatedName.Of(name) is { Name.Length: > 0 } dated)
            name = dated.Name;
        var parent = folder[(folder.LastIndexOf('/') + 1)..];
        var whole = name == "index" || name == parent ? folder : folder.Length == 0 ? name : $"{folder}/{name}";
        return whole.Length == 0 ? "/" : JekyllSlug.Escape($"/{whole}/");
    }
}
