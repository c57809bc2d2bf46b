namespace Search.Core.Ingestion;

/// <summary>Numbers that are joined into sets (Tarjan 1975); the least number of a set stands for it, so that the result does not depend on the order of joining.</summary>
internal sealed class DisjointSets
{
    private readonly int[] parents;

    public DisjointSets(int count)
    {
        parents = new int[count];
        for (var i = 0; i < count; i++)
            parents[i] = i;
    }

    public bool AreJoined(int a, int b) => Find(a) == Find(b);

    public void Join(int a, int b)
    {
        (a, b) = (Find(a), Find(b));
        parents[Math.Max(a, b)] = Math.Min(a, b);
    }

    /// <summary>The sets of more than one, each in ascending order.</summary>
    public IEnumerable<IReadOnlyList<int>> OfSeveral() =>
        Enumerable.Range(0, parents.Length).GroupBy(Find).Where(set => set.Skip(1).Any()).Select(set => set.ToList());

    private int Find(int i)
    {
        while (parents[i] != i)
            i = parents[i] = parents[parents[i]];
        return i;
    }
}
