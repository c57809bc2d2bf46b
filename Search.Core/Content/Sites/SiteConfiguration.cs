namespace Search.Core.Content;

/// <summary>What the site's own configuration says that matters for reading its posts and making their URLs.</summary>
public sealed record SiteConfiguration
{
    /// <summary>The program that makes the site.</summary>
    public SiteGenerator Generator { get; init; }

    public string? Title { get; init; }

    /// <summary>Scheme and host, such as <c>https://example.org</c>; null where none is configured.</summary>
    public string? Url { get; init; }

    /// <summary>Path under which the site lives; empty or with a leading and no trailing slash.</summary>
    public string BaseUrl { get; init; } = "";

    /// <summary>Permalink pattern of posts, as configured; null for the generator's own.</summary>
    public string? Permalink { get; init; }

    /// <summary>Zone in which dates without an offset are read.</summary>
    public TimeZoneInfo TimeZone { get; init; } = TimeZoneInfo.Utc;

    /// <summary>BCP 47 tag of the site's language; null where none is configured.</summary>
    public string? Language { get; init; }

    /// <summary>Name of the site's author, where one is configured.</summary>
    public string? Author { get; init; }

    /// <summary>True where the site itself publishes posts dated in the future.</summary>
    public bool PublishesFuture { get; init; }

    /// <summary>True where the site itself publishes drafts.</summary>
    public bool PublishesDrafts { get; init; }

    /// <summary>True where the site itself publishes what says <c>published: false</c>.</summary>
    public bool PublishesUnpublished { get; init; }

    /// <summary>Everything that the configuration files say.</summary>
    internal FrontMap Settings { get; init; } = FrontMap.Empty;

    /// <summary>Folder below the root that holds the content, such as Hugo's <c>content</c>; empty for the root.</summary>
    internal string ContentFolder { get; init; } = "";

    /// <summary>Folders beside <c>src</c> that collections of an Astro site are read from.</summary>
    internal IReadOnlyList<string> CollectionFolders { get; init; } = [];

    /// <summary>Patterns of paths that the site leaves out.</summary>
    internal IReadOnlyList<string> Excluded { get; init; } = [];

    /// <summary>Jekyll's collections with their settings.</summary>
    internal IReadOnlyDictionary<string, FrontMap> Collections { get; init; } = new Dictionary<string, FrontMap>();

    /// <summary>Languages that Hugo knows of the site, lower case.</summary>
    internal IReadOnlyList<string> Languages { get; init; } = [];

    /// <summary>The address of a path of the site: absolute where the site's URL is known, otherwise rooted.</summary>
    internal string Absolute(string path)
    {
        if (path.Contains("://", StringComparison.Ordinal))
            return path;
        return $"{Url}{BaseUrl}/{path.TrimStart('/')}";
    }
}
