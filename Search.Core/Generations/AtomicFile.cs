namespace Search.Core.Generations;

/// <summary>
/// Writes a file so that whoever looks sees the old content or the new, never a part, also after a kill or a power cut: a temporary
/// file beside it, flushed, renamed over it, and the folder flushed.
/// </summary>
public static class AtomicFile
{
    /// <summary>Ending of the temporary files; one that a killed process left behind may be deleted.</summary>
    public const string TemporaryEnding = ".tmp";

    /// <summary>
    /// Replaces or creates <paramref name="path"/>; where <paramref name="write"/> throws, the file stays as it was and that exception
    /// comes out. The folder must be there. A symbolic link is replaced by a file, not followed. Of two writers at once the later wins.
    /// </summary>
    /// <exception cref="GenerationException"><c>disk-full</c>, <c>index-not-writable</c> (no permission), <c>index-io</c>.</exception>
    public static void Write(string path, Action<Stream> write)
    {
        path = Path.GetFullPath(path);
        var temporary = $"{path}.{Guid.NewGuid():N}{TemporaryEnding}";
        try
        {
            using (var file = new FileStream(temporary, FileMode.CreateNew, FileAccess.Write, FileShare.None))
            {
                write(file);
                file.Flush(flushToDisk: true);
            }
            File.Move(temporary, path, overwrite: true);
            SystemCalls.FlushFolder(Path.GetDirectoryName(path)!);
        }
        catch (Exception e)
        {
            DeleteQuietly(temporary);
            if (GenerationException.IsFromDisk(e))
                throw GenerationException.FromDisk("writing it", path, e);
            throw;
        }
    }

    /// <summary><see cref="Write(string, Action{Stream})"/> of bytes at hand.</summary>
    public static void Write(string path, ReadOnlyMemory<byte> content) => Write(path, file => file.Write(content.Span));

    private static void DeleteQuietly(string temporary)
    {
        try
        {
            File.Delete(temporary);
        }
        catch (Exception e) when (GenerationException.IsFromDisk(e))
        {
            // What stopped the writing is thrown on; a leftover by this ending harms nobody.
        }
    }
}
