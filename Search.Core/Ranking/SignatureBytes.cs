using Lucene.Net.Index;
using Lucene.Net.Util;
using Search.Core.Indexing;

namespace Search.Core.Ranking;

/// <summary>Reads the signatures of many posts as they are kept, in the order of the index.</summary>
internal static class SignatureBytes
{
    /// <returns>One for each document, in the order given; empty for what has none, as quotes.</returns>
    public static ReadOnlyMemory<byte>[] Of(IndexReader reader, IReadOnlyList<int> documents)
    {
        var signatures = new ReadOnlyMemory<byte>[documents.Count];
        BinaryDocValues? values = null;
        AtomicReaderContext? leaf = null;
        foreach (var place in Enumerable.Range(0, documents.Count).OrderBy(i => documents[i]))
        {
            var document = documents[place];
            if (leaf is null || document >= leaf.DocBase + leaf.AtomicReader.MaxDoc)
            {
                leaf = reader.Leaves[ReaderUtil.SubIndex(document, reader.Leaves)];
                values = leaf.AtomicReader.GetBinaryDocValues(IndexFields.Signature);
            }
            if (values is null)
                continue;
            // Its own each time: the bytes are kept.
            var bytes = new BytesRef();
            values.Get(document - leaf.DocBase, bytes);
            signatures[place] = bytes.Bytes.AsMemory(bytes.Offset, bytes.Length);
        }
        return signatures;
    }
}
