using Search.Core.Generations;
using Search.Core.Indexing;
using Search.Core.Model;
using Search.Core.Suggest;
using Search.Core.Tagging;

namespace Search.Core.Ingestion;

/// <summary>Makes the as-you-type index of a generation from what the generation holds.</summary>
internal static class SuggestFile
{
    /// <summary>How much a post counts against people and tags, which count their posts.</summary>
    private const int PostCount = 1;

    /// <summary>Other spellings of a tag that find it; the rarer ones are mostly slips, which typing errors find as well.</summary>
    private const int MostSpellings = 6;

    private const int KeepEvery = 1024;

    /// <summary>So many posts are read once; more are read again for each pass, as they are more than memory is for.</summary>
    private const int MostHeld = 20_000;

    /// <summary>Hash of what is suggested of a document or counted in it; 0 for a quote, of which nothing is.</summary>
    public static UInt128 HashOf(IndexDocument document)
    {
        if (document.Kind != DocumentKind.Post)
            return 0;
        var hash = new FactsHash();
        hash.Add(document.Id);
        hash.Add(document.Title);
        hash.Add(document.Headline);
        hash.Add(document.Url);
        hash.Add(document.Date?.UtcTicks ?? 0);
        hash.Add([.. document.Tags.Select(t => t.Label.Slug)]);
        hash.Add([.. document.Categories.Select(c => c.Slug)]);
        hash.Add([.. document.People.Select(p => p.Slug)]);
        return hash.Value;
    }

    /// <summary>Hash of all that <see cref="Write"/> goes by.</summary>
    /// <param name="files">Facts of all files.</param>
    /// <param name="names">Hash of the names that are suggested (<see cref="Collection.NamesHash"/>).</param>
    public static UInt128 HashOf(IReadOnlyList<FileFacts> files, UInt128 names)
    {
        var hash = new FactsHash();
        foreach (var document in files.SelectMany(f => f.Documents))
            hash.Add(document.Suggested);
        hash.Add(names);
        return hash.Value;
    }

    public static void Write(string folder, MemoryBound memory)
    {
        using var inventory = new IndexInventory(folder);
        var aliases = PeopleFile.Read(Path.Combine(folder, PeopleFile.Name)).ToDictionary(p => p.Slug, p => p.Aliases, StringComparer.Ordinal);
        TagCatalog tags;
        using (var file = File.OpenRead(Path.Combine(folder, GenerationFileNames.Tags)))
            tags = TagCatalog.Read(file);
        var people = Labels(folder, inventory, IndexFields.Person, SuggestionKind.Person, slug => SpellingsOf(tags.BySlug(slug)).Concat(aliases.GetValueOrDefault(slug) ?? [])).ToList();
        var persons = people.Select(p => p.Key).ToHashSet(StringComparer.Ordinal);
        // One entry for a person, though posts are tagged with the name as well.
        var topics = people
            .Concat(Labels(folder, inventory, IndexFields.Tag, SuggestionKind.Tag, slug => SpellingsOf(tags.BySlug(slug))).Where(t => !persons.Contains(t.Key)))
            .Concat(Labels(folder, inventory, IndexFields.Category, SuggestionKind.Category, _ => []));
        var posts = inventory.PostNames().Select((post, number) =>
        {
            if (number % KeepEvery == 0)
                memory.Keep();
            return new SuggestEntry(post.Title, SuggestionKind.Post, post.Id, post.Url, PostCount, post.Headline is { } headline ? [headline] : []);
        });
        var suggest = SuggestIndex.Build(topics, inventory.PostCount <= MostHeld ? [.. posts] : posts);
        AtomicFile.Write(Path.Combine(folder, GenerationFileNames.Suggest), suggest.Write);
    }

    private static List<string> SpellingsOf(KnownTag? tag) =>
        tag is null ? [] : [.. tag.Aliases.Select(a => a.Text).Where(text => text != tag.Label).Take(MostSpellings)];

    private static IEnumerable<SuggestEntry> Labels(
        string folder, IndexInventory inventory, string field, SuggestionKind kind, Func<string, IEnumerable<string>> aliasesOf)
    {
        var labels = LabelsFile.Read(Path.Combine(folder, LabelsFile.NameOf(field)));
        foreach (var (slug, count) in inventory.PostsBySlug(field).OrderBy(c => c.Key, StringComparer.Ordinal))
            yield return new(labels.GetValueOrDefault(slug, slug), kind, slug, null, count, [.. aliasesOf(slug)]);
    }
}
