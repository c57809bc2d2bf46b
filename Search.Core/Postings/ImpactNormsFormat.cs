using Lucene.Net.Codecs;
using Lucene.Net.Index;

namespace Search.Core.Postings;

/// <summary>
/// Stock norms, with the sidecar written beside them and opened with them. The norms are the one place that both a flush and a merge
/// pass after the postings are on disk.
/// </summary>
internal sealed class ImpactNormsFormat(NormsFormat stock, float[] lengths) : NormsFormat
{
    public override DocValuesConsumer NormsConsumer(SegmentWriteState state) => new ImpactNormsConsumer(stock.NormsConsumer(state), state, lengths);

    public override DocValuesProducer NormsProducer(SegmentReadState state)
    {
        var norms = stock.NormsProducer(state);
        try
        {
            return new ImpactNormsProducer(norms, Sidecar.Open(state.Directory, state.SegmentInfo));
        }
        catch
        {
            norms.Dispose();
            throw;
        }
    }
}
