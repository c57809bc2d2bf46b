using Lucene.Net.Analysis;
using Lucene.Net.Analysis.TokenAttributes;
using Search.Core.Analysis;
using Token = Search.Core.Analysis.Token;

namespace Search.Core.Indexing;

/// <summary>
/// The token stream of a ranked field: the stems of each part without function words, each as many times as the part's weight, so that term
/// frequency and field length are the weighted sums of BM25F (Robertson, Zaragoza, Taylor 2004, "Simple BM25 extension to multiple weighted fields").
/// </summary>
internal sealed class RankedStream : TokenStream
{
    private readonly TextLanguage language;
    private readonly IReadOnlyList<(List<(Token Surface, string Stem)> Words, int Weight)> parts;
    private readonly ICharTermAttribute term;
    private List<(Token Surface, string Stem)> words = [];
    private int nextPart;
    private int nextWord;
    private int repeat;

    public RankedStream(IReadOnlyList<(List<(Token Surface, string Stem)> Words, int Weight)> parts, TextLanguage language)
    {
        this.parts = parts;
        this.language = language;
        term = AddAttribute<ICharTermAttribute>();
    }

    public override void Reset()
    {
        base.Reset();
        words = [];
        (nextPart, nextWord, repeat) = (0, 0, 0);
    }

    public override bool IncrementToken()
    {
        ClearAttributes();
        while (repeat == 0)
        {
            if (nextWord == words.Count)
            {
                if (nextPart == parts.Count)
                    return false;
                words = parts[nextPart++].Words;
                nextWord = 0;
            }
            else if (!language.IsStopWord(words[nextWord++].Surface.Term))
                repeat = parts[nextPart - 1].Weight;
        }
        repeat--;
        term.SetEmpty().Append(words[nextWord - 1].Stem);
        return true;
    }
}
