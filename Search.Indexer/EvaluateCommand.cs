using System.CommandLine;
using System.Globalization;
using Search.Core.Evaluation;
using Search.Core.Searching;

namespace Search.Indexer;

/// <summary><c>evaluate --index DIR --queries FILE.tsv --qrels FILE.tsv</c>: how well the index answers judged queries.</summary>
internal static class EvaluateCommand
{
    public static Command Create()
    {
        var index = SharedOptions.Index();
        var queries = new Option<FileInfo>("--queries") { Description = "Queries: id, a tab, the text.", Required = true, HelpName = "FILE.tsv" };
        var qrels = new Option<FileInfo>("--qrels") { Description = "Judgements: query, document, grade, or TREC's four columns.", Required = true, HelpName = "FILE.tsv" };
        var run = new Option<FileInfo?>("--run") { Description = "Write the rankings as a TREC run file.", HelpName = "FILE" };
        var json = SharedOptions.Json();
        var command = new Command("evaluate", "Measures the ranking on judged queries, as trec_eval counts.") { index, queries, qrels, run, json };
        command.SetAction((parsed, cancel) => Task.FromResult(ExitCode.Of(() =>
        {
            foreach (var file in new[] { parsed.GetRequiredValue(queries), parsed.GetRequiredValue(qrels) })
                if (!file.Exists)
                    return ExitCode.Fail($"The file does not exist: {file}", ExitCode.Usage);
            using var service = SearchService.Open(parsed.GetRequiredValue(index), new());
            using var runFile = parsed.GetValue(run) is { } path ? new StreamWriter(path.FullName) : null;
            var report = Evaluator.Run(
                service, QueryFile.Read(parsed.GetRequiredValue(queries).FullName), Judgements.Read(parsed.GetRequiredValue(qrels).FullName), runFile, cancel);
            if (parsed.GetValue(json))
                Console.Out.WriteLine(IndexerJson.Write(report));
            else
                Write(report);
            return ExitCode.Success;
        })));
        return command;
    }

    private static void Write(EvaluationReport report)
    {
        Line($"queries     {report.Queries} judged, {report.Unjudged} without judgements");
        Line($"ndcg@10     {report.Mean.NdcgAt10:0.0000}");
        Line($"map         {report.Mean.Map:0.0000}");
        Line($"mrr         {report.Mean.Mrr:0.0000}");
        Line($"p@10        {report.Mean.PrecisionAt10:0.0000}");
        Line($"recall@100  {report.Mean.RecallAt100:0.0000}");
    }

    private static void Line(FormattableString text) => Console.Out.WriteLine(text.ToString(CultureInfo.InvariantCulture));
}
