using Search.Core.Content;
using Search.Core.Model;
using Search.Core.People;
using Search.Core.Tagging;

namespace Search.Bench.Evaluation;

/// <summary>The posts of a source, with the catalog of their tags.</summary>
internal static class TaggedPosts
{
    public static List<Post> Read(string path)
    {
        var source = ContentSource.Open(path);
        var reader = new ContentReader(source, new ReadOptions());
        return [.. source.Files().SelectMany(reader.Read).OfType<PostRead>().Select(read => read.Post)];
    }

    /// <summary>Names of the people that the texts name, as ingestion gives them to the catalog.</summary>
    public static IReadOnlyList<(string Name, IReadOnlyList<string> Aliases)> People(IEnumerable<Post> posts)
    {
        var finder = new NameFinder(NameData.Default);
        var builder = new PeopleCatalogBuilder(NameData.Default);
        foreach (var post in posts)
            builder.Add(post.Date, NameFacts.Of(finder.Find(post)));
        return [.. builder.Build().People.Where(person => person.Confidence >= 0.8 && person.Documents >= 2).Select(person => (person.Label, person.Aliases))];
    }

    public static TagCatalogBuilder Builder(IEnumerable<Post> posts, IReadOnlyList<(string Name, IReadOnlyList<string> Aliases)>? people = null)
    {
        var builder = new TagCatalogBuilder();
        foreach (var post in posts)
            builder.Add(post.Key, post.Tags, post.Date, LinkedTags.Of(post.Tags, post.Links));
        foreach (var (name, aliases) in people ?? [])
            builder.AddPersonName(name, aliases);
        return builder;
    }
}
