namespace Search.Core.Content;

/// <summary>What Zola's <c>config.toml</c> says.</summary>
internal static class ZolaSite
{
    public static SiteConfiguration From(FrontMap settings)
    {
        var (host, path) = SiteUrls.Cut(settings.Text("base_url"));
        return new SiteConfiguration
        {
            Generator = SiteGenerator.Zola,
            Settings = settings,
            Title = settings.Text("title"),
            Url = host,
            BaseUrl = path,
            Language = SiteUrls.LanguageTag(settings.Text("default_language")),
            Author = settings.Text("author"),
            ContentFolder = "content",
        };
    }
}
