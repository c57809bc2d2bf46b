using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Util;

namespace Search.Core.Postings;

/// <summary>A set of documents, numbered over all segments, as a Lucene query that scores nothing. The kernels take its words as they are.</summary>
internal sealed class DocumentsFilter(FixedBitSet documents) : Filter
{
    /// <summary>A bit a document.</summary>
    public long[] Bits => documents.GetBits();

    public static Query Query(FixedBitSet documents) => new ConstantScoreQuery(new DocumentsFilter(documents)) { Boost = 0 };

    public override DocIdSet? GetDocIdSet(AtomicReaderContext context, IBits acceptDocs)
    {
        var slice = new FixedBitSet(context.AtomicReader.MaxDoc);
        var end = context.DocBase + slice.Length;
        for (var document = documents.Length <= context.DocBase ? -1 : documents.NextSetBit(context.DocBase); document >= 0 && document < end;)
        {
            if (acceptDocs?.Get(document - context.DocBase) ?? true)
                slice.Set(document - context.DocBase);
            document = document + 1 < documents.Length ? documents.NextSetBit(document + 1) : -1;
        }
        return slice;
    }
}
