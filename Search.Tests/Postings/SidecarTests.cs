using Lucene.Net.Codecs.Lucene46;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Store;
using Search.Core.Postings;
using Xunit;

namespace Search.Tests.Postings;

/// <summary>The sidecar as a file of Lucene's: written, checked, closed and thrown away with its segment.</summary>
public sealed class SidecarTests
{
    private static readonly Query Frequent = new TermQuery(new Term(RandomIndex.Main, RandomIndex.Word(0)));

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_search_in_a_closed_index_is_an_exception(bool compound)
    {
        using var folder = new TemporaryFolder();
        ImpactSearcher searcher;
        using (var index = new RandomIndex(5, new(900) { Compound = compound }, Plain(folder)))
        {
            searcher = new(index.Searcher);
            Assert.True(searcher.Covers(Frequent));
            Assert.Equal(10, searcher.Search(Frequent, 10).Length);
        }
        Assert.Throws<ObjectDisposedException>(() => searcher.Search(Frequent, 10));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Memory_that_a_search_holds_outlives_the_index(bool mapped)
    {
        using var folder = new TemporaryFolder();
        FieldImpacts field;
        using (var index = new RandomIndex(5, new(900), mapped ? Plain(folder) : new RAMDirectory()))
        {
            field = ((ImpactNorms)index.Reader.Leaves[0].AtomicReader.GetNormValues(RandomIndex.Main)).Impacts;
            field.Hold();
        }
        Assert.True(field.TryFind("w0"u8, out var record));
        Assert.True(record.Df > 100);
        field.Release();
        Assert.Throws<ObjectDisposedException>(field.Hold);
    }

    [Fact]
    public void Every_term_of_a_field_is_found_and_no_other()
    {
        using var index = new RandomIndex(5, new(900));
        var leaf = index.Reader.Leaves[0].AtomicReader;
        var field = ((ImpactNorms)leaf.GetNormValues(RandomIndex.Main)).Impacts;
        var count = 0;
        var terms = leaf.GetTerms(RandomIndex.Main).GetEnumerator();
        while (terms.MoveNext())
        {
            count++;
            var term = terms.Term;
            Assert.True(field.TryFind(term.Bytes.AsSpan(term.Offset, term.Length), out var record));
            Assert.Equal(leaf.DocFreq(new Term(RandomIndex.Main, term.Utf8ToString())), record.Df);
        }
        Assert.Equal(count, field.Terms);
        Assert.False(field.TryFind("w"u8, out _));
        Assert.False(field.TryFind(""u8, out _));
    }

    [Fact]
    public void Lucene_knows_the_file_as_a_part_of_its_segment()
    {
        using var folder = new TemporaryFolder();
        using (new RandomIndex(5, new(3000) { SegmentDocuments = 400, DeleteOneOf = 5, Merge = true }, Plain(folder)))
        {
            using var directory = Plain(folder);
            Assert.True(new CheckIndex(directory).DoCheckIndex().Clean);
            // The merge has replaced the small segments, their sidecars with them.
            Assert.Single(directory.ListAll(), f => f.EndsWith(".imp", StringComparison.Ordinal));
        }
    }

    [Fact]
    public void A_rolled_back_segment_leaves_no_sidecar()
    {
        using var directory = new RAMDirectory();
        using (new RandomIndex(5, new(100), directory))
        {
            var before = directory.ListAll().Order(StringComparer.Ordinal).ToList();
            var writer = new IndexWriter(directory, new IndexWriterConfig(Lucene.Net.Util.LuceneVersion.LUCENE_48, Search.Core.Analysis.TextAnalysis.English.SurfaceAnalyzer) { Codec = new ImpactCodec() });
            writer.AddDocument(new Lucene.Net.Documents.Document { new Lucene.Net.Documents.TextField(RandomIndex.Main, "w1 w2", Lucene.Net.Documents.Field.Store.NO) });
            writer.Flush(triggerMerge: false, applyAllDeletes: true);
            Assert.NotEqual(before, [.. directory.ListAll().Order(StringComparer.Ordinal)]);
            writer.Rollback();
            Assert.Equal(before, [.. directory.ListAll().Order(StringComparer.Ordinal).Where(f => f != "write.lock")]);
        }
    }

    [Fact]
    public void A_changed_byte_is_found_by_the_check()
    {
        using var folder = new TemporaryFolder();
        using (new RandomIndex(5, new(900), Plain(folder)))
        {
        }
        var path = Assert.Single(System.IO.Directory.GetFiles(folder.Path, "*.imp"));
        var bytes = File.ReadAllBytes(path);
        bytes[bytes.Length / 2] ^= 1;
        File.WriteAllBytes(path, bytes);
        using var directory = Plain(folder);
        using var reader = DirectoryReader.Open(directory);
        Assert.ThrowsAny<IOException>(() => reader.Leaves[0].AtomicReader.CheckIntegrity());
    }

    [Fact]
    public void A_file_cut_short_is_an_error_with_its_name_and_no_wild_read()
    {
        using var folder = new TemporaryFolder();
        using (new RandomIndex(5, new(900), Plain(folder)))
        {
        }
        var path = Assert.Single(System.IO.Directory.GetFiles(folder.Path, "*.imp"));
        var bytes = File.ReadAllBytes(path);
        using var directory = Plain(folder);
        foreach (var length in new[] { 0, 1, 30, bytes.Length / 3, bytes.Length - 17, bytes.Length - 1 })
        {
            File.WriteAllBytes(path, bytes[..length]);
            Assert.ThrowsAny<IOException>(() => DirectoryReader.Open(directory));
        }
    }

    [Theory]
    [InlineData(10, true)]
    [InlineData(9, false)]
    [InlineData(8, false)]
    [InlineData(1000, false)]
    public unsafe void Documents_that_do_not_rise_or_are_not_there_are_an_error(int last, bool good)
    {
        const int documents = 1000;
        var norms = new byte[1024];
        var sink = new ByteSink();
        new BlockEncoder(documents, norms, [1]).Encode(sink, [0, 9, last], [1, 1, 1]);
        var scratch = Scratch.Rent();
        fixed (byte* block = sink.Buffer, norm = norms, values = new byte[1])
        {
            var record = new TermRecord(3, default, new(block, sink.Length), new(norm, norms.Length), new(values, 1));
            Assert.True(record.IsUnpacked);
            var term = scratch.TakeTerm();
            if (good)
                Prepare();
            else
                Assert.Throws<CorruptIndexException>(Prepare);

            void Prepare() => term.Prepare(record, documents, weight: 1, [1], demanded: false, rare: default, scratch);
        }
        scratch.Return();
    }

    [Fact]
    public void Segments_without_a_sidecar_are_searched_by_stock_Lucene()
    {
        using var index = new RandomIndex(5, new(900), codec: new Lucene46Codec());
        var searcher = new ImpactSearcher(index.Searcher);
        Assert.False(searcher.Covers(Frequent));
        Oracle.Agrees(index, Frequent, searcher, 10);
    }

    private static NIOFSDirectory Plain(TemporaryFolder folder) => new(folder.Path, NoLockFactory.GetNoLockFactory());
}
