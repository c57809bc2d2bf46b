namespace Search.Core.Content;

/// <summary>
/// The names of authors whom posts name by a key: <c>_data/authors.yml</c> (Jekyll, Eleventy), <c>data/authors</c> (Hugo), <c>authors</c> in the
/// site's configuration, a page each in <c>_authors</c> or <c>content/authors</c>. What cannot be read gives no name.
/// </summary>
internal sealed class AuthorNames
{
    private const int MaxFiles = 2000;
    private const int MaxBytes = 4 * 1024 * 1024;

    private static readonly string[] DataFolders = ["_data", "data", "src/_data"];
    private static readonly string[] PageFolders = ["_authors", "content/authors", "content/author"];
    private static readonly string[] KeysOfItems = ["key", "id", "slug", "username", "short_name", "handle"];

    private readonly Dictionary<string, string> names = new(StringComparer.OrdinalIgnoreCase);
    private readonly string siteRoot;

    public AuthorNames(string siteRoot, FrontMap settings)
    {
        this.siteRoot = siteRoot;
        if (settings["authors"] is { } configured)
            Add(configured);
        foreach (var folder in DataFolders)
            foreach (var ending in new[] { ".yml", ".yaml", ".json", ".toml" })
            {
                if (File.Exists(Path.Combine(siteRoot, folder, "authors" + ending)) && Read($"{folder}/authors{ending}") is { } all)
                    Add(all);
                foreach (var path in FilesIn(folder + "/authors", "*" + ending))
                    if (Read(path) is { } one)
                        Add(Path.GetFileNameWithoutExtension(path), one);
            }
        foreach (var folder in PageFolders)
            foreach (var path in FilesIn(folder, "*.md").Concat(FilesIn(folder, "_index.md", deep: true)).Concat(FilesIn(folder, "index.md", deep: true)))
                if (Read(path) is FrontMap page)
                    Add(page.Text("short_name") ?? (Path.GetFileNameWithoutExtension(path) is "index" or "_index" ? path.Split('/')[^2] : Path.GetFileNameWithoutExtension(path)), page, isPage: true);
    }

    /// <summary>Files that were read, relative to the site's root.</summary>
    public List<string> FilesRead { get; } = [];

    /// <summary>The name of the author with a key; the key itself where it is none.</summary>
    public string Of(string key) => names.GetValueOrDefault(key.Trim(), key);

    private void Add(FrontValue value)
    {
        if (value is FrontMap map)
            foreach (var entry in map.Entries)
                Add(entry.Key, entry.Value);
        else if (value is FrontList list)
            foreach (var item in list.Items)
                if (item is FrontMap { Entries: [var only] } single && !KeysOfItems.Contains(only.Key) && only.Value is FrontMap)
                    Add(single);
                else if (item is FrontMap author && KeysOfItems.Select(author.Text).FirstOrDefault(text => text is not null) is { } key)
                    Add(key, author);
    }

    // The title of a page is a name, that of an entry an office.
    private void Add(string key, FrontValue value, bool isPage = false)
    {
        var name = value switch
        {
            FrontMap map => map.Text("name") ?? map.Text("display_name") ?? map.Text("displayName") ?? map.Text("full_name") ?? (isPage ? map.Text("title") : null),
            // "Ann Reed: ann@reed.example" names nobody anew.
            FrontScalar { AsText: { } text } when text.AsSpan().IndexOfAny('@', '/') < 0 => text,
            _ => null,
        };
        if (!string.IsNullOrWhiteSpace(name) && key.Length > 0)
            names.TryAdd(key.Trim(), PostFields.OneLine(name));
    }

    private IEnumerable<string> FilesIn(string folder, string pattern, bool deep = false)
    {
        var full = Path.Combine(siteRoot, folder);
        if (!Directory.Exists(full))
            return [];
        try
        {
            var files = deep
                ? Directory.EnumerateDirectories(full).Select(inner => Path.Combine(inner, pattern)).Where(File.Exists)
                : Directory.EnumerateFiles(full, pattern).Where(file => !Path.GetFileName(file).StartsWith('_'));
            return files.Select(file => Path.GetRelativePath(siteRoot, file).Replace('\\', '/')).Order(StringComparer.Ordinal).Take(MaxFiles).ToList();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }

    private FrontValue? Read(string path)
    {
        FilesRead.Add(path);
        // Their oddities are told where they are content; here they cost at most a name.
        var log = new ProblemLog(path);
        try
        {
            using var stream = new FileStream(Path.Combine(siteRoot, path), FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            var text = ContentText.Decode(BoundedBytes.Read(stream, MaxBytes, out _), log);
            return Path.GetExtension(path) switch
            {
                ".md" => FrontMatterReader.Read(FrontMatterSplitter.Split(text, log), log).Keys,
                ".toml" => TomlFrontReader.Read(text, 1, log),
                ".json" => JsonFrontReader.Read(text, 1, log),
                _ => YamlRecords.Read(text, log) is [var first, ..] ? first : null,
            };
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException || ParserFault.Is(exception))
        {
            return null;
        }
    }
}
