using System.Net;
using Xunit;

namespace Search.Tests.Api;

/// <summary>What is wrong with parameters is said all at once, in words that name what is accepted; nothing else is refused.</summary>
public sealed class ParameterTests(ApiHost host) : IClassFixture<ApiHost>
{
    [Theory]
    [InlineData("limit=abc", "limit", "1 to 100")]
    [InlineData("limit=0", "limit", "1 to 100")]
    [InlineData("limit=101", "limit", "1 to 100")]
    [InlineData("limit=-1", "limit", "1 to 100")]
    [InlineData("limit=1.5", "limit", "1 to 100")]
    [InlineData("limit=99999999999999999999", "limit", "1 to 100")]
    [InlineData("limit=5&limit=6", "limit", "one value")]
    [InlineData("offset=1001", "offset", "cursor")]
    [InlineData("offset=-1", "offset", "0 to 1000")]
    [InlineData("from=2025-13", "from", "yyyy-MM")]
    [InlineData("from=2025-02-30", "from", "yyyy-MM-dd")]
    [InlineData("from=0000", "from", "yyyy")]
    [InlineData("to=yesterday", "to", "yyyy-MM-dd")]
    [InlineData("to=2025-1", "to", "yyyy-MM")]
    [InlineData("to=2025-01-01T10:00", "to", "yyyy-MM-dd")]
    [InlineData("from=2025&to=2024", "from", "later than")]
    [InlineData("sort=foo", "sort", "relevance, newest, oldest")]
    [InlineData("kind=x", "kind", "post, quote")]
    [InlineData("kind=0", "kind", "post, quote")]
    [InlineData("facets=foo", "facets", "tag, category, person, kind, year, month")]
    [InlineData("facets=none,tag", "facets", "alone")]
    [InlineData("facetLimit=1001", "facetLimit", "1 to 1000")]
    [InlineData("highlight=yes", "highlight", "true or false")]
    [InlineData("fold=1", "fold", "true or false")]
    [InlineData("explain=maybe", "explain", "true or false")]
    [InlineData("tag=!!!", "tag", "letters and digits")]
    [InlineData("person=a,%20-", "person", "letters and digits")]
    [InlineData("format=pdf", "format", "json, csv, ndjson, bibtex, ris")]
    public async Task A_malformed_value_is_a_400_that_says_what_is_accepted(string query, string parameter, string accepted)
    {
        using var response = await host.GetAsync("/api/search?" + query);
        var problem = await ApiHost.ProblemAsync(response, HttpStatusCode.BadRequest);
        Assert.Equal("invalid-parameter", (string?)problem["code"]);
        Assert.Contains(accepted, (string?)problem["errors"]![parameter]![0]);
        Assert.Contains(accepted, (string?)problem["detail"]);
        Assert.Equal("/api/search", (string?)problem["instance"]);
    }

    [Fact]
    public async Task All_errors_are_told_at_once()
    {
        using var response = await host.GetAsync("/api/search?limit=abc&from=2025-13&sort=foo&facets=x&q=" + new string('a', 2001));
        var problem = await ApiHost.ProblemAsync(response, HttpStatusCode.BadRequest);
        Assert.Equal(["facets", "from", "limit", "q", "sort"], problem["errors"]!.AsObject().Select(error => error.Key).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("/api/suggest?limit=51")]
    [InlineData("/api/people?limit=1001")]
    [InlineData("/api/tags?limit=x")]
    [InlineData("/api/categories?limit=0")]
    [InlineData("/api/posts/a?annotations=2")]
    [InlineData("/api/posts/a/related?limit=101")]
    [InlineData("/api/related?url=/a/&limit=101")]
    [InlineData("/api/quotes?from=x")]
    public async Task Every_call_checks_its_parameters(string path)
    {
        using var response = await host.GetAsync(path);
        await ApiHost.ProblemAsync(response, HttpStatusCode.BadRequest);
    }

    [Theory]
    [InlineData("/api/related", "url")]
    [InlineData("/api/related?url=", "url")]
    [InlineData("/api/tags/resolve", "raw")]
    public async Task A_parameter_that_is_needed_and_missing_is_a_400(string path, string parameter)
    {
        using var response = await host.GetAsync(path);
        var problem = await ApiHost.ProblemAsync(response, HttpStatusCode.BadRequest);
        Assert.Contains("missing", (string?)problem["errors"]![parameter]![0]);
    }

    [Theory]
    [InlineData("q=")]
    [InlineData("q=%00")]
    [InlineData("q=%22unclosed+(((+AND+OR+NOT+%5E~*")]
    [InlineData("q=%FF%FE%ZZ%")]
    [InlineData("limit=&from=&to=&tag=&kind=&facets=&sort=")]
    [InlineData("kind=post,quote")]
    [InlineData("KIND=Quote&LIMIT=5&Sort=NEWEST")]
    [InlineData("limit=5&limit=5")]
    [InlineData("facets=none")]
    [InlineData("facets=tag&facets=year,month")]
    [InlineData("from=2024&to=2024")]
    [InlineData("tag=Elon+Musk,-b&tag=-c")]
    [InlineData("unknown=1&limti=5")]
    public async Task What_can_be_read_is_never_refused(string query)
    {
        using var response = await host.GetAsync("/api/search?" + query);
        // There is no index in this class's folder: reading the parameters went well.
        await ApiHost.ProblemAsync(response, HttpStatusCode.ServiceUnavailable);
    }

    [Theory]
    [InlineData(300, "words")]
    [InlineData(16, "* or ~")]
    public async Task A_query_with_too_many_parts_is_a_400(int most, string what)
    {
        var word = what == "words" ? "a" : "ab*";
        using var allowed = await host.GetAsync("/api/search?q=" + string.Join('+', Enumerable.Repeat(word, most)));
        Assert.Equal(HttpStatusCode.ServiceUnavailable, allowed.StatusCode);
        using var response = await host.GetAsync("/api/search?q=" + string.Join('+', Enumerable.Repeat(word, most + 1)));
        var problem = await ApiHost.ProblemAsync(response, HttpStatusCode.BadRequest);
        Assert.Contains($"has {most + 1} words", (string?)problem["detail"]);
    }

    [Fact]
    public async Task Filters_have_a_limit()
    {
        using var response = await host.GetAsync("/api/search?tag=" + string.Join(',', Enumerable.Range(0, 101).Select(i => $"t{i}")));
        var problem = await ApiHost.ProblemAsync(response, HttpStatusCode.BadRequest);
        Assert.Contains("at most 100", (string?)problem["detail"]);
    }
}
