using Lucene.Net.Analysis;
using Lucene.Net.Analysis.TokenAttributes;

namespace Search.Core.Indexing;

/// <summary>
/// The token stream of the ranked field: the stems of each part, each token as many times as the part's weight, so that term frequency
/// and field length are the weighted sums of BM25F (Robertson, Zaragoza, Taylor 2004, "Simple BM25 extension to multiple weighted fields").
/// </summary>
internal sealed class WeightedStream(Analyzer analyzer, IReadOnlyList<(string Text, int Weight)> parts) : TokenStream
{
    private ICharTermAttribute? term;
    private TokenStream? part;
    private ICharTermAttribute? partTerm;
    private int next;
    private int repeat;

    public override void Reset()
    {
        base.Reset();
        term ??= AddAttribute<ICharTermAttribute>();
        ClosePart();
        next = 0;
        repeat = 0;
    }

    public override bool IncrementToken()
    {
        ClearAttributes();
        while (true)
        {
            if (repeat > 0)
            {
                repeat--;
                Copy();
                return true;
            }
            if (part is null)
            {
                if (next == parts.Count)
                    return false;
                part = analyzer.GetTokenStream("part", parts[next].Text);
                partTerm = part.GetAttribute<ICharTermAttribute>();
                part.Reset();
            }
            if (part.IncrementToken())
            {
                repeat = parts[next].Weight;
                continue;
            }
            ClosePart();
            next++;
        }
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            ClosePart();
        base.Dispose(disposing);
    }

    private void Copy() => term!.CopyBuffer(partTerm!.Buffer, 0, partTerm.Length);

    private void ClosePart()
    {
        if (part is null)
            return;
        part.End();
        part.Dispose();
        part = null;
    }
}
