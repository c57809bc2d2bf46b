namespace Search.Core.Ingestion;

/// <summary>A catalog that the base of a build has; one that is missing or damaged is made anew.</summary>
internal static class CatalogFile
{
    /// <summary>Null where it cannot be read.</summary>
    public static T? Read<T>(string folder, string name, Func<Stream, T> read)
        where T : class
    {
        try
        {
            using var stream = new MemoryStream(File.ReadAllBytes(Path.Combine(folder, name)));
            return read(stream);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            return null;
        }
    }
}
