using Search.Core.Searching;

namespace Search.Api.Answers;

/// <summary>People with how many posts have them, most frequent first; <see cref="Total"/> counts those that match, listed or not.</summary>
internal sealed record PeopleAnswer(IReadOnlyList<CountView> People, int Total);

/// <summary>Tags with how many posts have them, most frequent first; <see cref="Total"/> counts those that match, listed or not.</summary>
internal sealed record TagsAnswer(IReadOnlyList<CountView> Tags, int Total);

/// <summary>Categories with how many posts have them, most frequent first; <see cref="Total"/> counts those that match, listed or not.</summary>
internal sealed record CategoriesAnswer(IReadOnlyList<CountView> Categories, int Total);

/// <summary>Whether the host can answer, and from what.</summary>
/// <param name="Status"><c>ready</c>, <c>live</c> or <c>unavailable</c>.</param>
/// <param name="Generation">Id of the generation that answers; null where none does.</param>
/// <param name="Created">When it was built.</param>
/// <param name="Posts">How many posts it holds.</param>
/// <param name="Quotes">How many quotes.</param>
/// <param name="Problem">What is wrong with a newer generation that could not be opened; null where nothing is.</param>
internal sealed record HealthAnswer(string Status, string? Generation, DateTimeOffset? Created, long Posts, long Quotes, string? Problem);

/// <summary>A text that is not in the index.</summary>
internal sealed record DraftText(string? Title, string? Body);
