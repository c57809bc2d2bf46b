using System.Diagnostics.Metrics;
using System.Net;
using System.Net.Http.Headers;
using Microsoft.Extensions.DependencyInjection;
using Search.Core.Ingestion;
using Search.Core.Searching;
using Xunit;

namespace Search.Tests.Api;

/// <summary>A caller who has an answer already costs no search; a new generation makes every answer new.</summary>
public sealed class CachingTests(SmallSite site) : IClassFixture<SmallSite>
{
    private ApiHost Host => site.Host;

    [Theory]
    [InlineData("/api/search?q=lamp")]
    [InlineData("/api/quotes")]
    [InlineData("/api/suggest?q=l")]
    [InlineData("/api/posts/2021-07-01-arc-lamp")]
    [InlineData("/api/posts/2021-07-01-arc-lamp/related")]
    [InlineData("/api/people")]
    [InlineData("/api/tags/lamps")]
    [InlineData("/api/categories")]
    public async Task A_conditional_request_is_a_304_without_a_body(string path)
    {
        using var first = await Host.GetAsync(path);
        Assert.Equal(HttpStatusCode.OK, first.StatusCode);
        Assert.True(first.Headers.ETag!.IsWeak);
        Assert.Equal("public, must-revalidate, max-age=7", first.Headers.CacheControl!.ToString());
        Assert.Contains("Accept-Encoding", first.Headers.Vary);
        Assert.Matches(@"^(search;dur=[0-9.]+, total;dur=[0-9.]+|kept)$", string.Join(", ", first.Headers.GetValues("Server-Timing")));

        using var listener = Answers(() => Assert.Fail("an answer was made"));
        using var second = await AskAsync(HttpMethod.Get, path, first.Headers.ETag);
        Assert.Equal(HttpStatusCode.NotModified, second.StatusCode);
        Assert.Equal(first.Headers.ETag, second.Headers.ETag);
        Assert.NotNull(second.Headers.CacheControl);
        Assert.False(second.Headers.Contains("Server-Timing"));
        Assert.Empty(await second.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_question_that_was_answered_is_not_searched_again()
    {
        const string path = "/api/search?q=lamp&facetLimit=3";
        using var first = await Host.GetAsync(path);
        using var listener = Answers(() => Assert.Fail("an answer was made"));
        using var second = await Host.GetAsync(path);
        Assert.Equal(await first.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), await second.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        Assert.Equal(first.Headers.ETag, second.Headers.ETag);
    }

    [Theory]
    [InlineData("/api/search?q=lamp&facetLimit=6", null)]
    [InlineData("/api/suggest?q=la&limit=3", "https://reader.example")]
    public async Task A_request_sent_again_word_for_word_has_the_same_headers(string path, string? origin)
    {
        using var first = await AskAsync(HttpMethod.Get, path, null, origin: origin);
        using var again = await AskAsync(HttpMethod.Get, path, null, origin: origin);
        using var known = await AskAsync(HttpMethod.Get, path, first.Headers.ETag, origin: origin);
        Assert.Equal("kept", Assert.Single(again.Headers.GetValues("Server-Timing")));
        Assert.Equal(Described(first), Described(again));
        Assert.Equal(Described(first), Described(known));
        Assert.Equal("nosniff", Assert.Single(known.Headers.GetValues("X-Content-Type-Options")));
        Assert.Equal(origin is not null, known.Headers.Contains("Access-Control-Allow-Origin"));

        static string Described(HttpResponseMessage answer) =>
            string.Join('\n', answer.Headers.Where(h => h.Key is not ("Server-Timing" or "Date")).OrderBy(h => h.Key, StringComparer.Ordinal).Select(h => $"{h.Key}: {string.Join(", ", h.Value)}"));
    }

    [Fact]
    public async Task A_warning_about_one_request_is_sent_though_its_answer_is_kept()
    {
        using var plain = await Host.GetAsync("/api/search?q=lamp&facetLimit=5");
        using var odd = await Host.GetAsync("/api/search?q=lamp&facetLimit=5&nonsense=1");
        Assert.Contains("nonsense", await odd.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_warning_about_one_request_is_not_sent_to_the_next()
    {
        using var odd = await Host.GetAsync("/api/search?q=lamp&facetLimit=4&nonsense=1");
        Assert.Contains("nonsense", await odd.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        using var plain = await Host.GetAsync("/api/search?q=lamp&facetLimit=4");
        Assert.DoesNotContain("nonsense", await plain.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("br", true)]
    [InlineData("gzip, deflate, br, zstd", true)]
    [InlineData("br;q=0, identity", false)]
    [InlineData("identity", false)]
    [InlineData("", false)]
    public async Task An_answer_is_compressed_for_those_who_take_it_and_plain_for_the_others(string accepted, bool compressed)
    {
        const string path = "/api/search?q=&facetLimit=5&limit=100";
        var plain = await (await Host.GetAsync(path)).Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        if (accepted.Length > 0)
            request.Headers.TryAddWithoutValidation("Accept-Encoding", accepted);
        using var answer = await Host.Client.SendAsync(request, TestContext.Current.CancellationToken);
        var body = await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
        Assert.Equal(compressed ? ["br"] : [], answer.Content.Headers.ContentEncoding);
        Assert.Equal(body.Length, answer.Content.Headers.ContentLength);
        if (compressed)
        {
            using var unpacked = new StreamReader(new System.IO.Compression.BrotliStream(new MemoryStream(body), System.IO.Compression.CompressionMode.Decompress));
            Assert.Equal(plain, await unpacked.ReadToEndAsync(TestContext.Current.CancellationToken));
        }
        else
            Assert.Equal(plain, System.Text.Encoding.UTF8.GetString(body));
    }

    [Fact]
    public async Task Questions_that_mean_the_same_have_one_tag_and_others_another()
    {
        var plain = await TagOfAsync("/api/search?q=lamp");
        Assert.Equal(plain, await TagOfAsync("/api/search?limit=10&q=lamp&offset=0&facets=tag,category,person,year&fold=false&tag="));
        Assert.Equal(await TagOfAsync("/api/search?from=2021&to=2021-06"), await TagOfAsync("/api/search?to=2021-06-30&from=2021-01-01"));
        foreach (var other in new[] { "q=lamps", "q=lamp&limit=9", "q=lamp&tag=oil", "q=lamp&tag=-oil", "q=lamp&explain=true", "q=lamp&facets=none", "q=lamp&kind=post", "q=lamp&sort=newest" })
            Assert.NotEqual(plain, await TagOfAsync("/api/search?" + other));
        Assert.NotEqual(plain, await TagOfAsync("/api/quotes?q=lamp"));
    }

    [Theory]
    [InlineData("*")]
    [InlineData("\"nonsense\", W/\"other\"")]
    [InlineData("no entity tag at all")]
    public async Task Conditions_that_do_not_name_the_answer_are_answered(string condition)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/search?q=lamp");
        request.Headers.TryAddWithoutValidation("If-None-Match", condition);
        using var response = await Host.Client.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    [Fact]
    public async Task Head_has_the_headers_and_no_body()
    {
        using var get = await Host.GetAsync("/api/tags");
        using var head = await AskAsync(HttpMethod.Head, "/api/tags", null);
        Assert.Equal(HttpStatusCode.OK, head.StatusCode);
        Assert.Equal(get.Headers.ETag, head.Headers.ETag);
        Assert.Equal(get.Content.Headers.ContentLength, head.Content.Headers.ContentLength);
        Assert.Empty(await head.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Large_answers_are_compressed_and_small_ones_are_not()
    {
        using var large = await AskAsync(HttpMethod.Get, "/api/search?q=lamp", null, "br");
        Assert.Equal(["br"], large.Content.Headers.ContentEncoding);
        using var small = await AskAsync(HttpMethod.Get, "/api/categories", null, "br");
        Assert.Empty(small.Content.Headers.ContentEncoding);
        Assert.Contains("Accept-Encoding", small.Headers.Vary);
    }

    [Fact]
    public async Task A_new_generation_is_served_without_a_restart_and_has_new_tags()
    {
        using var own = new SmallSite();
        using var first = await own.Host.GetAsync("/api/search?q=candle");
        Assert.Equal(0, (int)(await ApiHost.JsonAsync(first))["total"]!);

        own.Write("_posts/2023-01-01-candle.md", SmallSite.Post("The candle", "[Wax]", "history", "A candle of tallow burned before the harbour had a lamp."));
        SiteIndexer.Run([own.Host.SiteFolder], own.Host.IndexFolder, new IngestOptions(), cancel: TestContext.Current.CancellationToken);
        own.Host.Services.GetRequiredService<SearchService>().Refresh();

        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/search?q=candle");
        request.Headers.IfNoneMatch.Add(first.Headers.ETag!);
        using var second = await own.Host.Client.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, second.StatusCode);
        Assert.NotEqual(first.Headers.ETag, second.Headers.ETag);
        Assert.Equal(1, (int)(await ApiHost.JsonAsync(second))["total"]!);
        Assert.Equal(5, (int)(await own.Host.GetJsonAsync("/health/ready"))["posts"]!);
    }

    // Hears of every answer that this host makes, and of none that others make in the same process.
    private MeterListener Answers(Action heard)
    {
        var own = Host.Services.GetRequiredService<IMeterFactory>();
        var listener = new MeterListener
        {
            InstrumentPublished = (instrument, listener) =>
            {
                if (instrument.Name == "search.answer.duration" && instrument.Meter.Scope == own)
                    listener.EnableMeasurementEvents(instrument);
            },
        };
        listener.SetMeasurementEventCallback<double>((_, _, _, _) => heard());
        listener.Start();
        return listener;
    }

    private async Task<string> TagOfAsync(string path)
    {
        using var response = await Host.GetAsync(path);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return response.Headers.ETag!.ToString();
    }

    private async Task<HttpResponseMessage> AskAsync(HttpMethod method, string path, EntityTagHeaderValue? known, string? encoding = null, string? origin = null)
    {
        using var request = new HttpRequestMessage(method, path);
        if (known is not null)
            request.Headers.IfNoneMatch.Add(known);
        if (encoding is not null)
            request.Headers.AcceptEncoding.Add(new StringWithQualityHeaderValue(encoding));
        if (origin is not null)
            request.Headers.Add("Origin", origin);
        return await Host.Client.SendAsync(request, TestContext.Current.CancellationToken);
    }
}
