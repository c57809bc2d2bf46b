using Lucene.Net.Index;
using Lucene.Net.Search;
using Search.Core.Analysis;
using Search.Core.Indexing;

namespace Search.Core.Searching;

/// <summary>Words that stand side by side in a text, as Lucene asks for them.</summary>
internal static class ProsePhrase
{
    public static PhraseQuery Of(TextAnalysis analysis, string words)
    {
        var phrase = new PhraseQuery();
        foreach (var word in analysis.Surface(words))
            phrase.Add(new Term(IndexFields.Prose, word.Term));
        return phrase;
    }
}
