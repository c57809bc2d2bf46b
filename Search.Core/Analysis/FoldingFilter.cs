using Lucene.Net.Analysis;
using Lucene.Net.Analysis.TokenAttributes;
using Search.Core.Text;

namespace Search.Core.Analysis;

/// <summary>Folds terms that were stemmed as they stand.</summary>
internal sealed class FoldingFilter : TokenFilter
{
    private readonly ICharTermAttribute term;

    public FoldingFilter(TokenStream input)
        : base(input) => term = AddAttribute<ICharTermAttribute>();

    public override bool IncrementToken()
    {
        if (!m_input.IncrementToken())
            return false;
        var folded = Folding.Fold(term.ToString());
        term.SetEmpty().Append(folded);
        return true;
    }
}
