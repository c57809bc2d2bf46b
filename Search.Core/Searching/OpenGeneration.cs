using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Util;
using Search.Core.Analysis;
using Search.Core.Facets;
using Search.Core.Generations;
using Search.Core.Indexing;
using Search.Core.Model;
using Search.Core.Postings;
using Search.Core.Ranking;
using Search.Core.Suggest;
using Search.Core.Tagging;

namespace Search.Core.Searching;

/// <summary>
/// One generation opened for reading: the Lucene index, its columns and labels. Counts its users and closes when the last one has gone
/// and it is no longer current.
/// </summary>
internal sealed class OpenGeneration
{
    private static readonly HashSet<string> TextOnly = [IndexFields.Text];

    private readonly GenerationLease lease;
    private readonly PositionalDirectory directory;
    private readonly Lazy<FeatureRarity> rarity;
    private int users = 1;

    private OpenGeneration(GenerationLease lease, PositionalDirectory directory, DirectoryReader reader, Manifest manifest, SearchOptions options)
    {
        var profile = options.Profile;
        this.lease = lease;
        this.directory = directory;
        Reader = reader;
        Manifest = manifest;
        Profile = profile;
        var ranking = new Bm25(profile.K1, profile.B);
        Searcher = new(reader) { Similarity = ranking };
        Impacts = new(Searcher, s => new(profile.K1, Bm25.DocumentsOf(s), ranking.LengthFactors(s))) { ScoresEverything = options.ScoresEverything };
        Analysis = TextAnalysis.Of(TextLanguage.Of(SiteFile.Read(lease.Folder).Language));
        // Names and columns take about as long as each other.
        var names = Task.Run(ReadNames);
        Suggest = SuggestIndex.Read(Path.Combine(lease.Folder, GenerationFileNames.Suggest));
        Spelling = SpellingIndex.Read(Path.Combine(lease.Folder, GenerationFileNames.Spelling));
        Tags = FacetColumn(IndexFields.Tag, slug => TagCatalog!.BySlug(slug)?.Slug);
        Categories = FacetColumn(IndexFields.Category, _ => null);
        var personSlugs = new Lazy<Dictionary<string, string?>>(PersonSlugs);
        People = FacetColumn(IndexFields.Person, slug => personSlugs.Value.GetValueOrDefault(slug));
        var sources = SlugColumn.Read(reader, IndexFields.Source);
        Days = DayColumn.Read(reader, IndexFields.Day, IndexFields.Instant);
        Live = DocumentTables.Live(reader);
        Posts = DocumentsWith(new Term(IndexFields.Kind, LuceneDocuments.KindName(DocumentKind.Post)));
        Quotes = Live.Clone();
        Quotes.AndNot(Posts);
        GroupOf = DocumentTables.Groups(reader);
        (NewestFirst, OrderOf) = DocumentTables.Order(reader, Days);
        Sources = new(sources, SourceLabels(sources), _ => null);
        Recency = new(profile, NewestInstant());
        rarity = new(() => DocumentTables.Rarity(reader, NewestFirst, Posts));
        Related = new(this);
        Suggestions = new(this);
        Spellings = new(this);
        BasePath = BasePathOf(Path.Combine(lease.Folder, GenerationFileNames.Site));
        (PeopleBySlug, TagCatalog, Synonyms) = names.GetAwaiter().GetResult();
    }

    public DirectoryReader Reader { get; }

    public IndexSearcher Searcher { get; }

    /// <summary>The same index, searched without scoring every match where that is possible.</summary>
    public ImpactSearcher Impacts { get; }

    public Manifest Manifest { get; }

    public RankingProfile Profile { get; }

    /// <summary>How texts and queries become terms, in the language of the site.</summary>
    public TextAnalysis Analysis { get; }

    public LabelledColumn Tags { get; }

    public LabelledColumn Categories { get; }

    public LabelledColumn People { get; }

    /// <summary>Where the words of quotes were said or printed, as their owner names it.</summary>
    public LabelledColumn Sources { get; }

    public DayColumn Days { get; }

    public TagCatalog TagCatalog { get; }

    public SuggestIndex Suggest { get; }

    public SpellingIndex Spelling { get; }

    public IReadOnlyDictionary<string, PersonEntry> PeopleBySlug { get; }

    /// <summary>All documents that are not deleted.</summary>
    public FixedBitSet Live { get; }

    /// <summary>Those of them that are posts.</summary>
    public FixedBitSet Posts { get; }

    /// <summary>Those of them that are quotes.</summary>
    public FixedBitSet Quotes { get; }

    /// <summary>Documents by date, newest first; of one date, by id. Those without a date come last.</summary>
    public int[] NewestFirst { get; }

    /// <summary>A document's place in <see cref="NewestFirst"/>: breaks ties the same way in every build of the same content.</summary>
    public int[] OrderOf { get; }

    /// <summary>The number of the group of copies or of the series that a document belongs to; -1 for none.</summary>
    public int[] GroupOf { get; }

    public Recency Recency { get; }

    /// <summary>What likeness to the best hits counts as rare; made when it is first asked for.</summary>
    public FeatureRarity Rarity => rarity.Value;

    public RelatedCache Related { get; }

    /// <summary>Facets that were counted before.</summary>
    public FacetCache Facets { get; } = new();

    public SuggestionCache Suggestions { get; }

    public OtherSpellings Spellings { get; }

    public Synonyms Synonyms { get; }

    /// <summary>Path under which the site stands on its host; empty where it is the host's root.</summary>
    public string BasePath { get; }

    /// <exception cref="GenerationException">The generation is not whole.</exception>
    /// <exception cref="IndexUnavailableException">It was made by another version.</exception>
    public static OpenGeneration Open(GenerationStore store, string id, SearchOptions options)
    {
        var lease = store.Acquire(id);
        PositionalDirectory? directory = null;
        DirectoryReader? reader = null;
        try
        {
            var manifest = store.ReadManifest(id);
            if (manifest.SchemaHash != IndexFields.SchemaHash)
                throw new IndexUnavailableException("index-incompatible", $"Generation {id} was made by another version; index the content again.");
            if (store.QuickProblems(id) is [var problem, ..])
                throw new IndexUnavailableException("index-damaged", $"Generation {id} is not whole: {problem.Path}: {problem.Reason}");
            directory = new(store.FolderOf(id));
            reader = DirectoryReader.Open(directory);
            return new(lease, directory, reader, manifest, options);
        }
        catch
        {
            reader?.Dispose();
            directory?.Dispose();
            lease.Dispose();
            throw;
        }
    }

    /// <summary>False where it is closed already; otherwise <see cref="Release"/> must follow.</summary>
    public bool TryUse()
    {
        while (true)
        {
            var now = Volatile.Read(ref users);
            if (now == 0)
                return false;
            if (Interlocked.CompareExchange(ref users, now + 1, now) == now)
                return true;
        }
    }

    public void Release()
    {
        if (Interlocked.Decrement(ref users) > 0)
            return;
        Reader.Dispose();
        directory.Dispose();
        lease.Dispose();
    }

    public LabelledColumn Column(FacetField field) => field switch
    {
        FacetField.Tag => Tags,
        FacetField.Category => Categories,
        FacetField.Person => People,
        FacetField.Source => Sources,
        _ => throw new ArgumentOutOfRangeException(nameof(field), field, "Only tags, categories, people and sources are columns of labels."),
    };

    /// <summary>Number of the live document with a term; -1 where there is none.</summary>
    public int DocumentWith(string field, string value)
    {
        foreach (var leaf in Reader.Leaves)
        {
            var documents = leaf.AtomicReader.GetTermDocsEnum(new Term(field, value));
            while (documents is not null && documents.NextDoc() != DocIdSetIterator.NO_MORE_DOCS)
                if (leaf.AtomicReader.LiveDocs?.Get(documents.DocID) ?? true)
                    return leaf.DocBase + documents.DocID;
        }
        return -1;
    }

    /// <summary>Live documents with a term.</summary>
    public FixedBitSet DocumentsWith(Term term)
    {
        var found = new FixedBitSet(Reader.MaxDoc);
        foreach (var leaf in Reader.Leaves)
        {
            var documents = leaf.AtomicReader.GetTermDocsEnum(term);
            while (documents is not null && documents.NextDoc() != DocIdSetIterator.NO_MORE_DOCS)
                if (leaf.AtomicReader.LiveDocs?.Get(documents.DocID) ?? true)
                    found.Set(leaf.DocBase + documents.DocID);
        }
        return found;
    }

    public DocumentHead HeadOf(int document)
    {
        var segment = ReaderUtil.SubIndex(document, Reader.Leaves);
        var bytes = new BytesRef();
        // Doc values are not safe for use by several threads at once.
        var values = Reader.Leaves[segment].AtomicReader.GetBinaryDocValues(IndexFields.Head);
        values.Get(document - Reader.Leaves[segment].DocBase, bytes);
        return DocumentHead.FromBytes(bytes.Bytes.AsSpan(bytes.Offset, bytes.Length));
    }

    public PostSignature SignatureOf(int document)
    {
        var segment = Reader.Leaves[ReaderUtil.SubIndex(document, Reader.Leaves)];
        var bytes = new BytesRef();
        segment.AtomicReader.GetBinaryDocValues(IndexFields.Signature).Get(document - segment.DocBase, bytes);
        return PostSignature.FromBytes(bytes.Bytes.AsSpan(bytes.Offset, bytes.Length));
    }

    public string TextOf(int document) => Reader.Document(document, TextOnly).Get(IndexFields.Text) ?? "";

    public DocumentBody BodyOf(int document)
    {
        var stored = Reader.Document(document);
        var text = stored.Get(IndexFields.Text) ?? "";
        var bytes = stored.GetBinaryValue(IndexFields.Body);
        var body = DocumentBody.FromBytes(bytes.Bytes.AsSpan(bytes.Offset, bytes.Length));
        return body with
        {
            Post = body.Post is { } post ? post with { Text = text } : null,
            Quote = body.Quote is { } quote ? quote with { Text = text } : null,
        };
    }

    private (Dictionary<string, PersonEntry> People, TagCatalog Tags, Synonyms Synonyms) ReadNames()
    {
        var people = PeopleFile.Read(Path.Combine(lease.Folder, PeopleFile.Name)).ToDictionary(p => p.Slug, StringComparer.Ordinal);
        using var file = File.OpenRead(Path.Combine(lease.Folder, GenerationFileNames.Tags));
        var tags = TagCatalog.Read(file);
        return (people, tags, new(Reader, Analysis, tags, people.Values));
    }

    private LabelledColumn FacetColumn(string field, Func<string, string?> alias) =>
        new(SlugColumn.Read(Reader, field), LabelsFile.Read(Path.Combine(lease.Folder, LabelsFile.NameOf(field))), alias);

    // A source is the title of the quotes from it; it is shown as the newest of them writes it.
    private Dictionary<string, string> SourceLabels(SlugColumn sources)
    {
        var labels = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var document in sources.Count == 0 ? [] : NewestFirst)
            foreach (var ordinal in sources.Of(document))
                if (!labels.ContainsKey(sources.SlugOf(ordinal)))
                    labels.Add(sources.SlugOf(ordinal), HeadOf(document).Title);
        return labels;
    }

    // Slugs of other names that mean one person and no other.
    private Dictionary<string, string?> PersonSlugs()
    {
        var slugs = new Dictionary<string, string?>(StringComparer.Ordinal);
        foreach (var person in PeopleBySlug.Values)
            foreach (var alias in person.Aliases.Select(Text.Slug.Of).Distinct(StringComparer.Ordinal))
                slugs[alias] = slugs.ContainsKey(alias) ? null : person.Slug;
        return slugs;
    }

    private static string BasePathOf(string siteFile) =>
        Uri.TryCreate(File.ReadLines(siteFile).Skip(1).FirstOrDefault(), UriKind.Absolute, out var address) ? address.AbsolutePath.TrimEnd('/') : "";

    private long NewestInstant()
    {
        var created = Manifest.Created.ToUnixTimeSeconds();
        foreach (var document in NewestFirst)
            if (Days.InstantOf(document) <= created)
                return Days.InstantOf(document);
        return 0;
    }
}
