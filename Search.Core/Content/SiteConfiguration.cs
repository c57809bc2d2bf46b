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
}
