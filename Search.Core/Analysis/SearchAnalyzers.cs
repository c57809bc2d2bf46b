using Lucene.Net.Analysis;
using Lucene.Net.Analysis.En;

namespace Search.Core.Analysis;

/// <summary>
/// The two ways a field's text becomes terms. Both cut and fold alike, so that their tokens stand at the same places.
/// </summary>
internal static class SearchAnalyzers
{
    /// <summary>Folded words as they stand: phrases, prefixes, misspellings.</summary>
    public static Analyzer Surface { get; } = new SurfaceAnalyzer();

    /// <summary>Folded words reduced to their stem: ranking and plain words.</summary>
    public static Analyzer Stem { get; } = new StemAnalyzer();

    private sealed class SurfaceAnalyzer : Analyzer
    {
        protected override TokenStreamComponents CreateComponents(string fieldName, TextReader reader) => new(new WordTokenizer(reader));
    }

    private sealed class StemAnalyzer : Analyzer
    {
        protected override TokenStreamComponents CreateComponents(string fieldName, TextReader reader)
        {
            var words = new WordTokenizer(reader);
            return new(words, new PorterStemFilter(words));
        }
    }
}
