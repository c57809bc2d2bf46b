using Lucene.Net.Index;
using Lucene.Net.Store;
using Search.Core.Generations;

namespace Search.Core.Searching;

/// <summary>What an index holds: counts, terms by field, sizes.</summary>
public sealed record IndexStatistics(
    string Generation,
    DateTimeOffset Created,
    IReadOnlyList<string> Sources,
    long Posts,
    long Quotes,
    int Deleted,
    int Segments,
    int Files,
    long Bytes,
    IReadOnlyDictionary<string, long> Terms)
{
    public static IndexStatistics Of(Manifest manifest, string folder)
    {
        using var directory = new NIOFSDirectory(folder, NoLockFactory.GetNoLockFactory());
        using var reader = DirectoryReader.Open(directory);
        var terms = new SortedDictionary<string, long>(StringComparer.Ordinal);
        foreach (var field in MultiFields.GetFields(reader) ?? Enumerable.Empty<string>())
            terms[field] = Count(MultiFields.GetTerms(reader, field));
        return new(
            manifest.Id,
            manifest.Created,
            manifest.Sources,
            manifest.Counts.GetValueOrDefault("posts"),
            manifest.Counts.GetValueOrDefault("quotes"),
            reader.NumDeletedDocs,
            reader.Leaves.Count,
            manifest.Files.Count,
            manifest.Files.Sum(f => f.Length),
            terms);
    }

    private static long Count(Terms? terms)
    {
        long count = 0;
        if (terms?.GetEnumerator() is { } all)
            while (all.MoveNext())
                count++;
        return count;
    }
}
