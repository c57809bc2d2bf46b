using System.Globalization;

namespace Search.Core.Generations;

/// <summary>
/// One writer per index folder. The lock's file stays for ever (removing it would let two writers hold two files by one name) and says
/// who holds it.
/// </summary>
internal static class WriterLock
{
    /// <exception cref="GenerationException"><c>index-locked</c>, <c>index-not-writable</c>, <c>disk-full</c>, <c>index-io</c>.</exception>
    public static FileLock Take(GenerationStore store)
    {
        var path = store.WriterLockPath;
        try
        {
            var held = FileLock.TryExclusive(path);
            if (held is null)
                throw new GenerationException("index-locked", store.Folder, $"another process is writing this index: {Holder(path)}; wait until it is done");
            held.WriteNote(string.Create(CultureInfo.InvariantCulture, $"process {Environment.ProcessId} on {Environment.MachineName}\n"));
            return held;
        }
        catch (Exception e) when (GenerationException.IsFromDisk(e))
        {
            throw GenerationException.FromDisk("taking the writer lock", path, e);
        }
    }

    private static string Holder(string path) => FileLock.ReadNote(path) is { Length: > 0 } note ? note : "its process id is not known";
}
