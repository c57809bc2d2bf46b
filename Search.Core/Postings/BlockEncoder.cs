using System.Numerics;
using System.Runtime.InteropServices;

namespace Search.Core.Postings;

/// <summary>Writes the block of one term (<see cref="SidecarFormat"/>).</summary>
internal sealed class BlockEncoder(int maxDoc, byte[] norms, float[] lengths)
{
    private readonly ImpactCodes codes = new(lengths);
    private byte[] codeOf = [];

    /// <param name="documents">Rising.</param>
    public void Encode(ByteSink sink, ReadOnlySpan<int> documents, ReadOnlySpan<int> frequencies)
    {
        codes.Build(documents, frequencies, norms);
        if (codeOf.Length < documents.Length)
            codeOf = new byte[Math.Max(documents.Length, codeOf.Length * 2)];
        var exceptions = 0;
        for (var i = 0; i < documents.Length; i++)
        {
            codeOf[i] = codes.CodeOf(frequencies[i], norms[documents[i]]);
            if (codeOf[i] == SidecarFormat.ExceptionCode)
                exceptions++;
        }
        var df = documents.Length;
        var form = SidecarFormat.IsBitmap(df, maxDoc) ? BlockForm.Bitmap : SidecarFormat.IsDense(df, maxDoc) ? BlockForm.Lists : BlockForm.Sparse;
        var halfBytes = exceptions == 0 && codes.Coded.Count <= SidecarFormat.MaxHalfByteCodes;
        var groups = form != BlockForm.Sparse && SidecarFormat.HasGroups(df, maxDoc);
        var lowBits = BitOperations.Log2((uint)Math.Max(1, maxDoc / df));
        var start = sink.Length;
        sink.Byte((byte)form);
        sink.Byte((byte)((halfBytes ? BlockFlags.HalfByteCodes : 0) | (groups ? BlockFlags.Groups : 0)));
        sink.Byte((byte)lowBits);
        sink.Byte((byte)codes.Coded.Count);
        sink.UInt32((uint)exceptions);
        sink.UInt32((uint)df);
        sink.UInt32(0);
        foreach (var pair in codes.Coded)
            sink.UInt16((ushort)pair.Frequency);
        foreach (var pair in codes.Coded)
            sink.Byte(pair.Norm);
        sink.Align(4);
        if (exceptions > 0)
            Exceptions(sink, documents, frequencies);
        sink.Align(8);
        if (form == BlockForm.Sparse)
            Sparse(sink, documents, lowBits);
        else
            Dense(sink, documents, form, groups);
        Codes(sink, df, halfBytes);
        sink.Align(8);
        MemoryMarshal.Write(sink.Buffer.AsSpan(start + 12), (uint)(sink.Length - start));
    }

    private void Exceptions(ByteSink sink, ReadOnlySpan<int> documents, ReadOnlySpan<int> frequencies)
    {
        for (var i = 0; i < documents.Length; i++)
            if (codeOf[i] == SidecarFormat.ExceptionCode)
                sink.UInt32((uint)documents[i]);
        for (var i = 0; i < documents.Length; i++)
            if (codeOf[i] == SidecarFormat.ExceptionCode)
                sink.UInt32((uint)frequencies[i]);
        for (var i = 0; i < documents.Length; i++)
            if (codeOf[i] == SidecarFormat.ExceptionCode)
                sink.Byte(norms[documents[i]]);
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

    private void Dense(ByteSink sink, ReadOnlySpan<int> documents, BlockForm form, bool groups)
    {
        var ranges = SidecarFormat.Ranges(maxDoc);
        var bases = new uint[SidecarFormat.Chunks(maxDoc) + 1];
        var starts = new ushort[ranges + 1];
        var highest = new byte[ranges];
        var highestOfGroup = new byte[groups ? ranges * SidecarFormat.GroupsInRange : 0];
        var i = 0;
        for (var range = 0; range <= ranges; range++)
        {
            if ((range << SidecarFormat.RangeBits & ((1 << SidecarFormat.ChunkBits) - 1)) == 0)
                bases[range >> (SidecarFormat.ChunkBits - SidecarFormat.RangeBits)] = (uint)i;
            starts[range] = (ushort)(i - bases[range >> (SidecarFormat.ChunkBits - SidecarFormat.RangeBits)]);
            for (; i < documents.Length && documents[i] >> SidecarFormat.RangeBits == range; i++)
            {
                highest[range] = Math.Max(highest[range], codeOf[i]);
                if (groups)
                    highestOfGroup[documents[i] >> SidecarFormat.GroupBits] = Math.Max(highestOfGroup[documents[i] >> SidecarFormat.GroupBits], codeOf[i]);
            }
        }
        MemoryMarshal.AsBytes(bases.AsSpan()).CopyTo(sink.Add(bases.Length * sizeof(uint)));
        MemoryMarshal.AsBytes(starts.AsSpan()).CopyTo(sink.Add(starts.Length * sizeof(ushort)));
        highest.CopyTo(sink.Add(highest.Length));
        highestOfGroup.CopyTo(sink.Add(highestOfGroup.Length));
        sink.Align(8);
        if (form == BlockForm.Lists)
        {
            var low = sink.Add(documents.Length);
            for (var d = 0; d < documents.Length; d++)
                low[d] = (byte)documents[d];
            return;
        }
        var bits = MemoryMarshal.Cast<byte, ulong>(sink.Add(ranges * SidecarFormat.RangeDocs / 8));
        foreach (var document in documents)
            bits[document >> 6] |= 1UL << document;
    }

    private void Codes(ByteSink sink, int df, bool halfBytes)
    {
        if (!halfBytes)
        {
            codeOf.AsSpan(0, df).CopyTo(sink.Add(df));
            return;
        }
        var packed = sink.Add((df + 1) / 2);
        for (var i = 0; i < df; i++)
            packed[i >> 1] |= (byte)(codeOf[i] << ((i & 1) << 2));
    }
}

/// <summary>Sizes of the parts of a sparse block, alike for writer and reader.</summary>
internal static class SparseLayout
{
    public static int LowBytes(int df, int lowBits) => (int)(((long)df * lowBits + 7) >> 3) + SidecarFormat.PackedTail;

    public static int HighWords(int df, int maxDoc, int lowBits) => (((maxDoc - 1) >> lowBits) + df + 64) >> 6;
}
