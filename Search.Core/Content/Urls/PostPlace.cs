namespace Search.Core.Content;

/// <summary>What of a post its address is made of.</summary>
internal sealed record PostPlace
{
    /// <summary>Path within the site's content, with forward slashes and ending.</summary>
    public required string Path { get; init; }

    public required FrontMap Keys { get; init; }

    public required string Title { get; init; }

    /// <summary>In the site's zone; null where there is none.</summary>
    public DateTimeOffset? Date { get; init; }

    public IReadOnlyList<string> Categories { get; init; } = [];

    /// <summary>Jekyll's collection, such as <c>posts</c>; null for a page.</summary>
    public string? Collection { get; init; }

    /// <summary>Language of a translation, where it is not the site's own; null otherwise.</summary>
    public string? Translation { get; init; }

    /// <summary>The slug that the file's name has behind its date, where Hugo reads it so; null otherwise.</summary>
    public string? NamedSlug { get; init; }

    public string FileName => Path[(Path.LastIndexOf('/') + 1)..];

    /// <summary>File name without its ending.</summary>
    public string BaseName => System.IO.Path.GetFileNameWithoutExtension(FileName);

    public string Folder => Path.LastIndexOf('/') is >= 0 and var slash ? Path[..slash] : "";
}
