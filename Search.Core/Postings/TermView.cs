using System.Numerics;
using System.Runtime.CompilerServices;
using Lucene.Net.Index;

namespace Search.Core.Postings;

/// <summary>
/// One term of one query in one segment, ready for the kernels: its documents by ranges of 256, its codes, and what each code scores.
/// Dense terms stay where they are in the file; sparse ones are unpacked into scratch. Valid while the segment's memory is held.
/// </summary>
internal sealed class TermView
{
    private Slice<uint> bases;
    private Slice<ushort> starts;
    private Slice<byte> codes;
    private bool halfBytes;
    private Slice<uint> exceptionDocuments;
    private Slice<float> exceptionScores;

    /// <summary>Documents that have the term.</summary>
    public int Df { get; private set; }

    /// <summary>True: a bit a document. False: a byte.</summary>
    public bool IsBitmap { get; private set; }

    public bool HasHalfByteCodes => halfBytes;

    /// <summary>Low byte of each document, in order; empty for a bitmap.</summary>
    public Slice<byte> Low { get; private set; }

    /// <summary>A bit a document; empty for lists.</summary>
    public Slice<ulong> Bits { get; private set; }

    /// <summary>Highest code of each range; 0 where the range has not the term.</summary>
    public Slice<byte> Highest { get; private set; }

    /// <summary>Highest code of each 32 documents; empty where unknown.</summary>
    public Slice<byte> Groups { get; private set; }

    /// <summary>By code: the score; of 0, nothing; of an exception, at least its score.</summary>
    public Slice<float> Scores { get; private set; }

    /// <summary>By code: the most that it or a lower one scores.</summary>
    public Slice<float> Bounds { get; private set; }

    /// <summary>Highest code that the term has, exceptions aside.</summary>
    public int TopCode { get; private set; }

    public bool HasExceptions => exceptionDocuments.Length > 0;

    public float MaxScore { get; private set; }

    public float MinScore { get; private set; }

    /// <summary>The raw codes, packed as <see cref="HasHalfByteCodes"/> says.</summary>
    public Slice<byte> Codes => codes;

    /// <param name="record">The term.</param>
    /// <param name="maxDoc">Of the segment.</param>
    /// <param name="weight">From <see cref="FieldScores.Weight"/>.</param>
    /// <param name="lengths">From <see cref="FieldScores.Lengths"/>.</param>
    /// <param name="demanded">True where a document without the term is no hit: then the bound of no code is minus infinity.</param>
    /// <param name="scratch">Where to unpack.</param>
    public void Prepare(in TermRecord record, int maxDoc, float weight, ReadOnlySpan<float> lengths, bool demanded, Scratch scratch)
    {
        Df = record.Df;
        Groups = default;
        Low = default;
        Bits = default;
        IsBitmap = false;
        exceptionDocuments = default;
        exceptionScores = default;
        Scores = scratch.Take<float>(256);
        Bounds = scratch.Take<float>(256);
        Scores[0] = 0;
        Scores[SidecarFormat.ExceptionCode] = 0;
        MinScore = float.MaxValue;
        if (record.Block.IsEmpty)
            PrepareTiny(record, maxDoc, weight, lengths, scratch);
        else
            PrepareBlock(record.Block, maxDoc, weight, lengths, scratch);
        var bound = 0f;
        Bounds[0] = demanded ? float.NegativeInfinity : 0;
        for (var code = 1; code <= TopCode; code++)
        {
            bound = Math.Max(bound, Scores[code]);
            MinScore = Math.Min(MinScore, Scores[code]);
            Bounds[code] = bound;
        }
        Bounds[SidecarFormat.ExceptionCode] = MaxScore = Math.Max(bound, HasExceptions ? Scores[SidecarFormat.ExceptionCode] : 0);
    }

    /// <summary>Index of a range's first posting; of the one after the last range, of the end.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int Start(int range) => (int)bases[range >> (SidecarFormat.ChunkBits - SidecarFormat.RangeBits)] + starts[range];

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public byte CodeAt(int index) => halfBytes ? (byte)(codes[index >> 1] >> ((index & 1) << 2) & 15) : codes[index];

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

    /// <summary>The exact score of a posting.</summary>
    public float ScoreAt(int index, int document)
    {
        var code = CodeAt(index);
        return code == SidecarFormat.ExceptionCode && HasExceptions
            ? exceptionScores[exceptionDocuments.Span(0, exceptionDocuments.Length).BinarySearch((uint)document)]
            : Scores[code];
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

    private void PrepareBlock(Slice<byte> block, int maxDoc, float weight, ReadOnlySpan<float> lengths, Scratch scratch)
    {
        var form = (BlockForm)block[0];
        var flags = (BlockFlags)block[1];
        var lowBits = block[2];
        TopCode = block[3];
        var layout = new BlockReader(block);
        var exceptions = (int)layout.UInt32(4);
        halfBytes = flags.HasFlag(BlockFlags.HalfByteCodes);
        var frequencies = layout.Take<ushort>(TopCode);
        var norms = layout.Take<byte>(TopCode);
        for (var code = 1; code <= TopCode; code++)
            Scores[code] = Score(weight, frequencies[code - 1], lengths[norms[code - 1]]);
        layout.Align(4);
        if (exceptions > 0)
            PrepareExceptions(ref layout, exceptions, weight, lengths, scratch);
        layout.Align(8);
        if (form == BlockForm.Sparse)
        {
            var low = layout.Take<byte>(SparseLayout.LowBytes(Df, lowBits));
            layout.Align(8);
            var high = layout.Take<ulong>(SparseLayout.HighWords(Df, maxDoc, lowBits));
            codes = layout.Take<byte>(halfBytes ? (Df + 1) / 2 : Df);
            Unpack(new SparseCursor(low, high, lowBits, Df), maxDoc, scratch);
            return;
        }
        var ranges = SidecarFormat.Ranges(maxDoc);
        bases = layout.Take<uint>(SidecarFormat.Chunks(maxDoc) + 1);
        starts = layout.Take<ushort>(ranges + 1);
        Highest = layout.Take<byte>(ranges);
        if (flags.HasFlag(BlockFlags.Groups))
            Groups = layout.Take<byte>(ranges * SidecarFormat.GroupsInRange);
        layout.Align(8);
        IsBitmap = form == BlockForm.Bitmap;
        if (IsBitmap)
            Bits = layout.Take<ulong>(ranges * (SidecarFormat.RangeDocs / 64));
        else
            Low = layout.Take<byte>(Df);
        codes = layout.Take<byte>(halfBytes ? (Df + 1) / 2 : Df);
    }

    private void PrepareExceptions(ref BlockReader layout, int count, float weight, ReadOnlySpan<float> lengths, Scratch scratch)
    {
        exceptionDocuments = layout.Take<uint>(count);
        var frequencies = layout.Take<uint>(count);
        var norms = layout.Take<byte>(count);
        exceptionScores = scratch.Take<float>(count);
        var most = 0f;
        for (var i = 0; i < count; i++)
        {
            var score = exceptionScores[i] = Score(weight, frequencies[i], lengths[norms[i]]);
            most = Math.Max(most, score);
            MinScore = Math.Min(MinScore, score);
        }
        Scores[SidecarFormat.ExceptionCode] = most;
    }

    private void PrepareTiny(in TermRecord record, int maxDoc, float weight, ReadOnlySpan<float> lengths, Scratch scratch)
    {
        var tiny = record.Tiny;
        halfBytes = false;
        TopCode = Df;
        codes = scratch.Take<byte>(Df);
        var documents = scratch.Take<int>(Df);
        var (at, document) = (0, 0);
        for (var i = 0; i < Df; i++)
        {
            document += (int)FieldImpacts.VarInt(tiny, ref at);
            if (document >= maxDoc)
                throw new CorruptIndexException($"A term names document {document} of {maxDoc}.");
            documents[i] = document;
            var frequency = FieldImpacts.VarInt(tiny, ref at);
            // Sorted by score, as the kernels like codes: few enough to put each in its place.
            var score = Score(weight, frequency, lengths[tiny[at++]]);
            var code = i + 1;
            for (; code > 1 && Scores[code - 1] > score; code--)
                Scores[code] = Scores[code - 1];
            Scores[code] = score;
            for (var j = 0; j < i; j++)
                if (codes[j] >= code)
                    codes[j]++;
            codes[i] = (byte)code;
        }
        Unpack(documents, maxDoc, scratch);
    }

    // As BM25Similarity computes it, float by float.
    private static float Score(float weight, float frequency, float length) => weight * frequency / (frequency + length);

    private void Unpack(SparseCursor cursor, int maxDoc, Scratch scratch)
    {
        var next = NewLists(maxDoc, scratch);
        while (cursor.MoveNext())
            Add(cursor.Document, cursor.Index, ref next, maxDoc);
        Finish(next);
    }

    private void Unpack(Slice<int> documents, int maxDoc, Scratch scratch)
    {
        var next = NewLists(maxDoc, scratch);
        for (var i = 0; i < documents.Length; i++)
            Add(documents[i], i, ref next, maxDoc);
        Finish(next);
    }

    private int NewLists(int maxDoc, Scratch scratch)
    {
        var ranges = SidecarFormat.Ranges(maxDoc);
        Low = scratch.Take<byte>(Df);
        bases = scratch.TakeZeroed<uint>(SidecarFormat.Chunks(maxDoc) + 1);
        starts = scratch.Take<ushort>(ranges + 1);
        Highest = scratch.TakeZeroed<byte>(ranges);
        return 0;
    }

    // A sparse term has fewer postings than 16 bits count, but for segments beyond 8 million documents: then the bases carry the rest.
    private void Add(int document, int index, ref int next, int maxDoc)
    {
        if ((uint)document >= (uint)maxDoc)
            throw new CorruptIndexException($"A term names document {document} of {maxDoc}.");
        var range = document >> SidecarFormat.RangeBits;
        for (; next <= range; next++)
            SetStart(next, index);
        Low[index] = (byte)document;
        var code = CodeAt(index);
        if (code > Highest[range])
            Highest[range] = code;
    }

    private void Finish(int next)
    {
        for (; next < starts.Length; next++)
            SetStart(next, Df);
    }

    private void SetStart(int range, int index)
    {
        var chunk = range >> (SidecarFormat.ChunkBits - SidecarFormat.RangeBits);
        if ((range & ((1 << (SidecarFormat.ChunkBits - SidecarFormat.RangeBits)) - 1)) == 0)
            bases[chunk] = (uint)index;
        starts[range] = (ushort)(index - bases[chunk]);
    }
}
