using System.Numerics;
using System.Runtime.InteropServices;

namespace Search.Core.Postings;

/// <summary>Writes the block of one term (<see cref="SidecarFormat"/>).</summary>
/// <param name="maxDoc">Documents of the segment.</param>
/// <param name="norms">Index of each document's norm.</param>
/// <param name="lengths">See <see cref="ImpactClasses"/>.</param>
internal sealed class BlockEncoder(int maxDoc, byte[] norms, float[] lengths)
{
    private readonly ImpactClasses classes = new(lengths);

    /// <param name="documents">Rising.</param>
    public void Encode(ByteSink sink, ReadOnlySpan<int> documents, ReadOnlySpan<int> frequencies)
    {
        var df = documents.Length;
        var form = SidecarFormat.IsBitmap(df, maxDoc) ? BlockForm.Bitmap : SidecarFormat.IsDense(df, maxDoc) ? BlockForm.Lists : BlockForm.Sparse;
        var lowBits = BitOperations.Log2((uint)Math.Max(1, maxDoc / df));
        if (form != BlockForm.Sparse)
            classes.Build(documents, frequencies, norms);
        var (exceptions, highest) = (0, 0);
        foreach (var frequency in frequencies)
        {
            exceptions += frequency >= SidecarFormat.MostFrequency ? 1 : 0;
            highest = Math.Max(highest, frequency);
        }
        var start = sink.Length;
        sink.Byte((byte)form);
        sink.Byte(0);
        sink.Byte((byte)lowBits);
        sink.Byte(form == BlockForm.Sparse ? (byte)0 : (byte)classes.Bounds.Count);
        sink.UInt32((uint)exceptions);
        sink.UInt32((uint)highest);
        sink.UInt32(0);
        Exceptions(sink, documents, frequencies);
        if (form == BlockForm.Sparse)
            Sparse(sink, documents, lowBits);
        else
            Dense(sink, documents, frequencies, form);
        var packed = sink.Add((df + 1) / 2);
        for (var i = 0; i < df; i++)
            packed[i >> 1] |= (byte)(Math.Min(frequencies[i], SidecarFormat.MostFrequency) << ((i & 1) << 2));
        sink.Align(8);
        MemoryMarshal.Write(sink.Buffer.AsSpan(start + 12), (uint)(sink.Length - start));
    }

    private static void Exceptions(ByteSink sink, ReadOnlySpan<int> documents, ReadOnlySpan<int> frequencies)
    {
        for (var i = 0; i < documents.Length; i++)
            if (frequencies[i] >= SidecarFormat.MostFrequency)
                sink.UInt32((uint)documents[i]);
        foreach (var frequency in frequencies)
            if (frequency >= SidecarFormat.MostFrequency)
                sink.UInt32((uint)frequency);
    }

    private void Sparse(ByteSink sink, ReadOnlySpan<int> documents, int lowBits)
    {
        var low = sink.Add(SparseLayout.LowBytes(documents.Length, lowBits));
        for (var i = 0; i < documents.Length; i++)
        {
            var at = (long)i * lowBits;
            var value = (ulong)documents[i] & ((1UL << lowBits) - 1);
            var eight = low.Slice((int)(at >> 3), 8);
            MemoryMarshal.Write(eight, MemoryMarshal.Read<ulong>(eight) | value << (int)(at & 7));
        }
        sink.Align(8);
        var high = MemoryMarshal.Cast<byte, ulong>(sink.Add(8 * SparseLayout.HighWords(documents.Length, maxDoc, lowBits)));
        for (var i = 0; i < documents.Length; i++)
        {
            var at = (documents[i] >> lowBits) + i;
            high[at >> 6] |= 1UL << at;
        }
    }

    private void Dense(ByteSink sink, ReadOnlySpan<int> documents, ReadOnlySpan<int> frequencies, BlockForm form)
    {
        var ranges = SidecarFormat.Ranges(maxDoc);
        var bases = new uint[SidecarFormat.Chunks(maxDoc) + 1];
        var starts = new ushort[ranges + 1];
        var highest = new byte[ranges];
        var highestOfGroup = new byte[ranges * SidecarFormat.GroupsInRange];
        var i = 0;
        for (var range = 0; range <= ranges; range++)
        {
            var chunk = range >> (SidecarFormat.ChunkBits - SidecarFormat.RangeBits);
            if (range << SidecarFormat.RangeBits == chunk << SidecarFormat.ChunkBits)
                bases[chunk] = (uint)i;
            starts[range] = (ushort)(i - bases[chunk]);
            for (; i < documents.Length && documents[i] >> SidecarFormat.RangeBits == range; i++)
            {
                var impact = classes.ClassOf(frequencies[i], norms[documents[i]]);
                var group = documents[i] >> SidecarFormat.GroupBits;
                highest[range] = Math.Max(highest[range], impact);
                highestOfGroup[group] = Math.Max(highestOfGroup[group], impact);
            }
        }
        foreach (var (frequency, _) in classes.Bounds)
            sink.UInt16((ushort)frequency);
        foreach (var (_, norm) in classes.Bounds)
            sink.Byte(norm);
        if (form == BlockForm.Lists)
            Lists(sink, documents, bases, starts, highest, highestOfGroup);
        else
            Bitmap(sink, documents, bases, starts, highest, highestOfGroup);
    }

    private static void Lists(ByteSink sink, ReadOnlySpan<int> documents, uint[] bases, ushort[] starts, byte[] highest, byte[] highestOfGroup)
    {
        var levels = GroupLevels.Of(highestOfGroup);
        sink.Byte(levels.First);
        sink.Byte(levels.Second);
        Starts(sink, bases, starts);
        for (var range = 0; range < highest.Length; range++)
            sink.UInt16(levels.Pack(highestOfGroup.AsSpan(range * SidecarFormat.GroupsInRange, SidecarFormat.GroupsInRange)));
        highest.CopyTo(sink.Add(highest.Length));
        sink.Align(8);
        var low = sink.Add(documents.Length);
        for (var d = 0; d < documents.Length; d++)
            low[d] = (byte)documents[d];
    }

    private static void Bitmap(ByteSink sink, ReadOnlySpan<int> documents, uint[] bases, ushort[] starts, byte[] highest, byte[] highestOfGroup)
    {
        Starts(sink, bases, starts);
        highest.CopyTo(sink.Add(highest.Length));
        highestOfGroup.CopyTo(sink.Add(highestOfGroup.Length));
        sink.Align(8);
        var bits = MemoryMarshal.Cast<byte, ulong>(sink.Add(highest.Length * SidecarFormat.RangeDocs / 8));
        foreach (var document in documents)
            bits[document >> 6] |= 1UL << document;
    }

    private static void Starts(ByteSink sink, uint[] bases, ushort[] starts)
    {
        sink.Align(4);
        MemoryMarshal.AsBytes(bases.AsSpan()).CopyTo(sink.Add(bases.Length * sizeof(uint)));
        MemoryMarshal.AsBytes(starts.AsSpan()).CopyTo(sink.Add(starts.Length * sizeof(ushort)));
    }
}

/// <summary>Sizes of the parts of a sparse block, alike for writer and reader.</summary>
internal static class SparseLayout
{
    public static int LowBytes(int df, int lowBits) => (int)(((long)df * lowBits + 7) >> 3) + SidecarFormat.PackedTail;

    public static int HighWords(int df, int maxDoc, int lowBits) => (((maxDoc - 1) >> lowBits) + df + 64) >> 6;
}
