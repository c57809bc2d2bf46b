using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Util;

namespace Search.Core.Searching;

/// <summary>A set of documents, numbered over all segments, as a Lucene query that scores nothing.</summary>
internal sealed class SliceFilter(FixedBitSet documents) : Filter
{
    public static Query Query(FixedBitSet documents) => new ConstantScoreQuery(new SliceFilter(documents)) { Boost = 0 };

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
