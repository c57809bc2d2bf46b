using Lucene.Net.Index;
using Lucene.Net.Search;

namespace Search.Core.Postings;

/// <summary>
/// Brings a plan to one segment, as <c>BooleanWeight.GetScorer</c> does: what the segment has nothing of falls away, and decides with
/// what is left how the rest is added up.
/// </summary>
internal sealed class SegmentPlan(IndexSearcher searcher, ImpactReader reader, AtomicReaderContext leaf, Scratch scratch)
{
    private readonly int words = BitSets.Words(leaf.AtomicReader.MaxDoc);

    /// <summary>Null where nothing in the segment can match.</summary>
    public SegmentNode? Of(QueryPlan plan) => plan switch
    {
        TermPlan term => term.View is { } view ? new TermNode(view) : null,
        ConstantPlan constant => Constant(constant),
        BooleanPlan boolean => Boolean(boolean),
        _ => throw new ArgumentOutOfRangeException(nameof(plan), plan, "No such plan."),
    };

    private ConstantNode? Constant(ConstantPlan plan)
    {
        var bits = scratch.Take<ulong>(words);
        if (plan.IsEverything)
        {
            bits.Fill(ulong.MaxValue);
            var maxDoc = leaf.AtomicReader.MaxDoc;
            if ((maxDoc & 63) != 0)
                bits[words - 1] = (1UL << maxDoc) - 1;
            return new(bits, plan.Value, maxDoc);
        }
        if (plan.Inner is not null)
        {
            if (Of(plan.Inner) is not { } inner)
                return null;
            inner.Fill(bits, scratch);
            return new(bits, plan.Value, inner.Cost);
        }
        if (plan.Query is ConstantScoreQuery { Filter: DocumentsFilter set })
        {
            BitSets.Extract(set.Bits, leaf.DocBase, leaf.AtomicReader.MaxDoc, bits);
            return new(bits, plan.Value, leaf.AtomicReader.MaxDoc);
        }
        if (plan.Query is ConstantScoreQuery { Filter: PrefixFilter filter } && reader.Impacts(filter.Prefix.Field) is { } impacts)
        {
            bits.Clear();
            impacts[leaf.Ord]?.AddPrefix(filter.Prefix.Bytes.Bytes.AsSpan(filter.Prefix.Bytes.Offset, filter.Prefix.Bytes.Length), bits);
            return new(bits, plan.Value, leaf.AtomicReader.MaxDoc);
        }
        plan.Stock ??= searcher.CreateNormalizedWeight(plan.Query);
        if (plan.Stock.GetScorer(leaf, leaf.AtomicReader.LiveDocs) is not { } scorer)
            return null;
        var cost = scorer.GetCost();
        bits.Clear();
        for (var document = scorer.NextDoc(); document != DocIdSetIterator.NO_MORE_DOCS; document = scorer.NextDoc())
            bits[document >> 6] |= 1UL << document;
        return new(bits, plan.Value, cost);
    }

    private SegmentNode? Boolean(BooleanPlan plan)
    {
        var required = new List<SegmentNode>();
        foreach (var part in plan.Required)
        {
            if (Of(part) is not { } node)
                return null;
            required.Add(node);
        }
        var optional = plan.Optional.Select(Of).OfType<SegmentNode>().ToList();
        var excluded = plan.Excluded.Select(Of).OfType<SegmentNode>().ToList();
        if (required.Count == 0 && optional.Count == 0 || optional.Count < plan.AtLeast)
            return null;
        return required.Count == 0 ? WithoutRequired(optional, excluded, Math.Max(1, plan.AtLeast)) : WithRequired(required, optional, excluded, plan.AtLeast);
    }

    private static SegmentNode WithoutRequired(List<SegmentNode> optional, List<SegmentNode> excluded, int atLeast) => Without(
        optional.Count > atLeast ? new DisjunctionNode(optional, atLeast) : optional.Count == 1 ? optional[0] : new ConjunctionNode(optional),
        excluded);

    private static SegmentNode WithRequired(List<SegmentNode> required, List<SegmentNode> optional, List<SegmentNode> excluded, int atLeast)
    {
        if (optional.Count == atLeast)
            return Without(new ConjunctionNode([.. required, .. optional]), excluded);
        SegmentNode all = required.Count == 1 ? required[0] : new ConjunctionNode(required);
        if (atLeast > 0)
            return Without(new ConjunctionNode([all, new DisjunctionNode(optional, atLeast)]), excluded);
        return new OptionalNode(Without(all, excluded), optional.Count == 1 ? optional[0] : new DisjunctionNode(optional, 1));
    }

    private static SegmentNode Without(SegmentNode node, List<SegmentNode> excluded) => excluded.Count == 0 ? node : new ExclusionNode(node, excluded);
}
