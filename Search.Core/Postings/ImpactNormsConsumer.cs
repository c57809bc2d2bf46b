using Lucene.Net.Codecs;
using Lucene.Net.Index;
using Lucene.Net.Util;

namespace Search.Core.Postings;

/// <summary>Passes norms on, keeps their bytes, and when all are written joins them with the segment's postings into its sidecar.</summary>
internal sealed class ImpactNormsConsumer(DocValuesConsumer stock, SegmentWriteState state, float[] lengths) : DocValuesConsumer
{
    private readonly List<(FieldInfo Field, byte[] Norms)> fields = [];
    private bool failed;

    public override void AddNumericField(FieldInfo field, IEnumerable<long?> values)
    {
        try
        {
            stock.AddNumericField(field, values);
            // SimilarityBase and BM25 norms are one byte; another kind has no sidecar.
            if (field.IndexOptions >= IndexOptions.DOCS_AND_FREQS && BytesOf(values) is { } norms)
                fields.Add((field, norms));
        }
        catch
        {
            failed = true;
            throw;
        }
    }

    public override void AddBinaryField(FieldInfo field, IEnumerable<BytesRef> values) => throw new NotSupportedException("Norms are numbers.");

    public override void AddSortedField(FieldInfo field, IEnumerable<BytesRef> values, IEnumerable<long?> docToOrd) => throw new NotSupportedException("Norms are numbers.");

    public override void AddSortedSetField(FieldInfo field, IEnumerable<BytesRef> values, IEnumerable<long?> docToOrdCount, IEnumerable<long?> ords) =>
        throw new NotSupportedException("Norms are numbers.");

    protected override void Dispose(bool disposing)
    {
        if (!disposing)
            return;
        stock.Dispose();
        if (!failed)
            SidecarWriter.Write(state, fields, lengths);
    }

    private byte[]? BytesOf(IEnumerable<long?> values)
    {
        var norms = new byte[state.SegmentInfo.DocCount];
        var document = 0;
        foreach (var value in values)
        {
            var norm = value ?? 0;
            if (norm is < sbyte.MinValue or > byte.MaxValue || document == norms.Length)
                return null;
            norms[document++] = (byte)norm;
        }
        return norms;
    }
}
