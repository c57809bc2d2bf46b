using Search.Core.Indexing;
using Search.Core.Ranking;

namespace Search.Core.Searching;

/// <summary>
/// Answers every question about a published index. Follows what the indexer publishes: opens a new generation beside the old one, warms
/// it, swaps, and closes the old one when its last request ends; a bad generation is reported and the last good one goes on serving.
/// Safe for use from many threads.
/// </summary>
public sealed class SearchService : IDisposable
{
    private readonly GenerationFollower follower;

    private SearchService(string indexDirectory, SearchOptions options) => follower = new(indexDirectory, options);

    /// <summary>Whether an index is open, which one, and what is wrong where none is or a newer one could not be opened.</summary>
    public IndexStatus Status => follower.Status;

    /// <summary>Follows the index in a folder. The folder may still be empty: questions are then <see cref="IndexUnavailableException"/>.</summary>
    public static SearchService Open(string indexDirectory, SearchOptions options) => new(Path.GetFullPath(indexDirectory), options);

    /// <summary>Looks for a newer generation now instead of at the next poll; true where one was swapped in.</summary>
    public bool Refresh() => follower.Refresh();

    /// <exception cref="IndexUnavailableException">No generation is open.</exception>
    /// <exception cref="InvalidCursorException">The cursor is damaged or belongs to another query.</exception>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public SearchAnswer Search(SearchRequest request, CancellationToken cancel = default)
    {
        if (request.Cursor is null)
            return With(generation => new Searcher(generation, request, cancel).Answer(after: null));
        var cursor = SearchCursor.Parse(request.Cursor, request);
        if (follower.Use(cursor.Generation) is { } same)
        {
            try
            {
                return new Searcher(same, request, cancel).Answer(cursor.After);
            }
            finally
            {
                same.Release();
            }
        }
        var answer = With(generation => new Searcher(generation, request, cancel).Answer(cursor.After));
        return answer with { Warnings = [.. answer.Warnings, "The index has changed since the first page; this page goes on from the same place in the new one."] };
    }

    /// <summary>
    /// The best documents for a text, none of whose words are demanded: what test collections measure. The same scores as
    /// <see cref="Search"/>, without paging, facets and excerpts.
    /// </summary>
    public IReadOnlyList<RankedDocument> Rank(string text, int most, CancellationToken cancel = default) =>
        With(generation => new Searcher(generation, new() { Query = text }, cancel).Rank(most));

    public SuggestAnswer Suggest(string query, int limit) => With(generation => SuggestionReader.Of(generation, query, limit));

    /// <summary>Null where no post has the id.</summary>
    public PostView? Post(string id, bool annotations) => With(generation => new EntityReader(generation).Post(id, annotations));

    /// <summary>Null where no post has the id.</summary>
    public RelatedAnswer? RelatedById(string id, RelatedOptions options, CancellationToken cancel = default) =>
        With(generation => Related(generation, generation.DocumentWith(IndexFields.Id, id), options, cancel));

    /// <summary>By a post's URL in any of the forms of <see cref="PostAddress"/>; null where no post has it.</summary>
    public RelatedAnswer? RelatedByUrl(string url, RelatedOptions options, CancellationToken cancel = default) =>
        With(generation => Related(generation, PostAddress.Find(generation, url), options, cancel));

    /// <summary>For a text that is not in the index; nothing of it is kept.</summary>
    public RelatedAnswer RelatedToText(string title, string body, RelatedOptions options, CancellationToken cancel = default) => With(generation =>
        RelatedAnswers.Of(generation, new RelatedReader(generation, new(), cancel).OfDraft(title, body, options)));

    public CountsAnswer People(string query, int limit) => With(generation => new EntityReader(generation).ListPeople(query, limit));

    public PersonView? Person(string slug) => With(generation => new EntityReader(generation).Person(slug));

    public CountsAnswer Tags(string query, int limit) => With(generation => new EntityReader(generation).ListTags(query, limit));

    public TagView? Tag(string slug) => With(generation => new EntityReader(generation).Tag(slug));

    /// <summary>The tag that a spelling as written in the content belongs to; null where no content has it.</summary>
    public TagView? ResolveTag(string raw) => With(generation => new EntityReader(generation).ResolveTag(raw));

    /// <summary>The state of all tags, in lists of at most so many.</summary>
    public TagReportView TagReport(int most) => With(generation => TagReportView.Of(generation, most));

    public CountsAnswer Categories(string query, int limit) => With(generation => new EntityReader(generation).List(generation.Categories, query, limit));

    public TagSuggestAnswer SuggestTags(string title, string body, CancellationToken cancel = default) =>
        With(generation => new DraftReader(generation, cancel).Suggest(title, body));

    /// <summary>Reads the open generation itself, for those who write it in another form.</summary>
    internal T Read<T>(Func<OpenGeneration, T> read) => With(read);

    public void Dispose() => follower.Dispose();

    private static RelatedAnswer? Related(OpenGeneration generation, int document, RelatedOptions options, CancellationToken cancel) =>
        document < 0 || !generation.Posts.Get(document)
            ? null
            : RelatedAnswers.Of(generation, new RelatedReader(generation, new(), cancel).OfPost(document, options));

    private T With<T>(Func<OpenGeneration, T> answer)
    {
        var generation = follower.Use();
        try
        {
            return answer(generation);
        }
        finally
        {
            generation.Release();
        }
    }
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

/// <summary>A document of a ranking.</summary>
public readonly record struct RankedDocument(string Id, double Score);

/// <summary>No generation can be opened. <see cref="Code"/> as in <see cref="IndexStatus"/>.</summary>
public sealed class IndexUnavailableException(string code, string message) : Exception(message)
{
    public string Code { get; } = code;
}

/// <summary>How an index is served.</summary>
public sealed record SearchOptions
{
    /// <summary>How often to look for a new generation. Default 100 ms; range 50 ms to an hour.</summary>
    public TimeSpan PollInterval { get; init; } = TimeSpan.FromMilliseconds(100);

    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>The weights of ranking. Default <see cref="RankingProfile.Default"/>.</summary>
    public RankingProfile Profile { get; init; } = RankingProfile.Default;

    /// <summary>True: every match is scored by stock Lucene. Slower, and the same answers: for comparing the two.</summary>
    internal bool ScoresEverything { get; init; }

    /// <summary>Told of each event in the life of the served index: opened, refused, closed.</summary>
    public Action<string>? Log { get; init; }
}
