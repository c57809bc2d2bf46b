namespace Search.Bench.Retrieval;

/// <summary>CPU seconds for the same passages with stock Lucene alone and with the sidecar: in turn, the least of several builds each.</summary>
internal sealed record IndexingCost(int Passages, double Stock, double WithSidecar)
{
    private const int Builds = 3;

    public static IndexingCost Measure(string corpus, string folder, int passages, int words, Action<string> say)
    {
        var cost = new IndexingCost(passages, double.MaxValue, double.MaxValue);
        // Read before the clock starts.
        var read = Search.Bench.Retrieval.Passages.Read(corpus, words, passages).ToList();
        for (var build = 0; build <= Builds; build++)
        {
            var (stock, _) = PassageIndex.Build(folder, read, sidecar: false);
            var (both, _) = PassageIndex.Build(folder, read, sidecar: true);
            say($"indexing {passages}: stock {stock:F2} s, with sidecar {both:F2} s");
            // The first pair also compiles.
            if (build > 0)
                cost = cost with { Stock = Math.Min(cost.Stock, stock), WithSidecar = Math.Min(cost.WithSidecar, both) };
        }
        return cost;
    }
}
