using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Search.Core.Ingestion;
using Xunit;

namespace Search.Tests.Api;

/// <summary>Whoever copies an example from the reference gets an answer: each works on the sample site that a fresh checkout serves.</summary>
public sealed class ReferenceExampleTests(ReferenceExampleTests.SampleSite samples) : IClassFixture<ReferenceExampleTests.SampleSite>
{
    [Fact]
    public async Task Every_example_of_the_reference_works_on_the_sample_site()
    {
        var document = await samples.Host.GetJsonAsync("/openapi/v1.json");
        var failed = new List<string>();
        foreach (var (path, operations) in document["paths"]!.AsObject().Where(path => path.Key.StartsWith("/api/", StringComparison.Ordinal)))
        {
            foreach (var (method, operation) in operations!.AsObject())
            {
                using var request = new HttpRequestMessage(new HttpMethod(method), Fill(path, operation!["parameters"]?.AsArray() ?? []));
                if (operation["requestBody"]?["content"]?["application/json"]?["example"] is { } body)
                    request.Content = new StringContent(body.ToJsonString(), Encoding.UTF8, "application/json");
                using var response = await samples.Host.Client.SendAsync(request, TestContext.Current.CancellationToken);
                if (response.StatusCode != HttpStatusCode.OK)
                    failed.Add($"{method} {request.RequestUri}: {(int)response.StatusCode}");
                else if (operation["operationId"]!.ToString() is "search" or "listQuotes" && (int)(await ApiHost.JsonAsync(response))["total"]! == 0)
                    failed.Add($"{method} {request.RequestUri}: nothing found");
            }
        }
        Assert.Empty(failed);
    }

    // The filters of a search are examples each for itself: all at once would leave nothing.
    private static string Fill(string path, JsonArray parameters)
    {
        var query = new List<string>();
        foreach (var parameter in parameters)
        {
            var name = (string)parameter!["name"]!;
            var value = parameter["example"] is JsonArray many ? many[0]!.ToString() : parameter["example"]!.ToString();
            if ((string?)parameter["in"] == "path")
                path = path.Replace($"{{{name}}}", Uri.EscapeDataString(value), StringComparison.Ordinal);
            else if (name is not ("tag" or "category" or "person" or "source" or "kind" or "cursor" or "from" or "to") && value.Length > 0)
                query.Add($"{name}={Uri.EscapeDataString(value)}");
        }
        return query.Count > 0 ? $"{path}?{string.Join('&', query)}" : path;
    }

    [Theory]
    [InlineData("tag")]
    [InlineData("category")]
    [InlineData("person")]
    [InlineData("source")]
    public async Task The_examples_of_filters_name_what_the_sample_site_has(string name)
    {
        var document = await samples.Host.GetJsonAsync("/openapi/v1.json");
        var parameter = document["paths"]!["/api/search"]!["get"]!["parameters"]!.AsArray().Single(parameter => (string?)parameter!["name"] == name)!;
        var answer = await samples.Host.GetJsonAsync($"/api/search?{name}={parameter["example"]![0]}");
        Assert.True((int)answer["total"]! > 0);
    }

    /// <summary>The host over an index of <c>samples/</c>.</summary>
    public sealed class SampleSite : IDisposable
    {
        public SampleSite() => SiteIndexer.Run([Path.Combine(Corpus.RepositoryRoot, "samples")], Host.IndexFolder, new());

        public ApiHost Host { get; } = new();

        public void Dispose() => Host.Dispose();
    }
}
