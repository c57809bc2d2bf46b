using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Search.Api.Pages;
using Xunit;

namespace Search.Tests.Web;

/// <summary>The pages as the server writes them, read by a parser and without a browser.</summary>
[Collection<SharedSite>]
public sealed class ResultsPageTests(Site site)
{
    [Fact]
    public async Task Results_are_complete_without_scripts()
    {
        using var page = await GetAsync("/search?q=moth+relay");

        Assert.Null(page.QuerySelector("script"));
        Assert.Equal("noindex", page.QuerySelector("meta[name=robots]")!.GetAttribute("content"));
        Assert.Equal("moth relay", page.QuerySelector("#q")!.GetAttribute("value"));
        Assert.Equal("A moth in relay 70", page.QuerySelector(".hit h2")!.TextContent);
        Assert.NotEmpty(page.QuerySelectorAll(".hit mark"));
        Assert.NotEmpty(page.QuerySelectorAll("#filters .value a"));
        Assert.Contains("result", page.Title, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Hits_and_counts_are_those_of_the_api()
    {
        using var page = await GetAsync("/search?q=moon&tag=apollo-11,moon&tag=-nasa&from=1960&sort=oldest");
        var answer = System.Text.Json.Nodes.JsonNode.Parse(await site.Client.GetStringAsync("/api/search?q=moon&tag=apollo-11,moon&tag=-nasa&from=1960&sort=oldest&limit=20&fold=true&facets=tag&facetLimit=12", TestContext.Current.CancellationToken))!;

        Assert.StartsWith($"{answer["total"]} results", page.QuerySelector("#heading")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(answer["hits"]!.AsArray().Count, page.QuerySelectorAll(".hit").Length);
        var tags = page.QuerySelectorAll("#filters section").Single(section => section.QuerySelector("h3")!.TextContent == "Tags");
        Assert.Equal(answer["facets"]!["tag"]!["values"]!.AsArray().Select(value => (string?)value!["label"]),
            tags.QuerySelectorAll(".value:not(.excluded) .label").Select(label => label.TextContent));
    }

    [Fact]
    public async Task A_malformed_parameter_is_a_page_that_says_what_is_accepted()
    {
        using var response = await site.Client.GetAsync("/search?q=moon&from=yesterday&sort=sideways", TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        using var page = await ParseAsync(response);
        var text = page.QuerySelector("main")!.TextContent;
        Assert.Contains("yyyy-MM-dd", text, StringComparison.Ordinal);
        Assert.Contains("relevance, newest, oldest", text, StringComparison.Ordinal);
        Assert.Equal("moon", page.QuerySelector("#q")!.GetAttribute("value"));
    }

    [Fact]
    public async Task A_post_that_does_not_exist_is_a_page_with_404()
    {
        using var response = await site.Client.GetAsync("/search?post=no-such-post", TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Equal("text/html", response.Content.Headers.ContentType!.MediaType);
    }

    [Fact]
    public async Task Without_an_index_the_page_says_so_with_503()
    {
        using var empty = new Site(null);
        using var response = await empty.Client.GetAsync("/search?q=moon", TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, response.StatusCode);
        Assert.NotNull(response.Headers.RetryAfter);
        using var page = await ParseAsync(response);
        Assert.Contains("index", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        using var console = await empty.Client.GetAsync("/", TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, console.StatusCode);
    }

    [Fact]
    public async Task A_page_that_has_not_changed_is_not_sent_again()
    {
        using var first = await site.Client.GetAsync("/search?q=moon", TestContext.Current.CancellationToken);
        using var request = new HttpRequestMessage(HttpMethod.Get, "/search?q=moon");
        request.Headers.IfNoneMatch.Add(first.Headers.ETag!);
        using var second = await site.Client.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.NotModified, second.StatusCode);
        // A browser takes the headers of a 304 over into the page that it has.
        Assert.Equal(first.Headers.GetValues("Content-Security-Policy"), second.Headers.GetValues("Content-Security-Policy"));
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/search?q=moon")]
    [InlineData("/search?q=moon&post=2022-09-09-a-moth-in-relay-70")]
    [InlineData("/search?from=never")]
    public async Task Pages_let_nothing_run_but_the_scripts_of_this_host(string address)
    {
        using var response = await site.Client.GetAsync(address, TestContext.Current.CancellationToken);
        var policy = response.Headers.GetValues("Content-Security-Policy").Single();
        Assert.Contains("default-src 'none'", policy, StringComparison.Ordinal);
        Assert.Contains("script-src 'self';", policy, StringComparison.Ordinal);
        Assert.Contains("require-trusted-types-for 'script'", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        using var page = await ParseAsync(response);
        Assert.Empty(page.QuerySelectorAll("style, [style], script:not([src])"));
        Assert.DoesNotContain(page.All.SelectMany(element => element.Attributes), attribute => attribute.Name.StartsWith("on", StringComparison.Ordinal));
        foreach (var target in page.QuerySelectorAll("[src], link[href]").Select(element => element.GetAttribute("src") ?? element.GetAttribute("href")!))
        {
            Assert.StartsWith("/", target, StringComparison.Ordinal);
            using var file = await site.Client.GetAsync(target, TestContext.Current.CancellationToken);
            Assert.Equal(HttpStatusCode.OK, file.StatusCode);
        }
    }

    [Fact]
    public async Task Every_id_on_a_page_is_there_once()
    {
        foreach (var address in new[] { "/", "/search?q=moon", "/search?post=2022-09-09-a-moth-in-relay-70" })
        {
            using var page = await GetAsync(address);
            var ids = page.QuerySelectorAll("[id]").Select(element => element.Id).ToList();
            Assert.Equal(ids.Distinct(), ids);
        }
    }

    [Fact]
    public void The_scripts_that_are_fetched_at_once_are_all_there_are()
    {
        var files = Directory.GetFiles(ScriptFolder, "*.js").Select(Path.GetFileNameWithoutExtension);
        Assert.Equal(files.Order(StringComparer.Ordinal), ConsolePage.Modules.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Scripts_are_short_and_know_no_way_from_text_to_markup()
    {
        foreach (var file in Directory.GetFiles(ScriptFolder, "*.js"))
        {
            var text = File.ReadAllText(file);
            Assert.InRange(text.Split('\n').Length, 1, 200);
            Assert.DoesNotMatch(@"innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\b|new Function|createContextualFragment|DOMParser|setHTMLUnsafe|https?://(?!www\.w3\.org/2000/svg)", text);
        }
    }

    private static string ScriptFolder => Path.Combine(Corpus.RepositoryRoot, "Search.Api", "wwwroot", "console");

    private async Task<IHtmlDocument> GetAsync(string address)
    {
        using var response = await site.Client.GetAsync(address, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return await ParseAsync(response);
    }

    private static async Task<IHtmlDocument> ParseAsync(HttpResponseMessage response)
    {
        Assert.Equal("text/html", response.Content.Headers.ContentType!.MediaType);
        return new HtmlParser().ParseDocument(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }
}
