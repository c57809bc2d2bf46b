using Search.Core.Indexing;
using Search.Core.People;
using Search.Core.Tagging;

namespace Search.Core.Ingestion;

/// <summary>
/// The catalogs of the generation that a build starts from. They can be loaded while the content is still being read; nothing is loaded where nothing changed.
/// A catalog that is missing or damaged is null, and made anew.
/// </summary>
internal sealed class BaseCatalogs(string folder)
{
    private readonly Lazy<Task<PeopleCatalog?>> people = new(() => Task.Run(() => Read(folder, GenerationFileNames.PeopleCatalog, PeopleCatalog.Read)));
    private readonly Lazy<Task<TagCatalog?>> tags = new(() => Task.Run(() => Read(folder, GenerationFileNames.Tags, TagCatalog.Read)));

    public PeopleCatalog? People => people.Value.GetAwaiter().GetResult();

    public TagCatalog? Tags => tags.Value.GetAwaiter().GetResult();

    /// <summary>Begins to load them, and returns at once. May be called by many threads, and again.</summary>
    public void Begin()
    {
        _ = tags.Value;
        _ = people.Value;
    }

    private static T? Read<T>(string folder, string name, Func<Stream, T> read)
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
