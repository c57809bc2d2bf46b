using System.Text;
using System.Xml;
using Search.Api.Answers;
using Search.Api.Endpoints;

namespace Search.Api.Feeds;

/// <summary><c>/sitemap.xml</c>: the pages of people and tags, the most written about first. Posts stand in the site's own map.</summary>
internal static class SitemapEndpoints
{
    private const string Namespace = "http://www.sitemaps.org/schemas/sitemap/0.9";

    // A map may hold 50,000 addresses.
    private const int MostOfEach = 25_000;

    public static void MapSitemap(this IEndpointRouteBuilder app) => app.MapQuestion("/sitemap.xml", new Question<int, SiteNames>
    {
        Operation = new()
        {
            Id = "getSitemap",
            Group = "For other sites",
            Summary = "Sitemap of the pages of people and tags",
            Description = "Addresses of /people/{slug} and /tags/{slug} for search engines, at most 25,000 of each, most written about first.",
            Example = """<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"><url><loc>https://search.example.org/people/ada-lovelace</loc></url></urlset>""",
            MediaType = "application/xml",
        },
        Json = ApiJson.Default.SiteNames,
        Read = static _ => MostOfEach,
        Answer = static (search, most, _) => new SiteNames(
            [.. search.People("", most).Values.Select(person => person.Slug)],
            [.. search.Tags("", most).Values.Select(tag => tag.Slug)]),
        Write = static (http, _, names) => Write(FeedAddresses.Base(http), names),
    });

    private static byte[] Write(string site, SiteNames names)
    {
        using var bytes = new MemoryStream();
        using (var xml = XmlWriter.Create(bytes, new XmlWriterSettings { Encoding = new UTF8Encoding(false), Indent = true }))
        {
            xml.WriteStartElement("urlset", Namespace);
            foreach (var address in names.People.Select(slug => "/people/" + Uri.EscapeDataString(slug)).Concat(names.Tags.Select(slug => "/tags/" + Uri.EscapeDataString(slug))))
            {
                xml.WriteStartElement("url", Namespace);
                xml.WriteElementString("loc", Namespace, site + address);
                xml.WriteEndElement();
            }
            xml.WriteEndElement();
        }
        return bytes.ToArray();
    }
}

/// <summary>Slugs of all who have a page.</summary>
internal sealed record SiteNames(IReadOnlyList<string> People, IReadOnlyList<string> Tags);
