namespace Search.Core.Content;

/// <summary>What Hexo's <c>_config.yml</c> says.</summary>
internal static class HexoSite
{
    public static SiteConfiguration From(FrontMap settings, ProblemLogOf log)
    {
        var (host, path) = SiteUrls.Cut(settings.Text("url"));
        var root = SiteUrls.Base(settings.Text("root"));
        return new SiteConfiguration
        {
            Generator = SiteGenerator.Hexo,
            Settings = settings,
            Title = settings.Text("title"),
            Url = host,
            BaseUrl = root.Length > 0 ? root : path,
            Permalink = settings.Text("permalink") ?? ":year/:month/:day/:title/",
            TimeZone = Zones.Find(settings.Text("timezone"), 0, log),
            Language = SiteUrls.LanguageTag(settings["language"] is FrontList { Items: [var first, ..] } ? first.AsText : settings.Text("language")),
            Author = settings.Text("author"),
            PublishesFuture = settings.Flag("future") ?? false,
            PublishesDrafts = settings.Flag("render_drafts") ?? false,
            ContentFolder = JekyllSite.Folder(settings.Text("source_dir") ?? "source"),
        };
    }
}
