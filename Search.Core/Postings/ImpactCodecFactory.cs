using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using Lucene.Net.Codecs;

namespace Search.Core.Postings;

/// <summary>Makes <see cref="ImpactCodec"/> known to Lucene, which finds a segment's codec by name. Done once, before anything can open an index.</summary>
internal sealed class ImpactCodecFactory : DefaultCodecFactory
{
    [ModuleInitializer]
    [SuppressMessage("Usage", "CA2255:The 'ModuleInitializer' attribute should not be used in libraries", Justification = "Lucene's registry is static and must be set before its first use, by whichever room that is.")]
    internal static void Register() => Codec.SetCodecFactory(new ImpactCodecFactory());

    protected override void Initialize()
    {
        base.Initialize();
        PutCodecType(typeof(ImpactCodec));
    }
}
