using Search.Core.Model;

namespace Search.Core.People;

/// <summary>
/// Gathers the facts of all documents into a catalog of people: forms of one name become one person, people of one name stay apart where
/// the texts keep them apart. Memory grows with the distinct names, not with the text; the order of adding makes no difference.
/// </summary>
public sealed class PeopleCatalogBuilder(NameData data)
{
    private readonly Dictionary<string, int> _ids = new(StringComparer.Ordinal);
    private readonly List<PersonCluster> _nodes = [];
    private readonly HashSet<(int, int)> _together = [];
    private readonly HashSet<(int, int)> _apart = [];
    private readonly Dictionary<string, PartUse> _parts = new(StringComparer.Ordinal);
    private readonly List<int[]> _documents = [];
    private readonly List<AuthorityEntry> _authority = [];
    private DateTimeOffset? _newest;

    /// <summary>Adds a document.</summary>
    public void Add(DateTimeOffset? date, NameFacts facts)
    {
        ArgumentNullException.ThrowIfNull(facts);
        _newest = _newest is null || date > _newest ? date ?? _newest : _newest;
        var inDocument = new List<int>();
        var named = new HashSet<string>(StringComparer.Ordinal);
        foreach (var person in facts.People)
            if (person.Name.IsFull && person.Fields != NameField.Tag)
                foreach (var form in person.Forms)
                {
                    named.Add(form.Name.SurnameKey);
                    named.Add(form.Name.GivenKey);
                }
        var suffixed = new List<int>();
        foreach (var person in facts.People)
        {
            if (!person.Name.IsFull)
            {
                if (person.Fields != NameField.Tag && !named.Contains(person.Name.Key))
                    PartOf(person.Name.Key).AddOpen(person);
                continue;
            }
            var forms = person.Forms.Where(f => f.Name.IsFull).OrderByDescending(f => f.Count).ThenBy(f => f.Name.Key, StringComparer.Ordinal).ToList();
            if (forms.Count == 0)
                continue;
            var id = NodeOf(forms[0].Name);
            _nodes[id].Add(person, date);
            foreach (var form in forms.Skip(1))
                _together.Add(Pair(id, NodeOf(form.Name)));
            if (person.Fields != NameField.Tag && person.Points >= 0.5)
                inDocument.Add(id);
            if (person.Fields != NameField.Tag && inDocument.Exists(other => other != id && _nodes[other].Name.SurnameKey == person.Name.SurnameKey && _nodes[other].Name.SuffixKey != person.Name.SuffixKey))
                suffixed.Add(id);
        }
        foreach (var one in suffixed)
            foreach (var other in inDocument)
                if (one != other && _nodes[one].Name.SurnameKey == _nodes[other].Name.SurnameKey)
                    _apart.Add(Pair(one, other));
        foreach (var byline in facts.Bylines)
            if (byline.IsFull)
                _nodes[NodeOf(byline)].AddByline(byline, date);
        if (inDocument.Count > 0)
            _documents.Add([.. inDocument]);
    }

    /// <summary>Adds an entry of the owner's <c>people.yml</c>: it outranks what is inferred. Entries that name no person are passed over.</summary>
    public void AddAuthority(AuthorityEntry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        if (entry.Kind is null or TagKind.Person)
            _authority.Add(entry);
    }

    /// <summary>The catalog of all that was added.</summary>
    public PeopleCatalog Build()
    {
        var merger = new ClusterMerger(data, _nodes, _together, _apart);
        var clusterOf = merger.Merge(Authority());
        return new CatalogWriter(data, merger.Clusters, clusterOf, _documents, _parts, _newest).Write();
    }

    private List<(AuthorityEntry Entry, NameParts Name, List<int> Nodes)> Authority()
    {
        var finder = new NameFinder(data);
        var owned = new List<(AuthorityEntry, NameParts, List<int>)>();
        foreach (var entry in _authority.OrderBy(e => e.Name, StringComparer.Ordinal))
        {
            var name = finder.Parse(entry.Name) ?? Whole(entry.Name);
            var nodes = new List<int> { NodeOf(name) };
            foreach (var alias in entry.Aliases.Append(entry.Name))
                // With a nickname in marks it was found in texts word by word.
                foreach (var form in new[] { finder.Parse(alias), Whole(OwnersNames.WithoutMarks(alias)) })
                    if (form is { IsFull: true } && _ids.TryGetValue(form.Key, out var id) && !nodes.Contains(id))
                        nodes.Add(id);
            owned.Add((entry, name, nodes));
        }
        return owned;
    }

    internal static NameParts Whole(string name)
    {
        var words = name.Trim().Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return words.Length < 2 ? new NameParts("", "", name.Trim()) : new NameParts(words[0], string.Join(' ', words[1..^1]), words[^1]);
    }

    private int NodeOf(NameParts name)
    {
        if (_ids.TryGetValue(name.Key, out var id))
            return id;
        id = _nodes.Count;
        _ids[name.Key] = id;
        _nodes.Add(new PersonCluster(name));
        return id;
    }

    private PartUse PartOf(string key)
    {
        if (!_parts.TryGetValue(key, out var use))
            _parts[key] = use = new PartUse();
        return use;
    }

    private static (int, int) Pair(int a, int b) => a < b ? (a, b) : (b, a);
}
