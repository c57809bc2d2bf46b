using System.Text.Json;

namespace Search.Core.Content;

/// <summary>
/// Data that Eleventy gives to the pages of a folder by a file in it: <c>posts/posts.json</c>, <c>posts/posts.11tydata.json</c>, and to one page by
/// <c>posts/name.11tydata.json</c>. Of files of JavaScript the literals are read; they are never run.
/// </summary>
internal sealed class EleventyData
{
    private const int MaxFiles = 1000;
    private const int MaxBytes = 1 << 18;
    private static readonly string[] Endings = [".11tydata.json", ".11tydata.js", ".11tydata.mjs", ".11tydata.cjs"];

    private readonly Dictionary<string, List<FrontMap>> byPlace = new(StringComparer.Ordinal);
    private readonly List<string> filesRead = [];

    /// <param name="root">Folder of the site.</param>
    /// <param name="isPassedOver">True for a folder that is never looked into.</param>
    public EleventyData(string root, Func<string, bool> isPassedOver)
    {
        var folders = new Stack<string>([""]);
        while (folders.TryPop(out var folder) && filesRead.Count < MaxFiles)
            try
            {
                foreach (var entry in new DirectoryInfo(Path.Combine(root, folder)).EnumerateFileSystemInfos().OrderBy(entry => entry.Name, StringComparer.Ordinal))
                {
                    var path = folder.Length == 0 ? entry.Name : $"{folder}/{entry.Name}";
                    if (entry is DirectoryInfo)
                    {
                        if (entry.LinkTarget is null && entry.Name != "_data" && !isPassedOver(path))
                            folders.Push(path);
                    }
                    else if (PlaceOf(folder, entry.Name) is { } place && Read(entry.FullName) is { } map)
                    {
                        if (!byPlace.TryGetValue(place, out var maps))
                            byPlace.Add(place, maps = []);
                        maps.Add(map);
                        filesRead.Add(path);
                    }
                }
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
            {
                // A folder that cannot be opened gives its pages nothing.
            }
    }

    /// <summary>Files that were read, from the site's root.</summary>
    public IReadOnlyList<string> FilesRead => filesRead;

    /// <summary>Front matter over the data of the folders above a page and of the page; tags of all are joined.</summary>
    public FrontMap Under(FrontMap keys, string path)
    {
        if (byPlace.Count == 0)
            return keys;
        var given = new List<FrontMap>();
        for (var slash = path.IndexOf('/'); slash >= 0; slash = path.IndexOf('/', slash + 1))
            given.AddRange(byPlace.GetValueOrDefault(path[..slash]) ?? []);
        given.AddRange(byPlace.GetValueOrDefault(Path.ChangeExtension(path, null)) ?? []);
        if (given.Count == 0)
            return keys;
        var tags = given.Append(keys).Select(map => map["tags"]).OfType<FrontValue>().Where(value => !value.IsNull).SelectMany(value => value is FrontList list ? list.Items : [value]).ToList();
        var entries = given.SelectMany(map => map.Entries).Concat(keys.Entries).Where(entry => !entry.Key.Equals("tags", StringComparison.OrdinalIgnoreCase)).ToList();
        if (tags.Count > 0)
            entries.Add(new("tags", new FrontList(tags, keys["tags"]?.Line ?? 0), keys["tags"]?.Line ?? 0));
        return new(entries, keys.Line);
    }

    private static string? PlaceOf(string folder, string name)
    {
        var ofFolder = folder[(folder.LastIndexOf('/') + 1)..];
        if (folder.Length > 0 && (name == ofFolder + ".json" || Endings.Contains(name[Math.Min(ofFolder.Length, name.Length)..]) && name.StartsWith(ofFolder, StringComparison.Ordinal)))
            return folder;
        return Array.Find(Endings, ending => name.EndsWith(ending, StringComparison.Ordinal)) is { } found ? (folder.Length == 0 ? "" : folder + "/") + name[..^found.Length] : null;
    }

    private static FrontMap? Read(string path)
    {
        try
        {
            using var stream = File.OpenRead(path);
            if (stream.Length > MaxBytes)
                return null;
            if (!path.EndsWith("json", StringComparison.Ordinal))
            {
                using var script = new StreamReader(stream);
                return ScriptFrontReader.Read(script.ReadToEnd(), 0);
            }
            using var document = JsonDocument.Parse(stream, new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip, MaxDepth = 32 });
            return JsonFrontReader.Value(document.RootElement, 0) as FrontMap;
        }
        catch (Exception exception) when (exception is JsonException or IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
