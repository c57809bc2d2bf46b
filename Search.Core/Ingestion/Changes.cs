namespace Search.Core.Ingestion;

/// <summary>What differs between the index and the sources.</summary>
internal sealed record Changes(
    IReadOnlyDictionary<string, DocumentFacts> ToWrite, IReadOnlyList<string> ToDelete, long Added, long Changed, long Removed, long Unchanged)
{
    public bool IsEmpty => ToWrite.Count == 0 && ToDelete.Count == 0;

    /// <summary>No difference.</summary>
    public static Changes None(IReadOnlyList<FileFacts> files) =>
        new(new Dictionary<string, DocumentFacts>(), [], 0, 0, 0, files.Sum(f => (long)f.Documents.Count));

    public static Changes Between(Ledger? before, IReadOnlyList<FileFacts> now, Collection collection)
    {
        var toWrite = new Dictionary<string, DocumentFacts>(StringComparer.Ordinal);
        var toDelete = new List<string>();
        long added = 0, changed = 0, unchanged = 0, removed = 0;
        var keys = new HashSet<string>(StringComparer.Ordinal);
        foreach (var document in now.SelectMany(f => f.Documents))
        {
            keys.Add(document.Key);
            if (document.Indexed == 0)
                added++;
            else if (document.Indexed == collection.FingerprintOf(document))
            {
                unchanged++;
                continue;
            }
            else
            {
                changed++;
                toDelete.Add(document.Key);
            }
            toWrite.Add(document.Key, document);
        }
        foreach (var document in before?.Files.SelectMany(f => f.Documents) ?? [])
            if (!keys.Contains(document.Key))
            {
                removed++;
                toDelete.Add(document.Key);
            }
        return new(toWrite, toDelete, added, changed, removed, unchanged);
    }
}
