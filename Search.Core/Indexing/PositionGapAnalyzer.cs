using Lucene.Net.Analysis;
using Search.Core.Analysis;

namespace Search.Core.Indexing;

/// <summary>The writer's analyzer: folded words for every field, with a gap between the values of one field.</summary>
internal sealed class PositionGapAnalyzer : AnalyzerWrapper
{
    public PositionGapAnalyzer()
        : base(PER_FIELD_REUSE_STRATEGY)
    {
    }

    public override int GetPositionIncrementGap(string fieldName) => Fields.PartGap;

    protected override Analyzer GetWrappedAnalyzer(string fieldName) => SearchAnalyzers.Surface;
}
