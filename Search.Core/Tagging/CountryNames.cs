namespace Search.Core.Tagging;

/// <summary>
/// Finds bodies that are written with and without their country or state before the name: those with one acronym behind it both times
/// (<c>U.S. Department of Fish (DOF)</c>, <c>Department of Fish (DOF)</c>), and those that the posts link to one page. One of which the collection knows
/// two places (<c>Oregon Department of Fish</c>) is left alone. Without acronym or page the two are only proposed (<see cref="ProposalFinder"/>): the bare
/// name may be any country's.
/// </summary>
internal sealed class CountryNames(IReadOnlyList<RawTag> raws, TagSpelling[] spellings)
{
    private const int LeastLetters = 3;

    /// <summary>Indexes of spellings that are one body.</summary>
    public List<(int Plain, int WithPlace)> Pairs()
    {
        var byName = new Dictionary<(string Key, string Acronym), int>();
        for (var i = 0; i < spellings.Length; i++)
            if (spellings[i].Acronym is { Length: >= LeastLetters } acronym)
                byName.TryAdd((spellings[i].Key, acronym), i);
        var pairs = new List<(int Plain, int WithPlace)>();
        foreach (var ((key, acronym), i) in byName)
            foreach (var (name, _) in PlaceFirst(TagWords.Split(key)))
                if (byName.TryGetValue((name, acronym), out var plain))
                    pairs.Add((plain, i));
        AddLinked(pairs);
        if (pairs.Count == 0)
            return pairs;
        var places = PlacesOf([.. pairs.Select(pair => spellings[pair.Plain].Key)]);
        return pairs.FindAll(pair => places[spellings[pair.Plain].Key].Count == 1);
    }

    private void AddLinked(List<(int Plain, int WithPlace)> pairs)
    {
        var byName = new SortedDictionary<string, (int First, HashSet<string> Pages)>(StringComparer.Ordinal);
        for (var i = 0; i < spellings.Length; i++)
        {
            if (spellings[i].Parts.Count > 0 || spellings[i].Person is not null || raws[i].Targets.Count == 0)
                continue;
            if (!byName.TryGetValue(spellings[i].Key, out var written))
                byName.Add(spellings[i].Key, written = (i, new HashSet<string>(StringComparer.Ordinal)));
            written.Pages.UnionWith(raws[i].Targets.Keys);
        }
        foreach (var (key, written) in byName)
            foreach (var (name, _) in PlaceFirst(TagWords.Split(key)))
                if (byName.TryGetValue(name, out var plain) && plain.Pages.Overlaps(written.Pages))
                    pairs.Add((plain.First, written.First));
    }

    // The places of which the collection has each name.
    private Dictionary<string, HashSet<string>> PlacesOf(HashSet<string> names)
    {
        var places = names.ToDictionary(name => name, _ => new HashSet<string>(StringComparer.Ordinal), StringComparer.Ordinal);
        foreach (var spelling in spellings)
        {
            // Of a tag in parts ("Peru – Department of Fish") all words count.
            var words = TagWords.Split(spelling.Parts.Count > 0 ? TagWords.Key(TagText.Clean(spelling.Raw)) : spelling.Key);
            foreach (var (name, place) in PlaceFirst(words).Concat(PlaceLast(words)))
                if (places.TryGetValue(name, out var found))
                    found.Add(place);
        }
        return places;
    }

    private static IEnumerable<(string Name, string Place)> PlaceFirst(string[] words) =>
        from n in Enumerable.Range(1, Math.Max(0, words.Length - 2))
        let place = string.Join(' ', words[..n])
        where PlaceName.IsPlace(place) || place is "us"
        select (string.Join(' ', words[n..]), Place(place));

    // "Department of Fish of Peru", "Department of Fish Oregon"
    private static IEnumerable<(string Name, string Place)> PlaceLast(string[] words) =>
        from n in Enumerable.Range(1, Math.Max(0, words.Length - 2))
        let place = string.Join(' ', words[^n..].SkipWhile(word => word is "of" or "in" or "the"))
        where PlaceName.IsPlace(place) || place is "us"
        select (string.Join(' ', words[..^n]), Place(place));

    private static string Place(string key) => key is "united states" ? "us" : key;
}
