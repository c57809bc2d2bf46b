namespace Search.Core.People;

/// <summary>
/// Finds names that are slips of a well-known one: a word of a headline read into the name (<c>Ann Lee Wins</c>), one letter wrong
/// (<c>Ann Leee</c>), another hyphen or article (<c>Kim Ji-ho</c>, <c>Kim Ji Ho</c>). A slip is rare beside the name that it is one of, and
/// signs nothing. Where it stands in three documents, or the lists know the odd word as a name of its own, the other must be fifteen times as
/// frequent; where the texts give both one office, that is enough. Hyphens, articles and the end of a long name (<c>Vega Orozco</c> for
/// <c>Ramiro Vega Orozco</c>) are no slips, and need not be rare.
/// </summary>
internal sealed class NameSlips(NameData data, List<ClusterMerger.Merged> clusters)
{
    private const int MostCompared = 256;
    private const int LeastDocuments = 3;
    private const int Outweighs = 4;
    private const int MostDocumentsOfSlip = 2;
    private const int OutweighsNames = 15;
    private const int LeastLettersMisspelt = 4;
    private const int MostExtraWords = 3;
    private const NameTraits AnyName = NameTraits.Given | NameTraits.Surname | NameTraits.FamilyFirst;

    private readonly Dictionary<string, ClusterMerger.Merged> _byWords = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<ClusterMerger.Merged>> _byAllButOne = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<ClusterMerger.Merged>> _byEnd = new(StringComparer.Ordinal);

    /// <summary>
    /// For each slip the person it is one of, and whether the words as written are a name of that person. Each is to be joined before the next is
    /// asked for: what is told first (the same words, the end of a name) makes the others weigh what they are worth.
    /// </summary>
    public IEnumerable<(ClusterMerger.Merged Slip, ClusterMerger.Merged Person, bool IsName)> Find()
    {
        foreach (var cluster in clusters.OrderByDescending(c => c.All.Documents).ThenBy(c => c.Name.Key, StringComparer.Ordinal))
            Enter(cluster);
        var inOrder = clusters.Where(c => c.Entry is null && !c.All.IsRecorded && c.All.BylineDocuments == 0 && c.Name.Style.Length == 0 && c.Name.Key.Length > 0).OrderBy(c => c.Name.Key, StringComparer.Ordinal).ToList();
        foreach (var cluster in inOrder)
            if (Words(cluster.Name) is var words && (SameWords(cluster, words) ?? WithoutGiven(cluster, words)) is { } person)
                yield return (cluster, person, true);
        foreach (var cluster in inOrder)
        {
            if (cluster.IsDropped)
                continue;
            var words = Words(cluster.Name);
            if (Misspelt(cluster, words) is { } person)
                yield return (cluster, person, true);
            else if (WithExtraWords(cluster, words) is { } within)
                yield return (cluster, within.Person, within.IsName);
        }
    }

    /// <summary>True for a well-known family name before a word that is none: <c>Halloran Unmoved</c>.</summary>
    public bool IsFamilyNameWithWord(ClusterMerger.Merged cluster, Func<string, int> documentsOfFamilyName)
    {
        var name = cluster.Name;
        return name.MiddleKey.Length == 0 && name.Style.Length == 0 && cluster.All.BylineDocuments == 0 && cluster.Entry is null && !cluster.All.IsRecorded
            && (data.TraitsOf(name.GivenKey) & NameTraits.Given) == 0 && (data.TraitsOf(name.SurnameKey) & (AnyName | NameTraits.Word)) == NameTraits.Word && !NameMatching.IsInitials(name.Given)
            && documentsOfFamilyName(name.GivenKey) >= Math.Max(LeastDocuments, Outweighs * cluster.All.Documents);
    }

    private void Enter(ClusterMerger.Merged cluster)
    {
        foreach (var form in cluster.All.Forms)
        {
            var words = Words(form.Name);
            if (words.Length < 2 || form.Name.Style.Length > 0)
                continue;
            _byWords.TryAdd(string.Join(' ', words), cluster);
            for (var first = 1; words.Length - first >= 2; first++)
            {
                var end = string.Join(' ', words[first..]);
                if (!_byEnd.TryGetValue(end, out var longer))
                    _byEnd[end] = longer = [];
                if (longer.Count < MostCompared && !longer.Contains(cluster))
                    longer.Add(cluster);
            }
            if (cluster.All.Documents < LeastDocuments && cluster.Entry is null && !cluster.All.Roles.Any(IsOffice))
                continue;
            for (var i = 0; i < words.Length; i++)
            {
                var key = AllBut(words, i);
                if (!_byAllButOne.TryGetValue(key, out var list))
                    _byAllButOne[key] = list = [];
                if (list.Count < MostCompared && !list.Contains(cluster))
                    list.Add(cluster);
            }
        }
    }

    private static bool IsRareBeside(ClusterMerger.Merged slip, ClusterMerger.Merged person, int times)
        => !ReferenceEquals(slip, person) && person.All.Documents >= times * Math.Max(1, slip.All.Documents);

    private ClusterMerger.Merged? SameWords(ClusterMerger.Merged slip, string[] words)
        => _byWords.TryGetValue(string.Join(' ', words), out var person) && IsRareBeside(slip, person, 1) && !(slip.Name.SurnameKey == person.Name.SurnameKey && slip.Name.SuffixKey != person.Name.SuffixKey)
            && !slip.All.Forms.Any(f => person.All.Forms.Any(p => p.Key == f.Key)) && slip.Name.SurnameKey != person.Name.SurnameKey | slip.Name.FamilyFirst
            && (Initials(slip.Name) is not { Length: > 0 } initials || Initials(person.Name) is not { Length: > 0 } others || initials == others) ? person : null;

    private static string Initials(NameParts name) => string.Concat(name.Key.Split(' ').Skip(1).Where(word => word.Length == 1));

    // "Vega Orozco" is "Ramiro Vega Orozco", "Van der Berg" is "Frans van der Berg": what stands first is nobody's given name.
    private ClusterMerger.Merged? WithoutGiven(ClusterMerger.Merged end, string[] words)
    {
        var first = data.TraitsOf(words[0]);
        if (words.Length < 2 || (first & NameTraits.Given) != 0 && (first & NameTraits.Particle) == 0 || (first & NameTraits.FamilyFirst) != 0 || !_byEnd.TryGetValue(string.Join(' ', words), out var longer))
            return null;
        // They stand in the order of their documents: of several, the first must outweigh the next.
        var people = longer.Where(p => p != end && (data.TraitsOf(p.Name.GivenKey) & NameTraits.Title) == 0).Take(2).ToList();
        return people.Count > 0 && people[0].All.Documents * 2 >= end.All.Documents && (people.Count == 1 || IsRareBeside(people[1], people[0], Outweighs)) ? people[0] : null;
    }

    private ClusterMerger.Merged? Misspelt(ClusterMerger.Merged slip, string[] words)
    {
        if (words.Length < 2)
            return null;
        ClusterMerger.Merged? found = null;
        for (var i = 0; i < words.Length; i++)
        {
            if (words[i].Length < LeastLettersMisspelt - 1 || !_byAllButOne.TryGetValue(AllBut(words, i), out var near))
                continue;
            foreach (var entered in near)
            {
                var person = entered.Joined;
                if (!IsRareBeside(slip, person, 1) || person.All.Forms.FirstOrDefault(f => IsOneLetterFrom(Words(f.Name), words, i)) is not { } form)
                    continue;
                // Whom the texts go on to call by the family name alone they know well.
                var isKnown = i == words.Length - 1 && slip.All.PartDocuments > 0;
                if (HaveOneOffice(slip, person) && !(IsGiven(words[i]) && IsGiven(Words(form.Name)[i])) && !(isKnown && person.All.PartDocuments == 0))
                {
                    if (found is not null && found != person)
                        return null;
                    found = person;
                    continue;
                }
                if (person.All.Documents < LeastDocuments && person.Entry is null || !IsRareBeside(slip, person, Outweighs))
                    continue;
                var known = (data.TraitsOf(words[i]) & AnyName) != 0;
                if ((known || slip.All.Documents > MostDocumentsOfSlip) && !IsRareBeside(slip, person, OutweighsNames) || known && (data.TraitsOf(words[^1]) & NameTraits.CommonSurname) != 0)
                    continue;
                if (isKnown)
                    continue;
                if (found is not null && found != person)
                    return null;
                found = person;
            }
        }
        return found;
    }

    // An office in several words ("North Korean leader") is not held by two people a letter apart.
    private static bool HaveOneOffice(ClusterMerger.Merged one, ClusterMerger.Merged other)
        => one.All.Roles.Any(r => IsOffice(r) && other.All.Roles.Any(o => string.Equals(o.Text, r.Text, StringComparison.OrdinalIgnoreCase)));

    private static bool IsOffice(PersonCluster.RoleUse role) => role.Text.Contains(' ', StringComparison.Ordinal);

    private bool IsGiven(string word) => (data.TraitsOf(word) & NameTraits.Given) != 0;

    private static bool IsOneLetterFrom(string[] form, string[] words, int i)
    {
        if (form.Length != words.Length || Math.Max(form[i].Length, words[i].Length) < LeastLettersMisspelt && words[i].Length != form[i].Length || !OneEditApart(form[i], words[i]))
            return false;
        for (var k = 0; k < words.Length; k++)
            if (k != i && form[k] != words[k])
                return false;
        return true;
    }

    /// <summary>True where one letter more, less, other, or two changed places make one word of the other.</summary>
    internal static bool OneEditApart(string a, string b)
    {
        if (Math.Abs(a.Length - b.Length) > 1 || a == b)
            return false;
        var start = 0;
        while (start < a.Length && start < b.Length && a[start] == b[start])
            start++;
        var left = a.AsSpan(start);
        var right = b.AsSpan(start);
        if (left.Length == right.Length)
            return left[1..].SequenceEqual(right[1..]) || left.Length > 1 && left[0] == right[1] && left[1] == right[0] && left[2..].SequenceEqual(right[2..]);
        return left.Length > right.Length ? left[1..].SequenceEqual(right) : right[1..].SequenceEqual(left);
    }

    private (ClusterMerger.Merged Person, bool IsName)? WithExtraWords(ClusterMerger.Merged slip, string[] words)
    {
        for (var extra = 1; extra <= MostExtraWords && words.Length - extra >= 2; extra++)
        {
            if (IsNoName(words.AsSpan(0, extra), NameTraits.Given) && Known(words[extra..]) is { } behind)
                return (behind, extra == 1 && words[0].Length == 1);
            if (IsNoName(words.AsSpan(words.Length - extra), AnyName | NameTraits.Suffix) && Known(words[..^extra]) is { } before)
                return (before, false);
        }
        return null;

        ClusterMerger.Merged? Known(string[] name)
            => _byWords.TryGetValue(string.Join(' ', name), out var person) && IsRareBeside(slip, person, Outweighs) ? person : null;
    }

    private bool IsNoName(ReadOnlySpan<string> words, NameTraits names)
    {
        foreach (var word in words)
            if ((data.TraitsOf(word) & names) != 0 && (data.TraitsOf(word) & NameTraits.Word) == 0)
                return false;
        return true;
    }

    // The first letter is seldom wrong, and tells "Dan" from "Jan".
    private static string AllBut(string[] words, int at)
        => string.Join(' ', words.Select((word, i) => i == at ? word[..1] + "*" : word));

    // Without hyphens, the Arabic article and initials within: what printings of one name differ in.
    private static string[] Words(NameParts name)
    {
        var words = name.Key.Split([' ', '-'], StringSplitOptions.RemoveEmptyEntries);
        return words.Length > 2 ? [.. words.Where((word, i) => i == 0 || i == words.Length - 1 || word.Length > 1 && word is not ("al" or "el"))] : words;
    }
}
