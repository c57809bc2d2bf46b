using System.Text;
using CsCheck;
using Search.Core.Tagging;
using Xunit;

namespace Search.Tests.Tagging;

public class TagCatalogFileTests
{
    private static readonly Gen<string> GenWord = Gen.OneOf<string>("Nora", "Field", "tides", "Tides", "(ESA)", "/ LinkedIn", "–", "Office of", "the", "U.S.", "C#", "Ünion", "47", "“Quoted”", "\t", "東京", "$X", "(D-CA)", "Act", ".", "May 3 2024");
    private static readonly Gen<string> GenTag = Gen.Select(GenWord.Array[1, 5], Gen.String[0, 6], (words, junk) => string.Join(' ', words) + junk);
    private static readonly Gen<string[][]> GenPosts = GenTag.Array[0, 8].Array[0, 12];

    [Fact]
    public void Every_spelling_that_was_added_resolves() =>
        GenPosts.Sample(posts =>
        {
            var catalog = TagCatalogTests.Catalog(posts);
            foreach (var raw in posts.SelectMany(tags => tags))
                if (raw.Trim().Length > 0)
                    Assert.NotNull(catalog.Resolve(raw));
        }, iter: 300);

    [Fact]
    public void The_order_of_adding_does_not_matter() =>
        GenPosts.Sample(posts =>
        {
            var forward = new TagCatalogBuilder();
            var backward = new TagCatalogBuilder();
            for (var i = 0; i < posts.Length; i++)
            {
                forward.Add($"p{i}", posts[i], null);
                backward.Add($"p{posts.Length - 1 - i}", [.. posts[posts.Length - 1 - i].Reverse()], null);
            }
            Assert.Equal(Bytes(forward.Build()), Bytes(backward.Build()));
        }, iter: 300);

    [Fact]
    public void A_catalog_that_was_written_and_read_is_the_same() =>
        GenPosts.Sample(posts =>
        {
            var bytes = Bytes(TagCatalogTests.Catalog(posts));
            Assert.Equal(bytes, Bytes(TagCatalog.Read(new MemoryStream(bytes))));
        }, iter: 300);

    [Fact]
    public void Damage_anywhere_is_reported_as_such()
    {
        var bytes = Bytes(TagCatalogTests.Catalog(["tides", "Nora Field / LinkedIn"], ["European Space Agency (ESA)"]));
        for (var i = 0; i < bytes.Length; i++)
        {
            var damaged = bytes.ToArray();
            damaged[i] ^= 0x5A;
            Assert.Throws<InvalidDataException>(() => TagCatalog.Read(new MemoryStream(damaged)));
            Assert.Throws<InvalidDataException>(() => TagCatalog.Read(new MemoryStream(bytes, 0, i)));
        }
    }

    [Fact]
    public void A_stream_of_something_else_is_no_catalog() =>
        Assert.Throws<InvalidDataException>(() => TagCatalog.Read(new MemoryStream(Encoding.UTF8.GetBytes("- label: tides\n"))));

    private static byte[] Bytes(TagCatalog catalog)
    {
        using var stream = new MemoryStream();
        catalog.Write(stream);
        return stream.ToArray();
    }
}
