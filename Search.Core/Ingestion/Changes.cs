namespace Search.Core.Ingestion;

/// <summary>What differs between the index and the sources. Documents to be written are marked so (<see cref="DocumentFacts.ToWrite"/>).</summary>
/// <param name="ToDelete">Keys of documents that the index holds as they are no more.</param>
internal sealed record Changes(IReadOnlyList<string> ToDelete, long Added, long Changed, long Removed, long Unchanged)
{
    public bool IsEmpty => Added + Changed + Removed == 0;

    /// <summary>No difference.</summary>
    public static Changes None(IReadOnlyList<FileFacts> files) => new([], 0, 0, 0, files.Sum(f => (long)f.Documents.Count));

    public static Changes Between(Ledger? before, IReadOnlyList<FileFacts> now, Collection collection, CancellationToken cancel)
    {
        var toDelete = new List<string>();
        long added = 0, changed = 0, unchanged = 0;
        foreach (var document in now.SelectMany(f => f.Documents))
            document.ToWrite = document.Indexed == 0 || !document.ReadsAsIndexed || document.Trimmed != document.TrimmedInIndex;
        if (before is not null && collection.IsSettled && before.Knowledge != collection.Knowledge)
            // Any document may stand differently now.
            Parallel.ForEach(now.SelectMany(f => f.Documents).Where(d => !d.ToWrite), new ParallelOptions { CancellationToken = cancel }, document => document.ToWrite = document.Indexed != collection.FingerprintOf(document));
        foreach (var document in now.SelectMany(f => f.Documents))
            if (document.Indexed == 0)
                added++;
            else if (document.ToWrite)
            {
                changed++;
                toDelete.Add(document.Details.Key);
            }
            else
                unchanged++;
        var kept = toDelete.Count;
        if (before is not null)
            toDelete.AddRange(Gone(before, now));
        return new(toDelete, added, changed, toDelete.Count - kept, unchanged);
    }

    // Only files that are gone or were read anew can have lost documents.
    private static IEnumerable<string> Gone(Ledger before, IReadOnlyList<FileFacts> now)
    {
        var same = new HashSet<FileFacts>(now, ReferenceEqualityComparer.Instance);
        var were = before.Files.Where(f => !same.Contains(f)).SelectMany(f => f.Documents).ToList();
        var lost = were.Select(d => KeyHash.Of(d.Details.Key)).ToHashSet();
        if (lost.Count == 0)
            return [];
        foreach (var document in now.SelectMany(f => f.Documents))
            lost.Remove(KeyHash.Of(document.Details.Key));
        return were.Select(d => d.Details.Key).Where(key => lost.Contains(KeyHash.Of(key))).Order(StringComparer.Ordinal);
    }
}
