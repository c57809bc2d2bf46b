using Search.Core.Model;

namespace Search.Core.Tagging;

/// <summary>
/// Puts spellings of one tag together where that is mechanical: equal words but for case, punctuation and blanks; with and without
/// acronym, title, party or site; the acronym alone. Whatever needs judgement stays apart, to be proposed.
/// </summary>
internal sealed class SpellingGrouper
{
    private readonly IReadOnlyList<RawTag> _raws;
    private readonly TagSpelling[] _spellings;
    private readonly IReadOnlyList<AuthorityEntry> _authority;
    private readonly Dictionary<string, PersonAlias> _people;
    private readonly SpellingReader _reader;
    private readonly Dictionary<int, List<int>> _members = [];
    private readonly List<(int Kept, int Gone)> _joinedSince = [];
    private readonly Dictionary<int, string> _personOf = [];
    private readonly int[] _parent;
    private readonly int[] _owner;

    public SpellingGrouper(IReadOnlyList<RawTag> raws, TagSpelling[] spellings, IReadOnlyList<AuthorityEntry> authority, Dictionary<string, PersonAlias> people, SpellingReader reader)
    {
        _raws = raws;
        _spellings = spellings;
        _authority = authority;
        _people = people;
        _reader = reader;
        _parent = [.. Enumerable.Range(0, raws.Count)];
        _owner = [.. Enumerable.Repeat(-1, raws.Count)];
    }

    public List<TagGroup> Group()
    {
        ReadOwners();
        JoinEqual(i => _spellings[i].Key);
        JoinEqual(i => TagWords.Compact(_spellings[i].Key));
        JoinAcronyms();
        JoinScripts();
        JoinCountries();
        JoinTitled();
        JoinInitials();
        JoinKnownPeople();
        JoinTitledSurnames();
        JoinHeads();
        return Collect();
    }

    // The owner's file. A spelling that stands in the posts as written means that and what is mechanically equal to it; one that does not, the tags
    // with its words, or else those that are its words without what stands beside them. So a file made of what is inferred changes nothing.
    private void ReadOwners()
    {
        var byRaw = new Dictionary<string, int>(StringComparer.Ordinal);
        var byWords = new Dictionary<string, List<int>>(StringComparer.Ordinal);
        var byCore = new Dictionary<string, List<int>>(StringComparer.Ordinal);
        for (var i = 0; i < _raws.Count; i++)
        {
            byRaw.Add(_raws[i].Text, i);
            Add(byWords, TagWords.Key(TagText.Clean(_raws[i].Text)), i);
            Add(byCore, _spellings[i].Key, i);
        }
        var found = new bool[_authority.Count];
        var missing = new List<(string Spelling, int Entry)>();
        for (var entry = 0; entry < _authority.Count; entry++)
            foreach (var spelling in _authority[entry].Aliases.Prepend(_authority[entry].Name))
                if (byRaw.TryGetValue(spelling.Trim(), out var i))
                {
                    found[entry] = true;
                    if (_owner[i] < 0)
                        _owner[i] = entry;
                }
                else
                    missing.Add((spelling, entry));
        var left = missing.FindAll(one => !Own(byWords, TagWords.Key(TagText.Clean(one.Spelling)), one.Entry));
        // A label that nobody writes is a name for what the aliases mean.
        left.RemoveAll(one => found[one.Entry] && one.Spelling == _authority[one.Entry].Name);
        foreach (var (spelling, entry) in left)
            Own(byCore, _reader.Read(spelling).Key, entry);

        bool Own(Dictionary<string, List<int>> table, string key, int entry)
        {
            if (key.Length == 0 || !table.TryGetValue(key, out var list))
                return false;
            foreach (var i in list.Where(i => _owner[i] < 0))
                _owner[i] = entry;
            return true;
        }

        static void Add(Dictionary<string, List<int>> table, string key, int i)
        {
            if (!table.TryGetValue(key, out var list))
                table.Add(key, list = []);
            list.Add(i);
        }
    }

    private void JoinEqual(Func<int, string?> keyOf)
    {
        var buckets = new Dictionary<string, List<int>>(StringComparer.Ordinal);
        for (var i = 0; i < _raws.Count; i++)
        {
            if (keyOf(i) is not { Length: > 0 } key)
                continue;
            if (!buckets.TryGetValue(key, out var bucket))
                buckets.Add(key, bucket = []);
            bucket.Add(i);
        }
        foreach (var bucket in buckets.Values)
            if (bucket.Count > 1)
                JoinBucket(bucket);
    }

    // Equal words with different codes or dates behind them are different things: Georgia (GA) and Georgia (GE), two orders of one title.
    private void JoinBucket(List<int> bucket)
    {
        var distinctions = bucket.Select(Distinction).Where(code => code is not null).Distinct(StringComparer.Ordinal).Count();
        foreach (var part in distinctions <= 1 ? [bucket] : bucket.GroupBy(Distinction).Select(part => part.ToList()))
            for (var i = 1; i < part.Count; i++)
                Join(part[0], part[i]);
    }

    private string? Distinction(int i)
    {
        var spelling = _spellings[i];
        return spelling.Date ?? spelling.Country ?? (spelling.Acronym is { Length: <= 2 } code ? code : spelling.Seat);
    }

    // "NASA" belongs to "National Aeronautics and Space Administration (NASA)" where no other name in the collection has that acronym.
    private void JoinAcronyms()
    {
        var expansions = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < _raws.Count; i++)
            if (_spellings[i].Acronym is { Length: >= 3 } acronym && Acronym.Fits(acronym, _spellings[i].Key))
                expansions[acronym] = !expansions.TryGetValue(acronym, out var other) || other >= 0 && Root(other) == Root(i) ? i : -1;
        for (var i = 0; i < _raws.Count; i++)
        {
            var core = _spellings[i].Core;
            if (core.Length >= 3 && core.All(c => char.IsUpper(c) || c == '.') && expansions.TryGetValue(_spellings[i].Key, out var expansion) && expansion >= 0)
                Join(i, expansion);
        }
    }

    // One acronym behind a name in Latin letters and one in another script: the same body, by its own name and in translation.
    private void JoinScripts()
    {
        var byAcronym = new SortedDictionary<string, List<int>>(StringComparer.Ordinal);
        for (var i = 0; i < _raws.Count; i++)
            if (_spellings[i].Acronym is { Length: >= 3 } acronym)
            {
                if (!byAcronym.TryGetValue(acronym, out var list))
                    byAcronym.Add(acronym, list = []);
                list.Add(i);
            }
        foreach (var list in byAcronym.Values)
        {
            var latin = list.Where(i => IsLatin(_spellings[i].Core)).Select(Root).Distinct().ToList();
            var other = list.Where(i => !IsLatin(_spellings[i].Core)).Select(Root).Distinct().ToList();
            if (latin.Count == 1 && other.Count == 1)
                Join(latin[0], other[0]);
        }
    }

    // "U.S. Department of Fish (DOF)" and "Department of Fish (DOF)".
    private void JoinCountries() => new CountryNames(_spellings).Pairs().ForEach(pair => Join(pair.Plain, pair.WithPlace));

    internal static bool IsLatin(string text)
    {
        foreach (var c in text)
            if (char.IsLetter(c) && c >= '\u0370' && c is < '\u1E00' or > '\u1EFF' && c < '\uFF00')
                return false;
        return true;
    }

    // "Director Zuko Field", where only the title says that it is a person: the name without it stands in another tag.
    private void JoinTitled()
    {
        var names = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < _raws.Count; i++)
            if (_spellings[i].Person is { SurnameOnly: false, Title.Length: 0 })
                names.TryAdd(_spellings[i].Key, i);
        for (var i = 0; i < _raws.Count; i++)
            if (_spellings[i] is { Parts.Count: 0, Person: { SurnameOnly: false, Title.Length: > 0, Strength: < 0.7 } person } && names.TryGetValue(person.Key, out var named))
                Join(i, named);
    }

    // "Nora Q. Field" is "Nora Field" where nobody of that name has other initials and nothing known of the two disagrees.
    private void JoinInitials()
    {
        var byBare = new SortedDictionary<string, List<int>>(StringComparer.Ordinal);
        for (var i = 0; i < _raws.Count; i++)
            if (_spellings[i].Person is { SurnameOnly: false, Strength: >= 0.6 } person)
            {
                if (!byBare.TryGetValue(person.BareKey, out var list))
                    byBare.Add(person.BareKey, list = []);
                list.Add(i);
            }
        foreach (var list in byBare.Values)
        {
            var initials = list.Select(i => _spellings[i].Person!.Initials).Where(letters => letters.Length > 0).Distinct(StringComparer.Ordinal).ToList();
            if (initials.Count != 1 || list.TrueForAll(i => _spellings[i].Person!.Initials.Length > 0))
                continue;
            var seats = list.GroupBy(Root).Select(root => string.Join(' ', root.Select(i => _spellings[i].Seat ?? "").Distinct(StringComparer.Ordinal).Where(seat => seat.Length > 0).Order(StringComparer.Ordinal))).Distinct(StringComparer.Ordinal).ToList();
            // A seat on one side only may be a namesake's: that is proposed, not done.
            if (seats.Count == 1)
                foreach (var i in list)
                    Join(list[0], i);
        }
    }

    // The texts join names that differ in initials only; the owner joins whatever he names.
    private void JoinKnownPeople()
    {
        var byName = new SortedDictionary<string, List<int>>(StringComparer.Ordinal);
        for (var i = 0; i < _raws.Count; i++)
            if (PersonOf(i)?.Name is { } name)
            {
                if (!byName.TryGetValue(name, out var list))
                    byName.Add(name, list = []);
                list.Add(i);
            }
        foreach (var (name, list) in byName)
        {
            var bare = PersonName.Read(name)?.BareKey ?? TagWords.Key(name);
            var owned = list.Where(i => PersonOf(i)!.FromOwner).ToList();
            var near = list.Where(i => _spellings[i].Person?.BareKey == bare || _spellings[i].Key == bare).ToList();
            if (owned.Count == 0 && near.Count == 0)
                continue;
            // The spelling that is the name stands for the person; one whose offices speak against it is a namesake's.
            var own = Root(owned.Count > 0 ? owned[0] : near.Find(i => _spellings[i].Key == TagWords.Key(name)) is var exact && near.Contains(exact) ? exact : near[0]);
            foreach (var i in owned)
                Join(own, i);
            own = Root(own);
            BringMembersUpToDate();
            var offices = OfficesHeld.Of(MembersOf(own).Select(i => _spellings[i]));
            foreach (var root in near.Select(Root).Distinct().Where(root => root != own).ToList())
            {
                var theirs = OfficesHeld.Of(MembersOf(root).Select(i => _spellings[i]));
                if (!theirs.Disagrees(offices) && !(HasInitials(root) != HasInitials(own) && theirs.Seats.Count > 0 != offices.Seats.Count > 0))
                    Join(own, root);
            }
            _personOf[Root(own)] = name;
        }
        _members.Clear();
        _joinedSince.Clear();
    }

    // "Governor Field" is the person of that surname where the texts know exactly one, and the tags no other.
    private void JoinTitledSurnames()
    {
        var families = new Dictionary<string, string?>(StringComparer.Ordinal);
        foreach (var alias in _people.Values)
            if (alias.Name is { } known && PersonName.Read(known) is { SurnameOnly: false } name)
                Know(TagWords.Key(name.Family), known);
        var groups = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < _raws.Count; i++)
            if (_spellings[i].Person is { SurnameOnly: false, Strength: >= 0.7 } person)
            {
                var family = TagWords.Key(person.Family);
                if (_personOf.GetValueOrDefault(Root(i)) is { } known)
                    groups.TryAdd(known, i);
                else if (families.GetValueOrDefault(family) is { } only && PersonName.Read(only) is { } meant && meant.BareKey == person.BareKey)
                    groups.TryAdd(only, i);
                else
                    families[family] = null;
            }
        for (var i = 0; i < _raws.Count; i++)
            if (_spellings[i].Person is { SurnameOnly: true, Strength: >= 0.8 } surname && families.GetValueOrDefault(TagWords.Key(surname.Family)) is { } meant)
            {
                if (groups.TryGetValue(meant, out var group))
                    Join(group, i);
                else
                    groups.Add(meant, i);
                _personOf[Root(i)] = meant;
            }

        void Know(string family, string name) => families[family] = families.TryGetValue(family, out var other) && other != name ? null : name;
    }

    private IEnumerable<int> MembersOf(int root)
    {
        if (_members.Count == 0)
            for (var i = 0; i < _raws.Count; i++)
            {
                if (!_members.TryGetValue(Root(i), out var list))
                    _members.Add(Root(i), list = []);
                list.Add(i);
            }
        return _members[root];
    }

    // Made anew for each of many thousand people they would cost more than everything else here.
    private void BringMembersUpToDate()
    {
        foreach (var (kept, gone) in _joinedSince)
            if (_members.Remove(gone, out var list))
            {
                _members[kept].AddRange(list);
                _members[kept].Sort();
            }
        _joinedSince.Clear();
    }

    private bool HasInitials(int root) => MembersOf(root).All(i => _spellings[i].Person is { HasInitials: true });

    // "Nora Field / Some Institute", where the form alone does not say that it is a person, but another tag does.
    private void JoinHeads()
    {
        var people = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < _raws.Count; i++)
            if (_spellings[i] is { Parts.Count: 0, Person: { SurnameOnly: false, Strength: >= 0.7 } })
                people.TryAdd(_spellings[i].Key, i);
        for (var i = 0; i < _raws.Count; i++)
            if (_spellings[i] is { Parts.Count: > 0, Person: { SurnameOnly: false } head } && people.TryGetValue(head.Key, out var person))
                Join(i, person);
    }

    private PersonAlias? PersonOf(int i) => _people.GetValueOrDefault(_spellings[i].Key) ?? _people.GetValueOrDefault(TagWords.Key(_raws[i].Text))
        ?? (_spellings[i] is { Parts.Count: 0, Person: { SurnameOnly: false, Title.Length: > 0 } person } ? _people.GetValueOrDefault(person.Key) : null);

    private void Join(int a, int b)
    {
        var (first, second) = (Root(a), Root(b));
        if (first == second || _owner[first] >= 0 && _owner[second] >= 0 && _owner[first] != _owner[second])
            return;
        if (first > second)
            (first, second) = (second, first);
        _parent[second] = first;
        _owner[first] = Math.Max(_owner[first], _owner[second]);
        _joinedSince.Add((first, second));
    }

    private int Root(int i)
    {
        while (_parent[i] != i)
            i = _parent[i] = _parent[_parent[i]];
        return i;
    }

    private List<TagGroup> Collect()
    {
        // Spellings that the owner put under one label belong together, however different they are.
        var firstOf = new Dictionary<int, int>();
        for (var i = 0; i < _raws.Count; i++)
            if (_owner[Root(i)] is >= 0 and var owner)
            {
                if (firstOf.TryGetValue(owner, out var first))
                    Join(first, i);
                else
                    firstOf.Add(owner, i);
            }
        var members = new SortedDictionary<int, List<int>>();
        for (var i = 0; i < _raws.Count; i++)
        {
            if (!members.TryGetValue(Root(i), out var list))
                members.Add(Root(i), list = []);
            list.Add(i);
        }
        var groups = new List<TagGroup>(members.Count);
        foreach (var (root, list) in members)
            groups.Add(Make(list, _owner[root]));
        for (var entry = 0; entry < _authority.Count; entry++)
            if (!firstOf.ContainsKey(entry))
                groups.Add(new TagGroup { Raws = [], Spellings = [], Posts = [], Authority = _authority[entry] });
        return groups;
    }

    private TagGroup Make(List<int> members, int owner)
    {
        members.Sort((a, b) => _raws[a].Posts.Count != _raws[b].Posts.Count ? _raws[b].Posts.Count.CompareTo(_raws[a].Posts.Count) : a.CompareTo(b));
        var posts = members.SelectMany(i => _raws[i].Posts).Distinct().ToArray();
        Array.Sort(posts);
        return new TagGroup
        {
            Raws = members.ConvertAll(i => _raws[i]),
            Spellings = members.ConvertAll(i => _spellings[i]),
            Posts = posts,
            Authority = owner >= 0 ? _authority[owner] : null,
            KnownPerson = members.Select(i => _personOf.GetValueOrDefault(i)).FirstOrDefault(name => name is not null),
            PersonFromOwner = members.Exists(i => PersonOf(i) is { FromOwner: true, Name: not null }),
        };
    }
}
