using Search.Core.Analysis;

namespace Search.Core.Indexing;

/// <summary>The words of a document's texts, each text cut into words once however many fields go by them. For one thread.</summary>
internal sealed class WordsOfTexts(TextAnalysis analysis)
{
    private readonly Dictionary<string, List<(Token Surface, string Stem)>> byText = new(StringComparer.Ordinal);

    public TextAnalysis Analysis { get; } = analysis;

    /// <summary>Surface and stem of each word of a text.</summary>
    public List<(Token Surface, string Stem)> Of(string text)
    {
        if (!byText.TryGetValue(text, out var words))
            byText.Add(text, words = Analysis.Words(text));
        return words;
    }
}
