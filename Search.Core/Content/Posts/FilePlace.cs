using System.Text;

namespace Search.Core.Content;

/// <summary>What a file's place and name say of its post: id, date, collection, categories, language.</summary>
internal sealed class FilePlace
{
    private readonly string baseName;
    private readonly bool isBundle;

    /// <param name="path">Path within the site.</param>
    /// <param name="site">The site.</param>
    public FilePlace(string path, SiteConfiguration site)
    {
        Path = path;
        var segments = path.Split('/');
        var folders = segments[..^1];
        var name = System.IO.Path.GetFileNameWithoutExtension(segments[^1]);
        var inner = site.ContentFolder.Length > 0 && path.StartsWith(site.ContentFolder + "/", StringComparison.Ordinal) ? path[(site.ContentFolder.Length + 1)..] : path;
        IsDraft = folders.Any(folder => folder is "_drafts") || (site.Generator != SiteGenerator.None && folders is ["drafts", ..]);
        IsInPosts = folders.Any(folder => folder is "_posts" or "_drafts");
        if (site.Generator == SiteGenerator.Jekyll)
        {
            Collection = IsInPosts ? "posts" : folders.FirstOrDefault(folder => folder.StartsWith('_') && site.Collections.ContainsKey(folder[1..]))?[1..];
            FolderCategories = IsInPosts ? [.. folders.TakeWhile(folder => folder is not ("_posts" or "_drafts")).Where(folder => folder != site.Settings.Text("collections_dir"))] : [];
        }
        if (site.Generator == SiteGenerator.Hugo)
            (inner, name) = Translate(inner, name, site);
        isBundle = name is "index" && folders.Length > 0 && inner.Contains('/');
        baseName = isBundle ? inner.Split('/')[^2] : name;
        UrlPath = inner;
        Named = DatedName.Of(baseName);
        Id = isBundle ? folders[^1] : System.IO.Path.GetFileNameWithoutExtension(segments[^1]);
    }

    public string Path { get; }

    /// <summary>Path within the site's content, which addresses are made of.</summary>
    public string UrlPath { get; }

    /// <summary>The file's name without its ending; of a bundle (<c>name/index.md</c>) the folder's.</summary>
    public string Id { get; }

    public DatedName? Named { get; }

    /// <summary>Within <c>_posts</c> or <c>_drafts</c>.</summary>
    public bool IsInPosts { get; }

    public bool IsDraft { get; }

    /// <summary>Jekyll's collection; null for a page and for other generators.</summary>
    public string? Collection { get; }

    public IReadOnlyList<string> FolderCategories { get; } = [];

    /// <summary>Language of a translation, by its folder or by its name's ending.</summary>
    public string? Translation { get; private set; }

    /// <summary>The name as a title: hyphens as blanks, words with a capital, as Jekyll does (utils.rb <c>titleize_slug</c>).</summary>
    public string Humanised
    {
        get
        {
            var name = Named is { Name.Length: > 0 } dated ? dated.Name : baseName;
            var title = new StringBuilder(name.Length);
            foreach (var c in name)
                title.Append(c is '-' or '_' ? ' ' : title.Length == 0 || title[^1] == ' ' ? char.ToUpperInvariant(c) : c);
            return title.ToString().Trim() is { Length: > 0 } humanised ? humanised : baseName;
        }
    }

    private (string Inner, string Name) Translate(string inner, string name, SiteConfiguration site)
    {
        // content/de/post.md
        var first = inner.Split('/')[0].ToLowerInvariant();
        if (inner.Contains('/') && site.Languages.Contains(first))
        {
            inner = inner[(first.Length + 1)..];
            SetTranslation(first, site);
        }
        // post.de.md
        var dot = name.LastIndexOf('.');
        if (dot > 0 && name[(dot + 1)..].ToLowerInvariant() is var code && (site.Languages.Contains(code) || (site.Settings.Entries.Count == 0 && code.Length == 2 && code.All(char.IsAsciiLetter))))
        {
            var ending = System.IO.Path.GetExtension(inner);
            inner = inner[..^(ending.Length + code.Length + 1)] + ending;
            name = name[..dot];
            SetTranslation(code, site);
        }
        return (inner, name);
    }

    private void SetTranslation(string code, SiteConfiguration site)
    {
        var main = site.Settings.Text("defaultContentLanguage")?.ToLowerInvariant() ?? "en";
        if (code != main || site.Settings.Flag("defaultContentLanguageInSubdir") == true)
            Translation = code;
    }
}
