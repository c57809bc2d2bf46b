namespace Search.Core.Tagging;

/// <summary>
/// Finds what a collection hangs behind many different names: the sites and offices whose page titles were pasted as tags
/// (<c>Name / Library</c>, <c>Title – The Office</c>). Counts distinct names, so that a frequent tag alone makes no ending.
/// </summary>
internal static class EndingFinder
{
    private const int MinNames = 4;
    private const int MinNamesBehindSlash = 3;
    private const int MostParts = 3;

    /// <returns>Keys of the endings, in ordinal order.</returns>
    public static List<string> Find(IReadOnlyList<RawTag> raws)
    {
        var found = new Dictionary<string, (string Text, HashSet<string> BehindSlash, HashSet<string> Others)>(StringComparer.Ordinal);
        foreach (var raw in raws)
        {
            var parts = TagText.Parts(TagText.Clean(raw.Text));
            if (parts.Count < 2)
                continue;
            var name = TagWords.Key(parts[0].Text);
            for (var i = 1; i < parts.Count; i++)
            {
                var key = SpellingReader.EndingKey(parts[i].Text);
                if (i >= parts.Count - MostParts && key.Length >= 3 && name.Length >= 3 && parts[i].Separator != TagSeparator.Tab)
                {
                    if (!found.TryGetValue(key, out var names))
                        found.Add(key, names = (parts[i].Text, new HashSet<string>(StringComparer.Ordinal), new HashSet<string>(StringComparer.Ordinal)));
                    (parts[i].Separator == TagSeparator.Slash ? names.BehindSlash : names.Others).Add(name);
                }
                name += " " + key;
            }
        }
        return [.. found.Where(entry => IsEnding(entry.Value.BehindSlash.Count, entry.Value.Others.Count) && !PlaceName.IsPlace(entry.Key) && PersonName.Read(entry.Value.Text) is not { Strength: >= 0.7 })
            .Select(entry => entry.Key).Order(StringComparer.Ordinal)];
    }

    private static bool IsEnding(int behindSlash, int others) => behindSlash >= MinNamesBehindSlash || behindSlash + others >= MinNames;
}
