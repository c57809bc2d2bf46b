namespace Search.Core.Tagging;

/// <summary>Which spellings are one tag so far: a union of sets. Spellings that the owner put under two entries never come together.</summary>
internal sealed class SpellingSets
{
    private readonly Dictionary<int, List<int>> _members = [];
    private readonly List<(int Kept, int Gone)> _joinedSince = [];
    private readonly int[] _parent;
    private readonly int[] _owner;

    /// <param name="owners">For each spelling the number of the owner's entry; -1 for none. Kept, and carried along when sets come together.</param>
    public SpellingSets(int[] owners)
    {
        _owner = owners;
        _parent = [.. Enumerable.Range(0, owners.Length)];
    }

    public int Count => _parent.Length;

    /// <summary>The entry of the owner's file that the spelling's set stands under; -1 for none.</summary>
    public int OwnerOf(int i) => _owner[Root(i)];

    public void Join(int a, int b)
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

    /// <summary>The first spelling of the set.</summary>
    public int Root(int i)
    {
        while (_parent[i] != i)
            i = _parent[i] = _parent[_parent[i]];
        return i;
    }

    /// <summary>The set's spellings, ascending, as they were when this was first asked; <see cref="BringMembersUpToDate"/> follows the joins since.</summary>
    public IReadOnlyList<int> MembersOf(int root)
    {
        if (_members.Count == 0)
            for (var i = 0; i < _parent.Length; i++)
            {
                if (!_members.TryGetValue(Root(i), out var list))
                    _members.Add(Root(i), list = []);
                list.Add(i);
            }
        return _members[root];
    }

    // Made anew for each of many thousand people they would cost more than everything else.
    public void BringMembersUpToDate()
    {
        foreach (var (kept, gone) in _joinedSince)
            if (_members.Remove(gone, out var list))
            {
                _members[kept].AddRange(list);
                _members[kept].Sort();
            }
        _joinedSince.Clear();
    }
}
