using System.Collections.Concurrent;
using Lucene.Net.Analysis;
using Lucene.Net.Analysis.TokenAttributes;

namespace Search.Core.Analysis;

/// <summary>A word of a text: its term and its place, in UTF-16 code units.</summary>
internal readonly record struct Token(string Term, int Start, int End, int Position);

/// <summary>
/// Text → terms in one language, for indexing and for all who need terms outside the index: queries, highlights, relatedness. Surface and stem
/// are cut alike, so that their tokens stand at the same places.
/// </summary>
internal sealed class TextAnalysis
{
    private static readonly ConcurrentDictionary<string, TextAnalysis> ByLanguage = new(StringComparer.Ordinal);

    private TextAnalysis(TextLanguage language)
    {
        Language = language;
        SurfaceAnalyzer = new WordAnalyzer(reader => (new WordTokenizer(reader, language.Elisions), null));
        StemAnalyzer = new WordAnalyzer(reader =>
        {
            var words = new WordTokenizer(reader, language.Elisions, folds: !language.StemsBeforeFolding);
            var stems = language.Stemmed(words);
            return (words, language.StemsBeforeFolding ? new FoldingFilter(stems) : stems);
        });
    }

    public static TextAnalysis English { get; } = Of(TextLanguage.English);

    public TextLanguage Language { get; }

    /// <summary>Folded words as they stand: phrases, prefixes, misspellings.</summary>
    public Analyzer SurfaceAnalyzer { get; }

    /// <summary>Words reduced to their stem, folded: ranking and plain words.</summary>
    public Analyzer StemAnalyzer { get; }

    public static TextAnalysis Of(TextLanguage language) => ByLanguage.GetOrAdd(language.Code, _ => new(language));

    /// <summary>Folded words in order.</summary>
    public List<Token> Surface(string text) => Tokens(SurfaceAnalyzer, text);

    /// <summary>Stems in order; the same places as <see cref="Surface"/>.</summary>
    public List<Token> Stems(string text) => Tokens(StemAnalyzer, text);

    /// <summary>Surface and stem of each word.</summary>
    public List<(Token Surface, string Stem)> Words(string text)
    {
        var surface = Surface(text);
        var stems = Stems(text);
        return [.. surface.Zip(stems, (s, t) => (s, t.Term))];
    }

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

    private sealed class WordAnalyzer(Func<TextReader, (Tokenizer Source, TokenStream? Result)> create) : Analyzer
    {
        protected override TokenStreamComponents CreateComponents(string fieldName, TextReader reader)
        {
            var (source, result) = create(reader);
            return result is null ? new(source) : new(source, result);
        }
    }
}
