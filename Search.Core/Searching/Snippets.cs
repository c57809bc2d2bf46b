using Search.Core.Highlighting;

namespace Search.Core.Searching;

/// <summary>The texts of a hit with what was looked for marked in them.</summary>
internal static class Snippets
{
    private const int MaxChars = 280;

    /// <summary>The passage of a text that shows best why it was found; where it holds nothing that was looked for, the excerpt.</summary>
    public static Snippet Best(string text, string excerpt, HitTerms terms)
    {
        var matches = text.Length == 0 ? [] : terms.In(text);
        return matches.Length == 0 ? Whole(excerpt, terms) : PassageFinder.Best(text, [], matches, MaxChars);
    }

    /// <summary>All of a text.</summary>
    public static Snippet Whole(string text, HitTerms terms) => Snippet.Whole(text, terms.In(text));
}
