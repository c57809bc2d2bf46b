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
        foreach (var (post, found) in All(service, most, cancel))
        {
            WriteEntry(json, post, found);
            count++;
        }
        json.WriteEndObject();
        return count;
    }

    /// <summary>Every post with its related ones, oldest first. Comparing is what takes time: it is done on all processors.</summary>
    public static IEnumerable<(Hit Post, IReadOnlyList<RelatedHit> Related)> All(SearchService service, int most, CancellationToken cancel) =>
        AllDocuments.Of(service, DocumentKind.Post, cancel).AsParallel().AsOrdered().WithCancellation(cancel).WithMergeOptions(ParallelMergeOptions.AutoBuffered)
            .Select(post => (post, service.RelatedById(post.Id, new() { Limit = most, IsOneOfAll = true }, cancel)?.Related ?? []));

    /// <summary>One post: its id as the name, its URL, and its related posts.</summary>
    public static void WriteEntry(Utf8JsonWriter json, Hit post, IReadOnlyList<RelatedHit> found)
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
            json.WriteDate(related);
            json.WriteTexts("reasons", related.Reasons);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteEndObject();
    }
}
