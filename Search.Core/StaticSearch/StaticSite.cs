using Search.Core.Searching;

namespace Search.Core.StaticSearch;

/// <summary>
/// A search that needs no service: the index as static files, and the scripts of the search box that read it. See docs/embedding.md for what a page
/// loads and what it can do.
/// </summary>
public static class StaticSite
{
    private const string Prefix = "Search.Core.StaticSearch.Scripts.";

    /// <param name="service">The index.</param>
    /// <param name="folder">Folder to write into; it is made where it is missing. Files of an earlier export are replaced.</param>
    /// <param name="cancel">Ends the work; what was written by then is no whole index.</param>
    /// <returns>How many documents can be found.</returns>
    public static int Write(SearchService service, string folder, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(service);
        Directory.CreateDirectory(folder);
        var count = service.Read(generation => new StaticIndexWriter(generation, folder, cancel).Write());
        var assembly = typeof(StaticSite).Assembly;
        foreach (var resource in assembly.GetManifestResourceNames().Where(name => name.StartsWith(Prefix, StringComparison.Ordinal)))
        {
            using var script = assembly.GetManifestResourceStream(resource)!;
            using var file = File.Create(Path.Combine(folder, resource[Prefix.Length..]));
            script.CopyTo(file);
        }
        return count;
    }

    /// <summary>Which of many files a name stands in: 0 to <paramref name="shards"/> - 1 (at most 2^24), by its UTF-16 code units. The scripts compute it as well.</summary>
    public static int ShardOf(string name, int shards)
    {
        ArgumentNullException.ThrowIfNull(name);
        return name.Aggregate(0, (hash, unit) => ((hash * 31) + unit) & 0xFFFFFF) % shards;
    }
}
