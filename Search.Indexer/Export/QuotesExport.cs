using System.Text.Json;
using Search.Core.Model;
using Search.Core.Searching;

namespace Search.Indexer.Export;

/// <summary>A list of the quotations, oldest first: the words, the speaker, the post that they stand in.</summary>
internal static class QuotesExport
{
    public static int Write(SearchService service, Utf8JsonWriter json, CancellationToken cancel)
    {
        var count = 0;
        json.WriteStartArray();
        foreach (var quote in AllDocuments.Of(service, DocumentKind.Quote, cancel))
        {
            json.WriteStartObject();
            json.WriteString("id", quote.Id);
            json.WriteString("text", quote.Excerpt);
            json.WriteLabel("speaker", quote.Speaker);
            json.WriteOptional("speakerText", quote.SpeakerText);
            json.WriteDate(quote);
            json.WriteOptional("postId", quote.PostId);
            json.WriteOptional("url", quote.Url);
            json.WriteTexts("tags", quote.Tags.Select(tag => tag.Slug));
            json.WriteEndObject();
            count++;
        }
        json.WriteEndArray();
        return count;
    }
}
