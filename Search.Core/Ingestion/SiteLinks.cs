using Search.Core.Indexing;
using Search.Core.Model;

namespace Search.Core.Ingestion;

/// <summary>
/// The links between posts of a site: by source path or name (<c>s:</c>) and by URL (<c>u:</c>), resolved to ids once all posts are known.
/// </summary>
internal sealed class SiteLinks
{
    private readonly DocumentIds ids;
    private readonly Dictionary<UInt128, DocumentFacts> byPath = [];
    private readonly Dictionary<UInt128, DocumentFacts> byName = [];
    private readonly Dictionary<UInt128, DocumentFacts> byUrl = [];

    /// <remarks>Only documents that some link may mean are held, by hashes of 128 bits of what it may mean them by.</remarks>
    public SiteLinks(IEnumerable<DocumentFacts> documents, DocumentIds ids)
    {
        this.ids = ids;
        var meant = new HashSet<UInt128>();
        foreach (var document in documents)
            if (document.Details is { Links.Count: > 0 } details)
                foreach (var link in details.Links)
                    meant.UnionWith(Meanings(SourceOf(details), link).Select(meaning => meaning.Hash));
        if (meant.Count == 0)
            return;
        foreach (var document in documents)
        {
            if (document.Kind != DocumentKind.Post)
                continue;
            var details = document.Details;
            Add(byPath, details.Key, document);
            Add(byName, details.ProposedId, document);
            if (details.UrlPath is { } url)
                Add(byUrl, url, document);
        }

        void Add(Dictionary<UInt128, DocumentFacts> by, string name, DocumentFacts document)
        {
            if (KeyHash.Of(name) is var hash && meant.Contains(hash))
                by.TryAdd(hash, document);
        }
    }

    /// <summary>Targets that may be posts of the same site: source paths, relative URLs, and URLs on the post's own host.</summary>
    public static IReadOnlyList<string> Of(Post post)
    {
        var host = Uri.TryCreate(post.Url, UriKind.Absolute, out var own) ? own.Host : null;
        var targets = new List<string>();
        foreach (var link in post.Links)
        {
            // A link in a pasted list is no word of the article.
            if (link.Start < 0)
                continue;
            if (link.ToSource)
                targets.Add($"s:{link.Target}");
            else if (link.Target.StartsWith('/') && !link.Target.StartsWith("//", StringComparison.Ordinal)
                || host is not null && Uri.TryCreate(link.Target, UriKind.Absolute, out var target) && target.Host == host)
                targets.Add($"u:{LuceneDocuments.UrlPath(link.Target)}");
        }
        return [.. targets.Distinct(StringComparer.Ordinal)];
    }

    /// <summary>Ids of the posts that a document links to, without itself.</summary>
    public IReadOnlyList<string> TargetsOf(DocumentFacts document, string ownId)
    {
        var details = document.Details;
        if (details.Links.Count == 0)
            return [];
        var found = new List<string>();
        foreach (var link in details.Links)
            foreach (var (by, hash) in Meanings(SourceOf(details), link))
                if (by.TryGetValue(hash, out var target))
                {
                    if (ids.Of(target) is var id && id != ownId && !found.Contains(id))
                        found.Add(id);
                    break;
                }
        return found;
    }

    private static string SourceOf(DocumentDetails details) => details.Key[..details.Key.IndexOf('/', StringComparison.Ordinal)];

    // What a link may mean, the likeliest first.
    private IEnumerable<(Dictionary<UInt128, DocumentFacts> By, UInt128 Hash)> Meanings(string source, string link)
    {
        var target = link[2..];
        if (link[0] == 'u')
        {
            yield return (byUrl, KeyHash.Of(target));
            yield break;
        }
        var path = target.TrimStart('/');
        yield return (byPath, KeyHash.Of($"{source}/{path}"));
        var name = path[(path.LastIndexOf('/') + 1)..];
        yield return (byName, KeyHash.Of(name));
        if (name.LastIndexOf('.') is > 0 and var dot)
            yield return (byName, KeyHash.Of(name[..dot]));
    }
}
