using Search.Core.Model;

namespace Search.Core.Searching;

/// <summary>Order of the hits.</summary>
public enum SearchSort
{
    Relevance,
    Newest,
    Oldest,
}

/// <summary>What can be counted by.</summary>
public enum FacetField
{
    Tag,
    Category,
    Person,
    Source,
    Kind,
    Year,
    Month,
}

/// <summary>Slugs that a document must and must not have.</summary>
/// <param name="AllOf">Every group must be met; a group is met by any of its slugs.</param>
/// <param name="NoneOf">None of these.</param>
public sealed record SlugFilter(IReadOnlyList<IReadOnlyList<string>> AllOf, IReadOnlyList<string> NoneOf)
{
    public static SlugFilter None { get; } = new([], []);

    public bool IsEmpty => AllOf.Count == 0 && NoneOf.Count == 0;
}

/// <summary>
/// A question to the index, checked for its form by the caller. <see cref="Query"/> is free text: nothing in it is an error.
/// </summary>
public sealed record SearchRequest
{
    public string Query { get; init; } = "";

    /// <summary>Null: posts and quotes.</summary>
    public DocumentKind? Kind { get; init; }

    public SlugFilter Tags { get; init; } = SlugFilter.None;

    public SlugFilter Categories { get; init; } = SlugFilter.None;

    public SlugFilter People { get; init; } = SlugFilter.None;

    /// <summary>Where the words of a quotation were said or printed.</summary>
    public SlugFilter Sources { get; init; } = SlugFilter.None;

    /// <summary>First day, inclusive, in each document's own offset; null for no bound.</summary>
    public DateOnly? From { get; init; }

    /// <summary>Last day, inclusive; null for no bound.</summary>
    public DateOnly? To { get; init; }

    /// <summary>Null: by relevance where there is a query, newest first where there is none.</summary>
    public SearchSort? Sort { get; init; }

    /// <summary>1 to 100.</summary>
    public int Limit { get; init; } = 10;

    /// <summary>0 to 1000; ignored with <see cref="Cursor"/>.</summary>
    public int Offset { get; init; }

    /// <summary><see cref="SearchAnswer.Next"/> of the page before.</summary>
    public string? Cursor { get; init; }

    public IReadOnlyList<FacetField> Facets { get; init; } = [FacetField.Tag, FacetField.Category, FacetField.Person, FacetField.Year];

    /// <summary>1 to 1000 values a facet.</summary>
    public int FacetLimit { get; init; } = 10;

    public bool Highlight { get; init; } = true;

    /// <summary>Shows copies and templated series as their best hit alone.</summary>
    public bool Fold { get; init; }

    public bool Explain { get; init; }
}
