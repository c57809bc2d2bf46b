using Lucene.Net.Util;

namespace Search.Core.Searching;

/// <summary>Copies of one text and the parts of a templated series as their best hit alone, which says how many others there are.</summary>
/// <param name="generation">The index.</param>
/// <param name="documents">All hits.</param>
internal sealed class HitFolding(OpenGeneration generation, FixedBitSet documents)
{
    private readonly Dictionary<int, int> sizes = [];

    /// <summary>The first of each group, and what belongs to none, in the order given.</summary>
    public IEnumerable<RankedHit> First(IEnumerable<RankedHit> hits)
    {
        var seen = new HashSet<int>();
        foreach (var hit in hits)
            if (generation.GroupOf[hit.Document] is var group && (group < 0 || seen.Add(group)))
                yield return hit;
    }

    /// <summary>How many hits a hit stands for beside itself; null for none.</summary>
    public int? MoreOf(int document)
    {
        var group = generation.GroupOf[document];
        if (group < 0)
            return null;
        if (sizes.Count == 0)
            for (var hit = documents.NextSetBit(0); hit >= 0; hit = hit + 1 < documents.Length ? documents.NextSetBit(hit + 1) : -1)
                if (generation.GroupOf[hit] is >= 0 and var other)
                    sizes[other] = sizes.GetValueOrDefault(other) + 1;
        return sizes.GetValueOrDefault(group) is > 1 and var size ? size - 1 : null;
    }
}
