namespace Search.Core.Ingestion;

/// <summary>The ids of all documents, unique over the collection.</summary>
internal sealed class DocumentIds
{
    private readonly Dictionary<string, string> ids = new(StringComparer.Ordinal);

    private DocumentIds()
    {
    }

    public static DocumentIds Of(List<DocumentFacts> documents)
    {
        var ids = new DocumentIds();
        ids.Assign(documents);
        return ids;
    }

    /// <param name="key">Key of the document.</param>
    public string Of(string key) => ids[key];

    // Where two documents propose one id, parent folders are put before it, joined with '-', until they differ (the contract's rule).
    // Documents of one file (records) that repeat an id are told apart by a number.
    private void Assign(List<DocumentFacts> documents)
    {
        var taken = new HashSet<string>(StringComparer.Ordinal);
        var clashes = new List<List<DocumentFacts>>();
        foreach (var group in documents.GroupBy(d => d.ProposedId, StringComparer.Ordinal))
        {
            var same = group.ToList();
            if (same.Count == 1)
            {
                ids[same[0].Key] = group.Key;
                taken.Add(group.Key);
            }
            else
                clashes.Add(same);
        }
        foreach (var same in clashes)
        {
            var folders = same.Select(d => FoldersOf(d.Key)).ToList();
            var deepest = folders.Max(f => f.Length);
            var candidates = Candidates(same, folders, 0);
            for (var depth = 1; depth <= deepest && candidates.Distinct(StringComparer.Ordinal).Count() < same.Count; depth++)
                candidates = Candidates(same, folders, depth);
            for (var i = 0; i < same.Count; i++)
            {
                var id = candidates[i];
                for (var n = 2; !taken.Add(id); n++)
                    id = $"{candidates[i]}-{n}";
                ids[same[i].Key] = id;
            }
        }
    }

    private static List<string> Candidates(List<DocumentFacts> same, List<string[]> folders, int depth) =>
        [.. same.Select((d, i) => string.Join('-', folders[i].TakeLast(depth).Append(d.ProposedId)))];

    private static string[] FoldersOf(string key)
    {
        var path = key.Split('#')[0];
        var slash = path.LastIndexOf('/');
        return slash < 0 ? [] : path[..slash].Split('/', StringSplitOptions.RemoveEmptyEntries);
    }
}
