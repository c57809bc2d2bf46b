using Lucene.Net.Codecs;
using Lucene.Net.Index;
using Lucene.Net.Util;

namespace Search.Core.Postings;

/// <summary>Stock norms that carry the segment's sidecar to whoever asks for a field's norms; closes it with the segment.</summary>
internal sealed class ImpactNormsProducer(DocValuesProducer stock, Sidecar? sidecar) : DocValuesProducer
{
    public override NumericDocValues GetNumeric(FieldInfo field)
    {
        var norms = stock.GetNumeric(field);
        return sidecar?.Field(field.Number) is { } impacts ? new ImpactNorms(norms, impacts) : norms;
    }

    public override BinaryDocValues GetBinary(FieldInfo field) => stock.GetBinary(field);

    public override SortedDocValues GetSorted(FieldInfo field) => stock.GetSorted(field);

    public override SortedSetDocValues GetSortedSet(FieldInfo field) => stock.GetSortedSet(field);

    public override IBits GetDocsWithField(FieldInfo field) => stock.GetDocsWithField(field);

    public override long RamBytesUsed() => stock.RamBytesUsed() + (sidecar?.RamBytes ?? 0);

    public override void CheckIntegrity()
    {
        stock.CheckIntegrity();
        sidecar?.CheckIntegrity();
    }

    protected override void Dispose(bool disposing)
    {
        if (!disposing)
            return;
        sidecar?.Dispose();
        stock.Dispose();
    }
}

/// <summary>The norms of a field with its impacts.</summary>
internal sealed class ImpactNorms(NumericDocValues stock, FieldImpacts impacts) : NumericDocValues
{
    public FieldImpacts Impacts { get; } = impacts;

    public override long Get(int docID) => stock.Get(docID);
}
