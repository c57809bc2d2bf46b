using System.Globalization;
using Search.Core.Evaluation;
using Search.Core.Indexing;
using Search.Core.Related;
using Search.Core.Searching;

namespace Search.Bench.Relatedness;

/// <summary>
/// Scores related posts against judged ones: nDCG@10 of the answer condensed to the judged posts (those that nobody judged are left out, as in the measures
/// for incomplete judgements; Sakai 2007), and how many of the first ten nobody judged.
/// </summary>
internal sealed class RelatedMeasure(OpenGeneration generation, IReadOnlyList<JudgedPost> judged)
{
    /// <param name="weights">What counts how much.</param>
    /// <param name="options">How posts are chosen; the limit is raised to the most there is, so that ten judged ones are among them.</param>
    /// <param name="log">Gets a line a post and a line for each of its first ten; null for none.</param>
    public RelatedResult Of(RelatedWeights weights, RelatedOptions options, TextWriter? log = null)
    {
        var scores = new List<double>();
        var once = new List<double>();
        var unjudged = 0;
        var shown = 0;
        foreach (var post in judged)
        {
            var document = generation.DocumentWith(IndexFields.Id, post.Id);
            if (document < 0)
            {
                log?.WriteLine($"{post.Id} is not in the index");
                continue;
            }
            var found = new RelatedReader(generation, weights, CancellationToken.None).OfPost(document, options with { Limit = RelatedOptions.MaxLimit });
            var firsts = FirstCopies(post.Grades);
            var grades = post.Grades.Where(g => firsts.ContainsKey(g.Key)).GroupBy(g => firsts[g.Key], StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.Max(c => c.Value), StringComparer.Ordinal);
            var ranking = found.Select(f => (generation.HeadOf(f.Document).Id, f)).ToList();
            var condensed = ranking.Where(r => post.Grades.ContainsKey(r.Id)).Select((r, i) => new RankedId(r.Id, -i)).ToList();
            var score = Measures.Of(condensed, post.Grades).NdcgAt10;
            scores.Add(score);
            once.Add(Measures.Of(condensed.Select(r => r with { Id = firsts[r.Id] }), grades).NdcgAt10);
            unjudged += ranking.Take(10).Count(r => !post.Grades.ContainsKey(r.Id));
            shown += Math.Min(10, ranking.Count);
            log?.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{score:0.000}  {post.Id}  ({generation.HeadOf(document).Title}), {ranking.Count} shown"));
            foreach (var (id, f) in ranking.Take(10))
                log?.WriteLine(string.Create(CultureInfo.InvariantCulture,
                    $"         {(post.Grades.TryGetValue(id, out var grade) ? grade.ToString(CultureInfo.InvariantCulture) : "-")}  {f.Score:0.000}  {generation.HeadOf(f.Document).Title} [{string.Join("; ", f.Reasons)}]"));
            foreach (var missed in post.Grades.Where(g => g.Value > 0 && condensed.FindIndex(c => c.Id == g.Key) is < 0 or > 9))
                log?.WriteLine(string.Create(CultureInfo.InvariantCulture, $"      !  {missed.Value} {missed.Key} at {condensed.FindIndex(c => c.Id == missed.Key) + 1}"));
        }
        return new(scores, once, shown == 0 ? 0 : (double)unjudged / shown);
    }

    // Judged posts by the first of those that are copies of one text, which stands for all, with the best of their grades.
    private Dictionary<string, string> FirstCopies(IReadOnlyDictionary<string, int> grades)
    {
        var firsts = new Dictionary<string, string>(StringComparer.Ordinal);
        var known = new List<(string Id, TextSketch Sketch)>();
        foreach (var id in grades.Keys.Order(StringComparer.Ordinal))
        {
            if (generation.DocumentWith(IndexFields.Id, id) is not (>= 0 and var document))
                continue;
            var sketch = generation.SignatureOf(document).Sketch;
            var first = known.Find(k => k.Sketch.Overlap(sketch) >= Selection.CopyOverlap);
            firsts.Add(id, first.Id ?? id);
            if (first.Id is null)
                known.Add((id, sketch));
        }
        return firsts;
    }
}

/// <summary>Scores a post, and the share of the first ten that nobody judged.</summary>
/// <param name="Scores">nDCG@10 of each post.</param>
/// <param name="CopiesOnce">The same where judged posts that are copies of one text count as one: an answer shows only one of them.</param>
/// <param name="Unjudged">Share of the first ten.</param>
internal sealed record RelatedResult(IReadOnlyList<double> Scores, IReadOnlyList<double> CopiesOnce, double Unjudged)
{
    public double Mean => Scores.Count == 0 ? 0 : Scores.Average();

    /// <summary>Standard error of the mean: how far it may be off because these posts were judged and not others.</summary>
    public double Error => Scores.Count < 2 ? 0 : Math.Sqrt(Scores.Sum(s => (s - Mean) * (s - Mean)) / (Scores.Count - 1) / Scores.Count);
}
