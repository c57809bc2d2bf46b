using System.Text.RegularExpressions;

namespace Search.Core.Content;

/// <summary>
/// Sites whose configuration is a program: only plain literals of it are read (<c>site: "https://…"</c>), nothing is run.
/// </summary>
internal static partial class ScriptedSite
{
    /// <param name="script">Astro's configuration.</param>
    /// <param name="collections">What defines the site's collections (<c>src/content.config.ts</c>); empty where there is none.</param>
    public static SiteConfiguration Astro(string script, string collections)
    {
        var literals = Literals(script);
        var (host, path) = SiteUrls.Cut(literals.Text("site"));
        var configured = SiteUrls.Base(literals.Text("base"));
        return new SiteConfiguration
        {
            Generator = SiteGenerator.Astro,
            Settings = literals,
            Url = host,
            BaseUrl = configured.Length > 0 ? configured : path,
            CollectionFolders = [.. BaseFolder().Matches(collections).Take(100).Select(match => JekyllSite.Folder(match.Groups[1].Value)).Where(folder => folder.Length > 0 && !folder.StartsWith("..", StringComparison.Ordinal)).Distinct()],
        };
    }

    /// <param name="script">Eleventy's configuration.</param>
    /// <param name="metadata">What the site says of itself in its data.</param>
    /// <param name="hasFolder">Whether the site has a folder of a name.</param>
    public static SiteConfiguration Eleventy(string script, FrontMap metadata, Func<string, bool> hasFolder)
    {
        var literals = Literals(script);
        var (host, path) = SiteUrls.Cut(metadata.Text("url") ?? metadata.Text("baseUrl"));
        var prefix = SiteUrls.Base(literals.Text("pathPrefix"));
        return new SiteConfiguration
        {
            Generator = SiteGenerator.Eleventy,
            Settings = literals,
            Title = metadata.Text("title"),
            Url = host,
            BaseUrl = prefix.Length > 0 ? prefix : path,
            Language = SiteUrls.LanguageTag(metadata.Text("language") ?? metadata.Text("lang")),
            Author = metadata.Map("author")?.Text("name") ?? metadata.Text("author"),
            // Where the program works the folder out, it is nearly always this one.
            ContentFolder = literals.Text("input") is { } input ? JekyllSite.Folder(input) : InputKey().IsMatch(script) && hasFolder("src") ? "src" : "",
        };
    }

    /// <summary>Names with a quoted literal behind a colon, the first of each.</summary>
    public static FrontMap Literals(string script)
    {
        var entries = new List<FrontEntry>();
        var names = new HashSet<string>();
        foreach (Match match in Literal().Matches(script))
            if (entries.Count < 200 && names.Add(match.Groups[1].Value))
                entries.Add(new FrontEntry(match.Groups[1].Value, new FrontScalar(match.Groups[2].Value + match.Groups[3].Value, true, 1), 1));
        return new FrontMap(entries, 1);
    }

    // loader: glob({ base: "./content/posts" })
    [GeneratedRegex("""\bbase["']?\s{0,4}:\s{0,4}["'`]([^"'`\n]{1,300})["'`]""", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex BaseFolder();

    [GeneratedRegex("""\binput["']?\s{0,4}:""", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex InputKey();

    [GeneratedRegex("""\b([A-Za-z]{2,30})["']?\s{0,4}:\s{0,4}(?:"([^"\n]{0,300})"|'([^'\n]{0,300})')""", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex Literal();
}
