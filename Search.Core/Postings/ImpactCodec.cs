using Lucene.Net.Codecs;
using Lucene.Net.Codecs.Lucene46;

namespace Search.Core.Postings;

/// <summary>
/// Lucene's own formats, with one more file a segment: the impact sidecar (<see cref="SidecarFormat"/>), written when the norms are, at
/// flush and at merge. Everything else, Lucene's postings among it, stays as stock Lucene writes it.
/// </summary>
/// <remarks>The name stands in every segment: a format that older code cannot read needs another.</remarks>
[CodecName(Name46)]
internal sealed class ImpactCodec : FilterCodec
{
    private const string Name46 = "Impact46";

    public ImpactCodec()
        : this(FieldScores.LuceneLengths)
    {
    }

    /// <param name="lengths">For writing with a similarity that has norms of its own: the length that each norm byte stands for.</param>
    public ImpactCodec(float[] lengths)
        : base(new Lucene46Codec()) => NormsFormat = new ImpactNormsFormat(m_delegate.NormsFormat, lengths);

    public override NormsFormat NormsFormat { get; }
}
