using Search.Core.Model;

namespace Search.Core.Tagging;

/// <summary>Finds the tags of a post that also stand in it as links (in a list pasted under the text), with their targets: evidence that two tags mean one page.</summary>
public static class LinkedTags
{
    /// <summary>Target by tag as written; tags that link nowhere, or to several pages, are left out.</summary>
    public static IReadOnlyDictionary<string, string> Of(IReadOnlyList<string> tags, IReadOnlyList<Link> links)
    {
        ArgumentNullException.ThrowIfNull(tags);
        ArgumentNullException.ThrowIfNull(links);
        var found = new Dictionary<string, string>(StringComparer.Ordinal);
        if (tags.Count == 0 || links.Count == 0)
            return found;
        var targets = new Dictionary<string, string?>(StringComparer.Ordinal);
        foreach (var link in links)
        {
            var key = TagWords.Key(link.Text);
            if (key.Length > 0 && !link.ToSource)
                targets[key] = targets.TryGetValue(key, out var other) && other != link.Target ? null : link.Target;
        }
        foreach (var tag in tags)
            if (targets.GetValueOrDefault(TagWords.Key(tag)) is { Length: > 0 } target)
                found[tag] = target.TrimEnd('/');
        return found;
    }
}
