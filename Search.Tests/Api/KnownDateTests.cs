using System.Text.Json.Nodes;
using System.Xml.Linq;
using Search.Core.Ingestion;
using Xunit;

namespace Search.Tests.Api;

/// <summary>Of a date no more is said than the source says, in every form that has room for it.</summary>
public sealed class KnownDateTests : IDisposable
{
    private readonly ApiHost host = new(new Dictionary<string, string>());

    public KnownDateTests()
    {
        Directory.CreateDirectory(Path.Combine(host.SiteFolder, "_data"));
        Directory.CreateDirectory(Path.Combine(host.SiteFolder, "_posts"));
        File.WriteAllText(Path.Combine(host.SiteFolder, "_data/quotes.yml"), """
            - text: A kiln remembers its first fire.
              speaker: Bettina Oakhurst
              date: 1843
            - text: A kiln forgives the second one.
              speaker: Bettina Oakhurst
              date: July 1986
            - text: A kiln is swept on Saturdays.
              speaker: Bettina Oakhurst
              date: 1947-02-20
            """);
        File.WriteAllText(Path.Combine(host.SiteFolder, "_posts/brick.md"), "---\ntitle: A brick\ndate: 1911\n---\nBricks of the year of the great heat crumbled.\n");
        SiteIndexer.Run([host.SiteFolder], host.IndexFolder, new IngestOptions());
    }

    public void Dispose() => host.Dispose();

    [Fact]
    public async Task The_api_says_how_much_is_known_where_it_is_not_the_day()
    {
        var hits = (await host.GetJsonAsync("/api/search?q=kiln&sort=oldest"))["hits"]!.AsArray();
        Assert.Equal(["year", null, "month"], hits.Select(hit => (string?)hit!["datePrecision"]));
        Assert.StartsWith("1843-01-01T", (string)hits[0]!["date"]!, StringComparison.Ordinal);
        Assert.Equal("year", (string?)(await host.GetJsonAsync("/api/posts/brick"))["datePrecision"]);
    }

    [Theory]
    [InlineData("csv", ",1843,", ",1986-07,", ",1947-02-20T00:00:00+00:00,")]
    [InlineData("bibtex", "  date = {1843},\n  year = {1843},\n  note", "  date = {1986-07},\n  year = {1986},\n  month = {07},\n", "  date = {1947-02-20},\n  year = {1947},\n  month = {02},\n")]
    [InlineData("ris", "PY  - 1843\r\nDA  - 1843//\r\n", "PY  - 1986\r\nDA  - 1986/07/\r\n", "PY  - 1947\r\nDA  - 1947/02/20\r\n")]
    [InlineData("csl", "\"date-parts\":[[1843]]", "\"date-parts\":[[1986,7]]", "\"date-parts\":[[1947,2,20]]")]
    public async Task Exports_have_as_much_of_a_date_as_is_known(string format, params string[] parts)
    {
        var text = await host.Client.GetStringAsync($"/api/search?q=kiln&format={format}", TestContext.Current.CancellationToken);
        Assert.All(parts, part => Assert.Contains(part, text, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Pages_have_as_much_of_a_date_as_is_known()
    {
        var page = await host.Client.GetStringAsync("/search?q=kiln", TestContext.Current.CancellationToken);
        Assert.Contains("<time datetime=\"1843\" itemprop=\"datePublished\">1843</time>", page, StringComparison.Ordinal);
        Assert.Contains("<time datetime=\"1986-07\" itemprop=\"datePublished\">July 1986</time>", page, StringComparison.Ordinal);
        Assert.Contains("20 February 1947</time>", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Feeds_have_an_instant_as_their_form_demands()
    {
        var feed = XDocument.Parse(await host.Client.GetStringAsync("/feeds/search.atom?q=kiln", TestContext.Current.CancellationToken));
        XNamespace atom = "http://www.w3.org/2005/Atom";
        Assert.Contains("1843-01-01T00:00:00+00:00", feed.Descendants(atom + "published").Select(published => published.Value));
        var items = JsonNode.Parse(await host.Client.GetStringAsync("/feeds/search.json?q=kiln", TestContext.Current.CancellationToken))!["items"]!.AsArray();
        Assert.Contains("1843-01-01T00:00:00+00:00", items.Select(item => (string?)item!["date_published"]));
    }
}
