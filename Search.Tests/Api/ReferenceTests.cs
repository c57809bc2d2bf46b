using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Xunit;

namespace Search.Tests.Api;

/// <summary>The reference describes every address of the contract completely, and its page needs nobody else.</summary>
public sealed partial class ReferenceTests(ApiHost host) : IClassFixture<ApiHost>
{
    private static readonly string[] Contract =
    [
        "/", "/api/categories", "/api/people", "/api/people/{slug}", "/api/posts/{id}", "/api/posts/{id}/related", "/api/quotes", "/api/related", "/api/search", "/api/suggest",
        "/api/tags", "/api/tags/resolve", "/api/tags/suggest", "/api/tags/{slug}", "/compare", "/docs", "/feeds/search.atom", "/feeds/search.json", "/health/live", "/health/ready", "/instantsearch-adapter.js", "/metrics",
        "/openapi/v1.json", "/opensearch.xml", "/opensearch/suggest", "/people", "/people/{slug}", "/quotes", "/related-posts.js", "/search", "/search-box.js", "/sitemap.xml", "/tags", "/tags/{slug}",
    ];

    [Fact]
    public async Task The_paths_are_those_of_the_contract()
    {
        var document = await host.GetJsonAsync("/openapi/v1.json");
        Assert.StartsWith("3.1", (string?)document["openapi"]);
        Assert.Equal(Contract, document["paths"]!.AsObject().Select(path => path.Key).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Every_operation_has_its_words_an_example_and_all_its_answers()
    {
        var document = await host.GetJsonAsync("/openapi/v1.json");
        var ids = new HashSet<string>();
        var groups = document["tags"]!.AsArray().Select(group => (string?)group!["name"]).ToList();
        Assert.Equal(groups.Order(StringComparer.Ordinal), Operations(document).Select(found => (string?)found.Operation["tags"]![0]).Distinct().Order(StringComparer.Ordinal));
        foreach (var (path, method, operation) in Operations(document))
        {
            var name = $"{method} {path}";
            Assert.True(ids.Add((string?)operation["operationId"] ?? ""), $"{name}: operationId is missing or not unique");
            Assert.True(((string?)operation["summary"])?.Length > 5, $"{name}: summary");
            Assert.True(((string?)operation["description"])?.Length > 10, $"{name}: description");
            var answers = operation["responses"]!.AsObject();
            foreach (var (status, answer) in answers)
            {
                Assert.True(((string?)answer!["description"])?.Length > 5, $"{name}: description of {status}");
                if (status != "304")
                    Assert.All(answer["content"]!.AsObject(), content => Assert.NotNull(content.Value!["example"]));
            }
            foreach (var parameter in operation["parameters"]?.AsArray() ?? [])
            {
                Assert.True(((string?)parameter!["description"])?.Length > 5, $"{name}: description of {parameter["name"]}");
                Assert.NotNull(parameter["schema"]!["type"]);
                Assert.NotNull(parameter["example"]);
            }
            foreach (var status in ExpectedAnswers(path, method))
                Assert.True(answers.ContainsKey(status), $"{name}: {status} is missing");
        }
    }

    [Fact]
    public async Task Numbers_have_their_range_and_default()
    {
        var document = await host.GetJsonAsync("/openapi/v1.json");
        var limit = document["paths"]!["/api/search"]!["get"]!["parameters"]!.AsArray().Single(parameter => (string?)parameter!["name"] == "limit")!["schema"]!;
        Assert.Equal((1, 100, 10), ((int)limit["minimum"]!, (int)limit["maximum"]!, (int)limit["default"]!));
    }

    [Fact]
    public async Task Examples_have_the_properties_of_their_schema()
    {
        var document = await host.GetJsonAsync("/openapi/v1.json");
        foreach (var (path, method, operation) in Operations(document))
        {
            var content = operation["responses"]!["200"]?["content"]?["application/json"];
            if (content?["schema"]?["$ref"] is not { } reference)
                continue;
            var schema = document["components"]!["schemas"]![((string)reference!).Split('/')[^1]]!;
            var known = schema["properties"]!.AsObject().Select(property => property.Key).ToHashSet();
            Assert.All(content["example"]!.AsObject(), property => Assert.True(known.Contains(property.Key), $"{method} {path}: {property.Key}"));
        }
    }

    [Fact]
    public async Task The_page_asks_nobody_else_for_anything()
    {
        using var response = await host.GetAsync("/docs/");
        var html = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.Equal("text/html", response.Content.Headers.ContentType?.MediaType);
        Assert.DoesNotMatch(OutsideAddress(), html);
        Assert.Contains("\"telemetry\":false", html);
        Assert.Contains("\"withDefaultFonts\":false", html);
        Assert.Contains("\"agent\":{\"disabled\":true}", html);
        Assert.DoesNotContain("proxyUrl", html, StringComparison.OrdinalIgnoreCase);
        var policy = Assert.Single(response.Headers.GetValues("Content-Security-Policy"));
        Assert.DoesNotMatch(OutsideAddress(), policy);
        Assert.Contains("connect-src 'self'", policy);
        Assert.DoesNotContain("'unsafe-inline'", policy.Split("script-src")[1].Split(';')[0]);

        foreach (var script in ScriptSource().Matches(html).Select(match => match.Groups[1].Value))
        {
            using var found = await host.GetAsync("/docs/" + script);
            Assert.True(found.IsSuccessStatusCode, script);
        }
    }

    private static string[] ExpectedAnswers(string path, string method) => (path, method) switch
    {
        ("/api/search" or "/api/quotes", _) => ["200", "304", "400", "414", "429", "503"],
        (_, "post") => ["200", "400", "413", "414", "415", "429", "503"],
        (var named, _) when named.StartsWith("/api/", StringComparison.Ordinal) && (named.Contains('{') || named is "/api/related" or "/api/tags/resolve") => ["200", "304", "400", "404", "414", "429", "503"],
        (var asked, _) when asked.StartsWith("/api/", StringComparison.Ordinal) => ["200", "304", "400", "414", "429", "503"],
        ("/health/ready", _) => ["200", "503"],
        (var feed, _) when feed.StartsWith("/feeds/", StringComparison.Ordinal) || feed == "/opensearch/suggest" => ["200", "304", "400", "414", "429", "503"],
        ("/opensearch.xml", _) => ["200", "414", "429"],
        _ => ["200"],
    };

    private static IEnumerable<(string Path, string Method, JsonNode Operation)> Operations(JsonNode document) =>
        document["paths"]!.AsObject().SelectMany(path => path.Value!.AsObject().Select(operation => (path.Key, operation.Key, operation.Value!)));

    [GeneratedRegex("(https?:)?//[a-z0-9]", RegexOptions.IgnoreCase)]
    private static partial Regex OutsideAddress();

    [GeneratedRegex("src=\"([^\"]+)\"")]
    private static partial Regex ScriptSource();
}
