using Lucene.Net.Index;
using Lucene.Net.Store;

namespace Search.Core.Indexing;

/// <summary>Whether the Lucene files of a folder are a whole index that holds what it should.</summary>
public static class IndexCheck
{
    /// <summary>Opens the index read-only and compares its counts.</summary>
    /// <param name="folder">Folder of the Lucene files.</param>
    /// <param name="counts">Expected documents by plural of their kind: <c>posts</c>, <c>quotes</c>.</param>
    /// <exception cref="InvalidDataException">It cannot be opened, or holds something else.</exception>
    public static void Require(string folder, IReadOnlyDictionary<string, long> counts)
    {
        try
        {
            using var directory = new NIOFSDirectory(folder, NoLockFactory.GetNoLockFactory());
            using var reader = DirectoryReader.Open(directory);
            var expected = counts.Values.Sum();
            if (reader.NumDocs != expected)
                throw new InvalidDataException($"The index in {folder} holds {reader.NumDocs} documents and not {expected}.");
        }
        catch (Exception e) when (e is IOException or ArgumentException or IndexOutOfRangeException)
        {
            throw new InvalidDataException($"The index in {folder} cannot be opened: {e.Message}", e);
        }
    }

    /// <summary>Problems that a full check of every segment finds; none where the index is whole.</summary>
    public static IReadOnlyList<string> Problems(string folder)
    {
        using var directory = new NIOFSDirectory(folder, NoLockFactory.GetNoLockFactory());
        var status = new CheckIndex(directory).DoCheckIndex();
        if (status.Clean)
            return [];
        return status.MissingSegments ? ["The list of segments cannot be read."] : [$"{status.NumBadSegments} segments are damaged; {status.TotLoseDocCount} documents are lost."];
    }
}
