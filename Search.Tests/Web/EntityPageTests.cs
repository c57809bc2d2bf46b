using System.Net;
using System.Xml.Linq;
using AngleSharp.Html.Parser;
using Xunit;

namespace Search.Tests.Web;

/// <summary>The pages of people, tags and quotations are complete without scripts and say what they are to programs.</summary>
[Collection<SharedSite>]
public sealed class EntityPageTests(Site site)
{
    [Theory]
    [InlineData("/people/grace-hopper", "https://schema.org/Person", "Grace Hopper")]
    [InlineData("/tags/apollo-programme", "https://schema.org/DefinedTerm", "Apollo programme")]
    public async Task A_page_names_its_thing_and_shows_its_posts(string path, string type, string name)
    {
        var html = await PageAsync(path);
        var thing = Assert.Single(html.QuerySelectorAll($"[itemtype='{type}']"));
        Assert.Equal(name, thing.QuerySelector("[itemprop=name]")!.TextContent, ignoreCase: true);
        Assert.NotEmpty(html.QuerySelectorAll(".hits [itemtype='https://schema.org/BlogPosting'] [itemprop=headline]"));
        Assert.Empty(html.QuerySelectorAll("script, meta[content=noindex]"));
    }

    [Fact]
    public async Task Quotations_have_a_page_of_their_own()
    {
        var html = await PageAsync("/quotes");
        Assert.Equal(html.QuerySelectorAll(".hits > li").Length, html.QuerySelectorAll(".hits [itemtype='https://schema.org/Quotation'] [itemprop=text]").Length);
        Assert.NotEmpty(html.QuerySelectorAll(".hits > li"));
        Assert.NotNull(html.QuerySelector("meta[name=robots][content=noindex]"));
    }

    [Fact]
    public async Task A_person_is_shown_over_time_and_in_company()
    {
        var html = await PageAsync("/people/grace-hopper");
        var bars = html.QuerySelectorAll("svg.bars a");
        Assert.NotEmpty(bars);
        Assert.All(bars, bar => Assert.Matches(@"^/search\?person=grace-hopper&kind=post&from=\d{4}(-\d{2})?&to=\d{4}(-\d{2})?$", bar.GetAttribute("href")));
        Assert.All(html.QuerySelectorAll("svg.circle-of a"), other => Assert.StartsWith("/people/", other.GetAttribute("href")));
        Assert.Contains(html.QuerySelectorAll(".meta a"), link => link.GetAttribute("href") == "/quotes?q=speaker%3Agrace-hopper");
    }

    [Fact]
    public async Task A_quotation_stands_in_its_context_and_links_to_its_place()
    {
        var html = await PageAsync("/quotes?q=speaker%3Agrace-hopper");
        Assert.All(html.QuerySelectorAll(".hits .speaker a[href^='/people/']"), speaker => Assert.Equal("/people/grace-hopper", speaker.GetAttribute("href")));
        Assert.NotEmpty(html.QuerySelectorAll(".context b"));
        Assert.All(html.QuerySelectorAll(".context b"), words => Assert.NotEqual("", words.TextContent.Trim()));
    }

    [Theory]
    [InlineData("/people?q=hopper", "Grace Hopper")]
    [InlineData("/tags?q=apollo", "Apollo programme")]
    public async Task A_list_is_searched_by_words(string path, string name)
    {
        var html = await PageAsync(path);
        Assert.Contains(html.QuerySelectorAll(".counted a"), link => string.Equals(link.TextContent, name, StringComparison.OrdinalIgnoreCase));
        Assert.NotNull(html.QuerySelector("meta[name=robots][content=noindex]"));
    }

    [Fact]
    public async Task The_state_of_the_tags_is_told()
    {
        var html = await PageAsync("/tags");
        Assert.Matches(@"written in more than one way", html.QuerySelector(".report")!.TextContent);
        Assert.NotEmpty(html.QuerySelectorAll(".report li"));
    }

    [Fact]
    public async Task Two_searches_are_compared_over_time_in_a_picture_and_in_numbers()
    {
        var html = await PageAsync("/compare?a=tag%3Amoon&b=tag%3Acomputing");
        Assert.Equal(2, html.QuerySelectorAll("svg.lines polyline").Length);
        Assert.NotEmpty(html.QuerySelectorAll(".numbers td a"));
        Assert.Equal(["tag:moon", "tag:computing"], html.QuerySelectorAll(".legend a").Select(link => link.TextContent));
    }

    [Fact]
    public async Task A_compared_person_is_called_by_name_and_the_search_stays_as_typed()
    {
        var html = await PageAsync("/compare?a=person%3Agrace-hopper&b=person%3A%22Alan+Turing%22+-moon");
        Assert.Equal(["Grace Hopper", "person:\"Alan Turing\" -moon"], html.QuerySelectorAll(".legend a").Select(link => link.TextContent));
        Assert.Contains("more with Grace Hopper", html.QuerySelectorAll(".about dt").Select(side => side.TextContent));
        Assert.Equal("person:grace-hopper", html.QuerySelector("input[name=a]")!.GetAttribute("value"));
        Assert.Contains("person%3Agrace-hopper", html.QuerySelector(".legend a")!.GetAttribute("href"));
        Assert.Equal(["Alan Turing", "person:nobody-at-all"], (await PageAsync("/compare?a=person%3A%22Alan+Turing%22&b=person%3Anobody-at-all")).QuerySelectorAll(".legend a").Select(link => link.TextContent));
    }

    [Theory]
    [InlineData("/people/nobody-of-that-name")]
    [InlineData("/tags/%3Cimg%20src=x%3E")]
    public async Task What_is_not_there_is_a_404_in_words(string path)
    {
        using var response = await site.Client.GetAsync(path, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.DoesNotContain("<img", await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Every_kind_of_page_of_the_sitemap_is_there()
    {
        var locations = XDocument.Parse(await site.Client.GetStringAsync("/sitemap.xml", TestContext.Current.CancellationToken)).Root!.Descendants().Where(element => element.Name.LocalName == "loc").Select(element => new Uri(element.Value).PathAndQuery).ToList();
        foreach (var kind in new[] { "/people/", "/tags/" })
            await PageAsync(locations.First(location => location.StartsWith(kind, StringComparison.Ordinal)));
        Assert.Equal(locations.Count, locations.Distinct().Count());
    }

    private async Task<AngleSharp.Html.Dom.IHtmlDocument> PageAsync(string path)
    {
        using var response = await site.Client.GetAsync(path, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Contains("script-src 'self'", response.Headers.GetValues("Content-Security-Policy").Single());
        return await new HtmlParser().ParseDocumentAsync(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }
}
