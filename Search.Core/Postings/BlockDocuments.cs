namespace Search.Core.Postings;

/// <summary>The documents of a term alone, without making it ready to score.</summary>
internal static class BlockDocuments
{
    /// <summary>Sets the bits of the documents that have a term.</summary>
    public static void AddTo(Slice<ulong> bits, in TermRecord record, int maxDoc)
    {
        if (record.Block.IsEmpty)
            AddTiny(bits, record.Tiny, maxDoc);
        else
            AddBlock(bits, record.Block, record.Df, maxDoc);
    }

    private static void AddTiny(Slice<ulong> bits, Slice<byte> postings, int maxDoc)
    {
        var document = 0;
        for (var at = 0; at < postings.Length;)
        {
            var gap = FieldImpacts.VarInt(postings, ref at);
            if ((gap & 1) == 0)
                FieldImpacts.VarInt(postings, ref at);
            document += (int)(gap >> 1);
            Set(bits, document, maxDoc);
        }
    }

    private static void AddBlock(Slice<ulong> bits, Slice<byte> block, int df, int maxDoc)
    {
        var (form, lowBits, classes) = ((BlockForm)block[0], block[2], (int)block[3]);
        var layout = new BlockReader(block);
        layout.Take<uint>(2 * (int)layout.UInt32(4));
        if (form == BlockForm.Sparse)
        {
            var packed = layout.Take<byte>(SparseLayout.LowBytes(df, lowBits));
            layout.Align(8);
            var cursor = new SparseCursor(packed, layout.Take<ulong>(SparseLayout.HighWords(df, maxDoc, lowBits)), lowBits, df);
            while (cursor.MoveNext())
                Set(bits, cursor.Document, maxDoc);
            return;
        }
        var parts = new DenseBlock(ref layout, form, classes, df, maxDoc);
        if (form == BlockForm.Bitmap)
        {
            BitSets.Or(bits, parts.Bits.Part(0, bits.Length));
            return;
        }
        var (low, bases, starts) = (parts.Low, parts.Bases, parts.Starts);
        for (var (range, i) = (0, 0); range < parts.Highest.Length && i < df; range++)
            for (var end = (int)bases[(range + 1) >> (SidecarFormat.ChunkBits - SidecarFormat.RangeBits)] + starts[range + 1]; i < end; i++)
                bits[range << 2 | low[i] >> 6] |= 1UL << low[i];
    }

    private static void Set(Slice<ulong> bits, int document, int maxDoc)
    {
        if ((uint)document >= (uint)maxDoc)
            throw new Lucene.Net.Index.CorruptIndexException($"A term names document {document} of {maxDoc}.");
        bits[document >> 6] |= 1UL << document;
    }
}
