using System.Globalization;
using System.Net;

namespace Search.Api.Hosting;

/// <summary>
/// Everything that can be set of this host, read and checked once at start; all mistakes are told at once. From the command line, from
/// environment variables (<c>Search__Limits__MaxQueryChars</c>) and from <c>appsettings.json</c>.
/// </summary>
internal sealed record ApiSettings
{
    public required IndexPlace Index { get; init; }

    /// <summary>Folders and files to keep the index in step with; full paths that exist.</summary>
    public required IReadOnlyList<string> Content { get; init; }

    /// <summary>Sites whose pages may read the API; <c>*</c> for any.</summary>
    public required IReadOnlyList<string> CorsOrigins { get; init; }

    /// <summary>How long a cache may answer without asking.</summary>
    public required int MaxAgeSeconds
    {
        get;
        init
        {
            field = value;
            CacheControl = string.Create(CultureInfo.InvariantCulture, $"public, max-age={value}, must-revalidate");
        }
    }

    /// <summary>The same as a header says it.</summary>
    public string CacheControl { get; private init; } = "";

    /// <summary>Memory for answers that were made before; 0 for none.</summary>
    public required int MaxCachedMegabytes { get; init; }

    /// <summary>Reverse proxies, besides this machine, whose word on the caller's address is taken.</summary>
    public required IReadOnlyList<IPAddress> KnownProxies { get; init; }

    public required LimitSettings Limits { get; init; }

    /// <summary>The settings; <see cref="SettingsReader.Errors"/> of <paramref name="settings"/> says whether they may be used.</summary>
    public static ApiSettings Read(SettingsReader settings) => new()
    {
        Index = IndexPlace.Find(settings.Text("Search:Index", "index/ of the repository", "folder of the index (--index)"), settings),
        Content = ReadContent(settings),
        CorsOrigins = ReadOrigins(settings),
        MaxAgeSeconds = settings.WholeNumber("Search:Cache:MaxAgeSeconds", 10, 0, 31_536_000, "seconds that a cache may answer without asking whether the index has changed"),
        MaxCachedMegabytes = settings.WholeNumber("Search:Cache:MaxMegabytes", 64, 0, 65_536, "memory in megabytes for answers that may be asked for again; 0 keeps none"),
        KnownProxies = ReadProxies(settings),
        Limits = LimitSettings.Read(settings),
    };

    private static List<string> ReadContent(SettingsReader settings)
    {
        const string key = "Search:Content";
        var sources = new List<string>();
        foreach (var given in settings.Paths(key, "sources to keep the index in step with (--content)"))
        {
            if (IndexPlace.TryFullPath(given) is not { } path)
                settings.Reject(key, $"'{given}' is not a path");
            else if (!Directory.Exists(path) && !File.Exists(path))
                settings.Reject(key, $"'{given}' does not exist; it takes a folder or a file with posts");
            else if (!sources.Contains(path))
                sources.Add(path);
        }
        return sources;
    }

    private static IReadOnlyList<string> ReadOrigins(SettingsReader settings)
    {
        const string key = "Search:Cors:Origins";
        var origins = settings.List(key, "*", "*, or origins such as https://example.org", "sites whose pages may read the API");
        foreach (var origin in origins.Where(origin => origin != "*"))
            if (!Uri.TryCreate(origin, UriKind.Absolute, out var uri) || uri.Scheme is not ("http" or "https") || uri.GetLeftPart(UriPartial.Authority) != origin)
                settings.Reject(key, $"'{origin}' is not an origin; it takes scheme, host and port alone, such as https://example.org");
        return origins;
    }

    private static List<IPAddress> ReadProxies(SettingsReader settings)
    {
        const string key = "Search:KnownProxies";
        var proxies = new List<IPAddress>();
        foreach (var given in settings.List(key, "", "IP addresses", "reverse proxies, besides this machine, whose X-Forwarded-For is believed"))
        {
            if (IPAddress.TryParse(given, out var address))
                proxies.Add(address);
            else
                settings.Reject(key, $"'{given}' is not an IP address");
        }
        return proxies;
    }
}
