using System.Text.RegularExpressions;

namespace Search.Core.Content;

/// <summary>
/// Sites whose configuration is a program: only plain literals of it are read (<c>site: "https://…"</c>), nothing is run.
/// </summary>
internal static partial class ScriptedSite
{
    public static SiteConfiguration Astro(string script)
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
        };
    }

    public static SiteConfiguration Eleventy(string script, FrontMap metadata)
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
            ContentFolder = JekyllSite.Folder(literals.Text("input")),
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

    [GeneratedRegex("""\b([A-Za-z]{2,30})["']?\s{0,4}:\s{0,4}(?:"([^"\n]{0,300})"|'([^'\n]{0,300})')""", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex Literal();
}
