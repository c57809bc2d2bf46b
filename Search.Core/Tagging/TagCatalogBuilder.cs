using System.IO.Hashing;
using System.Runtime.InteropServices;
using Search.Core.Model;
using Search.Core.Text;

namespace Search.Core.Tagging;

/// <summary>
/// Collects the tags of a collection, post by post, and builds its <see cref="TagCatalog"/>. Memory grows with the distinct tags and
/// their uses (four bytes each), not with the posts' texts. The order of adding does not matter.
/// </summary>
public sealed class TagCatalogBuilder
{
    private readonly Dictionary<string, RawTag> _raws = new(StringComparer.Ordinal);
    private readonly HashSet<ulong> _documents = [];
    private readonly List<AuthorityEntry> _authority = [];
    private readonly Dictionary<string, PersonAlias> _people = new(StringComparer.Ordinal);

    /// <summary>Adds a post's tags as written. A post added twice counts once.</summary>
    /// <param name="documentKey">The post's key.</param>
    /// <param name="rawTags">Tags as written; blank ones are skipped, repeats count once.</param>
    /// <param name="date">The post's date where it has one.</param>
    /// <param name="targets">For tags whose words are links in the post: the target by tag as written. Evidence for proposals.</param>
    public void Add(string documentKey, IReadOnlyList<string> rawTags, DateTimeOffset? date, IReadOnlyDictionary<string, string>? targets = null)
    {
        ArgumentNullException.ThrowIfNull(documentKey);
        ArgumentNullException.ThrowIfNull(rawTags);
        if (!_documents.Add(XxHash64.HashToUInt64(MemoryMarshal.AsBytes(documentKey.AsSpan()))))
            return;
        var post = _documents.Count - 1;
        foreach (var written in rawTags)
        {
            var text = written.Trim();
            if (text.Length == 0)
                continue;
            if (!_raws.TryGetValue(text, out var raw))
                _raws.Add(text, raw = new RawTag(text));
            raw.Use(post, date);
            if (targets is not null && targets.TryGetValue(written, out var target))
                raw.LinksTo(target);
        }
    }

    /// <summary>Adds an entry of the owner's file: its label, kind and aliases outrank all that is inferred.</summary>
    public void AddAuthority(AuthorityEntry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        _authority.Add(entry);
    }

    /// <summary>
    /// Adds a person known from the texts or from the owner's file. A spelling given for two people is ambiguous and decides nothing. What the
    /// texts say joins only names that differ in initials; other forms, and those of a single word, are proposed. What the owner says holds.
    /// </summary>
    public void AddPersonName(string canonical, IEnumerable<string> aliases, bool fromOwner = false)
    {
        ArgumentNullException.ThrowIfNull(canonical);
        ArgumentNullException.ThrowIfNull(aliases);
        foreach (var alias in aliases.Prepend(canonical))
        {
            var key = TagWords.Key(alias);
            if (key.Length == 0)
                continue;
            if (_people.TryGetValue(key, out var other) && other.FromOwner && !fromOwner)
                continue;
            var clash = other is not null && other.Name != canonical && other.FromOwner == fromOwner;
            _people[key] = new PersonAlias(clash ? null : canonical, fromOwner);
        }
    }

    /// <summary>Builds the catalog of what was added so far.</summary>
    public TagCatalog Build()
    {
        var raws = _raws.Values.ToArray();
        Array.Sort(raws, static (a, b) => string.CompareOrdinal(a.Text, b.Text));
        var endings = EndingFinder.Find(raws);
        var reader = new SpellingReader(endings);
        var spellings = Array.ConvertAll(raws, raw => reader.Read(raw.Text));
        var groups = new SpellingGrouper(raws, spellings, _authority, _people, reader).Group();
        var kinds = new KindReader(raws, _documents.Count);
        foreach (var group in groups)
            kinds.Decide(group);
        TagSpread.Mark(groups, _documents.Count);
        foreach (var group in groups)
            group.Label = TagLabel.Of(group);
        TagLabel.TellApart(groups);
        NameSlugs(groups);
        new ProposalFinder(groups, _people).Find();
        var tags = groups.ConvertAll(group => Known(group));
        tags.Sort(static (a, b) => a.Posts != b.Posts ? b.Posts.CompareTo(a.Posts) : string.CompareOrdinal(a.Slug, b.Slug));
        return new TagCatalog(tags, endings, _documents.Count);
    }

    // Slugs do not depend on counts, so that they stay when posts are added: the owner's tags first, then the plainest label.
    private static void NameSlugs(List<TagGroup> groups)
    {
        var taken = new HashSet<string>(StringComparer.Ordinal);
        var order = groups.ConvertAll(group => (Group: group, Plain: Slug.Of(group.Label)));
        order.Sort(static (a, b) =>
        {
            if (a.Group.Authority is null != b.Group.Authority is null)
                return a.Group.Authority is null ? 1 : -1;
            var length = (a.Group.Label.Length - a.Plain.Length).CompareTo(b.Group.Label.Length - b.Plain.Length);
            if (length != 0)
                return length;
            var label = string.CompareOrdinal(a.Group.Label, b.Group.Label);
            return label != 0 ? label : string.CompareOrdinal(a.Group.Raws.Count > 0 ? a.Group.Raws[0].Text : "", b.Group.Raws.Count > 0 ? b.Group.Raws[0].Text : "");
        });
        foreach (var (group, plain) in order)
        {
            var slug = TagLabel.SlugOf(group.Label, plain);
            var free = slug;
            for (var n = 2; !taken.Add(free); n++)
                free = $"{slug}-{n}";
            group.Slug = free;
        }
    }

    private static KnownTag Known(TagGroup group)
    {
        var aliases = group.Raws.Select(raw => new TagAlias(raw.Text, raw.Posts.Count)).ToList();
        var seen = aliases.Select(alias => alias.Text).ToHashSet(StringComparer.Ordinal);
        if (group.Authority is { } entry)
            aliases.AddRange(entry.Aliases.Prepend(entry.Name).Where(alias => alias.Trim().Length > 0 && seen.Add(alias)).Select(alias => new TagAlias(alias, 0)));
        aliases.Sort(static (a, b) => a.Posts != b.Posts ? b.Posts.CompareTo(a.Posts) : string.CompareOrdinal(a.Text, b.Text));
        return new KnownTag
        {
            Slug = group.Slug,
            Label = group.Label,
            Kind = group.Kind,
            Confidence = group.Confidence,
            Aliases = aliases,
            Posts = group.Posts.Length,
            Boilerplate = group.Boilerplate,
            Proposals = group.Proposals,
            PersonName = group.NamesPerson ? group.KnownPerson ?? group.Label : null,
            Authoritative = group.Authority is not null,
            First = group.Raws.Min(raw => raw.First),
            Last = group.Raws.Max(raw => raw.Last),
        };
    }
}
