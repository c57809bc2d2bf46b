using Search.Core.Highlighting;
using Search.Core.Suggest;

namespace Search.Core.Searching;

/// <summary>As-you-type suggestions of a generation as they are shown.</summary>
internal static class SuggestionReader
{
    public static SuggestAnswer Of(OpenGeneration generation, string query, int limit) =>
        new([.. generation.Suggest.Suggest(query, limit).Select(View)]);

    private static SuggestionView View(Suggestion suggestion)
    {
        var isPost = suggestion.Kind == SuggestionKind.Post;
        return new(
            suggestion.Text,
            suggestion.Kind switch
            {
                SuggestionKind.Post => "post",
                SuggestionKind.Person => "person",
                SuggestionKind.Tag => "tag",
                _ => "category",
            },
            isPost ? null : suggestion.Key,
            isPost ? suggestion.Key : null,
            suggestion.Url,
            isPost ? null : suggestion.Count,
            MarkedHtml.Of(suggestion.Text, [.. suggestion.Ranges.Select(r => new MarkedRange(r.Start, r.Length))]));
    }
}
