using System.Text.Encodings.Web;
using System.Text.Json;
using Search.Core.Searching;

namespace Search.Indexer.Export;

/// <summary>
/// Related posts in 256 small files, <c>00.json</c> to <c>ff.json</c>, so that a page loads only the one that its post stands in. A post stands in the file of its
/// id and in that of its address: <c>related-posts.js</c> knows one or the other and works the name out in the same way.
/// </summary>
internal static class RelatedShards
{
    private const int Shards = 256;

    private static readonly JsonWriterOptions Compact = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <param name="service">The index.</param>
    /// <param name="most">Related posts of each post.</param>
    /// <param name="folder">Folder to write into; it is made where it is missing.</param>
    /// <param name="cancel">Ends the work; what was written by then is not whole.</param>
    public static void Write(SearchService service, int most, string folder, CancellationToken cancel)
    {
        Directory.CreateDirectory(folder);
        var shards = new Utf8JsonWriter[Shards];
        try
        {
            for (var i = 0; i < Shards; i++)
            {
                shards[i] = new(File.Create(Path.Combine(folder, $"{i:x2}.json")), Compact);
                shards[i].WriteStartObject();
            }
            foreach (var (post, found) in RelatedExport.All(service, most, cancel))
                foreach (var shard in new[] { ShardOf(post.Id), ShardOf(PathOf(post.Url) ?? post.Id) }.Distinct())
                    RelatedExport.WriteEntry(shards[shard], post, found);
            foreach (var shard in shards)
                shard.WriteEndObject();
        }
        finally
        {
            foreach (var shard in shards.OfType<Utf8JsonWriter>())
                shard.Dispose();
        }
    }

    /// <summary>The path of an address as a page compares it: decoded, without <c>index.html</c> and the last slash; null where there is none.</summary>
    public static string? PathOf(string? url)
    {
        // What begins with a slash would be taken for a file of this machine.
        if (string.IsNullOrEmpty(url) || !Uri.TryCreate(new Uri("https://site.invalid/"), url, out var address))
            return null;
        var path = Uri.UnescapeDataString(address.AbsolutePath);
        path = path.EndsWith("/index.html", StringComparison.Ordinal) ? path[..^"/index.html".Length] : path;
        return path.EndsWith('/') ? path[..^1] : path;
    }

    /// <summary>0 to 255, by the UTF-16 code units of a text.</summary>
    public static int ShardOf(string key)
    {
        var hash = 0;
        foreach (var unit in key)
            hash = ((hash * 31) + unit) & 0xffffff;
        return hash % Shards;
    }
}
