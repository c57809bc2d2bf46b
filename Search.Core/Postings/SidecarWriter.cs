using System.IO.Hashing;
using System.Numerics;
using System.Runtime.InteropServices;
using Lucene.Net.Codecs;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Store;
using Lucene.Net.Util;

namespace Search.Core.Postings;

/// <summary>
/// Writes a segment's sidecar (<see cref="SidecarFormat"/>) from the postings just written and the norms just seen. Holds one term's
/// documents in memory, and the terms themselves.
/// </summary>
internal static class SidecarWriter
{
    // The usual parameters: they only decide the order of codes. Any others are searched as exactly, with looser bounds.
    private const float K1 = 1.2f;
    private const float B = 0.75f;

    public static void Write(SegmentWriteState state, IReadOnlyList<(FieldInfo Field, byte[] Norms)> fields)
    {
        var name = IndexFileNames.SegmentFileName(state.SegmentInfo.Name, "", SidecarFormat.Extension);
        using var output = state.Directory.CreateOutput(name, state.Context);
        CodecUtil.WriteHeader(output, SidecarFormat.Codec, SidecarFormat.Version);
        Align(output);
        var entries = new ByteSink();
        if (fields.Count > 0)
        {
            using var postings = state.SegmentInfo.Codec.PostingsFormat.FieldsProducer(new SegmentReadState(
                state.Directory, state.SegmentInfo, state.FieldInfos, IOContext.READ_ONCE, 1, state.SegmentSuffix));
            foreach (var (field, norms) in fields)
                if (postings.GetTerms(field.Name) is { } terms)
                    WriteField(output, entries, field, norms, terms, state.SegmentInfo.DocCount);
        }
        Align(output);
        var directory = output.Position;
        output.WriteBytes(entries.Buffer, 0, entries.Length);
        var tail = new ByteSink();
        tail.UInt64((ulong)directory);
        output.WriteBytes(tail.Buffer, 0, tail.Length);
        CodecUtil.WriteFooter(output);
    }

    private static void WriteField(IndexOutput output, ByteSink entries, FieldInfo field, byte[] norms, Terms terms, int maxDoc)
    {
        var encoder = new BlockEncoder(maxDoc, norms, Lengths(terms, maxDoc));
        var (block, records, hashes, starts) = (new ByteSink(), new ByteSink(), new List<ulong>(), new List<uint>());
        var blocksAt = output.Position;
        int[] documents = new int[1024], frequencies = new int[1024];
        DocsEnum? docs = null;
        var all = terms.GetEnumerator();
        while (all.MoveNext())
        {
            docs = all.Docs(null, docs, DocsFlags.FREQS);
            var df = 0;
            for (var document = docs.NextDoc(); document != DocIdSetIterator.NO_MORE_DOCS; document = docs.NextDoc())
            {
                if (df == documents.Length)
                {
                    Array.Resize(ref documents, df * 2);
                    Array.Resize(ref frequencies, df * 2);
                }
                documents[df] = document;
                frequencies[df++] = docs.Freq;
            }
            if (df == 0)
                continue;
            var term = all.Term.Bytes.AsSpan(all.Term.Offset, all.Term.Length);
            hashes.Add(XxHash3.HashToUInt64(term));
            starts.Add((uint)records.Length);
            records.VarInt((uint)term.Length);
            term.CopyTo(records.Add(term.Length));
            records.VarInt((uint)df);
            if (df < SidecarFormat.TinyDf)
                WriteTiny(records, documents.AsSpan(0, df), frequencies, norms);
            else
            {
                records.VarInt(checked((uint)((output.Position - blocksAt) / 8)));
                block.Clear();
                encoder.Encode(block, documents.AsSpan(0, df), frequencies.AsSpan(0, df));
                output.WriteBytes(block.Buffer, 0, block.Length);
            }
        }
        WriteDirectory(output, entries, field, blocksAt, records, hashes, starts, maxDoc);
    }

    private static void WriteTiny(ByteSink records, ReadOnlySpan<int> documents, int[] frequencies, byte[] norms)
    {
        var last = 0;
        for (var i = 0; i < documents.Length; i++)
        {
            records.VarInt((uint)(documents[i] - last));
            records.VarInt((uint)frequencies[i]);
            records.Byte(norms[documents[i]]);
            last = documents[i];
        }
    }

    private static void WriteDirectory(
        IndexOutput output, ByteSink entries, FieldInfo field, long blocksAt, ByteSink records, List<ulong> hashes, List<uint> starts, int maxDoc)
    {
        var recordsAt = output.Position;
        output.WriteBytes(records.Buffer, 0, records.Length);
        Align(output);
        var hashAt = output.Position;
        // At most two thirds full.
        var hashBits = BitOperations.Log2((uint)Math.Max(1, hashes.Count * 3L / 2)) + 1;
        var slots = new uint[1 << hashBits];
        for (var i = 0; i < hashes.Count; i++)
        {
            var slot = (int)(hashes[i] >> (64 - hashBits));
            while (slots[slot] != 0)
                slot = (slot + 1) & (slots.Length - 1);
            slots[slot] = starts[i] + 1;
        }
        var bytes = MemoryMarshal.AsBytes(slots.AsSpan()).ToArray();
        output.WriteBytes(bytes, 0, bytes.Length);
        entries.UInt32((uint)field.Number);
        entries.UInt32((uint)maxDoc);
        entries.UInt32((uint)hashes.Count);
        entries.UInt32((uint)hashBits);
        entries.UInt64((ulong)blocksAt);
        entries.UInt64((ulong)(recordsAt - blocksAt));
        entries.UInt64((ulong)recordsAt);
        entries.UInt64((ulong)records.Length);
        entries.UInt64((ulong)hashAt);
    }

    private static float[] Lengths(Terms terms, int maxDoc)
    {
        var average = Math.Max(1f, terms.SumTotalTermFreq / (float)maxDoc);
        var lengths = new float[256];
        for (var norm = 0; norm < lengths.Length; norm++)
        {
            var decoded = SmallSingle.SByte315ToSingle((sbyte)norm);
            lengths[norm] = K1 * (1 - B + B / (decoded * decoded) / average);
        }
        return lengths;
    }

    private static void Align(IndexOutput output)
    {
        while (output.Position % 8 != 0)
            output.WriteByte(0);
    }
}
