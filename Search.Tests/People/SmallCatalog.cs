using Search.Core.People;

namespace Search.Tests.People;

/// <summary>Catalogs of a few texts written for a test.</summary>
internal static class SmallCatalog
{
    public static NameFinder Finder { get; } = new(NameData.Default);

    public static PeopleCatalog Catalog(params string[] texts)
    {
        var builder = new PeopleCatalogBuilder(NameData.Default);
        foreach (var text in texts)
            builder.Add(null, NameFacts.Of(Finder.Find(text)));
        return builder.Build();
    }

    public static List<string> Resolve(PeopleCatalog catalog, string text) => catalog.Resolve(Finder.Find(text)).People.Select(p => p.Person.Label).ToList();

    public static byte[] Bytes(PeopleCatalog catalog)
    {
        var stream = new MemoryStream();
        catalog.Write(stream);
        return stream.ToArray();
    }
}
