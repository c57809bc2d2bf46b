using Lucene.Net.Util;

namespace Search.Core.Searching;

/// <summary>Copies of one text and the parts of a templated series as their best hit alone, which says how many others there are.</summary>
/// <param name="generation">The index.</param>
/// <param name="documents">All hits.</param>
internal sealed class HitFolding(OpenGeneration generation, FixedBitSet documents)
{
    private const int MostOthers = 20;

    private readonly Dictionary<int, int> sizes = [];
    private readonly Dictionary<int, List<int>> members = [];

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
        CountOnce();
        return sizes.GetValueOrDefault(group) is > 1 and var size ? size - 1 : null;
    }

    /// <summary>The ids of other posts that have the words of a folded quotation, oldest document first; null where it is no quotation or in no other post.</summary>
    public IReadOnlyList<string>? AlsoIn(int document)
    {
        if (MoreOf(document) is null || generation.Posts.Get(document) || !members.TryGetValue(generation.GroupOf[document], out var others))
            return null;
        var own = generation.HeadOf(document).PostId;
        var posts = others.Where(other => other != document).Select(other => generation.HeadOf(other).PostId).OfType<string>().Where(id => id != own).Distinct(StringComparer.Ordinal).Take(MostOthers).ToList();
        return posts.Count > 0 ? posts : null;
    }

    private void CountOnce()
    {
        if (sizes.Count > 0)
            return;
        for (var hit = documents.NextSetBit(0); hit >= 0; hit = hit + 1 < documents.Length ? documents.NextSetBit(hit + 1) : -1)
        {
            if (generation.GroupOf[hit] is not (>= 0 and var group))
                continue;
            sizes[group] = sizes.GetValueOrDefault(group) + 1;
            if (!members.TryGetValue(group, out var list))
                members[group] = list = [];
            if (list.Count <= MostOthers)
                list.Add(hit);
        }
    }
}
