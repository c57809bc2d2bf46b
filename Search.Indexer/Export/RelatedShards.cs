using System.Text.Encodings.Web;
using System.Text.Json;
using Search.Core.Searching;
using Search.Core.StaticSearch;

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
        var files = new List<FileStream>();
        try
        {
            for (var i = 0; i < Shards; i++)
                files.Add(File.Create(Path.Combine(folder, $"{i:x2}.json")));
            Write(service, most, files, cancel);
        }
        finally
        {
            files.ForEach(file => file.Dispose());
        }
    }

    private static void Write(SearchService service, int most, List<FileStream> files, CancellationToken cancel)
    {
        var shards = files.ConvertAll(file => new Utf8JsonWriter(file, Compact));
        shards.ForEach(shard => shard.WriteStartObject());
        foreach (var (post, found) in RelatedExport.All(service, most, cancel))
            foreach (var shard in new[] { ShardOf(post.Id), ShardOf(PathOf(post.Url) ?? post.Id) }.Distinct())
                RelatedExport.WriteEntry(shards[shard], post, found);
        foreach (var shard in shards)
        {
            shard.WriteEndObject();
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

    private static int ShardOf(string key) => StaticSite.ShardOf(key, Shards);
}
