using Search.Core.Model;
using Search.Core.People;
using Search.Core.Tagging;

namespace Search.Core.Ingestion;

/// <summary>
/// What must be known of the whole collection before one document can be indexed: unique ids, one spelling per tag, who is who, which links
/// lead where. Made from the ledger's facts alone, so that an incremental run need not read what did not change; and of that, what was made from the
/// same facts before is taken over.
/// </summary>
internal sealed class Collection
{
    private readonly NamesFile names;
    private readonly DocumentIds ids;
    private readonly SiteLinks links;
    private readonly RepeatedTexts repeated;

    private Collection(NamesFile names, Knowledge knowledge, DocumentIds ids, SiteLinks links, TagCatalog tags, LabelTable categories, PeopleCatalog people, RepeatedTexts repeated)
    {
        this.repeated = repeated;
        this.names = names;
        this.ids = ids;
        this.links = links;
        Knowledge = knowledge;
        Tags = tags;
        Categories = categories;
        People = people;
    }

    /// <summary>What this was made from.</summary>
    public Knowledge Knowledge { get; }

    /// <summary>False where it is what was known before other documents came.</summary>
    public bool IsSettled => Knowledge.IsSettled;

    public TagCatalog Tags { get; }

    /// <summary>True where <see cref="Tags"/> was made anew; false where it was taken over.</summary>
    public bool HasNewTags { get; private init; }

    public LabelTable Categories { get; }

    public PeopleCatalog People { get; }

    /// <summary>True where <see cref="People"/> was made anew; false where it was taken over.</summary>
    public bool HasNewPeople { get; private init; }

    /// <param name="files">Facts of all files.</param>
    /// <param name="names">The facts about names.</param>
    /// <param name="site">The owner's entries.</param>
    /// <param name="repeated">Which posts say the same.</param>
    /// <param name="before">What <paramref name="catalogs"/> were made from; null where there are none.</param>
    /// <param name="catalogs">Those of the base.</param>
    /// <param name="options">Whether tags count, and whether catalogs are taken over that were made from other facts.</param>
    /// <param name="cancel">Ends it between the catalogs.</param>
    public static Collection Of(
        IReadOnlyList<FileFacts> files, NamesFile names, SiteReader site, RepeatedTexts repeated, Knowledge? before, BaseCatalogs catalogs, IngestOptions options, CancellationToken cancel)
    {
        var documents = files.SelectMany(f => f.Documents);
        var people = new FactsHash();
        var tags = new FactsHash();
        var others = new FactsHash();
        var categories = new LabelTable();
        foreach (var document in documents)
        {
            people.Add(document.Instant);
            people.Add(document.Names.Hash);
            var details = document.Details;
            tags.Add(document.TagsHash);
            tags.Add(document.Instant);
            others.Add(details.Key);
            others.Add(details.ProposedId);
            others.Add(details.UrlPath);
            others.Add(details.Categories);
            categories.Add(details.Categories);
            if (repeated.Of(document) is not { } text)
                continue;
            others.Add(text.First.Details.Key);
            others.Add(text.CopyOf?.Details.Key);
            others.Add(text.Series);
        }
        var settleLater = before is not null && options.SettleLater;
        var oldPeople = settleLater || people.Value == before?.People ? catalogs.People : null;
        var known = oldPeople ?? PeopleOf(documents, names, site.People);
        cancel.ThrowIfCancellationRequested();
        foreach (var person in known.People)
        {
            tags.Add(person.Label);
            tags.Add([.. person.UnmistakableAliases]);
            tags.Add((person.IsAuthority ? 1 : 0) + (person.Name.IsFull ? 2 : 0));
        }
        var oldTags = settleLater || tags.Value == before?.Tags ? catalogs.Tags : null;
        var knownTags = oldTags ?? TagsOf(options.Recognition ? documents : [], known, site.Tags);
        cancel.ThrowIfCancellationRequested();
        var knowledge = new Knowledge(people.Value, tags.Value, others.Value);
        if (settleLater && knowledge != before)
            knowledge = new Knowledge(oldPeople is null ? people.Value : before!.People, oldTags is null ? tags.Value : before!.Tags, others.Value).Unsettled();
        var ids = DocumentIds.Of(documents);
        return new(names, knowledge, ids, new(documents, ids), knownTags, categories, known, repeated)
        {
            HasNewPeople = oldPeople is null,
            HasNewTags = oldTags is null,
        };
    }

    /// <summary>Hash of all names under which people, tags and categories are suggested.</summary>
    public UInt128 NamesHash()
    {
        var hash = new FactsHash();
        foreach (var person in People.People)
        {
            hash.Add(person.Slug);
            hash.Add(person.Label);
            hash.Add(person.Aliases);
        }
        foreach (var label in Tags.Tags.Select(t => new Label(t.Slug, t.Label)).Concat(Categories.Used.OrderBy(c => c.Slug, StringComparer.Ordinal)))
        {
            hash.Add(label.Slug);
            hash.Add(label.Text);
        }
        foreach (var tag in Tags.Tags)
            hash.Add([.. tag.Aliases.Select(a => a.Text)]);
        return hash.Value;
    }

    public string IdOf(DocumentFacts document) => ids.Of(document);

    /// <summary>Name of the group of copies or of the series that a document belongs to: the id of its first document; null for one that stands alone.</summary>
    public string? GroupOf(DocumentFacts document) => repeated.Of(document) is { } text ? IdOf(text.First) : null;

    /// <summary>Id of the document whose text a document has; null where it is no copy.</summary>
    public string? CopyOf(DocumentFacts document) => repeated.Of(document)?.CopyOf is { } original ? IdOf(original) : null;

    /// <summary>Words for the templated series that a document is part of; null for none.</summary>
    public string? SeriesOf(DocumentFacts document) => repeated.Of(document)?.Series;

    /// <summary>Ids of the posts that a document links to.</summary>
    public IReadOnlyList<string> LinksOf(DocumentFacts document) => links.TargetsOf(document, IdOf(document));

    /// <summary>The tags of spellings as written, without repeats, in the author's order.</summary>
    public IReadOnlyList<KnownTag> TagsOf(IReadOnlyList<string> raw) => [.. raw.Select(TagOf).OfType<KnownTag>().DistinctBy(t => t.Slug, StringComparer.Ordinal)];

    // Every spelling of the content stands in a catalog that was made of it; what a former one lacks it will have, and need not be guessed at.
    private KnownTag? TagOf(string raw) => IsSettled ? Tags.Resolve(raw) : Tags.Written(raw);

    /// <summary>The categories of spellings as written, without repeats, in the author's order.</summary>
    public IReadOnlyList<Label> CategoriesOf(IReadOnlyList<string> raw) =>
        [.. raw.Select(Categories.Resolve).OfType<Label>().DistinctBy(c => c.Slug, StringComparer.Ordinal)];

    /// <summary>The person of a speaker's full name as the collection knows it, or the one person of the document whose name ends so.</summary>
    public KnownPerson? SpeakerOf(string name, PersonResolution resolution)
    {
        if (People.FindByName(name) is { } known)
            return known;
        var ending = $" {name}";
        var candidates = resolution.People.Where(p => p.Person.Label.EndsWith(ending, StringComparison.OrdinalIgnoreCase)).Take(2).ToList();
        return candidates is [var only] ? only.Person : null;
    }

    /// <summary>The hash of all that decides how a document stands in the index; it is indexed anew when this changes.</summary>
    public UInt128 FingerprintOf(DocumentFacts document)
    {
        var facts = names.Read(document.Names);
        return FingerprintOf(document, People.Resolve(new DocumentNames { People = facts.People, Bylines = facts.Bylines }, document.Date));
    }

    /// <inheritdoc cref="FingerprintOf(DocumentFacts)"/>
    public UInt128 FingerprintOf(DocumentFacts document, PersonResolution resolution)
    {
        var hash = new FactsHash();
        hash.Add(document.ContentHash);
        hash.Add(document.Trimmed);
        var details = document.Details;
        hash.Add(IdOf(document));
        hash.Add(GroupOf(document));
        hash.Add(CopyOf(document));
        hash.Add(SeriesOf(document));
        foreach (var tag in TagsOf(details.Tags))
        {
            hash.Add(tag.Slug);
            hash.Add(tag.Label);
            hash.Add(tag.Boilerplate ? 1 : 0);
        }
        hash.Add(-1);
        foreach (var category in CategoriesOf(details.Categories))
        {
            hash.Add(category.Slug);
            hash.Add(category.Text);
        }
        hash.Add(-1);
        foreach (var person in resolution.ByLocal)
        {
            hash.Add(person?.Slug);
            hash.Add(person?.Label);
        }
        // They come by how often they are mentioned, of which the facts that are kept say nothing.
        foreach (var person in resolution.People.OrderBy(p => p.Person.Slug, StringComparer.Ordinal))
        {
            hash.Add(person.Person.Slug);
            hash.Add(DocumentBuilder.Confidence(person).ToString(System.Globalization.CultureInfo.InvariantCulture));
        }
        foreach (var person in resolution.Bylines)
            hash.Add(person.Slug);
        hash.Add(-1);
        foreach (var speaker in document.Speakers)
        {
            var person = SpeakerOf(speaker, resolution);
            hash.Add(person?.Slug);
            hash.Add(person?.Label);
        }
        hash.Add(LinksOf(document));
        return hash.Value;
    }

    private static PeopleCatalog PeopleOf(IEnumerable<DocumentFacts> documents, NamesFile names, IEnumerable<AuthorityEntry> owned)
    {
        var people = new PeopleCatalogBuilder(NameData.Default);
        foreach (var entry in owned)
            people.AddAuthority(entry);
        foreach (var document in documents)
            people.Add(document.Date, names.Read(document.Names));
        return people.Build();
    }

    private static TagCatalog TagsOf(IEnumerable<DocumentFacts> documents, PeopleCatalog people, IEnumerable<AuthorityEntry> owned)
    {
        var tags = new TagCatalogBuilder();
        foreach (var entry in owned)
            tags.AddAuthority(entry);
        foreach (var document in documents)
            tags.Add(document.Details.Key, document.Details.Tags, document.Date);
        // A word that is somebody's only name in one text may be anything as a tag.
        foreach (var person in people.People.Where(p => p.Name.IsFull || p.IsAuthority))
            tags.AddPersonName(person.Label, person.UnmistakableAliases, person.IsAuthority);
        return tags.Build();
    }
}
