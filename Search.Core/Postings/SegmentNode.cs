using System.Numerics;

namespace Search.Core.Postings;

/// <summary>
/// A query, or a part of one, in one segment: which documents match, and what they score, in the arithmetic and order of the scorer that
/// stock Lucene would build for it (<c>BooleanWeight.GetScorer</c>, <c>BooleanScorer2</c>).
/// </summary>
internal abstract class SegmentNode
{
    /// <summary>Lucene's estimate of how many documents match: decides the order in which conjunctions add.</summary>
    public abstract long Cost { get; }

    /// <summary>Whether a document matches, and its score then.</summary>
    public abstract bool TryScore(int document, out float score);

    /// <summary>Sets exactly the bits of the documents that match.</summary>
    public abstract void Fill(Slice<ulong> bits, Scratch scratch);

    /// <summary>Leaves of the set bits only those of documents that match.</summary>
    public virtual void Restrict(Slice<ulong> bits, Scratch scratch)
    {
        var own = scratch.Take<ulong>(bits.Length);
        Fill(own, scratch);
        BitSets.And(bits, own);
    }

    /// <summary>Sets the bits of the documents that match; what is set stays.</summary>
    public virtual void AddTo(Slice<ulong> bits, Scratch scratch)
    {
        var own = scratch.Take<ulong>(bits.Length);
        Fill(own, scratch);
        BitSets.Or(bits, own);
    }

    /// <summary>The score of a document that matches.</summary>
    public float ScoreOf(int document)
    {
        TryScore(document, out var score);
        return score;
    }
}

/// <summary>Documents with a term.</summary>
internal sealed class TermNode(TermView term) : SegmentNode
{
    public override long Cost => term.Df;

    public override bool TryScore(int document, out float score)
    {
        var at = term.Find(document);
        score = at < 0 ? 0 : term.ScoreAt(at, document);
        return at >= 0;
    }

    public override void Fill(Slice<ulong> bits, Scratch scratch)
    {
        bits.Clear();
        term.AddTo(bits);
    }

    public override void Restrict(Slice<ulong> bits, Scratch scratch) => term.Restrict(bits, scratch);

    public override void AddTo(Slice<ulong> bits, Scratch scratch) => term.AddTo(bits);
}

/// <summary>A set of documents, each with the same score.</summary>
internal sealed class ConstantNode(Slice<ulong> documents, float value, long cost) : SegmentNode
{
    public override long Cost => cost;

    public override bool TryScore(int document, out float score)
    {
        score = value;
        return (documents[document >> 6] >> document & 1) != 0;
    }

    public override void Fill(Slice<ulong> bits, Scratch scratch) => documents.Span(0, documents.Length).CopyTo(bits.Writable);
}

/// <summary>All of some nodes: a float sum by rising cost (<c>ConjunctionScorer</c>).</summary>
internal sealed class ConjunctionNode : SegmentNode
{
    private readonly SegmentNode[] nodes;

    public ConjunctionNode(IEnumerable<SegmentNode> nodes)
    {
        // A stable sort, as Lucene's is.
        this.nodes = [.. nodes.OrderBy(n => n.Cost)];
        Cost = this.nodes[0].Cost;
    }

    public override long Cost { get; }

    public override bool TryScore(int document, out float score)
    {
        score = 0;
        foreach (var node in nodes)
        {
            if (!node.TryScore(document, out var part))
                return false;
            score += part;
        }
        return true;
    }

    public override void Fill(Slice<ulong> bits, Scratch scratch)
    {
        nodes[0].Fill(bits, scratch);
        foreach (var node in nodes.AsSpan(1))
            node.Restrict(bits, scratch);
    }
}

/// <summary>At least so many of some nodes: a sum in double, rounded once (<c>DisjunctionSumScorer</c>, <c>MinShouldMatchSumScorer</c>).</summary>
internal sealed class DisjunctionNode(IReadOnlyList<SegmentNode> nodes, int atLeast) : SegmentNode
{
    public override long Cost
    {
        get
        {
            if (atLeast <= 1)
                return nodes.Sum(n => n.Cost);
            var candidates = nodes.OrderByDescending(n => n.Cost).Skip(atLeast - 1).Sum(n => n.Cost);
            return (long)(1f * candidates + 1f * candidates * (atLeast - 1));
        }
    }

    public override bool TryScore(int document, out float score)
    {
        double sum = 0;
        var matching = 0;
        foreach (var node in nodes)
            if (node.TryScore(document, out var part))
            {
                sum += part;
                matching++;
            }
        score = (float)sum;
        return matching >= atLeast;
    }

    public override void Fill(Slice<ulong> bits, Scratch scratch)
    {
        if (atLeast <= 1)
        {
            bits.Clear();
            foreach (var node in nodes)
                node.AddTo(bits, scratch);
            return;
        }
        var one = scratch.Take<ulong>(bits.Length);
        // Counts of 64 documents at a time: plane p holds bit p of each document's count.
        var planes = new Slice<ulong>[BitOperations.Log2((uint)nodes.Count) + 1];
        for (var p = 0; p < planes.Length; p++)
            planes[p] = scratch.TakeZeroed<ulong>(bits.Length);
        foreach (var node in nodes)
        {
            node.Fill(one, scratch);
            BitSets.Count(planes, one);
        }
        BitSets.AtLeast(planes, atLeast, bits);
    }
}

/// <summary>One node, with what another adds where it matches too (<c>ReqOptSumScorer</c>).</summary>
internal sealed class OptionalNode(SegmentNode required, SegmentNode optional) : SegmentNode
{
    public override long Cost => required.Cost;

    public override bool TryScore(int document, out float score)
    {
        if (!required.TryScore(document, out score))
            return false;
        if (optional.TryScore(document, out var more))
            score += more;
        return true;
    }

    public override void Fill(Slice<ulong> bits, Scratch scratch) => required.Fill(bits, scratch);
}

/// <summary>One node without the documents of others (<c>ReqExclScorer</c>).</summary>
internal sealed class ExclusionNode(SegmentNode required, IReadOnlyList<SegmentNode> excluded) : SegmentNode
{
    public override long Cost => required.Cost;

    public override bool TryScore(int document, out float score)
    {
        if (!required.TryScore(document, out score))
            return false;
        foreach (var node in excluded)
            if (node.TryScore(document, out _))
                return false;
        return true;
    }

    public override void Fill(Slice<ulong> bits, Scratch scratch)
    {
        required.Fill(bits, scratch);
        var other = scratch.Take<ulong>(bits.Length);
        foreach (var node in excluded)
        {
            node.Fill(other, scratch);
            BitSets.AndNot(bits, other);
        }
    }
}
