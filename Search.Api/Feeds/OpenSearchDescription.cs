using System.Text;
using System.Xml;

namespace Search.Api.Feeds;

/// <summary>The OpenSearch 1.1 description by which a browser adds the site's search, with suggestions.</summary>
internal static class OpenSearchDescription
{
    public const string MediaType = "application/opensearchdescription+xml";

    private const string Namespace = "http://a9.com/-/spec/opensearch/1.1/";

    public static byte[] Write(string address)
    {
        using var buffer = new MemoryStream();
        using (var xml = XmlWriter.Create(buffer, new XmlWriterSettings { Encoding = new UTF8Encoding(false), Indent = true }))
        {
            xml.WriteStartElement("OpenSearchDescription", Namespace);
            xml.WriteElementString("ShortName", Namespace, "Search");
            xml.WriteElementString("Description", Namespace, "Search in the posts and quotations of this site.");
            xml.WriteElementString("InputEncoding", Namespace, "UTF-8");
            xml.WriteElementString("OutputEncoding", Namespace, "UTF-8");
            Url(xml, "results", "text/html", $"{address}/search?q={{searchTerms}}");
            Url(xml, "results", AtomFeed.MediaType, $"{address}/feeds/search.atom?q={{searchTerms}}");
            Url(xml, "suggestions", "application/x-suggestions+json", $"{address}/opensearch/suggest?q={{searchTerms}}");
            Url(xml, "self", MediaType, $"{address}/opensearch.xml");
            xml.WriteStartElement("Image", Namespace);
            xml.WriteAttributeString("type", "image/svg+xml");
            xml.WriteString($"{address}/icon.svg");
            xml.WriteEndElement();
            xml.WriteEndElement();
        }
        return buffer.ToArray();
    }

    private static void Url(XmlWriter xml, string relation, string type, string template)
    {
        xml.WriteStartElement("Url", Namespace);
        xml.WriteAttributeString("rel", relation);
        xml.WriteAttributeString("type", type);
        xml.WriteAttributeString("template", template);
        xml.WriteEndElement();
    }
}
