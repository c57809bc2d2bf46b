namespace Search.Core.Model;

/// <summary>
/// A post as its own file says it, read completely and cleaned, before anything is known of the rest of the collection: tags and
/// people are spellings as written, links are targets as written.
/// </summary>
public sealed record Post
{
    /// <summary>Unique and stable within a source: the path relative to the source's root, with <c>#n</c> (1-based line) for one of many in a file.</summary>
    public required string Key { get; init; }

    /// <summary>The id proposed by the file (its name without ending) or given by the record; made unique by Ingestion.</summary>
    public required string Id { get; init; }

    public required string Title { get; init; }

    /// <summary>True where the file gives no title and the first heading or the file's name stands in for it.</summary>
    public bool TitleIsInferred { get; init; }

    /// <summary>First heading of the body where it says something else than the title (a quoted article's own headline).</summary>
    public string? Headline { get; init; }

    /// <summary>Absolute where the site's configuration gives a URL, otherwise rooted at <c>/</c>; null where none can be made.</summary>
    public string? Url { get; init; }

    /// <summary>With the offset of the site's zone; null where the content gives none.</summary>
    public DateTimeOffset? Date { get; init; }

    /// <summary>What is known of the date.</summary>
    public DatePrecision DatePrecision { get; init; }

    public DateTimeOffset? Updated { get; init; }

    /// <summary>Who wrote the post; null for the site's owner.</summary>
    public string? Author { get; init; }

    /// <summary>Authors of a quoted article, from its byline.</summary>
    public IReadOnlyList<string> Bylines { get; init; } = [];

    /// <summary>Clean prose: the blocks, parted by a blank line. Without code blocks, link lists and markup; a code span stands in its sentence.</summary>
    public string Text { get; init; } = "";

    public IReadOnlyList<TextBlock> Blocks { get; init; } = [];

    /// <summary>Text of code blocks and code spans: searchable, apart from the prose.</summary>
    public string Code { get; init; } = "";

    /// <summary>The author's own summary; plain text.</summary>
    public string? Excerpt { get; init; }

    public IReadOnlyList<Heading> Outline { get; init; } = [];

    public IReadOnlyList<Link> Links { get; init; } = [];

    public IReadOnlyList<Aside> Asides { get; init; } = [];

    /// <summary>Tags as written, trimmed, in order, without empty ones; repeats kept.</summary>
    public IReadOnlyList<string> Tags { get; init; } = [];

    public IReadOnlyList<string> Categories { get; init; } = [];

    /// <summary>People that the front matter or record names.</summary>
    public IReadOnlyList<string> People { get; init; } = [];

    /// <summary>Name of the series that the front matter puts the post in; null for none.</summary>
    public string? Series { get; init; }

    /// <summary>BCP 47 tag; null for the site's language.</summary>
    public string? Language { get; init; }

    public required SourceSpan Source { get; init; }
}
