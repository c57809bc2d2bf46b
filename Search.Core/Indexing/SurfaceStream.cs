using Lucene.Net.Analysis;
using Lucene.Net.Analysis.TokenAttributes;
using Token = Search.Core.Analysis.Token;

namespace Search.Core.Indexing;

/// <summary>The token stream of the field of words: each word as it stands.</summary>
internal sealed class SurfaceStream : TokenStream
{
    private readonly List<(Token Surface, string Stem)> words;
    private readonly ICharTermAttribute term;
    private int next;

    public SurfaceStream(List<(Token Surface, string Stem)> words)
    {
        this.words = words;
        term = AddAttribute<ICharTermAttribute>();
    }

    public override void Reset()
    {
        base.Reset();
        next = 0;
    }

    public override bool IncrementToken()
    {
        ClearAttributes();
        if (next == words.Count)
            return false;
        term.SetEmpty().Append(words[next++].Surface.Term);
        return true;
    }
}
