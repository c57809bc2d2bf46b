using System.Text.Json;
using Search.Core.Model;
using Search.Core.Searching;

namespace Search.Indexer.Export;

/// <summary>A map from a post's id to its URL and its related posts with reasons, oldest post first.</summary>
internal static class RelatedExport
{
    public static int Write(SearchService service, int most, Utf8JsonWriter json, CancellationToken cancel)
    {
        var count = 0;
        json.WriteStartObject();
        // Comparing is what takes time: on all processors, written in order.
        var posts = AllDocuments.Of(service, DocumentKind.Post, cancel).AsParallel().AsOrdered().WithCancellation(cancel).WithMergeOptions(ParallelMergeOptions.AutoBuffered)
            .Select(post => (Post: post, Related: service.RelatedById(post.Id, new() { Limit = most }, cancel)?.Related ?? []));
        foreach (var (post, found) in posts)
        {
            json.WriteStartObject(post.Id);
            json.WriteOptional("url", post.Url);
            json.WriteStartArray("related");
            foreach (var related in found)
            {
                json.WriteStartObject();
                json.WriteString("id", related.Id);
                json.WriteString("title", related.Title);
                json.WriteOptional("url", related.Url);
                json.WriteDate(related.Date);
                json.WriteTexts("reasons", related.Reasons);
                json.WriteEndObject();
            }
            json.WriteEndArray();
            json.WriteEndObject();
            count++;
        }
        json.WriteEndObject();
        return count;
    }
}
