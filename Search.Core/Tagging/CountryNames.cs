namespace Search.Core.Tagging;

/// <summary>
/// Finds bodies that are written with and without the United States before their name and with one acronym behind it both times
/// (<c>U.S. Department of Fish (DOF)</c>, <c>Department of Fish (DOF)</c>). One of which the collection has a namesake elsewhere
/// (<c>Oregon Department of Fish</c>) is left alone, and so is one without acronym: the <c>Supreme Court</c> may be any country's.
/// </summary>
internal sealed class CountryNames(TagSpelling[] spellings)
{
    private const int LeastLetters = 3;

    private static readonly string[] Countries = ["us ", "united states "];

    /// <summary>Indexes of spellings that are one body.</summary>
    public List<(int Plain, int WithCountry)> Pairs()
    {
        var byName = new Dictionary<(string Key, string Acronym), int>();
        for (var i = 0; i < spellings.Length; i++)
            if (spellings[i].Acronym is { Length: >= LeastLetters } acronym)
                byName.TryAdd((spellings[i].Key, acronym), i);
        var pairs = new List<(int Plain, int WithCountry)>();
        foreach (var ((key, acronym), i) in byName)
            foreach (var country in Countries)
                if (key.StartsWith(country, StringComparison.Ordinal) && byName.TryGetValue((key[country.Length..], acronym), out var plain))
                    pairs.Add((plain, i));
        if (pairs.Count == 0)
            return pairs;
        var elsewhere = Elsewhere([.. pairs.Select(pair => spellings[pair.Plain].Key)]);
        return pairs.FindAll(pair => !elsewhere.Contains(spellings[pair.Plain].Key));
    }

    // Names that the collection also has of another place.
    private HashSet<string> Elsewhere(HashSet<string> names)
    {
        var found = new HashSet<string>(StringComparer.Ordinal);
        foreach (var spelling in spellings)
        {
            // Of a tag in parts ("Peru – Department of Fish") all words count.
            var words = TagWords.Split(spelling.Parts.Count > 0 ? TagWords.Key(TagText.Clean(spelling.Raw)) : spelling.Key);
            for (var n = 1; n < words.Length - 1; n++)
            {
                var (first, rest) = (string.Join(' ', words[..n]), string.Join(' ', words[n..]));
                if (names.Contains(rest) && PlaceName.IsPlace(first) && !Countries.Contains(first + " "))
                    found.Add(rest);
                // "Department of Fish of Peru", "Department of Fish Oregon"
                if (names.Contains(first = string.Join(' ', words[..^n])) && PlaceName.IsPlace(string.Join(' ', words[^n..].SkipWhile(word => word is "of" or "in" or "the"))))
                    found.Add(first);
            }
        }
        return found;
    }
}
