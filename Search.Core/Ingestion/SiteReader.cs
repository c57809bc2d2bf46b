using System.IO.Hashing;
using Search.Core.Analysis;
using Search.Core.Content;
using Search.Core.Indexing;
using Search.Core.Model;

namespace Search.Core.Ingestion;

/// <summary>
/// The sources of a run as one stream of files with unique paths, and their documents with unique keys.
/// </summary>
internal sealed class SiteReader
{
    private const int LanguageSample = 50;

    private readonly IngestOptions options;
    private readonly List<(string Label, ContentSource Source, ContentReader Reader)> sources = [];

    /// <exception cref="DirectoryNotFoundException">A source does not exist.</exception>
    public SiteReader(IReadOnlyList<string> paths, IngestOptions options)
    {
        this.options = options;
        var labels = new HashSet<string>(StringComparer.Ordinal);
        foreach (var path in paths)
        {
            var source = ContentSource.Open(path);
            var name = Path.GetFileName(source.Root.TrimEnd(Path.DirectorySeparatorChar));
            var label = name;
            for (var n = 2; !labels.Add(label); n++)
                label = $"{name}-{n}";
            var reader = new ContentReader(source, new ReadOptions { Drafts = options.Drafts, Future = options.Future, Clock = options.Clock });
            sources.Add((label, source, reader));
        }
    }

    public IEnumerable<AuthorityEntry> People => sources.SelectMany(s => s.Source.People);

    public IEnumerable<AuthorityEntry> Tags => sources.SelectMany(s => s.Source.Tags);

    public IEnumerable<ContentProblem> Problems => sources.SelectMany(s => s.Source.Problems);

    public string? SiteTitle => sources.Select(s => s.Source.Site.Title).FirstOrDefault(t => t is not null);

    public string? SiteUrl => sources.Select(s => s.Source.Site).Where(s => s.Url is not null).Select(s => s.Url + s.BaseUrl).FirstOrDefault();

    /// <summary>
    /// BCP 47 tag of the language that the texts are analyzed in: the one that a source names, or else what its first texts look like. Reads some of them.
    /// </summary>
    public string Language() => sources.Select(s => s.Source.Site.Language).FirstOrDefault(l => l is not null)
        ?? LanguageGuess.Of(Files().SelectMany(f => f.Read()).OfType<PostRead>().Select(p => p.Post.Text).Take(LanguageSample)).Code;

    /// <summary>Changes when all files must be read anew: other sources, other settings of a site, other options.</summary>
    public string Setup => string.Join('\n', sources.Select(s => $"{s.Label}\t{s.Source.ConfigurationHash}")) + $"\n{options.Drafts}\t{options.Future}";

    public IEnumerable<SourceFile> Files()
    {
        foreach (var (label, source, reader) in sources)
            foreach (var file in source.Files())
                yield return new(label, reader, file);
    }
}

/// <summary>A file of a run.</summary>
internal sealed record SourceFile(string SourceLabel, ContentReader Reader, ContentFile File)
{
    public string Path { get; } = $"{SourceLabel}/{File.Path}";

    /// <summary>Hash of the bytes as they are now; null where the file cannot be read, which reading it then reports.</summary>
    public UInt128? Hash()
    {
        try
        {
            using var stream = File.Open();
            var hash = new XxHash128();
            hash.Append(stream);
            return hash.GetCurrentHashAsUInt128();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>The same file, telling how many bytes are read of it when its documents are.</summary>
    public SourceFile Telling(Action<int> onRead) => this with { OnRead = onRead };

    private Action<int>? OnRead { get; init; }

    /// <summary>What the file gives, with keys that are unique over all sources.</summary>
    public IEnumerable<ReadItem> Read()
    {
        foreach (var item in Reader.Read(OnRead is null ? File : File with { OnRead = OnRead }))
            yield return item switch
            {
                PostRead { Post: var post } => new PostRead(post with { Key = $"{SourceLabel}/{post.Key}" }),
                QuoteRead { Quote: var quote } => new QuoteRead(quote with { Key = $"{SourceLabel}/{quote.Key}" }),
                _ => item,
            };
    }

    /// <summary>What the ledger keeps of a post; its names are still to be found.</summary>
    /// <param name="post">The post.</param>
    /// <param name="before">What was known of it before; null for a new one.</param>
    /// <param name="details">Takes what of it does not change.</param>
    /// <param name="bytes">The post as <see cref="DocumentBody"/> writes it.</param>
    public static DocumentFacts FactsOf(Post post, DocumentFacts? before, DetailsStore details, out byte[] bytes)
    {
        var sketch = ShingleSketch.Of(post);
        return WithWhatIsIndexed(new()
        {
            Trimmed = DocumentFacts.NamesToFind,
            HasSketch = sketch.Length > 0,
            Place = details.Add(new()
            {
                Key = post.Key,
                ProposedId = post.Id,
                Title = post.Title,
                UrlPath = LuceneDocuments.UrlPath(post.Url),
                Tags = post.Tags,
                Categories = post.Categories,
                Links = SiteLinks.Of(post),
                Sentences = SentenceUnits.HashesOf(post),
                Sketch = sketch,
            }),
            Kind = DocumentKind.Post,
            ContentHash = XxHash128.HashToUInt128(bytes = new DocumentBody { Post = post }.ToBytes()),
            Instant = post.Date?.ToUnixTimeSeconds() ?? long.MinValue,
            TagsHash = FactsHash.Of(post.Tags),
        }, before);
    }

    /// <summary>What the ledger keeps of a quote; the names of its speaker are still to be found.</summary>
    /// <param name="quote">The quote.</param>
    /// <param name="before">What was known of it before; null for a new one.</param>
    /// <param name="details">Takes what of it does not change.</param>
    /// <param name="bytes">The quote as <see cref="DocumentBody"/> writes it.</param>
    public static DocumentFacts FactsOf(Quote quote, DocumentFacts? before, DetailsStore details, out byte[] bytes) => WithWhatIsIndexed(new()
    {
        Speakers = quote.Speaker is { } speaker ? [speaker] : [],
        Place = details.Add(new() { Key = quote.Key, ProposedId = quote.Id, Tags = quote.Tags, Categories = quote.Categories }),
        Kind = DocumentKind.Quote,
        ContentHash = XxHash128.HashToUInt128(bytes = new DocumentBody { Quote = quote }.ToBytes()),
        Instant = quote.Date?.ToUnixTimeSeconds() ?? long.MinValue,
        TagsHash = FactsHash.Of(quote.Tags),
    }, before);

    private static DocumentFacts WithWhatIsIndexed(DocumentFacts now, DocumentFacts? before) => before is null ? now : now with
    {
        Names = before.Names,
        Speakers = now.Kind == DocumentKind.Quote ? now.Speakers : before.Speakers,
        Indexed = before.Indexed,
        Suggested = before.Suggested,
        QuotesInIndex = before.QuotesInIndex,
        ReadsAsIndexed = now.ContentHash == before.ContentHash,
        TrimmedInIndex = before.Trimmed,
    };
}
