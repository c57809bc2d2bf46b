using Lucene.Net.Analysis;
using Lucene.Net.Analysis.TokenAttributes;
using Lucene.Net.Codecs;
using Lucene.Net.Documents;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Search.Similarities;
using Lucene.Net.Store;
using Lucene.Net.Util;
using Search.Core.Postings;
using LuceneDirectory = Lucene.Net.Store.Directory;

namespace Search.Tests.Postings;

/// <summary>How a random index is made.</summary>
internal sealed record IndexShape(int Documents)
{
    /// <summary>Distinct words of the main field; the n-th is as frequent as Zipf has it.</summary>
    public int Words { get; init; } = 300;

    public int ShortestDocument { get; init; } = 1;

    public int LongestDocument { get; init; } = 60;

    /// <summary>One word of a document may be repeated so often.</summary>
    public int MostRepeats { get; init; } = 1;

    /// <summary>Documents after which a segment is closed; 0 for one segment.</summary>
    public int SegmentDocuments { get; init; }

    /// <summary>One of so many is deleted again; 0 for none.</summary>
    public int DeleteOneOf { get; init; }

    public bool Compound { get; init; }

    /// <summary>Whether phrases can be looked for.</summary>
    public bool Positions { get; init; }

    public bool Merge { get; init; }

    public float K1 { get; init; } = 1.2f;

    public float B { get; init; } = 0.75f;
}

/// <summary>An index of random words, the same for the same seed, written with the impact codec.</summary>
internal sealed class RandomIndex : IDisposable
{
    public const string Main = "main";
    public const string Other = "other";
    public const string Exact = "exact";

    private readonly LuceneDirectory directory;
    private readonly Random random;

    public RandomIndex(int seed, IndexShape shape, LuceneDirectory? where = null, Codec? codec = null, Similarity? similarity = null)
    {
        Shape = shape;
        random = new(seed);
        similarity ??= new BM25Similarity(shape.K1, shape.B);
        directory = where ?? new RAMDirectory();
        using (var writer = new IndexWriter(directory, new IndexWriterConfig(LuceneVersion.LUCENE_48, Search.Core.Analysis.TextAnalysis.English.SurfaceAnalyzer)
        {
            Codec = codec ?? new ImpactCodec(),
            UseCompoundFile = shape.Compound,
            MergePolicy = new TieredMergePolicy { NoCFSRatio = shape.Compound ? 1 : 0, SegmentsPerTier = 3, MaxMergeAtOnce = 3 },
            MergeScheduler = new SerialMergeScheduler(),
            Similarity = similarity,
            RAMBufferSizeMB = 256,
        }))
            Write(writer);
        Reader = DirectoryReader.Open(directory);
        Searcher = new(Reader) { Similarity = similarity };
    }

    public IndexShape Shape { get; }

    public DirectoryReader Reader { get; }

    public IndexSearcher Searcher { get; }

    public static string Word(int n) => $"w{n}";

    public void Dispose()
    {
        Reader.Dispose();
        directory.Dispose();
    }

    private void Write(IndexWriter writer)
    {
        var words = new WordStream();
        var few = new WordStream();
        var type = new FieldType(TextField.TYPE_NOT_STORED) { IndexOptions = Shape.Positions ? IndexOptions.DOCS_AND_FREQS_AND_POSITIONS : IndexOptions.DOCS_AND_FREQS };
        for (var d = 0; d < Shape.Documents; d++)
        {
            words.Words = Text(Shape.Words, random.Next(Shape.ShortestDocument, Shape.LongestDocument + 1));
            few.Words = Text(20, random.Next(1, 6));
            writer.AddDocument(new Document
            {
                new Field(Main, words, type),
                new Field(Other, few, type),
                new StringField("id", $"{d}", Field.Store.NO),
                new StringField(Exact, $"{d % 7}", Field.Store.NO),
            });
            if (Shape.DeleteOneOf > 0 && random.Next(Shape.DeleteOneOf) == 0)
                writer.DeleteDocuments(new Term("id", $"{random.Next(d + 1)}"));
            if (Shape.SegmentDocuments > 0 && d % Shape.SegmentDocuments == Shape.SegmentDocuments - 1)
                writer.Commit();
        }
        writer.Commit();
        if (Shape.Merge)
            writer.ForceMerge(1);
    }

    private List<string> Text(int vocabulary, int length)
    {
        var text = new List<string>(length);
        while (text.Count < length)
        {
            // Zipf with exponent near one, by inversion.
            var word = Word((int)Math.Pow(vocabulary, random.NextDouble()) - 1);
            for (var repeats = random.Next(1, Shape.MostRepeats + 1); repeats > 0 && text.Count < length; repeats--)
                text.Add(word);
        }
        return text;
    }

    private sealed class WordStream : TokenStream
    {
        private readonly ICharTermAttribute term;
        private int next;

        public WordStream() => term = AddAttribute<ICharTermAttribute>();

        public List<string> Words { get; set; } = [];

        public override void Reset()
        {
            base.Reset();
            next = 0;
        }

        public override bool IncrementToken()
        {
            ClearAttributes();
            if (next == Words.Count)
                return false;
            term.SetEmpty().Append(Words[next++]);
            return true;
        }
    }
}
