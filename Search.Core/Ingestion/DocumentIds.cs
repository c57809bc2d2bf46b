namespace Search.Core.Ingestion;

/// <summary>The ids of all documents, unique over the collection. Memory holds those only that are not as proposed.</summary>
/// <remarks>Which are proposed twice is told by hashes of 128 bits, so that not all ids need be held at once.</remarks>
internal sealed class DocumentIds
{
    private readonly Dictionary<int, string> changed = [];

    private DocumentIds()
    {
    }

    public static DocumentIds Of(IEnumerable<DocumentFacts> documents)
    {
        var ids = new DocumentIds();
        ids.Assign(documents);
        return ids;
    }

    public string Of(DocumentFacts document) => changed.GetValueOrDefault(document.Number) ?? document.Details.ProposedId;

    // Where two documents propose one id, parent folders are put before it, joined with '-', until they differ (the contract's rule).
    // Documents of one file (records) that repeat an id are told apart by a number.
    private void Assign(IEnumerable<DocumentFacts> documents)
    {
        var taken = new HashSet<UInt128>();
        var twice = new HashSet<UInt128>();
        foreach (var document in documents)
            if (KeyHash.Of(document.Details.ProposedId) is var hash && !taken.Add(hash))
                twice.Add(hash);
        if (twice.Count == 0)
            return;
        taken.ExceptWith(twice);
        var clashes = documents.Where(document => twice.Contains(KeyHash.Of(document.Details.ProposedId)))
            .GroupBy(document => document.Details.ProposedId, StringComparer.Ordinal)
            .Select(same => (Id: same.Key, Documents: same.ToList()))
            .OrderBy(same => same.Documents[0].Details.Key, StringComparer.Ordinal).ToList();
        foreach (var (proposed, same) in clashes)
        {
            var folders = same.Select(d => FoldersOf(d.Details.Key)).ToList();
            var deepest = folders.Max(f => f.Length);
            var candidates = Candidates(proposed, folders, 0);
            for (var depth = 1; depth <= deepest && candidates.Distinct(StringComparer.Ordinal).Count() < same.Count; depth++)
                candidates = Candidates(proposed, folders, depth);
            for (var i = 0; i < same.Count; i++)
            {
                var id = candidates[i];
                for (var n = 2; !taken.Add(KeyHash.Of(id)); n++)
                    id = $"{candidates[i]}-{n}";
                changed[same[i].Number] = id;
            }
        }
    }

    private static List<string> Candidates(string proposed, List<string[]> folders, int depth) =>
        [.. folders.Select(above => string.Join('-', above.TakeLast(depth).Append(proposed)))];

    private static string[] FoldersOf(string key)
    {
        var path = key.Split('#')[0];
        var slash = path.LastIndexOf('/');
        return slash < 0 ? [] : path[..slash].Split('/', StringSplitOptions.RemoveEmptyEntries);
    }
}
