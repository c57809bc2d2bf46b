using System.IO.Compression;
using Xunit;

namespace Search.Tests.Api;

/// <summary>The scripts for other sites are sent to any of them, and are as small as they are said to be.</summary>
public sealed class ScriptTests(ApiHost host) : IClassFixture<ApiHost>
{
    [Theory]
    [InlineData("search-box", 10_240)]
    [InlineData("related-posts", 4_096)]
    public async Task A_script_is_small_and_for_every_site(string name, int most)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/{name}.js");
        request.Headers.Add("Origin", "https://site.example");
        using var response = await host.Client.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Equal("text/javascript", response.Content.Headers.ContentType?.MediaType);
        Assert.Equal("*", response.Headers.GetValues("Access-Control-Allow-Origin").Single());
        using var packed = new MemoryStream();
        await using (var gzip = new GZipStream(packed, CompressionLevel.Optimal, leaveOpen: true))
            await response.Content.CopyToAsync(gzip, TestContext.Current.CancellationToken);
        TestContext.Current.TestOutputHelper?.WriteLine($"/{name}.js: {packed.Length} bytes gzipped, at most {most}");
        Assert.InRange(packed.Length, 500, most);
    }
}
