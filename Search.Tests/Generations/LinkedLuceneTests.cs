using System.Globalization;
using Lucene.Net.Analysis.Core;
using Lucene.Net.Documents;
using Lucene.Net.Index;
using Lucene.Net.Store;
using Lucene.Net.Util;
using Search.Core.Generations;
using Xunit;

namespace Search.Tests.Generations;

/// <summary>What hard links rest on: a Lucene writer over a folder of links leaves the files that it found as they were.</summary>
public sealed class LinkedLuceneTests : IDisposable
{
    private readonly IndexFolder _index = new();

    public void Dispose() => _index.Dispose();

    [Fact]
    public void Updates_deletes_and_merges_in_linked_folders_leave_the_older_generations_whole()
    {
        for (var round = 0; round < 3; round++)
            PublishRound(round, merge: round == 2);
        var store = _index.Open();
        Assert.Equal(3, store.Ids().Count);
        Assert.All(store.Ids(), id => Assert.Empty(store.Verify(id).Problems));
        Assert.Equal([50, 60, 70], store.Ids().Select(DocumentsIn));
    }

    private int DocumentsIn(string id)
    {
        using var directory = new NIOFSDirectory(_index.FileOf(id, "lucene"));
        using var reader = DirectoryReader.Open(directory);
        return reader.NumDocs;
    }

    private void PublishRound(int round, bool merge)
    {
        using var build = _index.Open().BeginBuild(fromScratch: false);
        var folder = Path.Combine(build.Folder, "lucene");
        using (var directory = new NIOFSDirectory(folder))
        using (var analyzer = new KeywordAnalyzer())
        using (var writer = new IndexWriter(directory, new IndexWriterConfig(LuceneVersion.LUCENE_48, analyzer) { MergeScheduler = new SerialMergeScheduler() }))
        {
            for (var i = round * 5; i < round * 5 + 50; i++)
            {
                var id = i.ToString(CultureInfo.InvariantCulture);
                writer.UpdateDocument(new Term("id", id), new Document { new StringField("id", id, Field.Store.YES), new StringField("round", $"{round}", Field.Store.YES) });
            }
            for (var i = 0; i < 5 * round; i++)
                writer.UpdateDocument(new Term("id", $"extra {i}"), new Document { new StringField("id", $"extra {i}", Field.Store.YES) });
            if (merge)
                writer.ForceMerge(1);
            writer.Commit();
        }
        build.Publish("schema", new Dictionary<string, long>(), [], _ => { });
    }
}
