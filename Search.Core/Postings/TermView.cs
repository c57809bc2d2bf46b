using System.Numerics;
using System.Runtime.CompilerServices;
using Lucene.Net.Index;

namespace Search.Core.Postings;

/// <summary>
/// One term of one query in one segment, ready for the kernels: its documents by ranges of 256, their frequencies, and what each pair of
/// frequency and norm scores. Dense terms stay where they are in the file; sparse ones are unpacked into scratch. Valid while the
/// segment's memory is held.
/// </summary>
internal sealed class TermView
{
    private const int RangesInChunk = 1 << (SidecarFormat.ChunkBits - SidecarFormat.RangeBits);

    // Steps into which the scores of an unpacked term are sorted for its bounds.
    private const int Steps = SidecarFormat.MostClasses - 1;

    // What stands for a frequency that was too high for its place in the file.
    private const float Unlimited = 3e9f;

    private Slice<uint> bases;
    private Slice<ushort> starts;
    private Slice<byte> frequencies;
    private Slice<uint> exceptionDocuments;
    private Slice<uint> exceptionFrequencies;
    private Slice<float> lengths;
    private Slice<float> scores;
    private Slice<byte> norms;
    private int shift;
    private float weight;

    /// <summary>Documents that have the term.</summary>
    public int Df { get; private set; }

    /// <summary>True: a bit a document. False: a byte.</summary>
    public bool IsBitmap { get; private set; }

    /// <summary>Low byte of each document, in order; empty for a bitmap.</summary>
    public Slice<byte> Low { get; private set; }

    /// <summary>A bit a document; empty for lists.</summary>
    public Slice<ulong> Bits { get; private set; }

    /// <summary>Highest class of each range; 0 where the range has not the term.</summary>
    public Slice<byte> Highest { get; private set; }

    /// <summary>Highest class of each 32 documents; empty where unknown, which is only in lists.</summary>
    public Slice<byte> Groups { get; private set; }

    /// <summary>By class: the most that it or a lower one scores.</summary>
    public Slice<float> Bounds { get; private set; }

    /// <summary>The highest class there is.</summary>
    public int TopClass { get; private set; }

    public float MaxScore => Bounds[TopClass];

    /// <summary>No document scores less.</summary>
    public float MinScore { get; private set; }

    /// <param name="record">The term.</param>
    /// <param name="maxDoc">Of the segment.</param>
    /// <param name="weight">From <see cref="FieldScores.Weight"/>.</param>
    /// <param name="lengthOf">From <see cref="FieldScores.Lengths"/>.</param>
    /// <param name="demanded">True where a document without the term is no hit: then the bound of no class is minus infinity.</param>
    /// <param name="scratch">Where to unpack.</param>
    public void Prepare(in TermRecord record, int maxDoc, float weight, ReadOnlySpan<float> lengthOf, bool demanded, Scratch scratch)
    {
        this.weight = weight;
        Df = record.Df;
        (Groups, Low, Bits, IsBitmap) = (default, default, default, false);
        (exceptionDocuments, exceptionFrequencies) = (default, default);
        norms = record.Norms;
        Bounds = scratch.TakeZeroed<float>(256);
        var highest = record.Block.IsEmpty ? SidecarFormat.MostFrequency : (int)new BlockReader(record.Block).UInt32(8);
        PrepareScores(record.Values, lengthOf, highest, scratch);
        if (record.Block.IsEmpty)
            PrepareTiny(record.Tiny, maxDoc, scratch);
        else
            PrepareBlock(record.Block, maxDoc, scratch);
        for (var c = 1; c <= TopClass; c++)
            Bounds[c] = Math.Max(Bounds[c], Bounds[c - 1]);
        Bounds[0] = demanded ? float.NegativeInfinity : 0;
    }

    /// <summary>Index of a range's first posting; of the one after the last range, of the end.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int Start(int range) => (int)bases[range / RangesInChunk] + starts[range];

    /// <summary>The score of a posting; of a frequency beyond the table, at least the score.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public float BoundAt(int index, int document) =>
        scores[(frequencies[index >> 1] >> ((index & 1) << 2) & 15) << shift | norms[document]];

    /// <summary>The exact score of a posting.</summary>
    public float ScoreAt(int index, int document)
    {
        var frequency = frequencies[index >> 1] >> ((index & 1) << 2) & 15;
        return frequency == SidecarFormat.MostFrequency ? Exception(document) : scores[frequency << shift | norms[document]];
    }

    /// <summary>Index of a document's posting; -1 where it has not the term.</summary>
    public int Find(int document)
    {
        var range = document >> SidecarFormat.RangeBits;
        if (!IsBitmap)
        {
            var start = Start(range);
            var found = Low.Span(start, Start(range + 1) - start).IndexOf((byte)document);
            return found < 0 ? -1 : start + found;
        }
        var word = document >> 6;
        var bit = 1UL << document;
        if ((Bits[word] & bit) == 0)
            return -1;
        var before = BitOperations.PopCount(Bits[word] & (bit - 1));
        for (var w = range << 2; w < word; w++)
            before += BitOperations.PopCount(Bits[w]);
        return Start(range) + before;
    }

    /// <summary>Sets the bits of the documents that have the term.</summary>
    public void AddTo(Slice<ulong> bits)
    {
        if (IsBitmap)
        {
            for (var word = 0; word < bits.Length; word++)
                bits[word] |= Bits[word];
            return;
        }
        for (var (range, i) = (0, 0); i < Df; range++)
            for (var end = Start(range + 1); i < end; i++)
            {
                var document = range << SidecarFormat.RangeBits | Low[i];
                bits[document >> 6] |= 1UL << document;
            }
    }

    /// <summary>Adds the scores of some ranges to the sums of their documents; of frequencies beyond the table, at least the scores.</summary>
    public void AddScores(int firstRange, int endRange, Slice<float> sums)
    {
        var index = Start(firstRange);
        if (IsBitmap)
        {
            for (var word = firstRange << 2; word < endRange << 2; word++)
            {
                var at = (word << 6) - (firstRange << SidecarFormat.RangeBits);
                for (var bits = Bits[word]; bits != 0; bits &= bits - 1)
                {
                    var bit = BitOperations.TrailingZeroCount(bits);
                    sums[at + bit] += BoundAt(index++, (word << 6) + bit);
                }
            }
            return;
        }
        for (var range = firstRange; range < endRange; range++)
        {
            var at = (range - firstRange) << SidecarFormat.RangeBits;
            for (var end = Start(range + 1); index < end; index++)
                sums[at + Low[index]] += BoundAt(index, range << SidecarFormat.RangeBits | Low[index]);
        }
    }

    // As BM25Similarity computes it, float by float.
    private static float Score(float weight, float frequency, float length) => weight * frequency / (frequency + length);

    private float Exception(int document)
    {
        var at = exceptionDocuments.Span(0, exceptionDocuments.Length).BinarySearch((uint)document);
        return at < 0
            ? throw new CorruptIndexException($"Document {document} has no frequency.")
            : Score(weight, exceptionFrequencies[at], lengths[norms[document]]);
    }

    private void PrepareScores(Slice<byte> values, ReadOnlySpan<float> lengthOf, int highest, Scratch scratch)
    {
        shift = BitOperations.Log2((uint)Math.Max(1, values.Length - 1)) + 1;
        lengths = scratch.Take<float>(1 << shift);
        for (var norm = 0; norm < values.Length; norm++)
            lengths[norm] = lengthOf[values[norm]];
        for (var norm = values.Length; norm < lengths.Length; norm++)
            lengths[norm] = 1;
        scores = scratch.Take<float>((SidecarFormat.MostFrequency + 1) << shift);
        for (var frequency = 0; frequency <= SidecarFormat.MostFrequency; frequency++)
        {
            var row = scores.Part(frequency << shift, lengths.Length);
            var counted = frequency == SidecarFormat.MostFrequency ? highest : frequency;
            for (var norm = 0; norm < lengths.Length; norm++)
                row[norm] = Score(weight, counted, lengths[norm]);
        }
        // A norm of zero is that of documents without the field.
        MinScore = Score(weight, 1, lengths[values.Length > 1 && values[0] == 0 ? 1 : 0]);
    }

    private void PrepareBlock(Slice<byte> block, int maxDoc, Scratch scratch)
    {
        var form = (BlockForm)block[0];
        var hasGroups = block[1] != 0;
        var lowBits = block[2];
        TopClass = block[3];
        var layout = new BlockReader(block);
        var exceptions = (int)layout.UInt32(4);
        exceptionDocuments = layout.Take<uint>(exceptions);
        exceptionFrequencies = layout.Take<uint>(exceptions);
        if (form == BlockForm.Sparse)
        {
            var low = layout.Take<byte>(SparseLayout.LowBytes(Df, lowBits));
            layout.Align(8);
            var high = layout.Take<ulong>(SparseLayout.HighWords(Df, maxDoc, lowBits));
            frequencies = layout.Take<byte>((Df + 1) / 2);
            var next = NewLists(maxDoc, scratch);
            for (var cursor = new SparseCursor(low, high, lowBits, Df); cursor.MoveNext();)
                Add(cursor.Document, cursor.Index, ref next, maxDoc);
            Finish(next);
            return;
        }
        var most = layout.Take<ushort>(TopClass);
        var norm = layout.Take<byte>(TopClass);
        for (var c = 1; c <= TopClass; c++)
            Bounds[c] = Score(weight, most[c - 1] == ushort.MaxValue ? Unlimited : most[c - 1], lengths[norm[c - 1]]);
        layout.Align(4);
        var ranges = SidecarFormat.Ranges(maxDoc);
        bases = layout.Take<uint>(SidecarFormat.Chunks(maxDoc) + 1);
        starts = layout.Take<ushort>(ranges + 1);
        Highest = layout.Take<byte>(ranges);
        if (hasGroups)
            Groups = layout.Take<byte>(ranges * SidecarFormat.GroupsInRange);
        layout.Align(8);
        IsBitmap = form == BlockForm.Bitmap;
        if (IsBitmap)
            Bits = layout.Take<ulong>(ranges * (SidecarFormat.RangeDocs / 64));
        else
            Low = layout.Take<byte>(Df);
        frequencies = layout.Take<byte>((Df + 1) / 2);
    }

    private void PrepareTiny(Slice<byte> tiny, int maxDoc, Scratch scratch)
    {
        frequencies = scratch.TakeZeroed<byte>((Df + 1) / 2);
        var rare = scratch.Take<uint>(2 * Df);
        var documents = scratch.Take<int>(Df);
        var (at, document, exceptions) = (0, 0, 0);
        for (var i = 0; i < Df; i++)
        {
            var gap = FieldImpacts.VarInt(tiny, ref at);
            document += (int)(gap >> 1);
            var frequency = (gap & 1) != 0 ? 1 : FieldImpacts.VarInt(tiny, ref at);
            documents[i] = document;
            frequencies[i >> 1] |= (byte)(Math.Min(frequency, SidecarFormat.MostFrequency) << ((i & 1) << 2));
            if (frequency >= SidecarFormat.MostFrequency)
                (rare[exceptions], rare[Df + exceptions++]) = ((uint)document, frequency);
        }
        exceptionDocuments = rare.Part(0, exceptions);
        exceptionFrequencies = rare.Part(Df, exceptions);
        if (exceptions > 0)
            for (var norm = 0; norm < lengths.Length; norm++)
                scores[SidecarFormat.MostFrequency << shift | norm] = weight;
        var next = NewLists(maxDoc, scratch);
        for (var i = 0; i < Df; i++)
            Add(documents[i], i, ref next, maxDoc);
        Finish(next);
    }

    private int NewLists(int maxDoc, Scratch scratch)
    {
        var ranges = SidecarFormat.Ranges(maxDoc);
        TopClass = Steps + 1;
        Low = scratch.Take<byte>(Df);
        bases = scratch.TakeZeroed<uint>(SidecarFormat.Chunks(maxDoc) + 1);
        starts = scratch.Take<ushort>(ranges + 1);
        Highest = scratch.TakeZeroed<byte>(ranges);
        return 0;
    }

    private void Add(int document, int index, ref int next, int maxDoc)
    {
        if ((uint)document >= (uint)maxDoc)
            throw new CorruptIndexException($"A term names document {document} of {maxDoc}.");
        var range = document >> SidecarFormat.RangeBits;
        for (; next <= range; next++)
            SetStart(next, index);
        Low[index] = (byte)document;
        // The class is the score in steps: every score is less than the weight.
        var score = BoundAt(index, document);
        var step = (byte)(1 + (int)(score / weight * Steps));
        Bounds[step] = Math.Max(Bounds[step], score);
        if (step > Highest[range])
            Highest[range] = step;
    }

    private void Finish(int next)
    {
        for (; next < starts.Length; next++)
            SetStart(next, Df);
    }

    private void SetStart(int range, int index)
    {
        var chunk = range / RangesInChunk;
        if (range % RangesInChunk == 0)
            bases[chunk] = (uint)index;
        starts[range] = (ushort)(index - bases[chunk]);
    }
}
