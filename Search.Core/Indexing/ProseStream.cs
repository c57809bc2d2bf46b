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
    private readonly TextLanguage language;
    private readonly List<(Token Surface, string Stem)> words;
    private readonly ICharTermAttribute term;
    private readonly IPositionIncrementAttribute increment;
    private int next;
    private bool stemIsDue;

    public ProseStream(List<(Token Surface, string Stem)> words, TextLanguage language)
    {
        this.words = words;
        this.language = language;
        term = AddAttribute<ICharTermAttribute>();
        increment = AddAttribute<IPositionIncrementAttribute>();
    }

    public override void Reset()
    {
        base.Reset();
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
        stemIsDue = stem != surface.Term && !language.IsStopWord(surface.Term);
        return true;
    }
}
