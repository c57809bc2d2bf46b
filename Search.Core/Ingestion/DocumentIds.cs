namespace Search.Core.Ingestion;

/// <summary>The ids of all documents, unique over the collection. Memory holds those only that are not as proposed.</summary>
internal sealed class DocumentIds
{
    private readonly Dictionary<string, string> changed = new(StringComparer.Ordinal);

    private DocumentIds()
    {
    }

    public static DocumentIds Of(IEnumerable<DocumentFacts> documents)
    {
        var ids = new DocumentIds();
        ids.Assign(documents);
        return ids;
    }

    public string Of(DocumentFacts document) => changed.GetValueOrDefault(document.Key, document.ProposedId);

    // Where two documents propose one id, parent folders are put before it, joined with '-', until they differ (the contract's rule).
    // Documents of one file (records) that repeat an id are told apart by a number.
    private void Assign(IEnumerable<DocumentFacts> documents)
    {
        var taken = new HashSet<string>(StringComparer.Ordinal);
        var repeated = new Dictionary<string, List<DocumentFacts>>(StringComparer.Ordinal);
        foreach (var document in documents)
            if (!taken.Add(document.ProposedId))
                repeated.TryAdd(document.ProposedId, []);
        if (repeated.Count == 0)
            return;
        foreach (var document in documents)
            if (repeated.TryGetValue(document.ProposedId, out var same))
                same.Add(document);
        taken.ExceptWith(repeated.Keys);
        var clashes = repeated.Values.OrderBy(same => same[0].Key, StringComparer.Ordinal);
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
                changed[same[i].Key] = id;
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
