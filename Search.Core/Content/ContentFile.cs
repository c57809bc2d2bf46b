namespace Search.Core.Content;

/// <summary>A file of a source, with what it is taken for.</summary>
/// <param name="Path">Relative to the source's root, with forward slashes.</param>
/// <param name="FullPath">Where it lies on disk.</param>
/// <param name="Length">In bytes, when it was listed.</param>
/// <param name="Form">What it is read as.</param>
/// <param name="NotAPostReason">Why it is read as nothing; null where <paramref name="Form"/> says what it is.</param>
public sealed record ContentFile(string Path, string FullPath, long Length, ContentForm Form, string? NotAPostReason = null)
{
    /// <summary>When the file was last written, by the file system; only a hint of change.</summary>
    public DateTimeOffset LastWrite { get; init; }

    /// <summary>Told of every piece that is read of the file, in bytes; null where nobody asks.</summary>
    internal Action<int>? OnRead { get; init; }

    /// <summary>The file's bytes, read front to back.</summary>
    public Stream Open()
    {
        var file = new FileStream(FullPath, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 1, FileOptions.SequentialScan);
        return OnRead is null ? file : new ToldStream(file, OnRead);
    }
}
