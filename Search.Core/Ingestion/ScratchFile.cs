using Microsoft.Win32.SafeHandles;

namespace Search.Core.Ingestion;

/// <summary>
/// A file for what a run puts out of memory and reads again: pieces of bytes at their places. It has no name while it is used, so that a run that is killed leaves
/// nothing behind. Made when first written to. May be used by many threads.
/// </summary>
/// <param name="folder">Where it lies; on a disk, since it grows with what is read.</param>
internal sealed class ScratchFile(string folder) : IDisposable
{
    private const int MostPending = 1 << 20;

    private readonly Lock gate = new();
    private readonly MemoryStream pending = new();
    private SafeFileHandle? file;
    private long written;

    /// <summary>Puts bytes at the end.</summary>
    /// <returns>Their place.</returns>
    public long Add(ReadOnlySpan<byte> bytes)
    {
        lock (gate)
        {
            var start = written + pending.Length;
            pending.Write(bytes);
            if (pending.Length >= MostPending)
                WritePending();
            return start;
        }
    }

    /// <summary>Fills <paramref name="bytes"/> from a place.</summary>
    public void Read(long start, Span<byte> bytes)
    {
        if (start + bytes.Length > Volatile.Read(ref written))
            lock (gate)
                WritePending();
        for (var read = 0; read < bytes.Length;)
        {
            var some = RandomAccess.Read(file!, bytes[read..], start + read);
            if (some == 0)
                throw new IOException($"What was put aside in {folder} is cut short.");
            read += some;
        }
    }

    public void Dispose()
    {
        file?.Dispose();
        pending.Dispose();
    }

    private void WritePending()
    {
        if (pending.Length == 0)
            return;
        file ??= Nameless(folder);
        RandomAccess.Write(file, pending.GetBuffer().AsSpan(0, (int)pending.Length), written);
        Volatile.Write(ref written, written + pending.Length);
        pending.SetLength(0);
    }

    // On Unix a file that is removed lives on until it is closed; Windows removes it then.
    private static SafeFileHandle Nameless(string folder)
    {
        var path = Path.Combine(folder, $"scratch-{Guid.NewGuid():N}");
        var handle = File.OpenHandle(path, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.Delete, OperatingSystem.IsWindows() ? FileOptions.DeleteOnClose : FileOptions.None);
        if (!OperatingSystem.IsWindows())
            File.Delete(path);
        return handle;
    }
}
