namespace Search.Tests;

/// <summary>A folder of its own for a test, gone when it ends.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    public string Path { get; } = System.IO.Directory.CreateTempSubdirectory("search-test-").FullName;

    /// <summary>Writes a file, with the folders above it, and gives its full path.</summary>
    public string Write(string relativePath, string content)
    {
        var path = In(relativePath);
        System.IO.Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
        File.WriteAllText(path, content);
        return path;
    }

    public string In(string relativePath) => System.IO.Path.Combine(Path, relativePath);

    public void Dispose() => System.IO.Directory.Delete(Path, recursive: true);
}
