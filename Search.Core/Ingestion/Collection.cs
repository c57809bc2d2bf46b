using System.Buffers.Binary;
using System.IO.Hashing;
using System.Text;
using Search.Core.Model;
using Search.Core.Text;

namespace Search.Core.Ingestion;

/// <summary>
/// What must be known of the whole collection before one document can be indexed: unique ids, one label per slug, who is who. Made from
/// the ledger's facts alone, so that an incremental run need not read what did not change.
/// </summary>
internal sealed class Collection
{
    private readonly Dictionary<string, string> ids = new(StringComparer.Ordinal);
    private readonly LabelTable tags;
    private readonly LabelTable categories;
    private readonly LabelTable people;

    private SiteLinks? links;

    private Collection(LabelTable tags, LabelTable categories, LabelTable people)
    {
        this.tags = tags;
        this.categories = categories;
        this.people = people;
    }

    public LabelTable Tags => tags;

    public LabelTable Categories => categories;

    public LabelTable People => people;

    public static Collection Of(IEnumerable<FileFacts> files, IEnumerable<AuthorityEntry> peopleEntries, IEnumerable<AuthorityEntry> tagEntries)
    {
        var documents = files.SelectMany(f => f.Documents).ToList();
        var tags = new LabelTable();
        var categories = new LabelTable();
        var people = new LabelTable();
        foreach (var entry in tagEntries)
            tags.AddAuthority(entry);
        foreach (var entry in peopleEntries)
            people.AddAuthority(entry);
        foreach (var document in documents)
        {
            tags.Add(document.Tags);
            categories.Add(document.Categories);
            people.Add(document.People);
        }
        var collection = new Collection(tags, categories, people);
        collection.AssignIds(documents);
        collection.links = new(documents, collection.IdOf);
        return collection;
    }

    public string IdOf(string key) => ids[key];

    /// <summary>Ids of the posts that a document links to.</summary>
    public IReadOnlyList<string> LinksOf(DocumentFacts document) => links!.TargetsOf(document, IdOf(document.Key));

    /// <summary>The hash of all that decides how a document stands in the index; it is indexed anew when this changes.</summary>
    public UInt128 FingerprintOf(DocumentFacts document)
    {
        var hash = new XxHash128();
        Span<byte> number = stackalloc byte[16];
        BinaryPrimitives.WriteUInt128LittleEndian(number, document.ContentHash);
        hash.Append(number);
        Append(hash, IdOf(document.Key));
        foreach (var tag in document.Tags)
            Append(hash, tags.Resolve(tag));
        foreach (var category in document.Categories)
            Append(hash, categories.Resolve(category));
        foreach (var person in document.People)
            Append(hash, people.Resolve(person));
        foreach (var link in LinksOf(document))
            Append(hash, link);
        return hash.GetCurrentHashAsUInt128();
    }

    private static void Append(XxHash128 hash, Label? label)
    {
        Append(hash, label?.Slug ?? "");
        Append(hash, label?.Text ?? "");
    }

    private static void Append(XxHash128 hash, string text)
    {
        hash.Append(Encoding.UTF8.GetBytes(text));
        hash.Append([0]);
    }

    // Where two documents propose one id, parent folders are put before it, joined with '-', until they differ (the contract's rule).
    // Documents of one file (records) that repeat an id are told apart by a number.
    private void AssignIds(List<DocumentFacts> documents)
    {
        var taken = new HashSet<string>(StringComparer.Ordinal);
        var clashes = new List<List<DocumentFacts>>();
        foreach (var group in documents.GroupBy(d => d.ProposedId, StringComparer.Ordinal))
        {
            var same = group.ToList();
            if (same.Count == 1)
            {
                ids[same[0].Key] = group.Key;
                taken.Add(group.Key);
            }
            else
                clashes.Add(same);
        }
        foreach (var same in clashes)
        {
            var folders = same.Select(d => FoldersOf(d.Key)).ToList();
            var deepest = folders.Max(f => f.Length);
            var candidates = Candidates(same, folders, 0);
            for (var depth = 1; depth <= deepest && candidates.Distinct(StringComparer.Ordinal).Count() < same.Count; depth++)
                candidates = Candidates(same, folders, depth);
            for (var i = 0; i < same.Count; i++)
            {
                var id = candidates[i];
                for (var n = 2; !taken.Add(id); n++)
                    id = $"{candidates[i]}-{n}";
                ids[same[i].Key] = id;
            }
        }
    }

    private static List<string> Candidates(List<DocumentFacts> same, List<string[]> folders, int depth) =>
        [.. same.Select((d, i) => string.Join('-', folders[i].TakeLast(depth).Append(d.ProposedId)))];

    private static string[] FoldersOf(string key)
    {
        var path = key.Split('#')[0];
        var slash = path.LastIndexOf('/');
        return slash < 0 ? [] : path[..slash].Split('/', StringSplitOptions.RemoveEmptyEntries);
    }
}

/// <summary>
/// One label per slug: spellings that differ only in case, marks and punctuation are one, shown as most documents write it; what the
/// owner's file says comes first.
/// </summary>
internal sealed class LabelTable
{
    private readonly Dictionary<string, Dictionary<string, int>> spellings = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Label> authority = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Label> labels = new(StringComparer.Ordinal);

    public void AddAuthority(AuthorityEntry entry)
    {
        var slug = Slug.Of(entry.Name);
        if (slug.Length == 0)
            return;
        var label = new Label(slug, entry.Name);
        authority[slug] = label;
        foreach (var alias in entry.Aliases)
            if (Slug.Of(alias) is { Length: > 0 } aliasSlug)
                authority.TryAdd(aliasSlug, label);
    }

    public void Add(IReadOnlyList<string> raw)
    {
        foreach (var spelling in raw)
        {
            var slug = Slug.Of(spelling);
            if (slug.Length == 0)
                continue;
            if (!spellings.TryGetValue(slug, out var counts))
                spellings.Add(slug, counts = new(StringComparer.Ordinal));
            counts[spelling] = counts.GetValueOrDefault(spelling) + 1;
        }
    }

    /// <summary>Every label that a spelling of the content has, once.</summary>
    public IEnumerable<Label> Used => spellings.Keys.Select(s => Resolve(s)!.Value).DistinctBy(l => l.Slug, StringComparer.Ordinal);

    /// <summary>Null for a spelling without letters and digits.</summary>
    public Label? Resolve(string raw)
    {
        var slug = Slug.Of(raw);
        if (slug.Length == 0)
            return null;
        if (authority.TryGetValue(slug, out var known))
            return known;
        if (labels.TryGetValue(slug, out var label))
            return label;
        var text = spellings.TryGetValue(slug, out var counts)
            ? counts.OrderByDescending(c => c.Value).ThenBy(c => c.Key, StringComparer.Ordinal).First().Key
            : raw;
        label = new(slug, text.Trim());
        labels[slug] = label;
        return label;
    }
}
