using Lucene.Net.Analysis;
using Search.Core.Analysis;

namespace Search.Core.Indexing;

/// <summary>The writer's analyzer: stems for the title, folded words for every other field, with a gap between the values of one field.</summary>
internal sealed class FieldAnalyzer(TextAnalysis analysis) : AnalyzerWrapper(PER_FIELD_REUSE_STRATEGY)
{
    public override int GetPositionIncrementGap(string fieldName) => IndexFields.PartGap;

    protected override Analyzer GetWrappedAnalyzer(string fieldName) => fieldName == IndexFields.Title ? analysis.StemAnalyzer : analysis.SurfaceAnalyzer;
}
