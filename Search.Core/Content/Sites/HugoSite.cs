namespace Search.Core.Content;

/// <summary>What Hugo's configuration says.</summary>
internal static class HugoSite
{
    public static SiteConfiguration From(FrontMap settings, ProblemLogOf log)
    {
        var (host, path) = SiteUrls.Cut(settings.Text("baseURL"));
        var zone = settings["timeZone"];
        var parameters = settings.Map("params");
        var languages = settings.Map("languages");
        var main = settings.Text("defaultContentLanguage");
        var mainSettings = main is null ? null : languages?.Map(main);
        return new SiteConfiguration
        {
            Generator = SiteGenerator.Hugo,
            Settings = settings,
            Title = settings.Text("title") ?? mainSettings?.Text("title"),
            Url = host,
            BaseUrl = path,
            Permalink = Permalinks(settings)?.Text("posts"),
            TimeZone = Zones.Find(zone?.AsText, zone?.Line ?? 0, log),
            Language = SiteUrls.LanguageTag(settings.Text("locale") ?? settings.Text("languageCode") ?? mainSettings?.Text("languageCode") ?? main),
            Author = parameters?.Text("author") ?? parameters?.Map("author")?.Text("name") ?? settings.Map("author")?.Text("name"),
            PublishesFuture = settings.Flag("buildFuture") ?? false,
            PublishesDrafts = settings.Flag("buildDrafts") ?? false,
            ContentFolder = JekyllSite.Folder(settings.Text("contentDir") ?? "content"),
            Languages = languages is null ? [] : [.. languages.Entries.Select(entry => entry.Key.ToLowerInvariant())],
        };
    }

    /// <summary>Keys that the site reads a page's date (or <c>lastmod</c>) from before the usual ones; Hugo's own words for other places begin with a colon.</summary>
    public static IEnumerable<string> DateKeys(FrontMap settings, string which) => settings.Map("frontmatter")?[which] switch
    {
        FrontList list => list.Items.Select(item => item.AsText).OfType<string>(),
        FrontScalar { AsText: { } one } => [one],
        _ => [],
    };

    /// <summary>Patterns by section, whether configured for pages alone or for all.</summary>
    public static FrontMap? Permalinks(FrontMap settings) => settings.Map("permalinks") is { } all ? all.Map("page") ?? all : null;
}
