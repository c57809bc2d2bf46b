using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using Lucene.Net.Index;

namespace Search.Core.Postings;

/// <summary>
/// One term of one query in one segment, ready for the kernels: its documents by ranges of 256, their frequencies, and what each pair of
/// frequency and norm scores. Dense terms stay where they are in the file; sparse ones are unpacked into scratch. Valid
/// while the segment's memory is held.
/// </summary>
internal sealed partial class TermView
{
    // Scores stand by norm, and by this many bits of frequency.
    private const int FrequencyBits = 4;

    private const int RangesInChunk = 1 << (SidecarFormat.ChunkBits - SidecarFormat.RangeBits);

    private Slice<uint> bases;
    private Slice<ushort> starts;
    private Slice<ushort> levels;
    private Slice<float> levelBounds;
    private Slice<byte> frequencies;
    private Slice<uint> exceptionDocuments;
    private Slice<uint> exceptionFrequencies;
    private Slice<float> lengths;
    private Slice<float> scores;
    private Slice<byte> norms;
    private byte first;
    private byte second;
    private int cursor;
    private float weight;

    /// <summary>Documents that have the term.</summary>
    public int Df { get; private set; }

    /// <summary>All documents of an unpacked term; empty for one that stays in the file.</summary>
    public Slice<int> Documents { get; private set; }

    /// <summary>True: a bit a document. False: a byte.</summary>
    public bool IsBitmap { get; private set; }

    /// <summary>Low byte of each document, in order; empty for a bitmap, and for an unpacked term.</summary>
    public Slice<byte> Low { get; private set; }

    /// <summary>A bit a document; empty for lists.</summary>
    public Slice<ulong> Bits { get; private set; }

    /// <summary>Highest class of each range, 0 where the range has not the term; empty for an unpacked term.</summary>
    public Slice<byte> Highest { get; private set; }

    /// <summary>Highest class of each 32 documents; of a bitmap only.</summary>
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
    /// <param name="rare">By group of 32 documents: gets the highest score of an unpacked term added; empty where nobody asks.</param>
    /// <param name="scratch">Where to unpack.</param>
    public void Prepare(in TermRecord record, int maxDoc, float weight, ReadOnlySpan<float> lengthOf, bool demanded, Slice<float> rare, Scratch scratch)
    {
        this.weight = weight;
        Df = record.Df;
        (Groups, Low, Bits, Documents, IsBitmap) = (default, default, default, default, false);
        (bases, starts, levels, Highest) = (default, default, default, default);
        cursor = 0;
        (exceptionDocuments, exceptionFrequencies) = (default, default);
        norms = record.Norms;
        Bounds = scratch.TakeZeroed<float>(256);
        var highest = record.Block.IsEmpty ? SidecarFormat.MostFrequency : (int)new BlockReader(record.Block).UInt32(8);
        PrepareScores(record.Values, lengthOf, highest, scratch);
        if (record.Block.IsEmpty)
            PrepareTiny(record.Tiny, scratch);
        else
            PrepareBlock(record.Block, maxDoc, scratch);
        if (!Documents.IsEmpty)
            Describe(maxDoc, rare, scratch);
        for (var c = 1; c <= TopClass; c++)
            Bounds[c] = Math.Max(Bounds[c], Bounds[c - 1]);
        Bounds[0] = demanded ? float.NegativeInfinity : 0;
        if (!levels.IsEmpty)
            PrepareLevels(scratch);
    }

    /// <summary>Index of a range's first posting; of the one after the last range, of the end.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int Start(int range) => (int)bases[range / RangesInChunk] + starts[range];

    /// <summary>Asks the processor to fetch what a look into some groups of a range will read; of an unpacked term nothing.</summary>
    public unsafe void Prefetch(int range, in GroupMask groups)
    {
        if (!Sse.IsSupported || Highest.IsEmpty || Highest[range] == 0 || !levels.IsEmpty && (levels[range] & groups.Levels) == 0)
            return;
        var start = Start(range);
        Sse.Prefetch0(frequencies.At(start >> 1, 1));
        if (IsBitmap)
            Sse.Prefetch0(Bits.At(range << 2, 4));
        else
            Sse.Prefetch0(Low.At(start, 1));
    }

    /// <summary>The same for the norms of a range's documents, which all terms of a field share.</summary>
    public unsafe void PrefetchNorms(int range)
    {
        if (!Sse.IsSupported)
            return;
        var start = norms.At(range << SidecarFormat.RangeBits, SidecarFormat.RangeDocs);
        for (var line = 0; line < SidecarFormat.RangeDocs; line += 64)
            Sse.Prefetch0(start + line);
    }

    /// <summary>The score of a posting; of a frequency beyond the table, at least the score.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public float BoundAt(int index, int document) =>
        scores[norms[document] << FrequencyBits | FrequencyAt(index)];

    /// <summary>How often a posting's document has the term; <see cref="SidecarFormat.MostFrequency"/> for so often or more.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int FrequencyAt(int index) => frequencies[index >> 1] >> ((index & 1) << 2) & 15;

    /// <summary>The length factor of a document.</summary>
    public float LengthOf(int document) => lengths[norms[document]];

    /// <summary>The exact score of a posting.</summary>
    public float ScoreAt(int index, int document)
    {
        var frequency = FrequencyAt(index);
        return frequency == SidecarFormat.MostFrequency ? Exception(document) : scores[norms[document] << FrequencyBits | frequency];
    }

    /// <summary>Whether a document has the term; of a bitmap only.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool Has(int document) => (Bits[document >> 6] >> document & 1) != 0;

    /// <summary>Index of a document's posting; -1 where it has not the term.</summary>
    public int Find(int document)
    {
        if (!Documents.IsEmpty)
        {
            var chunk = document >> SidecarFormat.ChunkBits;
            var from = (int)bases[chunk];
            var at = Documents.Span(from, (int)bases[chunk + 1] - from).BinarySearch(document);
            return at < 0 ? -1 : from + at;
        }
        var range = document >> SidecarFormat.RangeBits;
        if (!IsBitmap)
            return FindIn(Start(range), Start(range + 1), (byte)document);
        var word = document >> 6;
        var bit = 1UL << document;
        if ((Bits[word] & bit) == 0)
            return -1;
        var before = BitOperations.PopCount(Bits[word] & (bit - 1));
        for (var w = range << 2; w < word; w++)
            before += BitOperations.PopCount(Bits[w]);
        return Start(range) + before;
    }

    // A vector may read on behind the list: in the file other parts follow.
    private unsafe int FindIn(int start, int end, byte place)
    {
        var low = Low;
        if (!Vector256.IsHardwareAccelerated)
            return low.Span(start, end - start).IndexOf(place) is >= 0 and var found ? start + found : -1;
        var wanted = Vector256.Create(place);
        for (; start < end; start += Vector256<byte>.Count)
        {
            var hits = Vector256.Equals(Vector256.Load(low.At(start, Math.Min(Vector256<byte>.Count, end - start))), wanted).ExtractMostSignificantBits();
            if (hits != 0)
                return BitOperations.TrailingZeroCount(hits) is var at && start + at < end ? start + at : -1;
        }
        return -1;
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
}
