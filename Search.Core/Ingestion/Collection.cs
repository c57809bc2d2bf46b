using System.Buffers.Binary;
using System.IO.Hashing;
using System.Text;
using Search.Core.Model;
using Search.Core.People;
using Search.Core.Tagging;

namespace Search.Core.Ingestion;

/// <summary>
/// What must be known of the whole collection before one document can be indexed: unique ids, one spelling per tag, who is who, which links
/// lead where. Made from the ledger's facts alone, so that an incremental run need not read what did not change.
/// </summary>
internal sealed class Collection
{
    private readonly DocumentIds ids;
    private readonly SiteLinks links;

    private readonly RepeatedTexts repeated;

    private Collection(DocumentIds ids, SiteLinks links, TagCatalog tags, LabelTable categories, PeopleCatalog people, RepeatedTexts repeated)
    {
        this.ids = ids;
        this.repeated = repeated;
        this.links = links;
        Tags = tags;
        Categories = categories;
        People = people;
    }

    public TagCatalog Tags { get; }

    public LabelTable Categories { get; }

    public PeopleCatalog People { get; }

    public static Collection Of(IEnumerable<FileFacts> files, IEnumerable<AuthorityEntry> peopleEntries, IEnumerable<AuthorityEntry> tagEntries, RepeatedTexts repeated)
    {
        var documents = files.SelectMany(f => f.Documents).ToList();
        var people = new PeopleCatalogBuilder(NameData.Default);
        var tags = new TagCatalogBuilder();
        var categories = new LabelTable();
        foreach (var entry in peopleEntries)
            people.AddAuthority(entry);
        foreach (var entry in tagEntries)
            tags.AddAuthority(entry);
        foreach (var document in documents)
        {
            people.Add(document.Date, document.Names);
            tags.Add(document.Key, document.Tags, document.Date);
            categories.Add(document.Categories);
        }
        var known = people.Build();
        // A word that is somebody's only name in one text may be anything as a tag.
        foreach (var person in known.People.Where(p => p.Name.IsFull || p.IsAuthority))
            tags.AddPersonName(person.Label, person.UnmistakableAliases, person.IsAuthority);
        var ids = DocumentIds.Of(documents);
        return new(ids, new(documents, ids.Of), tags.Build(), categories, known, repeated);
    }

    public string IdOf(string key) => ids.Of(key);

    /// <summary>Name of the group of copies or of the series that a document belongs to: the id of its first document; null for one that stands alone.</summary>
    public string? GroupOf(string key) => repeated.Of(key) is { } text ? IdOf(text.Key) : null;

    /// <summary>Id of the document whose text a document has; null where it is no copy.</summary>
    public string? CopyOf(string key) => repeated.Of(key)?.CopyOf is { } original ? IdOf(original) : null;

    /// <summary>Words for the templated series that a document is part of; null for none.</summary>
    public string? SeriesOf(string key) => repeated.Of(key)?.Series;

    /// <summary>Ids of the posts that a document links to.</summary>
    public IReadOnlyList<string> LinksOf(DocumentFacts document) => links.TargetsOf(document, IdOf(document.Key));

    /// <summary>The tags of spellings as written, without repeats, in the author's order.</summary>
    public IReadOnlyList<KnownTag> TagsOf(IReadOnlyList<string> raw) => [.. raw.Select(Tags.Resolve).OfType<KnownTag>().DistinctBy(t => t.Slug, StringComparer.Ordinal)];

    /// <summary>The categories of spellings as written, without repeats, in the author's order.</summary>
    public IReadOnlyList<Label> CategoriesOf(IReadOnlyList<string> raw) =>
        [.. raw.Select(Categories.Resolve).OfType<Label>().DistinctBy(c => c.Slug, StringComparer.Ordinal)];

    /// <summary>The hash of all that decides how a document stands in the index; it is indexed anew when this changes.</summary>
    public UInt128 FingerprintOf(DocumentFacts document)
    {
        var hash = new XxHash128();
        Span<byte> number = stackalloc byte[16];
        BinaryPrimitives.WriteUInt128LittleEndian(number, document.ContentHash);
        hash.Append(number);
        BinaryPrimitives.WriteUInt128LittleEndian(number, document.Trimmed);
        hash.Append(number);
        Append(hash, IdOf(document.Key));
        Append(hash, GroupOf(document.Key) ?? "");
        Append(hash, CopyOf(document.Key) ?? "");
        Append(hash, SeriesOf(document.Key) ?? "");
        foreach (var tag in TagsOf(document.Tags))
        {
            Append(hash, tag.Slug);
            Append(hash, tag.Label);
            Append(hash, tag.Boilerplate ? "b" : "");
        }
        foreach (var category in CategoriesOf(document.Categories))
        {
            Append(hash, category.Slug);
            Append(hash, category.Text);
        }
        foreach (var person in People.Resolve(new DocumentNames { People = document.Names.People, Bylines = document.Names.Bylines }, document.Date).ByLocal)
        {
            Append(hash, person?.Slug ?? "");
            Append(hash, person?.Label ?? "");
        }
        foreach (var link in LinksOf(document))
            Append(hash, link);
        return hash.GetCurrentHashAsUInt128();
    }

    private static void Append(XxHash128 hash, string text)
    {
        hash.Append(Encoding.UTF8.GetBytes(text));
        hash.Append([0]);
    }
}
