using System.Diagnostics;
using System.Globalization;
using Search.Core.Evaluation;

namespace Search.Bench.Relevance;

/// <summary>Measures a test collection with the default settings, as the command <c>evaluate</c> does.</summary>
internal static class TestCollection
{
    public static void Measure(MeasuredIndexes indexes, string folder, TextWriter output)
    {
        var name = Path.GetFileName(folder);
        using var service = indexes.Open(name, Path.Combine(folder, "corpus.jsonl.gz"));
        var watch = Stopwatch.StartNew();
        var report = Evaluator.Run(service, QueryFile.Read(Path.Combine(folder, "queries.tsv")), Judgements.Read(Path.Combine(folder, "qrels.tsv")));
        output.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{name,-18} {report.Queries,3} queries   MAP {report.Mean.Map:0.0000}   nDCG@10 {report.Mean.NdcgAt10:0.0000}   MRR {report.Mean.Mrr:0.000}   P@10 {report.Mean.PrecisionAt10:0.000}   R@100 {report.Mean.RecallAt100:0.000}   {watch.Elapsed.TotalMilliseconds / Math.Max(1, report.Queries):0.0} ms a query"));
    }
}
