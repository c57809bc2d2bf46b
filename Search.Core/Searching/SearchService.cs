namespace Search.Core.Searching;

/// <summary>
/// Answers every question about a published index. Follows what the indexer publishes: opens a new generation beside the old one, warms
/// it, swaps, and closes the old one when its last request ends; a bad generation is reported and the last good one goes on serving.
/// Safe for use from many threads.
/// </summary>
public sealed class SearchService : IDisposable
{
    /// <summary>Whether an index is open, which one, and what is wrong where none is or a newer one could not be opened.</summary>
    public IndexStatus Status => throw new NotSupportedException();

    /// <summary>Follows the index in a folder. The folder may still be empty: questions are then <see cref="IndexUnavailableException"/>.</summary>
    public static SearchService Open(string indexDirectory, SearchOptions options) => throw new NotSupportedException();

    /// <summary>Looks for a newer generation now instead of at the next poll; true where one was swapped in.</summary>
    public bool Refresh() => throw new NotSupportedException();

    public SearchAnswer Search(SearchRequest request, CancellationToken cancel = default) => throw new NotSupportedException();

    public SuggestAnswer Suggest(string query, int limit) => throw new NotSupportedException();

    /// <summary>Null where no post has the id.</summary>
    public PostView? Post(string id, bool annotations) => throw new NotSupportedException();

    /// <summary>Null where no post has the id.</summary>
    public RelatedAnswer? RelatedById(string id, int limit, CancellationToken cancel = default) => throw new NotSupportedException();

    /// <summary>By a post's URL, absolute or path only, with or without a trailing slash; null where no post has it.</summary>
    public RelatedAnswer? RelatedByUrl(string url, int limit, CancellationToken cancel = default) => throw new NotSupportedException();

    public RelatedAnswer RelatedToText(string title, string body, int limit, CancellationToken cancel = default) => throw new NotSupportedException();

    public CountsAnswer People(string query, int limit) => throw new NotSupportedException();

    public PersonView? Person(string slug) => throw new NotSupportedException();

    public CountsAnswer Tags(string query, int limit) => throw new NotSupportedException();

    public TagView? Tag(string slug) => throw new NotSupportedException();

    /// <summary>The tag that a spelling as written in the content belongs to; null where no content has it.</summary>
    public TagView? ResolveTag(string raw) => throw new NotSupportedException();

    public CountsAnswer Categories(string query, int limit) => throw new NotSupportedException();

    public TagSuggestAnswer SuggestTags(string title, string body, CancellationToken cancel = default) => throw new NotSupportedException();

    public void Dispose() => throw new NotSupportedException();
}

/// <summary>State of the index that is served.</summary>
/// <param name="IsOpen">True where questions can be answered.</param>
/// <param name="Generation">Id of the generation that answers; null where none does.</param>
/// <param name="Created">When it was built.</param>
/// <param name="Posts">How many posts it holds.</param>
/// <param name="Quotes">How many quotes.</param>
/// <param name="Code">Null where all is well; <c>index-not-found</c>, <c>index-damaged</c>, <c>index-incompatible</c>.</param>
/// <param name="Problem">The same in words.</param>
public sealed record IndexStatus(bool IsOpen, string? Generation, DateTimeOffset? Created, long Posts, long Quotes, string? Code, string? Problem);

/// <summary>No generation can be opened. <see cref="Code"/> as in <see cref="IndexStatus"/>.</summary>
public sealed class IndexUnavailableException(string code, string message) : Exception(message)
{
    public string Code { get; } = code;
}

/// <summary>How an index is served.</summary>
public sealed record SearchOptions
{
    /// <summary>How often to look for a new generation. Default 500 ms; range 50 ms to an hour.</summary>
    public TimeSpan PollInterval { get; init; } = TimeSpan.FromMilliseconds(500);

    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>Told of each event in the life of the served index: opened, refused, closed.</summary>
    public Action<string>? Log { get; init; }
}
