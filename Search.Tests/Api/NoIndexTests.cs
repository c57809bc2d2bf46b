using System.Net;
using System.Net.Http.Json;
using Xunit;

namespace Search.Tests.Api;

/// <summary>Where no index is, every question is a 503 with a code, never an empty answer; the host itself lives.</summary>
public sealed class NoIndexTests(ApiHost host) : IClassFixture<ApiHost>
{
    [Theory]
    [InlineData("/api/search?q=a")]
    [InlineData("/api/quotes")]
    [InlineData("/api/suggest?q=a")]
    [InlineData("/api/posts/a")]
    [InlineData("/api/posts/a/related")]
    [InlineData("/api/related?url=/a/")]
    [InlineData("/api/people")]
    [InlineData("/api/people/a")]
    [InlineData("/api/tags")]
    [InlineData("/api/tags/a")]
    [InlineData("/api/tags/resolve?raw=a")]
    [InlineData("/api/categories")]
    [InlineData("/health/ready")]
    public async Task No_index_is_a_503_that_says_how_to_make_one(string path)
    {
        using var response = await host.GetAsync(path);
        var problem = await ApiHost.ProblemAsync(response, HttpStatusCode.ServiceUnavailable);
        Assert.Equal("index-not-found", (string?)problem["code"]);
        Assert.Contains("Search.Indexer", (string?)problem["detail"]);
        Assert.True(response.Headers.RetryAfter?.Delta > TimeSpan.Zero);
        Assert.Null(response.Headers.ETag);
        Assert.True(response.Headers.CacheControl?.NoStore);
    }

    [Theory]
    [InlineData("/api/related")]
    [InlineData("/api/tags/suggest")]
    public async Task A_draft_needs_an_index_too(string path)
    {
        using var response = await host.Client.PostAsJsonAsync(path, new { title = "a", body = "b" }, TestContext.Current.CancellationToken);
        var problem = await ApiHost.ProblemAsync(response, HttpStatusCode.ServiceUnavailable);
        Assert.Equal("index-not-found", (string?)problem["code"]);
    }

    [Fact]
    public async Task The_host_is_live_without_an_index()
    {
        var health = await host.GetJsonAsync("/health/live");
        Assert.Equal("live", (string?)health["status"]);
    }
}
