using System.Diagnostics;
using Lucene.Net.Analysis;
using Lucene.Net.Analysis.En;
using Lucene.Net.Codecs.Lucene46;
using Lucene.Net.Documents;
using Lucene.Net.Index;
using Lucene.Net.Search.Similarities;
using Lucene.Net.Store;
using Lucene.Net.Util;
using Search.Core.Postings;

namespace Search.Bench.Retrieval;

/// <summary>The index that is measured: one field of stems with positions, one of labels; one segment.</summary>
internal static class PassageIndex
{
    public const string Body = "body";
    public const string Label = "tags";
    public const LuceneVersion Version = LuceneVersion.LUCENE_48;

    public static Analyzer Analyzer { get; } = new EnglishAnalyzer(Version);

    /// <summary>Writes the passages, and merges them into one segment.</summary>
    /// <param name="sidecar">False for stock Lucene alone.</param>
    /// <returns>CPU seconds of the whole, and of the merge at its end.</returns>
    public static (double All, double Merge) Build(string folder, IEnumerable<Passage> passages, bool sidecar, Action<Passage>? each = null)
    {
        var start = Cpu();
        using var directory = new NIOFSDirectory(folder, NoLockFactory.GetNoLockFactory());
        using var writer = new IndexWriter(directory, new IndexWriterConfig(Version, Analyzer)
        {
            OpenMode = OpenMode.CREATE,
            Codec = sidecar ? new ImpactCodec() : new Lucene46Codec(),
            RAMBufferSizeMB = 256,
            Similarity = new BM25Similarity(),
            UseCompoundFile = false,
            MergePolicy = new TieredMergePolicy { NoCFSRatio = 0 },
            MergeScheduler = new SerialMergeScheduler(),
        });
        var body = new TextField(Body, "", Field.Store.NO);
        foreach (var passage in passages)
        {
            each?.Invoke(passage);
            body.SetStringValue(passage.Text);
            var document = new Document { body };
            foreach (var label in passage.Labels)
                document.Add(new SortedSetDocValuesField(Label, new BytesRef(label)));
            writer.AddDocument(document);
        }
        writer.Commit();
        var merging = Cpu();
        writer.ForceMerge(1);
        writer.Commit();
        return (Cpu() - start, Cpu() - merging);
    }

    /// <summary>Bytes of the files with an extension, in mebibytes.</summary>
    public static double Megabytes(string folder, params string[] extensions) =>
        System.IO.Directory.GetFiles(folder).Where(f => extensions.Contains(Path.GetExtension(f).TrimStart('.'))).Sum(f => new FileInfo(f).Length) / (double)(1 << 20);

    private static double Cpu() => Process.GetCurrentProcess().TotalProcessorTime.TotalSeconds;
}
