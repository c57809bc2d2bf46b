namespace Search.Core.Content;

/// <summary>
/// Tells by a file's place and name what it is read as. Whether it has front matter, and so is a post at all where that decides, is seen
/// when it is read.
/// </summary>
/// <remarks>
/// Not looked into: hidden folders (but not hidden parts of a source's own path), <c>node_modules</c>, and what generators write (<c>_site</c>, <c>public</c>, <c>dist</c>).
/// Not posts, and said so: templates, data files, read-mes and the like, section pages, what the site's configuration excludes, and formats
/// that the reader does not know.
/// </remarks>
internal sealed class FileForms(SiteConfiguration site)
{
    private static readonly string[] OutputFolders = ["_site", "node_modules", "bower_components", ".git", "__pycache__"];
    private static readonly string[] RootOutputFolders = ["public", "dist", "resources", "target", "out"];
    private static readonly string[] TemplateFolders = ["_layouts", "_includes", "_sass", "_plugins"];
    private static readonly string[] RootTemplateFolders = ["layouts", "archetypes", "themes", "scaffolds", "templates", "static", "assets"];
    private static readonly string[] NamesOfProjects = ["readme", "license", "licence", "contributing", "changelog", "code_of_conduct", "code-of-conduct", "security", "copying", "authors", "governance", "notice", "pull_request_template", "issue_template", "agents", "claude"];

    public static bool IsMarkdown(string path) => Ending(path) is ".md" or ".markdown" or ".mkd" or ".mkdn" or ".mkdown" or ".mdown" or ".mdx" or ".qmd" or ".rmd" or ".mdtext";

    /// <summary>True for a folder that is never looked into.</summary>
    public bool IsPassedOver(string folder)
    {
        var name = folder[(folder.LastIndexOf('/') + 1)..];
        return name.StartsWith('.') || OutputFolders.Contains(name, StringComparer.Ordinal)
            || (site.Generator != SiteGenerator.None && !folder.Contains('/') && RootOutputFolders.Contains(name, StringComparer.Ordinal) && site.ContentFolder != name);
    }

    /// <summary>The form of a file by its path within the site; null for a file that does not look like content at all.</summary>
    public (ContentForm Form, string? Reason)? Of(string path)
    {
        var name = path[(path.LastIndexOf('/') + 1)..];
        // What editors put beside a file that is open in them.
        if (name.StartsWith('.') || name.StartsWith('#') || name.StartsWith("~$", StringComparison.Ordinal) || name.EndsWith('~'))
            return null;
        var inner = InnerEnding(name);
        if (inner is ".jsonl" or ".ndjson")
            return (ContentForm.JsonLines, null);
        var ending = Ending(name);
        var data = Segments(path).Contains("_data");
        if (ending is ".yml" or ".yaml")
            return YamlForm(path, name);
        if (ending is ".xml")
            return (ContentForm.WordPress, null);
        if (ending is ".json")
            return data ? null : (ContentForm.Ghost, null);
        if (ending is ".org" or ".adoc" or ".asciidoc" or ".rst" or ".textile" or ".ipynb" or ".docx")
            return (ContentForm.NotAPost, $"{ending[1..]} is not a format that is read; Markdown and HTML are");
        if (site.Generator == SiteGenerator.Eleventy && ending is ".njk" or ".liquid" or ".hbs" or ".webc" or ".pug" && !data)
            return Place(path, name, data) is null && !Segments(path).Exists(segment => segment.StartsWith('_')) ? (ContentForm.NotAPost, $"{ending[1..]} is a template; Markdown and HTML are read") : null;
        var markdown = IsMarkdown(name);
        if (!markdown && ending is not (".html" or ".htm" or ".xhtml"))
            return null;
        if (Place(path, name, data) is { } reason)
            return (ContentForm.NotAPost, reason);
        if (markdown && Segments(path).Contains("_quotes"))
            return (ContentForm.MarkdownQuote, null);
        return (markdown ? ContentForm.MarkdownPost : ContentForm.HtmlPost, null);
    }

    private string? Place(string path, string name, bool data)
    {
        if (data)
            return "a data file of the site";
        var segments = Segments(path);
        foreach (var segment in segments)
            if (TemplateFolders.Contains(segment))
                return "a template of the site";
        if (site.Generator != SiteGenerator.None && segments.Count > 0 && RootTemplateFolders.Contains(segments[0]) && segments[0] != site.ContentFolder && !IsInCollection(path))
            return "a template or asset of the site";
        if (IsExcluded(path))
            return "excluded by the site's configuration";
        var bare = System.IO.Path.GetFileNameWithoutExtension(name);
        var inPosts = segments.Contains("_posts") || segments.Contains("_drafts");
        if (!inPosts && NamesOfProjects.Contains(bare.ToLowerInvariant()) && (segments.Count == 0 || bare.Equals("readme", StringComparison.OrdinalIgnoreCase)))
            return "a file about the project, not of the site";
        return site.Generator switch
        {
            SiteGenerator.Jekyll => JekyllPlace(path, segments, name, bare, inPosts),
            SiteGenerator.Hugo or SiteGenerator.Zola => ContentPlace(path, bare),
            SiteGenerator.Hexo => path.StartsWith(site.ContentFolder + "/", StringComparison.Ordinal) ? null : "outside the site's content folder",
            SiteGenerator.Astro => segments.Contains("src") || IsInCollection(path) ? null : "outside the site's content folder",
            SiteGenerator.Eleventy => site.ContentFolder.Length == 0 || path.StartsWith(site.ContentFolder + "/", StringComparison.Ordinal) ? null : "outside the site's content folder",
            _ => null,
        };
    }

    private bool IsInCollection(string path)
    {
        foreach (var folder in site.CollectionFolders)
            if (path.Length > folder.Length && path[folder.Length] == '/' && path.StartsWith(folder, StringComparison.Ordinal))
                return true;
        return false;
    }

    private string? JekyllPlace(string path, List<string> segments, string name, string bare, bool inPosts)
    {
        if (inPosts)
            // Jekyll publishes only dated names; an undated Markdown file was still meant as a post, an undated page was not.
            return !IsMarkdown(name) && DatedName.Of(bare) is null ? "a page among the posts, without a date in its name" : null;
        foreach (var segment in segments)
            if (segment.StartsWith('_') && segment != "_quotes")
            {
                if (!site.Collections.TryGetValue(segment[1..], out var collection))
                    return $"{segment} is no collection of the site";
                return collection.Flag("output") == false || collection["output"] is null ? $"the collection {segment[1..]} is not published" : null;
            }
        if (!path.Contains('/') && bare.ToLowerInvariant() is "index" or "404")
            return "a page of the site's own, not a post";
        return bare.ToLowerInvariant() is "404" ? "a page of the site's own, not a post" : null;
    }

    private string? ContentPlace(string path, string bare)
    {
        if (!path.StartsWith(site.ContentFolder + "/", StringComparison.Ordinal))
            return "outside the site's content folder";
        if (bare == "_index" || bare.StartsWith("_index.", StringComparison.Ordinal))
            return "the page of a section, not a post";
        return path.Length > site.ContentFolder.Length + 1 && !path[(site.ContentFolder.Length + 1)..].Contains('/') && bare is "index" ? "the site's home page" : null;
    }

    private static (ContentForm, string?)? YamlForm(string path, string name)
    {
        var bare = System.IO.Path.GetFileNameWithoutExtension(name);
        var folder = path.LastIndexOf('/') is >= 0 and var slash ? path[..slash] : "";
        var known = folder is "" or "_data" or "data";
        if (bare == "quotes" && known)
            return (ContentForm.QuotesFile, null);
        if (bare is "people" or "tags" && known)
            return (ContentForm.NotAPost, "an authority file, read as configuration");
        return null;
    }

    private bool IsExcluded(string path)
    {
        foreach (var pattern in site.Excluded)
        {
            var bare = pattern.TrimStart('/');
            if (bare.Length == 0)
                continue;
            if (bare.AsSpan().IndexOfAny('*', '?') >= 0
                ? System.IO.Enumeration.FileSystemName.MatchesSimpleExpression(bare.Replace("**", "*", StringComparison.Ordinal), path, ignoreCase: false)
                : path == bare || path.StartsWith(bare.TrimEnd('/') + "/", StringComparison.Ordinal))
                return true;
        }
        return false;
    }

    private static List<string> Segments(string path)
    {
        var parts = path.Split('/');
        return [.. parts[..^1]];
    }

    private static string Ending(string name) => System.IO.Path.GetExtension(name).ToLowerInvariant();

    private static string InnerEnding(string name) =>
        Ending(name.EndsWith(".gz", StringComparison.OrdinalIgnoreCase) ? name[..^3] : name);
}
