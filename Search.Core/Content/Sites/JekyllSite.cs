namespace Search.Core.Content;

/// <summary>What Jekyll's <c>_config.yml</c> says (jekyll/configuration.rb has the defaults).</summary>
internal static class JekyllSite
{
    private static readonly string[] DefaultExcluded = [".sass-cache", ".jekyll-cache", "gemfiles", "Gemfile", "Gemfile.lock", "node_modules", "vendor/bundle/", "vendor/cache/", "vendor/gems/", "vendor/ruby/"];

    public static SiteConfiguration From(FrontMap settings, string? customDomain, ProblemLogOf log)
    {
        var zone = settings["timezone"];
        return new SiteConfiguration
        {
            Generator = SiteGenerator.Jekyll,
            Settings = settings,
            Title = settings.Text("title") ?? settings.Text("name"),
            Url = SiteUrls.Host(settings.Text("url")) ?? customDomain,
            BaseUrl = SiteUrls.Base(settings.Text("baseurl")),
            Permalink = (settings.Map("collections")?.Map("posts"))?.Text("permalink") ?? settings.Text("permalink"),
            TimeZone = Zones.Find(zone?.AsText, zone?.Line ?? 0, log),
            Language = SiteUrls.LanguageTag(settings.Text("lang") ?? settings.Text("language") ?? settings.Text("locale")),
            Author = settings.Text("author") ?? settings.Map("author")?.Text("name"),
            PublishesFuture = settings.Flag("future") ?? false,
            PublishesDrafts = settings.Flag("show_drafts") ?? false,
            PublishesUnpublished = settings.Flag("unpublished") ?? false,
            ContentFolder = Folder(settings.Text("source")),
            Excluded = [.. DefaultExcluded, .. Strings(settings["exclude"])],
            Collections = CollectionsOf(settings["collections"]),
        };
    }

    public static string Folder(string? path)
    {
        path = (path ?? "").Replace('\\', '/').Trim().Trim('/');
        if (path.StartsWith("./", StringComparison.Ordinal))
            path = path[2..];
        return path is "." || path.Contains("..", StringComparison.Ordinal) ? "" : path;
    }

    private static Dictionary<string, FrontMap> CollectionsOf(FrontValue? value)
    {
        var collections = new Dictionary<string, FrontMap>();
        if (value is FrontMap map)
            foreach (var entry in map.Entries)
                collections[entry.Key] = entry.Value as FrontMap ?? FrontMap.Empty;
        else
            foreach (var name in Strings(value))
                collections[name] = FrontMap.Empty;
        return collections;
    }

    private static IEnumerable<string> Strings(FrontValue? value) => value switch
    {
        FrontList list => list.Items.Select(item => item.AsText).OfType<string>(),
        FrontScalar { AsText: { } text } => [text],
        _ => [],
    };
}
