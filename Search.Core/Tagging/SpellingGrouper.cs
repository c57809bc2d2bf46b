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
    private readonly SpellingSets _sets;
    private readonly PersonJoiner _persons;

    public SpellingGrouper(IReadOnlyList<RawTag> raws, TagSpelling[] spellings, IReadOnlyList<AuthorityEntry> authority, Dictionary<string, PersonAlias> people, SpellingReader reader)
    {
        _raws = raws;
        _spellings = spellings;
        _authority = authority;
        _sets = new SpellingSets(OwnersTags.Read(raws, spellings, authority, reader));
        _persons = new PersonJoiner(raws, spellings, people, _sets);
    }

    public List<TagGroup> Group()
    {
        JoinEqual(i => _spellings[i].Key);
        JoinEqual(i => TagWords.Compact(_spellings[i].Key));
        JoinAcronyms();
        JoinScripts();
        JoinCountries();
        _persons.Join();
        return Collect();
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
                _sets.Join(part[0], part[i]);
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
                expansions[acronym] = !expansions.TryGetValue(acronym, out var other) || other >= 0 && _sets.Root(other) == _sets.Root(i) ? i : -1;
        for (var i = 0; i < _raws.Count; i++)
        {
            var core = _spellings[i].Core;
            if (core.Length >= 3 && core.All(c => char.IsUpper(c) || c == '.') && expansions.TryGetValue(_spellings[i].Key, out var expansion) && expansion >= 0)
                _sets.Join(i, expansion);
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
            var latin = list.Where(i => IsLatin(_spellings[i].Core)).Select(_sets.Root).Distinct().ToList();
            var other = list.Where(i => !IsLatin(_spellings[i].Core)).Select(_sets.Root).Distinct().ToList();
            if (latin.Count == 1 && other.Count == 1)
                _sets.Join(latin[0], other[0]);
        }
    }

    // "U.S. Department of Fish (DOF)" and "Department of Fish (DOF)".
    private void JoinCountries() => new CountryNames(_raws, _spellings).Pairs().ForEach(pair => _sets.Join(pair.Plain, pair.WithPlace));

    internal static bool IsLatin(string text)
    {
        foreach (var c in text)
            if (char.IsLetter(c) && c >= '\u0370' && c is < '\u1E00' or > '\u1EFF' && c < '\uFF00')
                return false;
        return true;
    }

    private List<TagGroup> Collect()
    {
        // Spellings that the owner put under one label belong together, however different they are.
        var firstOf = new Dictionary<int, int>();
        for (var i = 0; i < _raws.Count; i++)
            if (_sets.OwnerOf(i) is >= 0 and var owner)
            {
                if (firstOf.TryGetValue(owner, out var first))
                    _sets.Join(first, i);
                else
                    firstOf.Add(owner, i);
            }
        var members = new SortedDictionary<int, List<int>>();
        for (var i = 0; i < _raws.Count; i++)
        {
            if (!members.TryGetValue(_sets.Root(i), out var list))
                members.Add(_sets.Root(i), list = []);
            list.Add(i);
        }
        var groups = new List<TagGroup>(members.Count);
        foreach (var (root, list) in members)
            groups.Add(Make(list, _sets.OwnerOf(root)));
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
            KnownPerson = _persons.KnownPerson(members),
            PersonFromOwner = _persons.IsFromOwner(members),
        };
    }
}
