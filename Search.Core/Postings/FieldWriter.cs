using System.Runtime.InteropServices;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Store;

namespace Search.Core.Postings;

/// <summary>Writes one field of a sidecar, and its entry in the directory.</summary>
internal sealed class FieldWriter(IndexOutput output, byte[] normOf, Terms terms, float[] lengths)
{
    // The usual parameters: they only decide the order of classes. Any others are searched as exactly, with looser bounds.
    private const float K1 = 1.2f;
    private const float B = 0.75f;

    private readonly TermDictionary dictionary = new();
    private readonly ByteSink sink = new();
    private readonly (long At, long Length)[] parts = new (long, long)[Enum.GetValues<FieldPart>().Length];
    private int[] documents = new int[1024];
    private int[] frequencies = new int[1024];

    public void Write(int number, ByteSink directory)
    {
        var maxDoc = normOf.Length;
        // The longest first: then the index of a norm rises with impact.
        var values = normOf.Distinct().OrderByDescending(n => lengths[n]).ThenBy(n => n).ToArray();
        var norms = Array.ConvertAll(normOf, n => (byte)Array.IndexOf(values, n));
        var encoder = new BlockEncoder(maxDoc, norms, Lengths(values));
        Align();
        var blocksAt = output.Position;
        DocsEnum? docs = null;
        var all = terms.GetEnumerator();
        while (all.MoveNext())
        {
            docs = all.Docs(null, docs, DocsFlags.FREQS);
            var df = Read(docs);
            // An endless length, from a boost of zero, makes scores that are no use to bounds: the field is left to stock Lucene.
            if (df < 0)
                return;
            var term = all.Term.Bytes.AsSpan(all.Term.Offset, all.Term.Length);
            sink.Clear();
            if (df < SidecarFormat.TinyDf)
            {
                WriteTiny(df);
                dictionary.AddRare(term, sink.Written);
                continue;
            }
            dictionary.AddFrequent(term, df, output.Position - blocksAt);
            encoder.Encode(sink, documents.AsSpan(0, df), frequencies.AsSpan(0, df));
            output.WriteBytes(sink.Buffer, 0, sink.Length);
        }
        parts[(int)FieldPart.Blocks] = (blocksAt, output.Position - blocksAt);
        Array.Resize(ref norms, SidecarFormat.Ranges(maxDoc) * SidecarFormat.RangeDocs);
        Part(FieldPart.Norms, norms);
        Part(FieldPart.Values, values);
        Part(FieldPart.Frequent, dictionary.Frequent.Written);
        Part(FieldPart.Hash, MemoryMarshal.AsBytes(dictionary.Slots(out var hashBits).AsSpan()));
        Part(FieldPart.Rare, dictionary.Rare.Written);
        Part(FieldPart.Sixteens, dictionary.Sixteens.Written);
        foreach (var count in (int[])[number, maxDoc, values.Length, dictionary.FrequentTerms, dictionary.RareTerms, hashBits])
            directory.UInt32((uint)count);
        foreach (var (at, length) in parts)
        {
            directory.UInt64((ulong)at);
            directory.UInt64((ulong)length);
        }
    }

    private int Read(DocsEnum docs)
    {
        var df = 0;
        for (var document = docs.NextDoc(); document != DocIdSetIterator.NO_MORE_DOCS; document = docs.NextDoc())
        {
            if (!float.IsFinite(lengths[normOf[document]]))
                return -1;
            if (df == documents.Length)
            {
                Array.Resize(ref documents, df * 2);
                Array.Resize(ref frequencies, df * 2);
            }
            documents[df] = document;
            frequencies[df++] = docs.Freq;
        }
        return df;
    }

    private void WriteTiny(int df)
    {
        var last = 0;
        for (var i = 0; i < df; i++)
        {
            var gap = (uint)(documents[i] - last) << 1;
            last = documents[i];
            if (frequencies[i] == 1)
                sink.VarInt(gap | 1);
            else
            {
                sink.VarInt(gap);
                sink.VarInt((uint)frequencies[i]);
            }
        }
    }

    private void Part(FieldPart part, ReadOnlySpan<byte> bytes)
    {
        Align();
        parts[(int)part] = (output.Position, bytes.Length);
        var copy = bytes.ToArray();
        output.WriteBytes(copy, 0, copy.Length);
    }

    private void Align()
    {
        while (output.Position % 8 != 0)
            output.WriteByte(0);
    }

    private float[] Lengths(byte[] values)
    {
        var average = Math.Max(1f, terms.SumTotalTermFreq / (float)normOf.Length);
        return Array.ConvertAll(values, norm => K1 * (1 - B + B * lengths[norm] / average));
    }
}
