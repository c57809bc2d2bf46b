using Microsoft.Win32.SafeHandles;

namespace Search.Core.Ingestion;

/// <summary>
/// A file for what a run puts out of memory and reads again: pieces of bytes at their places. It has no name while it is used, so that a run that is killed leaves
/// nothing behind. Made when first written to. May be used by many threads.
/// </summary>
/// <param name="folder">Where it lies; on a disk, since it grows with what is read.</param>
internal sealed class ScratchFile(string folder) : IDisposable
{
    private readonly AppendedBytes bytes = new(null, () => Nameless(folder));

    /// <summary>Puts bytes at the end.</summary>
    /// <returns>Their place.</returns>
    public long Add(ReadOnlySpan<byte> added) => bytes.Add(added);

    /// <summary>Fills <paramref name="filled"/> from a place.</summary>
    /// <exception cref="IOException">The file was cut short.</exception>
    public void Read(long start, Span<byte> filled)
    {
        try
        {
            bytes.Read(start, filled);
        }
        catch (EndOfStreamException end)
        {
            throw new IOException($"What was put aside in {folder} is cut short.", end);
        }
    }

    public void Dispose() => bytes.Dispose();

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
