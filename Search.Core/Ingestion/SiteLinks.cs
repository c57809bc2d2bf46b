using Search.Core.Indexing;
using Search.Core.Model;

namespace Search.Core.Ingestion;

/// <summary>
/// The links between posts of a site: by source path or name (<c>s:</c>) and by URL (<c>u:</c>), resolved to ids once all posts are known.
/// </summary>
internal sealed class SiteLinks
{
    private readonly Dictionary<string, string> idsByPath = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> idsByName = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> idsByUrl = new(StringComparer.Ordinal);

    public SiteLinks(IEnumerable<DocumentFacts> documents, DocumentIds ids)
    {
        if (!documents.Any(d => d.Links.Count > 0))
            return;
        foreach (var document in documents)
        {
            if (document.Kind != DocumentKind.Post)
                continue;
            var id = ids.Of(document);
            idsByPath.TryAdd(document.Key, id);
            idsByName.TryAdd(document.ProposedId, id);
            if (document.UrlPath is { } url)
                idsByUrl.TryAdd(url, id);
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
        if (document.Links.Count == 0)
            return [];
        var source = document.Key[..document.Key.IndexOf('/', StringComparison.Ordinal)];
        var ids = new List<string>();
        foreach (var link in document.Links)
            if (Resolve(source, link) is { } id && id != ownId && !ids.Contains(id))
                ids.Add(id);
        return ids;
    }

    private string? Resolve(string source, string link)
    {
        var target = link[2..];
        if (link[0] == 'u')
            return idsByUrl.GetValueOrDefault(target);
        var path = target.TrimStart('/');
        if (idsByPath.TryGetValue($"{source}/{path}", out var id))
            return id;
        var name = path[(path.LastIndexOf('/') + 1)..];
        var dot = name.LastIndexOf('.');
        return idsByName.GetValueOrDefault(name) ?? (dot > 0 ? idsByName.GetValueOrDefault(name[..dot]) : null);
    }
}
