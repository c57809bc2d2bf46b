namespace Search.Core.Evaluation;

/// <summary>A document of a ranking.</summary>
public readonly record struct RankedId(string Id, double Score);

/// <summary>
/// The measures of one ranking, or their means over many, as trec_eval defines them: <c>ndcg_cut_10</c> (gain = grade, discount
/// log2(rank + 1), ideal over all judged), <c>map</c>, <c>recip_rank</c>, <c>P_10</c>, <c>recall_100</c>. Relevant: grade 1 and more.
/// </summary>
public sealed record Measures(double NdcgAt10, double Map, double Mrr, double PrecisionAt10, double RecallAt100)
{
    /// <summary>Measures one ranking. It is put in trec_eval's order first: by score, and of equal scores by id from last to first.</summary>
    public static Measures Of(IEnumerable<RankedId> ranking, IReadOnlyDictionary<string, int> grades)
    {
        var ordered = ranking.ToList();
        ordered.Sort((a, b) => a.Score != b.Score ? b.Score.CompareTo(a.Score) : string.CompareOrdinal(b.Id, a.Id));
        var relevant = grades.Values.Count(g => g > 0);
        double gain = 0, precisions = 0, reciprocal = 0;
        int found = 0, inTen = 0, inHundred = 0;
        for (var i = 0; i < ordered.Count; i++)
        {
            var grade = grades.GetValueOrDefault(ordered[i].Id);
            if (grade <= 0)
                continue;
            found++;
            precisions += (double)found / (i + 1);
            if (reciprocal == 0)
                reciprocal = 1.0 / (i + 1);
            if (i < 10)
            {
                inTen++;
                gain += grade / Math.Log2(i + 2);
            }
            if (i < 100)
                inHundred++;
        }
        var ideal = grades.Values.Where(g => g > 0).OrderDescending().Take(10).Select((g, i) => g / Math.Log2(i + 2)).Sum();
        return new(
            ideal == 0 ? 0 : gain / ideal,
            relevant == 0 ? 0 : precisions / relevant,
            reciprocal,
            inTen / 10.0,
            relevant == 0 ? 0 : (double)inHundred / relevant);
    }

    public static Measures Mean(IReadOnlyCollection<Measures> all) => all.Count == 0
        ? new(0, 0, 0, 0, 0)
        : new(all.Average(m => m.NdcgAt10), all.Average(m => m.Map), all.Average(m => m.Mrr), all.Average(m => m.PrecisionAt10), all.Average(m => m.RecallAt100));
}
