using System.Globalization;
using Search.Core.Searching;

namespace Search.Core.Evaluation;

/// <summary>The means over all judged queries, and each query by itself.</summary>
public sealed record EvaluationReport(int Queries, int Unjudged, Measures Mean, IReadOnlyDictionary<string, Measures> ByQuery);

/// <summary>
/// Ranks the queries of a test collection and measures the rankings. Every judged query counts, one that finds nothing with zeros;
/// queries without judgements are ranked and counted apart.
/// </summary>
public static class Evaluator
{
    /// <summary>How many documents of each ranking are looked at.</summary>
    public const int Depth = 1000;

    /// <param name="run">Gets the rankings in TREC's run form; null for none.</param>
    public static EvaluationReport Run(
        SearchService service, IReadOnlyList<TestQuery> queries, Judgements judgements, TextWriter? run = null, CancellationToken cancel = default)
    {
        var byQuery = new SortedDictionary<string, Measures>(StringComparer.Ordinal);
        var unjudged = 0;
        foreach (var query in queries)
        {
            var ranking = service.Rank(query.Text, Depth, cancel);
            for (var i = 0; run is not null && i < ranking.Count; i++)
                run.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{query.Id} Q0 {ranking[i].Id} {i + 1} {ranking[i].Score:R} search"));
            if (judgements.HasQuery(query.Id))
                byQuery[query.Id] = Measures.Of(ranking.Select(r => new RankedId(r.Id, r.Score)), judgements.Of(query.Id));
            else
                unjudged++;
        }
        return new(byQuery.Count, unjudged, Measures.Mean(byQuery.Values), byQuery);
    }
}
