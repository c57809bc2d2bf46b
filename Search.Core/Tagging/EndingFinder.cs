namespace Search.Core.Tagging;

/// <summary>
/// Finds what a collection hangs behind many different names: the sites and offices whose page titles were pasted as tags
/// (<c>Name / Library</c>, <c>Title – The Office</c>). Counts distinct names, so that a frequent tag alone makes no ending.
/// </summary>
internal static class EndingFinder
{
    private const int MinNames = 4;

    /// <returns>Keys of the endings, in ordinal order.</returns>
    public static List<string> Find(IReadOnlyList<RawTag> raws)
    {
        var names = new Dictionary<string, HashSet<string>>(StringComparer.Ordinal);
        foreach (var raw in raws)
        {
            var parts = TagText.Parts(TagText.Clean(raw.Text));
            for (var i = parts.Count - 1; i > 0 && i >= parts.Count - 3; i--)
            {
                if (parts[i].Separator == TagSeparator.Tab)
                    continue;
                var key = SpellingReader.EndingKey(parts[i].Text);
                var name = string.Join(' ', parts.Take(i).Select(part => TagWords.Key(part.Text)));
                if (key.Length < 3 || name.Length < 3 || PersonName.Read(parts[i].Text) is { Strength: >= 0.7 })
                    continue;
                if (!names.TryGetValue(key, out var set))
                    names.Add(key, set = new HashSet<string>(StringComparer.Ordinal));
                set.Add(name);
            }
        }
        return [.. names.Where(entry => entry.Value.Count >= MinNames && !PlaceName.IsPlace(entry.Key)).Select(entry => entry.Key).Order(StringComparer.Ordinal)];
    }
}
