namespace Search.Core.Analysis;

/// <summary>
/// English function words. Like those of every language they are no ranked words: phrases find them, and a query that has nothing else.
/// </summary>
internal static class StopWords
{
    public static IReadOnlyList<string> English { get; } =
    [
        "a", "about", "an", "and", "are", "as", "at", "be", "been", "but", "by", "can", "did", "do", "does", "for", "from", "had", "has", "have",
        "he", "her", "his", "how", "i", "if", "in", "into", "is", "it", "its", "me", "my", "no", "not", "of", "on", "or", "our", "she", "so", "such",
        "that", "the", "their", "them", "then", "there", "these", "they", "this", "to", "was", "we", "were", "what", "when", "where", "which", "who",
        "why", "will", "with", "would", "you", "your",
    ];
}
