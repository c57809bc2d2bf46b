using System.Globalization;
using System.Text;
using System.Xml;
using Search.Core.Model;
using Search.Core.Searching;

namespace Search.Api.Feeds;

/// <summary>A search as an Atom feed (RFC 4287) with the elements of OpenSearch 1.1 that say how much there is and what was asked.</summary>
internal static class AtomFeed
{
    public const string MediaType = "application/atom+xml";

    private const string Atom = "http://www.w3.org/2005/Atom";
    private const string OpenSearch = "http://a9.com/-/spec/opensearch/1.1/";

    public static byte[] Write(HttpContext http, SearchRequest request, SearchAnswer answer)
    {
        using var buffer = new MemoryStream();
        using (var xml = XmlWriter.Create(buffer, new XmlWriterSettings { Encoding = new UTF8Encoding(false), Indent = true }))
        {
            xml.WriteStartElement("feed", Atom);
            xml.WriteAttributeString("xmlns", "opensearch", null, OpenSearch);
            Element(xml, "id", FeedAddresses.Self(http));
            Element(xml, "title", FeedAddresses.Title(request));
            Element(xml, "updated", Time(answer.Hits.Select(hit => hit.Date).Max() ?? DateTimeOffset.UnixEpoch));
            Link(xml, "self", FeedAddresses.Self(http), MediaType);
            Link(xml, "alternate", FeedAddresses.Page(http), "text/html");
            Link(xml, "search", $"{FeedAddresses.Base(http)}/opensearch.xml", "application/opensearchdescription+xml");
            Number(xml, "totalResults", answer.Total);
            Number(xml, "startIndex", request.Offset + 1);
            Number(xml, "itemsPerPage", request.Limit);
            xml.WriteStartElement("Query", OpenSearch);
            xml.WriteAttributeString("role", "request");
            xml.WriteAttributeString("searchTerms", Clean(request.Query));
            xml.WriteEndElement();
            if (answer.DidYouMean is { } meant)
            {
                xml.WriteStartElement("Query", OpenSearch);
                xml.WriteAttributeString("role", "correction");
                xml.WriteAttributeString("searchTerms", Clean(meant));
                xml.WriteEndElement();
            }
            foreach (var hit in answer.Hits)
                Entry(xml, hit);
            xml.WriteEndElement();
        }
        return buffer.ToArray();
    }

    private static void Entry(XmlWriter xml, Hit hit)
    {
        xml.WriteStartElement("entry", Atom);
        Element(xml, "id", FeedAddresses.Id(hit));
        Element(xml, "title", hit.Kind == DocumentKind.Quote || hit.Title.Length == 0 ? hit.Excerpt : hit.Title);
        Element(xml, "updated", Time(hit.Date ?? DateTimeOffset.UnixEpoch));
        if (hit.Date is { } date)
            Element(xml, "published", Time(date));
        xml.WriteStartElement("author", Atom);
        Element(xml, "name", hit.Speaker?.Label ?? hit.SpeakerText ?? "The site");
        xml.WriteEndElement();
        if (FeedAddresses.IsAbsolute(hit.Url))
            Link(xml, "alternate", hit.Url!, "text/html");
        Element(xml, "summary", hit.Excerpt);
        foreach (var tag in hit.Tags)
        {
            xml.WriteStartElement("category", Atom);
            xml.WriteAttributeString("term", Clean(tag.Slug));
            xml.WriteAttributeString("label", Clean(tag.Label));
            xml.WriteEndElement();
        }
        xml.WriteEndElement();
    }

    private static void Element(XmlWriter xml, string name, string text) => xml.WriteElementString(name, Atom, Clean(text));

    private static void Number(XmlWriter xml, string name, int number) => xml.WriteElementString(name, OpenSearch, number.ToString(CultureInfo.InvariantCulture));

    private static void Link(XmlWriter xml, string relation, string address, string type)
    {
        xml.WriteStartElement("link", Atom);
        xml.WriteAttributeString("rel", relation);
        xml.WriteAttributeString("type", type);
        xml.WriteAttributeString("href", Clean(address));
        xml.WriteEndElement();
    }

    private static string Time(DateTimeOffset time) => time.ToString("yyyy-MM-ddTHH:mm:sszzz", CultureInfo.InvariantCulture);

    /// <summary>Without what XML 1.0 has no place for: control characters and halves of surrogate pairs.</summary>
    public static string Clean(string text)
    {
        var clean = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
            if (XmlConvert.IsXmlChar(text[i]))
                clean.Append(text[i]);
            else if (i + 1 < text.Length && XmlConvert.IsXmlSurrogatePair(text[i + 1], text[i]))
                clean.Append(text[i]).Append(text[++i]);
        return clean.ToString();
    }
}
