using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Xunit;

namespace Search.Tests.Api;

/// <summary>A search in the forms of other programs: the whole result, in forms that their readers take.</summary>
public sealed partial class ExportTests(SmallSite site) : IClassFixture<SmallSite>
{
    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";
    private static readonly XNamespace OpenSearch = "http://a9.com/-/spec/opensearch/1.1/";

    private ApiHost Host => site.Host;

    [Fact]
    public async Task Csv_has_every_hit_whatever_the_page()
    {
        var total = (int)(await Host.GetJsonAsync("/api/search?q=lamp"))["total"]!;
        var text = await TextAsync("/api/search?q=lamp&limit=1&format=csv", "text/csv");
        var rows = text.Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal("id,kind,title,url,date,speaker,excerpt,tags,categories,people,postId", rows[0]);
        Assert.True(total > 1);
        Assert.Equal(total, rows.Length - 1);
    }

    [Fact]
    public async Task Ndjson_has_a_hit_a_line()
    {
        var text = await TextAsync("/api/search?q=lamp&format=ndjson", "application/x-ndjson");
        var ids = text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => (string)JsonNode.Parse(line)!["id"]!).ToList();
        Assert.Equal((await Host.GetJsonAsync("/api/search?q=lamp&limit=100"))["hits"]!.AsArray().Select(hit => (string)hit!["id"]!), ids);
    }

    [Fact]
    public async Task Bibtex_has_balanced_entries_with_unique_keys()
    {
        var text = await TextAsync("/api/search?kind=post&format=bibtex", "application/x-bibtex");
        var keys = BibtexKey().Matches(text).Select(match => match.Groups[1].Value).ToList();
        Assert.Equal(4, keys.Count);
        Assert.Equal(keys.Distinct(StringComparer.OrdinalIgnoreCase), keys);
        var depth = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] is '{' or '}' && (i == 0 || text[i - 1] != '\\'))
                depth += text[i] == '{' ? 1 : -1;
            Assert.True(depth >= 0);
        }
        Assert.Equal(0, depth);
        Assert.Contains("url = {https://", text, StringComparison.Ordinal);
        Assert.Matches(@"sha256 of title and text: [0-9a-f]{16}", text);
    }

    [Fact]
    public async Task Ris_has_a_record_for_each_from_TY_to_ER()
    {
        var lines = (await TextAsync("/api/search?kind=post&format=ris", "application/x-research-info-systems")).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.All(lines, line => Assert.Matches("^[A-Z][A-Z0-9]  - ", line));
        Assert.Equal(4, lines.Count(line => line.StartsWith("TY  - BLOG", StringComparison.Ordinal)));
        Assert.Equal(4, lines.Count(line => line.StartsWith("ER  - ", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Csl_is_an_array_of_items_with_the_members_that_the_schema_demands()
    {
        var items = JsonNode.Parse(await TextAsync("/api/search?kind=post&format=csl", "application/vnd.citationstyles.csl+json"))!.AsArray();
        Assert.Equal(4, items.Count);
        Assert.All(items, item =>
        {
            Assert.Equal("post-weblog", (string?)item!["type"]);
            Assert.NotEmpty((string)item["id"]!);
            Assert.Equal(3, item["issued"]!["date-parts"]![0]!.AsArray().Count);
        });
    }

    [Theory]
    [InlineData("text/csv", "text/csv")]
    [InlineData("application/x-bibtex, application/json;q=0.5", "application/x-bibtex")]
    [InlineData("application/json, text/csv;q=0.5", "application/json")]
    [InlineData("*/*", "application/json")]
    [InlineData("text/html,application/xhtml+xml,*/*;q=0.8", "application/json")]
    public async Task The_Accept_header_chooses_the_form(string accept, string expected)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/search?q=lamp");
        request.Headers.TryAddWithoutValidation("Accept", accept);
        using var response = await Host.Client.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(expected, response.Content.Headers.ContentType?.MediaType);
    }

    [Fact]
    public async Task A_cell_that_a_spreadsheet_would_run_is_made_text_and_markup_stays_text()
    {
        using var own = new SmallSite();
        own.Write("_posts/2023-01-01-odd.md", SmallSite.Post("=cmd|calc & <img src=x onerror=alert(1)> {brace}", "[Wax]", "history", "Odd words about a candle."));
        Core.Ingestion.SiteIndexer.Run([own.Host.SiteFolder], own.Host.IndexFolder, new Core.Ingestion.IngestOptions(), cancel: TestContext.Current.CancellationToken);
        own.Host.Services.GetService(typeof(Core.Searching.SearchService));
        ((Core.Searching.SearchService)own.Host.Services.GetService(typeof(Core.Searching.SearchService))!).Refresh();
        using var csv = await own.Host.GetAsync("/api/search?q=candle&format=csv");
        var cells = await csv.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.True(cells.Contains("'=cmd|calc", StringComparison.Ordinal), cells);
        using var atom = await own.Host.GetAsync("/feeds/search.atom?q=candle");
        var feed = XDocument.Parse(await atom.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        Assert.Contains("<img", feed.Descendants(Atom + "entry").Single().Element(Atom + "title")!.Value, StringComparison.Ordinal);
        using var bibtex = await own.Host.GetAsync("/api/search?q=candle&format=bibtex");
        Assert.Contains(@"calc \& <img src=x onerror=alert(1)> \{brace\}", await bibtex.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_Atom_feed_has_what_RFC_4287_demands_and_the_elements_of_OpenSearch()
    {
        var total = (int)(await Host.GetJsonAsync("/api/search?q=lamp"))["total"]!;
        var feed = XDocument.Parse(await TextAsync("/feeds/search.atom?q=lamp", "application/atom+xml")).Root!;
        Assert.Equal(Atom + "feed", feed.Name);
        foreach (var element in feed.Elements(Atom + "entry").Prepend(feed))
        {
            Assert.NotEmpty(element.Element(Atom + "id")!.Value);
            Assert.NotEmpty(element.Element(Atom + "title")!.Value);
            Assert.True(DateTimeOffset.TryParse(element.Element(Atom + "updated")!.Value, CultureInfo.InvariantCulture, out _));
        }
        Assert.All(feed.Elements(Atom + "entry"), entry => Assert.NotEmpty(entry.Element(Atom + "author")!.Element(Atom + "name")!.Value));
        Assert.Equal(total, (int)feed.Element(OpenSearch + "totalResults")!);
        Assert.Equal("lamp", (string?)feed.Element(OpenSearch + "Query")!.Attribute("searchTerms"));
        var dates = feed.Elements(Atom + "entry").Select(entry => DateTimeOffset.Parse(entry.Element(Atom + "updated")!.Value, CultureInfo.InvariantCulture)).ToList();
        Assert.Equal(dates.OrderDescending(), dates);
    }

    [Fact]
    public async Task A_JSON_Feed_has_the_members_that_version_1_1_demands()
    {
        var feed = JsonNode.Parse(await TextAsync("/feeds/search.json?q=lamp", "application/feed+json"))!;
        Assert.Equal("https://jsonfeed.org/version/1.1", (string?)feed["version"]);
        Assert.NotEmpty((string)feed["title"]!);
        var ids = feed["items"]!.AsArray().Select(item => (string)item!["id"]!).ToList();
        Assert.NotEmpty(ids);
        Assert.Equal(ids.Distinct(), ids);
        Assert.All(feed["items"]!.AsArray(), item => Assert.NotNull(item!["content_text"]));
    }

    [Fact]
    public async Task A_browser_can_add_the_search_with_suggestions()
    {
        var description = XDocument.Parse(await TextAsync("/opensearch.xml", "application/opensearchdescription+xml")).Root!;
        var suggestions = description.Elements(OpenSearch + "Url").Single(url => (string?)url.Attribute("rel") == "suggestions");
        var address = ((string)suggestions.Attribute("template")!).Replace("{searchTerms}", "arc", StringComparison.Ordinal);
        var answer = JsonNode.Parse(await TextAsync(new Uri(address).PathAndQuery, "application/x-suggestions+json"))!.AsArray();
        Assert.Equal("arc", (string?)answer[0]);
        Assert.NotEmpty(answer[1]!.AsArray());
        Assert.Equal(answer[1]!.AsArray().Count, answer[3]!.AsArray().Count);
    }

    private async Task<string> TextAsync(string path, string mediaType)
    {
        using var response = await Host.GetAsync(path);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(mediaType, response.Content.Headers.ContentType?.MediaType);
        return await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
    }

    [GeneratedRegex(@"^@online\{([^,]+),$", RegexOptions.Multiline)]
    private static partial Regex BibtexKey();
}
