using Lucene.Net.Analysis;
using Lucene.Net.Analysis.TokenAttributes;

namespace Search.Core.Analysis;

/// <summary>A word of a text: its term and its place, in UTF-16 code units.</summary>
internal readonly record struct Token(string Term, int Start, int End, int Position);

/// <summary>Text → tokens, for all who need terms outside the index: queries, highlights, relatedness.</summary>
internal static class TextAnalysis
{
    /// <summary>Folded words in order.</summary>
    public static List<Token> Surface(string text) => Tokens(SearchAnalyzers.Surface, text);

    /// <summary>Stems in order; the same places as <see cref="Surface"/>.</summary>
    public static List<Token> Stems(string text) => Tokens(SearchAnalyzers.Stem, text);

    private static List<Token> Tokens(Analyzer analyzer, string text)
    {
        var tokens = new List<Token>();
        using var stream = analyzer.GetTokenStream("text", text);
        var term = stream.GetAttribute<ICharTermAttribute>();
        var offset = stream.GetAttribute<IOffsetAttribute>();
        var increment = stream.GetAttribute<IPositionIncrementAttribute>();
        stream.Reset();
        var position = -1;
        while (stream.IncrementToken())
        {
            position += increment.PositionIncrement;
            tokens.Add(new(term.ToString(), offset.StartOffset, offset.EndOffset, position));
        }
        stream.End();
        return tokens;
    }
}
