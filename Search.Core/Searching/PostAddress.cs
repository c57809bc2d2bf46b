using Search.Core.Indexing;

namespace Search.Core.Searching;

/// <summary>
/// Finds a post by an address as pages, feeds and readers have it: with any host or none, http or https, with or without the site's base path, a trailing
/// slash, <c>index.html</c>, <c>.html</c>, a query or fragment.
/// </summary>
internal static class PostAddress
{
    private const string Html = ".html";

    /// <summary>Number of the post; -1 where none has the address.</summary>
    public static int Find(OpenGeneration generation, string url)
    {
        // An address without a scheme, as pages give it to be of either.
        if (LuceneDocuments.UrlPath(url.StartsWith("//", StringComparison.Ordinal) ? $"https:{url}" : url) is not { } path)
            return -1;
        foreach (var form in Forms(path, generation.BasePath))
            if (generation.DocumentWith(IndexFields.UrlPath, form) is >= 0 and var document)
                return document;
        return -1;
    }

    // As it stands first: where two posts differ in nothing else, the exact one is meant.
    private static IEnumerable<string> Forms(string path, string basePath)
    {
        foreach (var inSite in InSite(path, basePath))
        {
            yield return inSite;
            if (inSite.EndsWith(Html, StringComparison.OrdinalIgnoreCase))
                yield return inSite[..^Html.Length];
            else
                yield return inSite + Html;
        }
    }

    private static IEnumerable<string> InSite(string path, string basePath)
    {
        yield return path;
        if (basePath.Length == 0)
            yield break;
        if (path.StartsWith(basePath + "/", StringComparison.Ordinal))
            yield return path[basePath.Length..];
        else
            yield return basePath + path;
    }
}
