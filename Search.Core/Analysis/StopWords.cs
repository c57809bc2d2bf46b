using System.Collections.Frozen;

namespace Search.Core.Analysis;

/// <summary>
/// English function words. They are indexed like all others, so that a phrase finds them; outside quotation marks a query wishes for them
/// without demanding them.
/// </summary>
internal static class StopWords
{
    private static readonly FrozenSet<string> English = new[]
    {
        "a", "about", "an", "and", "are", "as", "at", "be", "been", "but", "by", "can", "did", "do", "does", "for", "from", "had", "has", "have",
        "he", "her", "his", "how", "i", "if", "in", "into", "is", "it", "its", "me", "my", "no", "not", "of", "on", "or", "our", "she", "so", "such",
        "that", "the", "their", "them", "then", "there", "these", "they", "this", "to", "was", "we", "were", "what", "when", "where", "which", "who",
        "why", "will", "with", "would", "you", "your",
    }.ToFrozenSet(StringComparer.Ordinal);

    /// <param name="word">A folded word, not a stem.</param>
    public static bool Contains(string word) => English.Contains(word);
}
