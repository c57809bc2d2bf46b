using System.Collections.Frozen;

namespace Search.Core.People;

/// <summary>
/// The people of a collection, and who is meant by a name in a document: by the document's own full names first, then by who is usually
/// meant, with whom and when. Immutable; may be used by many threads.
/// </summary>
public sealed class PeopleCatalog
{
    private readonly FrozenDictionary<string, int> _byForm;
    private readonly FrozenDictionary<string, PartMeaning> _byPart;
    private readonly IReadOnlyDictionary<int, Dictionary<int, int>> _company;
    private readonly FrozenDictionary<string, int> _bySlug;
    private readonly int _documents;

    internal PeopleCatalog(NameData data, IReadOnlyList<KnownPerson> people, IReadOnlyDictionary<string, int> byForm, IReadOnlyDictionary<string, PartMeaning> byPart, IReadOnlyDictionary<int, Dictionary<int, int>> company, int documents)
    {
        Data = data;
        People = people;
        _byForm = byForm.ToFrozenDictionary(StringComparer.Ordinal);
        _byPart = byPart.ToFrozenDictionary(StringComparer.Ordinal);
        _company = company;
        _documents = documents;
        _bySlug = people.Select((person, index) => (person.Slug, index)).ToFrozenDictionary(p => p.Slug, p => p.index, StringComparer.Ordinal);
    }

    /// <summary>A catalog of nobody.</summary>
    public static PeopleCatalog Empty { get; } = new(NameData.Default, [], new Dictionary<string, int>(), new Dictionary<string, PartMeaning>(), new Dictionary<int, Dictionary<int, int>>(), 0);

    /// <summary>Owner's entries first, then those named in most documents.</summary>
    public IReadOnlyList<KnownPerson> People { get; }

    internal NameData Data { get; }

    internal int Documents => _documents;

    /// <summary>Writes the catalog; the same catalog gives the same bytes. The stream stays open.</summary>
    public void Write(Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        PeopleCatalogFile.Write(stream, People, _byForm, _byPart, _company, _documents);
    }

    /// <summary>Reads what <see cref="Write"/> wrote. The stream stays open.</summary>
    /// <exception cref="InvalidDataException">The bytes are no catalog of this version, or damaged.</exception>
    public static PeopleCatalog Read(Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        return PeopleCatalogFile.Read(stream, NameData.Default);
    }

    /// <summary>The person of a slug; null where there is none.</summary>
    public KnownPerson? Find(string slug) => _bySlug.TryGetValue(slug, out var index) ? People[index] : null;

    /// <summary>The person known by exactly this full name, in any form met; null where there is none. Case, diacritics and full stops make no difference.</summary>
    public KnownPerson? FindByName(string name) => _byForm.TryGetValue(NameParts.Fold(name), out var index) ? People[index] : null;

    /// <summary>The people of a document.</summary>
    /// <param name="names">What was found in it.</param>
    /// <param name="date">When it was written; tells people of one name apart.</param>
    public PersonResolution Resolve(DocumentNames names, DateTimeOffset? date = null)
    {
        ArgumentNullException.ThrowIfNull(names);
        return new NameResolver(this, names, date).Resolve();
    }

    internal int IndexOf(string form) => _byForm.TryGetValue(form, out var index) ? index : -1;

    internal PartMeaning? MeaningOf(string part) => _byPart.TryGetValue(part, out var meaning) ? meaning : null;

    internal int Together(int person, int other) => _company.TryGetValue(person, out var with) ? with.GetValueOrDefault(other) : 0;

    internal bool HasCompany(int person) => _company.ContainsKey(person);
}
