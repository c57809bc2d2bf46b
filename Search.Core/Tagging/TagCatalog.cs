namespace Search.Core.Tagging;

/// <summary>
/// The tags of a collection: one spelling for each, and from every spelling the way to it. Immutable; made by
/// <see cref="TagCatalogBuilder"/> or read from a stream.
/// </summary>
public sealed class TagCatalog
{
    private readonly Dictionary<string, int> _bySlug = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _byRaw = new(StringComparer.Ordinal);
    // Other spellings are many, and most runs and most questions ask for none of them.
    private readonly Lazy<Dictionary<string, int>> _byOldSlug;
    private readonly Lazy<Dictionary<string, int>> _byKey;
    private readonly SpellingReader _reader;

    /// <param name="tags">The tags; slugs and spellings are unique.</param>
    /// <param name="endings">Keys of parts that stand behind many names in the collection.</param>
    /// <param name="documents">How many posts were read.</param>
    internal TagCatalog(IReadOnlyList<KnownTag> tags, IEnumerable<string> endings, int documents)
    {
        Tags = tags;
        Documents = documents;
        _reader = new SpellingReader(endings);
        for (var i = 0; i < tags.Count; i++)
        {
            _bySlug.Add(tags[i].Slug, i);
            foreach (var alias in tags[i].Aliases)
                _byRaw.TryAdd(alias.Text, i);
        }
        _bySlug.Remove("");
        _byOldSlug = new Lazy<Dictionary<string, int>>(OldSlugs);
        _byKey = new Lazy<Dictionary<string, int>>(Keys);
    }

    // A letter in a word, or two in one of several words.
    private const double SureSlip = 0.7;

    /// <summary>All tags, the most frequent first, equal ones by slug.</summary>
    public IReadOnlyList<KnownTag> Tags { get; }

    /// <summary>How many posts were read.</summary>
    public int Documents { get; }

    internal IReadOnlyList<string> Endings => _reader.Endings;

    /// <summary>
    /// The tag that a spelling as written belongs to: exactly, then by its words without case, punctuation and marks, then without what
    /// only stands beside the name (titles, parties, acronyms in brackets, sites, offices). Null where no tag is meant for certain.
    /// </summary>
    public KnownTag? Resolve(string raw)
    {
        ArgumentNullException.ThrowIfNull(raw);
        if (Written(raw) is { } written)
            return written;
        var keys = _byKey.Value;
        if (keys.TryGetValue(TagWords.Key(TagText.Clean(raw)), out var index))
            return Tags[index];
        foreach (var key in KeysOf(_reader.Read(raw)))
            if (keys.TryGetValue(key, out index))
                return Tags[index];
        return null;
    }

    /// <summary>The tag that has exactly this spelling; null where none has.</summary>
    public KnownTag? Written(string raw)
    {
        ArgumentNullException.ThrowIfNull(raw);
        return _byRaw.TryGetValue(raw, out var index) || _byRaw.TryGetValue(raw.Trim(), out index) ? Tags[index] : null;
    }

    /// <summary>The tag of a slug; the slugs of its other spellings lead to it as well. Null where there is none.</summary>
    public KnownTag? BySlug(string slugOrOldSlug)
    {
        ArgumentNullException.ThrowIfNull(slugOrOldSlug);
        if (_bySlug.TryGetValue(slugOrOldSlug, out var index) || _byOldSlug.Value.TryGetValue(slugOrOldSlug, out index))
            return Tags[index];
        var slug = Text.Slug.Of(slugOrOldSlug);
        return _bySlug.TryGetValue(slug, out index) || _byOldSlug.Value.TryGetValue(slug, out index) ? Tags[index] : null;
    }

    /// <summary>The frequent tag that a rare one is very likely a slip of; null for a tag that is none.</summary>
    public KnownTag? SlipOf(KnownTag tag)
    {
        ArgumentNullException.ThrowIfNull(tag);
        foreach (var proposal in tag.Proposals)
            if (proposal is { Evidence: TagEvidence.Misspelling, Score: >= SureSlip } && BySlug(proposal.Slug) is { } right && right.Posts > tag.Posts && !tag.Authoritative)
                return right;
        return null;
    }

    /// <summary>Writes the catalog: the same catalog gives the same bytes.</summary>
    public void Write(Stream stream) => TagCatalogFile.Write(this, stream);

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    /// <exception cref="InvalidDataException">The stream is no catalog, of another version, cut off or damaged.</exception>
    public static TagCatalog Read(Stream stream) => TagCatalogFile.Read(stream);

    private Dictionary<string, int> OldSlugs()
    {
        var slugs = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < Tags.Count; i++)
            foreach (var alias in Tags[i].Aliases)
                slugs.TryAdd(Text.Slug.Of(alias.Text), i);
        slugs.Remove("");
        return slugs;
    }

    // Tags stand in the order of their weight: where two share a key, the more frequent one answers for spellings not seen before.
    // Labels come first, then spellings as written, then what is left of them without their sides.
    private Dictionary<string, int> Keys()
    {
        var keys = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < Tags.Count; i++)
            keys.TryAdd(TagWords.Key(Tags[i].Label), i);
        for (var i = 0; i < Tags.Count; i++)
            foreach (var alias in Tags[i].Aliases)
                keys.TryAdd(TagWords.Key(TagText.Clean(alias.Text)), i);
        for (var i = 0; i < Tags.Count; i++)
            foreach (var alias in Tags[i].Aliases)
                foreach (var key in KeysOf(_reader.Read(alias.Text)))
                    keys.TryAdd(key, i);
        keys.Remove("");
        return keys;
    }

    private static IEnumerable<string> KeysOf(TagSpelling spelling)
    {
        yield return spelling.Key;
        if (TagWords.Compact(spelling.Key) is { } compact)
            yield return compact;
    }
}
