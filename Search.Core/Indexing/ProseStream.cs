using Lucene.Net.Analysis;
using Lucene.Net.Analysis.TokenAttributes;
using Search.Core.Analysis;
using Token = Search.Core.Analysis.Token;

namespace Search.Core.Indexing;

/// <summary>
/// The token stream of the prose field: each word as it stands, and at the same place its stem where that is another one, marked so that the two
/// are not mistaken for each other. Phrases look for words, nearness for stems.
/// </summary>
internal sealed class ProseStream : TokenStream
{
    private readonly TextAnalysis analysis;
    private readonly string text;
    private readonly ICharTermAttribute term;
    private readonly IPositionIncrementAttribute increment;
    private List<(Token Surface, string Stem)> words = [];
    private int next;
    private bool stemIsDue;

    public ProseStream(TextAnalysis analysis, string text)
    {
        this.analysis = analysis;
        this.text = text;
        term = AddAttribute<ICharTermAttribute>();
        increment = AddAttribute<IPositionIncrementAttribute>();
    }

    public override void Reset()
    {
        base.Reset();
        words = analysis.Words(text);
        next = 0;
        stemIsDue = false;
    }

    public override bool IncrementToken()
    {
        ClearAttributes();
        if (stemIsDue)
        {
            stemIsDue = false;
            term.SetEmpty().Append(IndexFields.StemInProse(words[next - 1].Stem));
            increment.PositionIncrement = 0;
            return true;
        }
        if (next == words.Count)
            return false;
        var (surface, stem) = words[next++];
        term.SetEmpty().Append(surface.Term);
        increment.PositionIncrement = 1;
        stemIsDue = stem != surface.Term && !analysis.Language.IsStopWord(surface.Term);
        return true;
    }
}
