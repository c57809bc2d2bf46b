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
