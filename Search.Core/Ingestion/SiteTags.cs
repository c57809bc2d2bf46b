using Search.Core.Content;
using Search.Core.People;
using Search.Core.Tagging;

namespace Search.Core.Ingestion;

/// <summary>The tags of sources as indexing would know them, without an index: for reports on them.</summary>
public static class SiteTags
{
    /// <param name="paths">Folders or files with content.</param>
    /// <param name="options">Whether drafts and posts of the future count.</param>
    /// <param name="progress">Told how many posts were read.</param>
    /// <param name="cancel">Stops it.</param>
    /// <exception cref="DirectoryNotFoundException">A source does not exist.</exception>
    public static TagCatalog Read(IReadOnlyList<string> paths, IngestOptions options, Action<int>? progress = null, CancellationToken cancel = default)
    {
        var reader = new SiteReader(paths, options);
        var finder = new NameFinder(NameData.Default);
        var people = new PeopleCatalogBuilder(NameData.Default);
        var tags = new TagCatalogBuilder();
        foreach (var entry in reader.People)
            people.AddAuthority(entry);
        foreach (var entry in reader.Tags)
            tags.AddAuthority(entry);
        var posts = 0;
        foreach (var post in reader.Files().SelectMany(file => file.Read()).OfType<PostRead>().Select(read => read.Post))
        {
            cancel.ThrowIfCancellationRequested();
            people.Add(post.Date, NameFacts.Of(finder.Find(post)));
            tags.Add(post.Key, post.Tags, post.Date, LinkedTags.Of(post.Tags, post.Links));
            progress?.Invoke(++posts);
        }
        foreach (var person in people.Build().People.Where(p => p.Name.IsFull || p.IsAuthority))
            tags.AddPersonName(person.Label, person.UnmistakableAliases, person.IsAuthority);
        return tags.Build();
    }
}
