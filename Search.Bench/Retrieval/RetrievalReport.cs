using System.Globalization;
using System.Text;

namespace Search.Bench.Retrieval;

/// <summary>The tables of a measurement in Markdown, and a picture of the last as SVG.</summary>
internal static class RetrievalReport
{
    private const string Begin = "<!-- retrieval: written by Search.Bench -->";
    private const string End = "<!-- end of retrieval -->";

    private static readonly (string Class, string Name)[] Names =
    [
        ("term_high", "one word, 10–60 % of passages"), ("term_mid", "one word, 1–5 %"), ("term_low", "one word, 0.02–0.1 %"),
        ("or2", "OR of 2"), ("or3", "OR of 3"), ("nl", "OR of 5–8"), ("mlt25", "related: OR of 25"), ("and2", "AND of 2"), ("and3", "AND of 3"), ("facet", "one word with facet counts"),
        ("phrase2", "phrase of 2"), ("prefix3", "prefix of 3 letters"), ("fuzzy1", "one misspelt word"),
    ];

    public static string Tables(IReadOnlyList<RetrievalRun> runs, IndexingCost? cost)
    {
        var text = new StringBuilder();
        var last = runs[^1];
        Line($"{last.Passages:N0} passages in {last.Segments} segment; microseconds, p50 and p99 over the queries of a class, each query's least of all rounds.");
        Line($"");
        Line($"| class | queries | stock p50 | stock p99 | ours p50 | ours p99 | × p50 | × p99 | ours with exact total p50 | p99 |");
        Line($"|---|---|---|---|---|---|---|---|---|---|");
        foreach (var (name, timings) in Classes(last))
        {
            var (stock, ours, total) = (Of(timings, t => t.Stock), Of(timings, t => t.Ours), Of(timings, t => t.OursWithTotal));
            Line($"| {name} | {timings.Count} | {stock.P50:F0} | {stock.P99:F0} | {ours.P50:F1} | {ours.P99:F1} | {stock.P50 / ours.P50:F1} | {stock.P99 / ours.P99:F1} | {total.P50:F0} | {total.P99:F0} |");
        }
        Line($"");
        Line($"Queries whose documents, order, scores, totals or facet counts differ from stock: {runs.Sum(r => r.Differences)} of {runs.Sum(r => r.Timings.Count)}.");
        Line($"Sidecar {last.Sidecar:F1} MiB; Lucene's own postings {last.Postings:F1} MiB (documents, positions, dictionary; {last.Documents:F1} of them documents and frequencies): {last.Sidecar / last.Postings:F2} of them.");
        Line($"Opening the index takes {last.OpenMilliseconds:F0} ms; working set after all rounds {last.WorkingSet:F0} MiB, mapped files included.");
        if (cost is not null)
            Line($"Indexing {cost.Passages:N0} passages: {cost.Stock:F1} s of CPU without the sidecar, {cost.WithSidecar:F1} s with it: {cost.WithSidecar / cost.Stock:F2}.");
        if (runs.Count > 1)
            Growth(runs, Line);
        return text.ToString();

        void Line(FormattableString line) => text.Append(line.ToString(CultureInfo.InvariantCulture)).Append('\n');
    }

    /// <summary>Puts the tables between the marks of a Markdown file, and a picture of the last run beside it.</summary>
    public static void Write(string path, string tables, RetrievalRun last)
    {
        var picture = Path.ChangeExtension(path, ".svg");
        var text = File.Exists(path) ? File.ReadAllText(path) : $"# Performance\n\n{Begin}\n{End}\n";
        var begin = text.IndexOf(Begin, StringComparison.Ordinal);
        var end = text.IndexOf(End, StringComparison.Ordinal);
        if (begin < 0 || end < begin)
            throw new InvalidDataException($"{path} has not the marks {Begin} and {End}.");
        File.WriteAllText(path, $"{text[..begin]}{Begin}\n\n{tables}\n![Time of each class, stock and ours]({Path.GetFileName(picture)})\n\n{text[end..]}");
        File.WriteAllText(picture, RetrievalPicture.Of([.. Classes(last).Select(c => (c.Name, Of(c.Timings, t => t.Stock).P50, Of(c.Timings, t => t.Ours).P50))]));
    }

    private static void Growth(IReadOnlyList<RetrievalRun> runs, Action<FormattableString> line)
    {
        line($"");
        line($"How p50 grows with the collection, ours, in microseconds:");
        line($"");
        var sizes = string.Join(" | ", runs.Select(r => r.Passages.ToString("N0", CultureInfo.InvariantCulture)));
        line($"| class | {sizes} | {(double)runs[^1].Passages / runs[0].Passages:F0} times the passages take |");
        line($"|---{string.Concat(Enumerable.Repeat("|---", runs.Count + 1))}|");
        foreach (var (name, _) in Classes(runs[^1]))
        {
            var medians = runs.Select(r => Of(Classes(r).Single(c => c.Name == name).Timings, t => t.Ours).P50).ToList();
            var cells = string.Join(" | ", medians.Select(m => m.ToString("F1", CultureInfo.InvariantCulture)));
            line($"| {name} | {cells} | {medians[^1] / medians[0]:F1} times as long |");
        }
    }

    private static List<(string Name, IReadOnlyList<Timing> Timings)> Classes(RetrievalRun run) =>
        [.. Names.Select(n => (n.Name, (IReadOnlyList<Timing>)[.. run.Timings.Where(t => t.Query.Class == n.Class)])).Where(c => c.Item2.Count > 0)];

    private static (double P50, double P99) Of(IReadOnlyList<Timing> timings, Func<Timing, double> time)
    {
        var sorted = timings.Select(time).Order().ToArray();
        return (sorted[sorted.Length / 2], sorted[Math.Min(sorted.Length - 1, sorted.Length * 99 / 100)]);
    }
}
