using System.Numerics;
using Lucene.Net.Index;
using Lucene.Net.Search;

namespace Search.Core.Postings;

/// <summary>One search by the kernels: looks the terms up, holds the segments' memory, goes from segment to segment with one threshold.</summary>
internal sealed class ImpactSearch(IndexSearcher searcher, ImpactReader reader, Lanes lanes, QueryPlan plan, long[]? accepted, long[]? matched, HitOrder? order = null) : IDisposable
{
    /// <summary>Beyond it unpacking alone would take more memory than a search may.</summary>
    private const int MostTerms = 256;

    /// <summary>
    /// Up to this ratio between a query's scores a sum in double is exact (24 bits of each, and 53 in all), so that its order does not
    /// matter. Lucene's own order depends on its heaps.
    /// </summary>
    private const float MostRatio = 1 << 20;

    private readonly List<FieldImpacts> held = [];
    private readonly Scratch scratch = Scratch.Rent();

    // Of the segment at hand: see SegmentQuery.Rare.
    private Slice<float> rare;

    /// <summary>Whether all documents that match are to be counted.</summary>
    public bool Counts { get; init; }

    /// <summary>How many live documents match, where they are counted.</summary>
    public int Total { get; private set; }

    /// <summary>Null where the kernels cannot answer.</summary>
    public ScoredHit[]? TryRun(int most)
    {
        LeaveToStock(plan);
        var terms = plan.Terms().ToArray();
        if (terms.Length > MostTerms || !LookUp(terms) || plan.ScoringConstants().Any(c => !(c.Value >= 0 && float.IsFinite(c.Value))))
            return null;
        var shape = PlanShape.Of(plan);
        var hits = most > 0 ? new TopHits(most, order) : null;
        foreach (var leaf in searcher.IndexReader.Leaves)
        {
            scratch.Reset();
            if (!Prepare(terms, shape, leaf))
                return null;
            Search(leaf, shape, hits);
        }
        return hits?.Sorted() ?? [];
    }

    public void Dispose()
    {
        foreach (var field in held)
            field.Release();
        scratch.Return();
    }

    // A set whose terms have no impacts is stock Lucene's to find; where a term that scores has none, so is the whole query.
    private void LeaveToStock(QueryPlan part)
    {
        if (part is ConstantPlan { Inner: not null } constant && constant.Inner.Terms().Any(t => reader.Impacts(t.Term.Field) is null))
            constant.Inner = null;
        if (part is BooleanPlan boolean)
            foreach (var inner in boolean.Required.Concat(boolean.Optional).Concat(boolean.Excluded))
                LeaveToStock(inner);
    }

    private bool LookUp(TermPlan[] terms)
    {
        string? last = null;
        foreach (var term in terms)
        {
            // Once for each run of terms of one field: holding twice is no harm.
            var field = term.Term.Field;
            if (field == last)
                continue;
            last = field;
            if (reader.Impacts(field) is not { } impacts)
                return false;
            foreach (var segment in impacts)
                if (segment is not null)
                {
                    segment.Hold();
                    held.Add(segment);
                }
        }
        foreach (var term in terms)
        {
            var impacts = reader.Impacts(term.Term.Field)!;
            var bytes = term.Term.Bytes.Bytes.AsSpan(term.Term.Bytes.Offset, term.Term.Bytes.Length);
            term.Records = new TermRecord[impacts.Length];
            long df = 0;
            for (var i = 0; i < impacts.Length; i++)
                if (impacts[i]?.TryFind(bytes, out term.Records[i]) ?? false)
                    df += term.Records[i].Df;
            if (reader.Scores(term.Term.Field) is not { } ranking)
                return false;
            term.Field = ranking;
            term.Weight = term.Field.Weight(df, term.Boost, term.OuterBoost);
            if (!(term.Weight > 0 && float.IsFinite(term.Weight)))
                return false;
        }
        return true;
    }

    private bool Prepare(TermPlan[] terms, PlanShape shape, AtomicReaderContext leaf)
    {
        var maxDoc = leaf.AtomicReader.MaxDoc;
        // Only a disjunction asks.
        var isDisjunction = shape.Kind == ShapeKind.Tree || shape.Kind == ShapeKind.Any && shape.Terms.Count > 1;
        rare = isDisjunction && shape.Terms.Any(t => t.Records[leaf.Ord].IsUnpacked)
            ? scratch.TakeZeroed<float>(SidecarFormat.Ranges(maxDoc) * SidecarFormat.GroupsInRange) : default;
        foreach (var term in terms)
        {
            var record = term.Records[leaf.Ord];
            term.View = record.Df == 0 ? null : scratch.TakeTerm();
            var scores = shape.Terms.Contains(term);
            term.View?.Prepare(record, maxDoc, term.Weight, term.Field.Lengths, scores && shape.Kind == ShapeKind.All, scores ? rare : default, scratch);
        }
        float least = float.MaxValue, most = 0;
        foreach (var term in shape.Terms)
            if (term.View is { } view)
                (least, most) = (Math.Min(least, view.MinScore), Math.Max(most, view.MaxScore));
        return most == 0 || least > 0 && most / least <= MostRatio;
    }

    private void Search(AtomicReaderContext leaf, PlanShape shape, TopHits? hits)
    {
        var segment = new SegmentPlan(searcher, reader, leaf, scratch);
        Slice<ulong> bits = default;
        SegmentNode? root = null;
        // Without deletes the dictionary knows how many documents have a term, and those with all of some need not be kept to be counted.
        var isPlain = reader.Live is null && matched is null && shape.Filters.Count + shape.Excluded.Count == 0;
        var isKnown = isPlain && (plan is TermPlan || shape.Kind == ShapeKind.All);
        if (Counts && isKnown)
            Total += CountAll(shape);
        if (matched is not null || shape.Kind == ShapeKind.Tree || Counts && !isKnown)
        {
            root = segment.Of(plan);
            if (root is null)
                return;
            bits = scratch.Take<ulong>(BitSets.Words(leaf.AtomicReader.MaxDoc));
            root.Fill(bits, scratch);
            if (reader.Live is not null)
            {
                var live = scratch.Take<ulong>(bits.Length);
                BitSets.Extract(reader.Live, leaf.DocBase, leaf.AtomicReader.MaxDoc, live);
                BitSets.And(bits, live);
            }
            if (Counts && !isKnown)
                Total += BitSets.Count(bits);
            if (matched is not null)
                BitSets.AddTo(matched, leaf.DocBase, bits);
        }
        if (hits is null || shape.Kind == ShapeKind.All && shape.Terms.Any(t => t.View is null))
            return;
        var terms = shape.Terms.Where(t => t.View is not null).Select(t => t.View!).ToArray();
        if (shape.Kind != ShapeKind.Tree && terms.Length == 0)
            return;
        if (shape.Kind != ShapeKind.Tree && bits.IsEmpty && shape.Filters.Count + shape.Excluded.Count > 0 && !Filter(segment, leaf, shape, out bits))
            return;
        if (shape.Kind == ShapeKind.All)
            terms = [.. terms.OrderBy(t => t.Df)];
        else if (terms.Length > 1)
            terms = [.. terms.OrderBy(t => t.MaxScore)];
        var query = new SegmentQuery
        {
            Terms = terms,
            MaxDoc = leaf.AtomicReader.MaxDoc,
            DocBase = leaf.DocBase,
            Live = reader.Live,
            Accepted = accepted,
            Matching = shape.Kind == ShapeKind.Tree || shape.Filters.Count + shape.Excluded.Count > 0 ? bits : default,
            Tree = shape.Kind == ShapeKind.Tree ? root : null,
            Rare = rare,
            Scratch = scratch,
            Lanes = lanes,
        };
        Run(query, shape, hits);
    }

    private int CountAll(PlanShape shape)
    {
        if (shape.Terms.Any(t => t.View is null))
            return 0;
        TermView[] terms = [.. shape.Terms.Select(t => t.View!).OrderBy(t => t.Df)];
        return terms.Length == 1 ? terms[0].Df : TermsInCommon.Count(terms, scratch);
    }

    private bool Filter(SegmentPlan segment, AtomicReaderContext leaf, PlanShape shape, out Slice<ulong> bits)
    {
        bits = scratch.Take<ulong>(BitSets.Words(leaf.AtomicReader.MaxDoc));
        bits.Fill(ulong.MaxValue);
        var other = scratch.Take<ulong>(bits.Length);
        foreach (var filter in shape.Filters)
        {
            if (segment.Of(filter) is not { } node)
                return false;
            node.Fill(other, scratch);
            BitSets.And(bits, other);
        }
        foreach (var filter in shape.Excluded)
            if (segment.Of(filter) is { } node)
            {
                node.Fill(other, scratch);
                BitSets.AndNot(bits, other);
            }
        return true;
    }

    private void Run(SegmentQuery query, PlanShape shape, TopHits hits)
    {
        switch (shape.Kind)
        {
            case ShapeKind.Tree:
                var extra = (float)plan.ScoringConstants().Sum(c => (double)c.Value);
                if (query.Terms.Length > 0)
                    DisjunctionKernel.Search(query, extra, hits);
                Rest(query, extra, hits);
                break;
            case ShapeKind.All:
                ConjunctionKernel.Search(query, hits);
                break;
            case ShapeKind.Any when query.Terms.Length == 1:
                TermKernel.Search(query, hits);
                break;
            default:
                DisjunctionKernel.Search(query, 0, hits);
                break;
        }
    }

    // What matches without any term that scores, in order: hits only where there are not enough better ones.
    private void Rest(SegmentQuery query, float extra, TopHits hits)
    {
        if (hits.IsFull && hits.LooseThreshold > extra)
            return;
        var rest = query.Matching;
        if (query.Terms.Length > 0)
        {
            rest = scratch.Take<ulong>(query.Matching.Length);
            query.Matching.Span(0, rest.Length).CopyTo(rest.Writable);
            var scored = scratch.TakeZeroed<ulong>(rest.Length);
            foreach (var term in query.Terms)
                term.AddTo(scored);
            BitSets.AndNot(rest, scored);
        }
        // Where all score the same, the first ones are the best.
        var firstWin = plan is ConstantPlan && hits.LowerWins;
        for (var word = 0; word < rest.Length && !(firstWin && hits.IsFull); word++)
            for (var bits = rest[word]; bits != 0; bits &= bits - 1)
            {
                var document = (word << 6) + BitOperations.TrailingZeroCount(bits);
                if (query.Accepts(document))
                    hits.Offer(query.ScoreOf(document), query.DocBase + document);
            }
    }
}
