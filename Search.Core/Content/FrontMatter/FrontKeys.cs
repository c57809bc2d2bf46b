using System.Collections.Frozen;

namespace Search.Core.Content;

/// <summary>The keys that posts usually have, by which a misspelt one is recognised.</summary>
internal static class FrontKeys
{
    /// <summary>Keys whose value the reader uses, with the test that a value under a misspelt key must pass.</summary>
    private static readonly FrozenDictionary<string, Func<FrontValue, bool>> Used = new Dictionary<string, Func<FrontValue, bool>>
    {
        ["title"] = IsWords,
        ["date"] = value => value.AsText is { } text && DateReader.LooksLikeDate(text),
        ["tags"] = IsListing,
        ["categories"] = IsListing,
        ["excerpt"] = IsWords,
        ["description"] = IsWords,
        ["permalink"] = value => value.AsText is { } text && text.StartsWith('/'),
        ["published"] = IsFlag,
        ["draft"] = IsFlag,
    }.ToFrozenDictionary();

    private static readonly FrozenSet<string> Known = new[]
    {
        "title", "date", "tags", "tag", "categories", "category", "excerpt", "description", "summary", "permalink", "slug", "url", "draft", "published",
        "publish", "author", "authors", "lastmod", "last_modified_at", "last-modified-at", "modified", "updated", "update", "created", "layout", "lang", "language", "locale",
        "people", "keywords", "image", "images", "cover", "toc", "comments", "comment", "aliases", "alias", "redirect_from", "redirect_to", "weight", "type", "series", "subtitle",
        "headline", "id", "pubdate", "pubDate", "updatedDate", "publishDate", "publishdate", "expiryDate", "expirydate", "linktitle", "markup", "math", "mathjax", "featured",
        "pin", "pinned", "sticky", "header", "footer", "link", "links", "source", "sources", "status", "topic", "topics", "menu", "nav", "order", "sitemap", "search", "seo",
        "share", "show_excerpt", "classes", "class", "css", "style", "styles", "script", "scripts", "js", "theme", "template", "ref", "refs", "hero", "banner", "thumbnail",
        "teaser", "video", "audio", "podcast", "gallery", "photo", "photos", "data", "name", "names", "email", "twitter", "github", "linkedin", "location", "place", "event",
        "time", "year", "month", "day", "ages", "pages", "page", "tabs", "tale", "taxonomies", "taxonomy", "extra", "params", "resources", "outputs", "cascade", "eleventyNavigation",
        "collection", "collections", "section", "sections", "readtime", "reading_time", "wordcount", "license", "copyright", "speaker", "role", "text", "quote", "body", "content",
        "file", "files", "rate", "rating", "state", "title_en", "titles", "site", "note", "notes", "mode", "base", "case", "late", "code", "node", "size",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    public static bool IsKnown(string key) => Known.Contains(key);

    /// <summary>True for a key whose value is a list of names, even where it is written as one.</summary>
    public static bool IsOfNames(string key) => key.ToLowerInvariant() is "tags" or "tag" or "categories" or "category" or "people" or "authors" or "keywords";

    /// <summary>
    /// The key that was meant by an unknown one: the nearest used key that is absent, at most one edit away (two from eight letters on),
    /// whose kind of value it has.
    /// </summary>
    public static string? Meant(string key, FrontValue value, Func<string, bool> isPresent)
    {
        if (IsKnown(key) || key.Length is < 3 or > 20)
            return null;
        var lower = key.ToLowerInvariant();
        string? best = null;
        var bestDistance = int.MaxValue;
        foreach (var (candidate, fits) in Used)
        {
            if (isPresent(candidate))
                continue;
            var distance = EditDistance(lower, candidate);
            var allowed = candidate.Length >= 8 ? 2 : 1;
            if (distance <= allowed && (distance < bestDistance || (distance == bestDistance && string.CompareOrdinal(candidate, best) < 0)) && fits(value))
                (best, bestDistance) = (candidate, distance);
        }
        return best;
    }

    private static bool IsWords(FrontValue value) => value.AsText is { Length: > 0 };

    private static bool IsFlag(FrontValue value) => value is FrontScalar { AsFlag: not null };

    private static bool IsListing(FrontValue value) => value is FrontList || value.AsText is { Length: > 0 };

    /// <summary>Edits between two words, where exchanging two neighbours is one edit (optimal string alignment).</summary>
    internal static int EditDistance(string a, string b)
    {
        var distance = new int[a.Length + 1, b.Length + 1];
        for (var i = 0; i <= a.Length; i++)
            distance[i, 0] = i;
        for (var j = 0; j <= b.Length; j++)
            distance[0, j] = j;
        for (var i = 1; i <= a.Length; i++)
            for (var j = 1; j <= b.Length; j++)
            {
                var cost = a[i - 1] == b[j - 1] ? 0 : 1;
                distance[i, j] = Math.Min(Math.Min(distance[i - 1, j] + 1, distance[i, j - 1] + 1), distance[i - 1, j - 1] + cost);
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                    distance[i, j] = Math.Min(distance[i, j], distance[i - 2, j - 2] + 1);
            }
        return distance[a.Length, b.Length];
    }
}
