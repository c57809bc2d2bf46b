namespace Search.Core.Suggest;

/// <summary>What a suggestion leads to.</summary>
public enum SuggestionKind
{
    Post,
    Person,
    Tag,
    Category,
}

/// <summary>Something that can be suggested: the title of a post, a person, a tag, a category.</summary>
/// <param name="Text">What is shown and matched.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Key">Id of a post, slug of the others.</param>
/// <param name="Url">Where it leads; null where there is no page.</param>
/// <param name="Count">How much it is used; more comes first. Of equal counts the one that was given first comes first.</param>
/// <param name="Aliases">Other names that find it.</param>
public sealed record SuggestEntry(string Text, SuggestionKind Kind, string Key, string? Url, int Count, IReadOnlyList<string> Aliases);

/// <summary>An entry that goes with what was typed.</summary>
/// <param name="Text">What is shown.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Key">Id of a post, slug of the others.</param>
/// <param name="Url">Where it leads; null where there is no page.</param>
/// <param name="Count">How much it is used.</param>
/// <param name="Ranges">What of <paramref name="Text"/> was typed, in UTF-16 code units, in order and without overlap.</param>
/// <param name="MatchedAlias">The other name that was typed; null where it was the text itself.</param>
/// <param name="Typos">How many typing errors were overlooked.</param>
public sealed record Suggestion(
    string Text, SuggestionKind Kind, string Key, string? Url, int Count, IReadOnlyList<(int Start, int Length)> Ranges, string? MatchedAlias, int Typos);
