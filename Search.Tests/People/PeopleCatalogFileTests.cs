using System.Text;
using Search.Core.People;
using Xunit;
using static Search.Tests.People.SmallCatalog;

namespace Search.Tests.People;

/// <summary>The catalog of people as bytes: the same for the same content, whole or refused.</summary>
public class PeopleCatalogFileTests
{
    [Fact]
    public void The_order_of_adding_makes_no_difference()
    {
        string[] texts = ["William Harcastle spoke.", "Bill Harcastle spoke.", "Senator H. Dunlea left.", "Hannah Dunlea came.", "Mayor Greta Lindqvist met Nils Lindqvist.", "By Ann Ferrer\n\nRain fell."];
        Assert.Equal(Bytes(Catalog(texts)), Bytes(Catalog([.. texts.Reverse()])));
    }

    [Fact]
    public void Facts_and_catalog_survive_being_written_and_read()
    {
        var names = Finder.Find("Attorney General Greta Lindqvist met Sir Nils Brandt Jr. and Pope Leo III. Lindqvist left.");
        var stream = new MemoryStream();
        NameFacts.Of(names).Write(new BinaryWriter(stream, Encoding.UTF8));
        stream.Position = 0;
        var facts = NameFacts.Read(new BinaryReader(stream, Encoding.UTF8));
        Assert.Equal(names.People.Select(p => (p.Name.Full, p.FullMentions, p.PartMentions, p.Gender)), facts.People.Select(p => (p.Name.Full, p.FullMentions, p.PartMentions, p.Gender)));
        var catalog = Catalog("Attorney General Greta Lindqvist met Nils Brandt Jr. Lindqvist left.", "Greta Lindqvist and her brother Olof Lindqvist spoke.");
        var bytes = Bytes(catalog);
        var read = PeopleCatalog.Read(new MemoryStream(bytes));
        Assert.Equal(bytes, Bytes(read));
        Assert.Equal(Resolve(catalog, "Lindqvist spoke to Nils Brandt Jr."), Resolve(read, "Lindqvist spoke to Nils Brandt Jr."));
    }

    [Fact]
    public void Damaged_bytes_are_refused()
    {
        var bytes = Bytes(Catalog("Attorney General Greta Lindqvist met Nils Brandt."));
        for (var cut = 0; cut < bytes.Length; cut++)
            Assert.Throws<InvalidDataException>(() => PeopleCatalog.Read(new MemoryStream(bytes, 0, cut)));
    }
}
