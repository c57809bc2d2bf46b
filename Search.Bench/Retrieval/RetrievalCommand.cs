using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using Lucene.Net.Index;
using Lucene.Net.Store;
using Search.Core.Postings;

namespace Search.Bench.Retrieval;

/// <summary>
/// <c>retrieval</c>: builds an index of passages of any JSON lines, and measures top-k retrieval on it: stock Lucene.Net against the
/// kernels, in one process and in turn, with a check that they agree. Prints a table, and writes it into a Markdown file with a picture.
/// </summary>
internal static class RetrievalCommand
{
    private const int Samples = 4000;

    public static Command Create()
    {
        var corpus = new Argument<FileInfo>("corpus") { Description = "JSON lines with id, body and tags; .gz or plain" };
        var sizes = new Option<int[]>("--passages") { Description = "How many passages; several numbers measure growth", DefaultValueFactory = _ => [100_000], AllowMultipleArgumentsPerToken = true };
        var words = new Option<int>("--words") { Description = "Words of a passage", DefaultValueFactory = _ => 120 };
        var index = new Option<DirectoryInfo>("--index") { Description = "Folder for the indexes; those that are there are used again", Required = true };
        var each = new Option<int>("--per-class") { Description = "Queries of each class", DefaultValueFactory = _ => 50 };
        var rounds = new Option<int>("--rounds") { Description = "Times that each query is measured; the least counts", DefaultValueFactory = _ => 5 };
        var cost = new Option<int>("--cost") { Description = "Also measures the CPU of indexing so many passages, with and without the sidecar" };
        var report = new Option<FileInfo?>("--report") { Description = "Markdown file whose tables are replaced, and picture beside it" };
        var peers = new Option<DirectoryInfo?>("--peers") { Description = "Folder for passages and queries as other engines' programs read them (TSV)" };
        var only = new Option<string[]>("--only") { Description = "Classes of queries, such as or2; all where none is given", AllowMultipleArgumentsPerToken = true };
        var command = new Command("retrieval", "Top-k retrieval: stock Lucene.Net against the kernels") { corpus, sizes, words, index, each, rounds, cost, report, peers, only };
        command.SetAction(result =>
        {
            // Else nothing of Search.Core may have run before an index that is there is opened.
            ImpactCodecFactory.Register();
            var path = result.GetRequiredValue(corpus).FullName;
            var folder = result.GetRequiredValue(index).FullName;
            var runs = new List<RetrievalRun>();
            foreach (var size in result.GetValue(sizes)!.Order())
                runs.Add(Measure(path, folder, size, result.GetValue(words), result.GetValue(each), result.GetValue(rounds), result.GetValue(only) ?? [], result.GetValue(peers)?.FullName));
            var indexing = result.GetValue(cost) is > 0 and var count ? IndexingCost.Measure(path, Path.Combine(folder, "cost"), count, result.GetValue(words), Say) : null;
            var tables = RetrievalReport.Tables(runs, indexing);
            Console.WriteLine(tables);
            if (result.GetValue(report) is { } file)
                RetrievalReport.Write(file.FullName, tables, runs[^1]);
            return runs.Exists(r => r.Differences > 0) ? 1 : 0;
        });
        return command;
    }

    private static RetrievalRun Measure(string path, string folder, int size, int words, int each, int rounds, string[] only, string? peers)
    {
        var name = Path.Combine(folder, size.ToString(CultureInfo.InvariantCulture));
        if (!File.Exists(Path.Combine(name, "segments.gen")))
        {
            Say($"indexing {size} passages");
            var (all, merge) = PassageIndex.Build(name, Passages.Read(path, words, size), sidecar: true);
            Say($"indexed: {all:F0} s CPU, {merge:F0} of them the last merge");
        }
        var opening = Stopwatch.GetTimestamp();
        using var directory = new MMapDirectory(name, NoLockFactory.GetNoLockFactory());
        using var reader = DirectoryReader.Open(directory);
        var opened = Stopwatch.GetElapsedTime(opening).TotalMilliseconds;
        var step = Math.Max(1, reader.MaxDoc / Samples);
        var samples = Passages.Read(path, words, reader.MaxDoc).Where((_, i) => i % step == 0).Select(p => p.Text).ToList();
        var queries = new QueryClasses(reader, samples).Draw(each);
        if (only.Length > 0)
            queries.RemoveAll(q => !only.Contains(q.Class));
        if (peers is not null)
            WritePeers(peers, Passages.Read(path, words, size), queries);
        var duel = new Duel(reader);
        var timings = duel.Run(queries, rounds, Say);
        var memory = Process.GetCurrentProcess().WorkingSet64 / (double)(1 << 20);
        return new(size, reader.MaxDoc, reader.Leaves.Count, opened, memory, PassageIndex.Megabytes(name, "imp"),
            PassageIndex.Megabytes(name, "doc", "pos", "tim", "tip"), PassageIndex.Megabytes(name, "doc"), timings, duel.Differences);
    }

    private static void WritePeers(string folder, IEnumerable<Passage> passages, List<BenchQuery> queries)
    {
        System.IO.Directory.CreateDirectory(folder);
        File.WriteAllLines(Path.Combine(folder, "corpus.tsv"), passages.Select(p => string.Join('\t', p.Id, "", string.Join('|', p.Labels.Select(l => l.Replace('|', ' ').Replace('\t', ' '))), "", "", p.Text)));
        File.WriteAllLines(Path.Combine(folder, "queries.tsv"), queries.Select((q, i) => $"{q.Class}\t{q.Class}-{i}\t{q.Words}"));
    }

    private static void Say(string what) => Console.Error.WriteLine(what);
}

/// <summary>What one index showed.</summary>
/// <param name="Postings">Mebibytes of Lucene's own postings: documents, positions, dictionary.</param>
/// <param name="Documents">Those of the documents and frequencies alone.</param>
internal sealed record RetrievalRun(
    int Size, int Passages, int Segments, double OpenMilliseconds, double WorkingSet, double Sidecar, double Postings, double Documents, IReadOnlyList<Timing> Timings, int Differences);
