namespace Search.Core.Generations;

/// <summary>
/// A lock on a file that the operating system gives back when its holder dies, however it dies: nothing has to be cleaned up after a
/// kill. Many may hold it shared, or one exclusively, across processes and within one.
/// </summary>
/// <remarks>
/// .NET maps <see cref="FileShare"/> to <c>flock(2)</c> on Unix (None: exclusive, Read: shared), which belongs to the open file, not to
/// the process. Where a file system has no <c>flock</c>, .NET goes on without a lock: docs/operations.md says to run one indexer there.
/// </remarks>
internal sealed class FileLock : IDisposable
{
    private readonly FileStream _file;

    private FileLock(FileStream file) => _file = file;

    /// <summary>Null where another holds it exclusively. Needs no right to write where the file is there.</summary>
    public static FileLock? TryShared(string path) =>
        Try(() => new FileStream(path, File.Exists(path) ? FileMode.Open : FileMode.OpenOrCreate, FileAccess.Read, FileShare.Read, 1));

    /// <summary>Null where another holds it in any way.</summary>
    public static FileLock? TryExclusive(string path) =>
        // On Windows others may read who holds it, and are kept from locking by the write access; on Unix that would be a shared lock.
        Try(() => new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, OperatingSystem.IsWindows() ? FileShare.Read : FileShare.None, 1));

    /// <summary>Replaces what the locked file says, for people and for <see cref="ReadNote"/>.</summary>
    public void WriteNote(string note)
    {
        _file.SetLength(0);
        _file.Write(System.Text.Encoding.UTF8.GetBytes(note));
        _file.Flush();
    }

    /// <summary>What the holder of a lock wrote into it; empty where that can't be read.</summary>
    public static string ReadNote(string path)
    {
        try
        {
            // Opening the .NET way would ask for a shared lock, which is just what can't be had now.
            using var file = OperatingSystem.IsWindows()
                ? new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete)
                : new FileStream(SystemCalls.OpenForReading(path), FileAccess.Read);
            using var reader = new StreamReader(file);
            var note = new char[256];
            return new string(note, 0, reader.ReadBlock(note)).Trim();
        }
        catch (Exception e) when (GenerationException.IsFromDisk(e))
        {
            return ""; // The note is a courtesy in a message about the lock; that message matters more than this error.
        }
    }

    public void Dispose() => _file.Dispose();

    private static FileLock? Try(Func<FileStream> open)
    {
        try
        {
            return new FileLock(open());
        }
        catch (IOException e) when (IsHeldByAnother(e))
        {
            return null;
        }
    }

    // EWOULDBLOCK of Linux and of macOS; ERROR_SHARING_VIOLATION and ERROR_LOCK_VIOLATION of Windows.
    private static bool IsHeldByAnother(IOException e) =>
        OperatingSystem.IsWindows() ? (e.HResult & 0xFFFF) is 32 or 33 : e.HResult == (OperatingSystem.IsMacOS() ? 35 : 11);
}
