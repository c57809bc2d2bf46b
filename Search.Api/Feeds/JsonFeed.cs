using System.Text.Encodings.Web;
using System.Text.Json;
using Search.Core.Model;
using Search.Core.Searching;

namespace Search.Api.Feeds;

/// <summary>A search as a JSON Feed 1.1 (jsonfeed.org); how much there is stands in the extension <c>_search</c>.</summary>
internal static class JsonFeed
{
    public const string MediaType = "application/feed+json";

    private static readonly JsonWriterOptions Options = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static byte[] Write(HttpContext http, SearchRequest request, SearchAnswer answer)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, Options))
        {
            json.WriteStartObject();
            json.WriteString("version", "https://jsonfeed.org/version/1.1");
            json.WriteString("title", FeedAddresses.Title(request));
            json.WriteString("home_page_url", FeedAddresses.Page(http));
            json.WriteString("feed_url", FeedAddresses.Self(http));
            json.WriteStartObject("_search");
            json.WriteString("query", request.Query);
            json.WriteNumber("total", answer.Total);
            json.WriteEndObject();
            json.WriteStartArray("items");
            foreach (var hit in answer.Hits)
                Item(json, hit);
            json.WriteEndArray();
            json.WriteEndObject();
        }
        return buffer.ToArray();
    }

    private static void Item(Utf8JsonWriter json, Hit hit)
    {
        json.WriteStartObject();
        json.WriteString("id", FeedAddresses.Id(hit));
        if (FeedAddresses.IsAbsolute(hit.Url))
            json.WriteString("url", hit.Url);
        if (hit.Kind == DocumentKind.Post && hit.Title.Length > 0)
            json.WriteString("title", hit.Title);
        json.WriteString("content_text", hit.Excerpt.Length > 0 ? hit.Excerpt : hit.Title);
        if (hit.Date is { } date)
            json.WriteString("date_published", date);
        if ((hit.Speaker?.Label ?? hit.SpeakerText) is { Length: > 0 } speaker)
        {
            json.WriteStartArray("authors");
            json.WriteStartObject();
            json.WriteString("name", speaker);
            json.WriteEndObject();
            json.WriteEndArray();
        }
        if (hit.Tags.Count > 0)
        {
            json.WriteStartArray("tags");
            foreach (var tag in hit.Tags)
                json.WriteStringValue(tag.Label);
            json.WriteEndArray();
        }
        json.WriteEndObject();
    }
}
