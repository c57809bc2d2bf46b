namespace Search.Core.Content;

/// <summary>Finds out which program makes a site and reads its configuration, leniently: what cannot be read is reported and left at its default.</summary>
internal sealed class SiteReader
{
    private const int MaxConfigurationBytes = 1024 * 1024;

    private static readonly string[] HugoNames = ["hugo.toml", "hugo.yaml", "hugo.yml", "hugo.json"];
    private static readonly string[] ConfigNames = ["config.toml", "config.yaml", "config.yml", "config.json"];
    private static readonly string[] JekyllNames = ["_config.yml", "_config.yaml", "_config.toml"];
    private static readonly string[] EleventyNames = ["eleventy.config.js", "eleventy.config.mjs", "eleventy.config.cjs", "eleventy.config.ts", ".eleventy.js"];
    private static readonly string[] AstroNames = ["astro.config.mjs", "astro.config.ts", "astro.config.js", "astro.config.cjs"];

    private static readonly string[] CollectionNames = ["src/content.config.ts", "src/content.config.mts", "src/content.config.js", "src/content.config.mjs", "src/content/config.ts", "src/content/config.js", "src/content/config.mjs"];

    private readonly string root;
    private readonly List<ContentProblem> problems;

    private SiteReader(string root, List<ContentProblem> problems) => (this.root, this.problems) = (root, problems);

    /// <summary>Files that were read, relative to the root, so that a change of them can be seen.</summary>
    public List<string> FilesRead { get; } = [];

    public static SiteConfiguration Read(string root, List<ContentProblem> problems, out IReadOnlyList<string> filesRead)
    {
        var reader = new SiteReader(root, problems);
        var site = reader.Read();
        filesRead = reader.FilesRead;
        return site;
    }

    /// <summary>True for a folder that some generator's configuration stands in.</summary>
    public static bool IsSiteRoot(string folder) =>
        JekyllNames.Concat(HugoNames).Concat(EleventyNames).Concat(AstroNames).Any(name => File.Exists(Path.Combine(folder, name)))
        || Directory.Exists(Path.Combine(folder, "config", "_default"))
        || (ConfigNames.Any(name => File.Exists(Path.Combine(folder, name))) && Directory.Exists(Path.Combine(folder, "content")));

    private SiteConfiguration Read()
    {
        if (First(JekyllNames) is { } jekyll)
        {
            var settings = ReadFile(jekyll);
            if (Directory.Exists(Path.Combine(root, "source")) && (settings["source_dir"] is not null || settings["new_post_name"] is not null || Directory.Exists(Path.Combine(root, "source", "_posts"))))
                return HexoSite.From(settings, Log(jekyll));
            return JekyllSite.From(settings, CustomDomain(), Log(jekyll));
        }
        if (First(HugoNames) is not null || Directory.Exists(Path.Combine(root, "config", "_default")) || (First(ConfigNames) is not null && Directory.Exists(Path.Combine(root, "content"))))
        {
            var settings = HugoSettings();
            if (settings["base_url"] is not null && settings["baseURL"] is null)
                return ZolaSite.From(settings);
            return HugoSite.From(settings, Log(First(HugoNames) ?? First(ConfigNames) ?? "config/_default"));
        }
        if (First(AstroNames) is { } astro)
            return ScriptedSite.Astro(ReadText(astro), Collections());
        if (First(EleventyNames) is { } eleventy)
            return ScriptedSite.Eleventy(ReadText(eleventy), Metadata(), folder => Directory.Exists(Path.Combine(root, folder)));
        if (Directory.Exists(Path.Combine(root, "_posts")) || Directory.Exists(Path.Combine(root, "_drafts")))
            return JekyllSite.From(FrontMap.Empty, CustomDomain(), Log(""));
        if (Directory.Exists(Path.Combine(root, "source", "_posts")))
            return HexoSite.From(FrontMap.Empty, Log(""));
        if (Directory.Exists(Path.Combine(root, "src", "content")) || Directory.Exists(Path.Combine(root, "src", "pages")))
            return ScriptedSite.Astro("", Collections());
        if (Directory.Exists(Path.Combine(root, "content")))
            return HugoSite.From(FrontMap.Empty, Log(""));
        return new SiteConfiguration();
    }

    private string Collections() => First(CollectionNames) is { } collections ? ReadText(collections) : "";

    private ProblemLogOf Log(string path) => new(path, problems);

    private string? First(string[] names) => names.FirstOrDefault(name => File.Exists(Path.Combine(root, name)));

    private FrontMap HugoSettings()
    {
        var merged = new List<FrontEntry>();
        var main = First(HugoNames) ?? First(ConfigNames);
        if (main is not null)
            merged.AddRange(ReadFile(main).Entries);
        var folder = Path.Combine(root, "config", "_default");
        if (Directory.Exists(folder))
            foreach (var file in Directory.EnumerateFiles(folder).Order(StringComparer.Ordinal))
                if (Path.GetExtension(file) is ".toml" or ".yaml" or ".yml" or ".json")
                {
                    var settings = ReadFile("config/_default/" + Path.GetFileName(file));
                    var name = Path.GetFileNameWithoutExtension(file);
                    if (name is "hugo" or "config")
                        merged.InsertRange(0, settings.Entries);
                    else
                        merged.Add(new FrontEntry(name.Split('.')[0], settings, 1));
                }
        return new FrontMap(merged, 1);
    }

    private FrontMap ReadFile(string name)
    {
        var log = new ProblemLog(name);
        var text = ReadText(name);
        var map = Path.GetExtension(name) switch
        {
            ".toml" => TomlFrontReader.Read(text, 1, log),
            ".json" => JsonFrontReader.Read(text, 1, log),
            _ => FrontMatterReader.ReadSettings(text, log),
        };
        problems.AddRange(log.Take());
        return map;
    }

    private string ReadText(string name)
    {
        FilesRead.Add(name);
        var log = new ProblemLog(name);
        try
        {
            using var stream = new FileStream(Path.Combine(root, name), FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            return ContentText.Decode(BoundedBytes.Read(stream, MaxConfigurationBytes, out _), log);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            log.Fail("file-not-readable", 0, $"The file cannot be read: {exception.Message}", "nothing", "Make the file readable for the indexer");
            return "";
        }
        finally
        {
            problems.AddRange(log.Take());
        }
    }

    // GitHub Pages: a file that holds the site's own domain.
    private string? CustomDomain()
    {
        if (!File.Exists(Path.Combine(root, "CNAME")))
            return null;
        var name = ReadText("CNAME").Trim();
        return name.Length is > 3 and < 254 && name.Contains('.') && name.All(c => char.IsLetterOrDigit(c) || c is '.' or '-') ? "https://" + name : null;
    }

    // Eleventy has no place for a site's address; its starters keep one in a data file of these names.
    private FrontMap Metadata()
    {
        foreach (var folder in new[] { "_data", "src/_data" })
            foreach (var name in new[] { "metadata.json", "site.json", "metadata.yaml", "site.yaml", "site.yml", "metadata.js", "site.js" })
                if (File.Exists(Path.Combine(root, folder, name)))
                    return name.EndsWith(".js", StringComparison.Ordinal) ? ScriptedSite.Literals(ReadText($"{folder}/{name}")) : ReadFile($"{folder}/{name}");
        return FrontMap.Empty;
    }
}
