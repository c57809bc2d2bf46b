using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
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
        var (low, table) = (Low, Table());
        for (var range = firstRange; range < endRange; range++)
        {
            var first = range << SidecarFormat.RangeBits;
            var here = sums.Part((range - firstRange) << SidecarFormat.RangeBits, SidecarFormat.RangeDocs);
            if (IsBitmap)
            {
                for (var word = 0; word < 4; word++)
                    for (var bits = Bits[(range << 2) + word]; bits != 0; bits &= bits - 1)
                    {
                        var place = (word << 6) + BitOperations.TrailingZeroCount(bits);
                        here[place] += table.At(index++, first + place);
                    }
                continue;
            }
            for (var end = Start(range + 1); index < end; index++)
                here[low[index]] += table.At(index, first + low[index]);
        }
    }

    /// <summary>The same of some groups of one range.</summary>
    public void AddScores(int range, uint groups, Slice<float> sums)
    {
        var index = Start(range);
        var first = range << SidecarFormat.RangeBits;
        var (low, table) = (Low, Table());
        if (!IsBitmap)
        {
            for (var end = Start(range + 1); index < end; index++)
                if ((groups >> (low[index] >> SidecarFormat.GroupBits) & 1) != 0)
                    sums[low[index]] += table.At(index, first + low[index]);
            return;
        }
        for (var word = 0; word < 4; word++)
        {
            var bits = Bits[(range << 2) + word];
            for (var wanted = bits & BitSets.WordOfGroups(groups, word); wanted != 0; wanted &= wanted - 1)
            {
                var bit = BitOperations.TrailingZeroCount(wanted);
                sums[(word << 6) + bit] += table.At(index + BitOperations.PopCount(bits & ((1UL << bit) - 1)), first + (word << 6) + bit);
            }
            index += BitOperations.PopCount(bits);
        }
    }

    /// <summary>Raises to the most that each group of a range can score.</summary>
    public void RaiseGroups(int range, Slice<float> most)
    {
        var (low, table) = (Low, Table());
        var end = Start(range + 1);
        for (var index = Start(range); index < end; index++)
        {
            var group = low[index] >> SidecarFormat.GroupBits;
            most[group] = Math.Max(most[group], table.At(index, range << SidecarFormat.RangeBits | low[index]));
        }
    }

    // Fields are read anew after every write through a pointer: loops keep what they need in a local.
    private ScoreTable Table() => new(frequencies, scores, norms, shift);

    private readonly struct ScoreTable(Slice<byte> frequencies, Slice<float> scores, Slice<byte> norms, int shift)
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public float At(int index, int document) => scores[(frequencies[index >> 1] >> ((index & 1) << 2) & 15) << shift | norms[document]];
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
        shift = BitOperations.Log2((uint)Math.Max(2, values.Length - 1)) + 1;
        lengths = scratch.Take<float>(1 << shift);
        for (var norm = 0; norm < values.Length; norm++)
            lengths[norm] = lengthOf[values[norm]];
        for (var norm = values.Length; norm < lengths.Length; norm++)
            lengths[norm] = 1;
        scores = scratch.Take<float>((SidecarFormat.MostFrequency + 1) << shift);
        for (var frequency = 0; frequency <= SidecarFormat.MostFrequency; frequency++)
        {
            var row = scores.Part(frequency << shift, lengths.Length);
            var counted = (float)(frequency == SidecarFormat.MostFrequency ? highest : frequency);
            var (product, count) = (Vector128.Create(weight * counted), Vector128.Create(counted));
            for (var norm = 0; norm < lengths.Length; norm += Vector128<float>.Count)
                row.Store(norm, product / (count + lengths.Load128(norm)));
        }
        // Documents without the field may have an endless length; it comes first.
        MinScore = Score(weight, 1, lengths[values.Length > 1 && !(lengths[0] <= float.MaxValue) ? 1 : 0]);
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
