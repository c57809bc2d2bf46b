using Search.Core.Model;

namespace Search.Core.Tagging;

/// <summary>
/// Which spellings the owner's file means. One that stands in the posts as written means that and what is mechanically equal to it; one that does
/// not, the tags with its words, or else those that are its words without what stands beside them. So a file made of what is inferred changes nothing.
/// </summary>
internal static class OwnersTags
{
    /// <summary>For each spelling the number of the entry that claims it; -1 for none. The first of two claims counts.</summary>
    public static int[] Read(IReadOnlyList<RawTag> raws, TagSpelling[] spellings, IReadOnlyList<AuthorityEntry> authority, SpellingReader reader)
    {
        int[] owners = [.. Enumerable.Repeat(-1, raws.Count)];
        var byRaw = new Dictionary<string, int>(StringComparer.Ordinal);
        var byWords = new Dictionary<string, List<int>>(StringComparer.Ordinal);
        var byCore = new Dictionary<string, List<int>>(StringComparer.Ordinal);
        for (var i = 0; i < raws.Count; i++)
        {
            byRaw.Add(raws[i].Text, i);
            Add(byWords, TagWords.Key(TagText.Clean(raws[i].Text)), i);
            Add(byCore, spellings[i].Key, i);
        }
        var found = new bool[authority.Count];
        var missing = new List<(string Spelling, int Entry)>();
        for (var entry = 0; entry < authority.Count; entry++)
            foreach (var spelling in authority[entry].Aliases.Prepend(authority[entry].Name))
                if (byRaw.TryGetValue(spelling.Trim(), out var i))
                {
                    found[entry] = true;
                    if (owners[i] < 0)
                        owners[i] = entry;
                }
                else
                    missing.Add((spelling, entry));
        var left = missing.FindAll(one => !Own(byWords, TagWords.Key(TagText.Clean(one.Spelling)), one.Entry));
        // A label that nobody writes is a name for what the aliases mean.
        left.RemoveAll(one => found[one.Entry] && one.Spelling == authority[one.Entry].Name);
        foreach (var (spelling, entry) in left)
            Own(byCore, reader.Read(spelling).Key, entry);
        return owners;

        bool Own(Dictionary<string, List<int>> table, string key, int entry)
        {
            if (key.Length == 0 || !table.TryGetValue(key, out var list))
                return false;
            foreach (var i in list.Where(i => owners[i] < 0))
                owners[i] = entry;
            return true;
        }

        static void Add(Dictionary<string, List<int>> table, string key, int i)
        {
            if (!table.TryGetValue(key, out var list))
                table.Add(key, list = []);
            list.Add(i);
        }
    }
}
