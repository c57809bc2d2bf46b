using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.Extensions.Options;

namespace Search.Api.Hosting;

/// <summary>Compresses answers that gain from it; a few hundred bytes fit in one packet either way, and are sent as they are.</summary>
internal sealed class LargeAnswersCompression(IServiceProvider services, IOptions<ResponseCompressionOptions> options) : ResponseCompressionProvider(services, options)
{
    private const int MinBytes = 1_200;

    public override bool ShouldCompressResponse(HttpContext context) => context.Response.ContentLength is null or >= MinBytes && base.ShouldCompressResponse(context);
}
