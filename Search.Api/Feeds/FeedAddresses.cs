using Search.Core.Searching;

namespace Search.Api.Feeds;

/// <summary>Addresses in feeds and descriptions: absolute, under the name by which the caller reached this host.</summary>
internal static class FeedAddresses
{
    public static string Base(HttpContext http) => $"{http.Request.Scheme}://{http.Request.Host}{http.Request.PathBase}";

    /// <summary>This very address.</summary>
    public static string Self(HttpContext http) => $"{Base(http)}{http.Request.Path}{http.Request.QueryString}";

    /// <summary>The same search as a page.</summary>
    public static string Page(HttpContext http) => $"{Base(http)}/search{http.Request.QueryString}";

    /// <summary>The name of an entry, the same in every feed and for ever: its permalink, or its id where it has none.</summary>
    public static string Id(Hit hit) => IsAbsolute(hit.Url) ? hit.Kind == Core.Model.DocumentKind.Post ? hit.Url! : $"{hit.Url}#{Uri.EscapeDataString(hit.Id)}" : $"urn:search:{hit.Kind.ToString().ToLowerInvariant()}:{Uri.EscapeDataString(hit.Id)}";

    public static bool IsAbsolute(string? url) => Uri.TryCreate(url, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https";

    public static string Title(SearchRequest request) => request.Query.Length > 0 ? $"Search: {request.Query}" : "Search: everything, newest first";
}
