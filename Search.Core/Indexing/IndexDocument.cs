using Search.Core.Model;

namespace Search.Core.Indexing;

/// <summary>
/// A document as the index takes it: a post or quote with everything resolved that depends on the rest of the collection.
/// </summary>
public sealed record IndexDocument
{
    public required string Key { get; init; }

    /// <summary>Unique in the collection.</summary>
    public required string Id { get; init; }

    public required DocumentKind Kind { get; init; }

    /// <summary>Shown and searched; of a quote, the title of its post or its source.</summary>
    public required string Title { get; init; }

    public string? Headline { get; init; }

    public string? Url { get; init; }

    public DateTimeOffset? Date { get; init; }

    /// <summary>What is known of the date.</summary>
    public DatePrecision DatePrecision { get; init; }

    /// <summary>Prose; of a quote, its words.</summary>
    public string Text { get; init; } = "";

    public string Code { get; init; } = "";

    public string? Excerpt { get; init; }

    public IReadOnlyList<string> Headings { get; init; } = [];

    /// <summary>Canonical tags without repeats; boilerplate ones are filters and facets, but not ranked words.</summary>
    public IReadOnlyList<IndexTag> Tags { get; init; } = [];

    public IReadOnlyList<Label> Categories { get; init; } = [];

    public IReadOnlyList<Label> People { get; init; } = [];

    public Label? Speaker { get; init; }

    /// <summary>Of a quote: where its words were said or printed; its title is the label.</summary>
    public Label? Source { get; init; }

    public string? SpeakerText { get; init; }

    public string? Role { get; init; }

    public string? PostId { get; init; }

    /// <summary>Key of that post.</summary>
    public string? PostKey { get; init; }

    /// <summary>Ids of the posts that it links to.</summary>
    public IReadOnlyList<string> LinksTo { get; init; } = [];

    /// <summary>The group of copies or the templated series it belongs to, by the id of its first document; null for none.</summary>
    public string? Group { get; init; }

    /// <summary>Kept whole for the page of the document.</summary>
    public required DocumentBody Body { get; init; }
}

/// <summary>A tag of a document. <paramref name="Ranked"/>: false for boilerplate, whose words say nothing of this document.</summary>
public readonly record struct IndexTag(Label Label, bool Ranked);
