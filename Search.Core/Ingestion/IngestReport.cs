using Search.Core.Content;

namespace Search.Core.Ingestion;

/// <summary>
/// What a run read, left out and changed. Of the files that are, or look as if they wanted to be, a post:
/// <c>Posts + Drafts + Future + NotPosts = Files</c>; a record of a collection (JSONL, an export) counts as a file of its own.
/// </summary>
public sealed record IngestReport
{
    public required IReadOnlyList<string> Sources { get; init; }

    public long Files { get; init; }

    /// <summary>Files and records that are indexed as posts.</summary>
    public long Posts { get; init; }

    /// <summary>Left out as drafts or unpublished.</summary>
    public long Drafts { get; init; }

    /// <summary>Left out because they are dated in the future.</summary>
    public long Future { get; init; }

    /// <summary>Files that are no post, each with its reason in <see cref="LeftOut"/>; those that could not be read at all among them.</summary>
    public long NotPosts { get; init; }

    /// <summary>Of <see cref="NotPosts"/>, those of which nothing could be read.</summary>
    public long Unreadable { get; init; }

    /// <summary>Quotations with a document of their own, from quotations files and from posts.</summary>
    public long Quotes { get; init; }

    /// <summary>Documents (posts and quotes) that the index did not have.</summary>
    public long Added { get; init; }

    public long Changed { get; init; }

    public long Removed { get; init; }

    public long Unchanged { get; init; }

    /// <summary>Generation that holds the result; the one before where nothing changed.</summary>
    public string? Generation { get; init; }

    /// <summary>False where the index was right already and nothing was published.</summary>
    public bool Published { get; init; }

    /// <summary>False where people, tags and suggestions are those of the generation before (<see cref="IngestOptions.SettleLater"/>), and a run is still to bring them up to date.</summary>
    public bool IsSettled { get; init; } = true;

    /// <summary>Looking at all files and reading those that changed.</summary>
    public double ReadingSeconds { get; init; }

    /// <summary>Working out what must be known of the whole collection: people, tags, what recurs, what differs.</summary>
    public double CollectionSeconds { get; init; }

    public double IndexingSeconds { get; init; }

    public double PublishingSeconds { get; init; }

    public IReadOnlyList<LeftOutFile> LeftOut { get; init; } = [];

    public IReadOnlyList<ContentProblem> Problems { get; init; } = [];

    /// <summary>True where some file could be read only in part, or not at all.</summary>
    public bool IsPartial => Unreadable > 0 || Problems.Any(p => p.Severity == ProblemSeverity.Error);
}

/// <summary>A file or record that gave no document, and why.</summary>
public sealed record LeftOutFile(string Path, int Line, SkipReason Reason, string Why);
