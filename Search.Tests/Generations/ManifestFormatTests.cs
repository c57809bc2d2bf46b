using System.Text;
using Search.Core.Generations;
using Xunit;

namespace Search.Tests.Generations;

public sealed class ManifestFormatTests : IDisposable
{
    private readonly IndexFolder _index = new();

    public void Dispose() => _index.Dispose();

    private static Manifest Example(string id = "20261122T230405-0001") => new()
    {
        Id = id,
        Format = 1,
        SchemaHash = "ab12",
        Created = IndexFolder.Start,
        Counts = new SortedDictionary<string, long>(StringComparer.Ordinal) { ["posts"] = 1901, ["quotes"] = 12 },
        Sources = ["/sites/blog", "quotes – „alt“.yml"],
        Files = [new("lucene/_0.cfs", 12, "00112233445566778899aabbccddeeff")],
    };

    private GenerationException Unreadable(byte[] bytes)
    {
        File.WriteAllBytes(Path.Combine(_index.Path, Manifest.FileName), bytes);
        return Assert.Throws<GenerationException>(() => ManifestFormat.Read(_index.Path, Example().Id));
    }

    [Fact]
    public void What_is_written_is_read()
    {
        File.WriteAllBytes(Path.Combine(_index.Path, Manifest.FileName), ManifestFormat.ToBytes(Example()));
        var read = ManifestFormat.Read(_index.Path, Example().Id);
        Assert.Equivalent(Example(), read, strict: true);
    }

    [Fact]
    public void The_same_manifest_is_the_same_bytes() => Assert.Equal(ManifestFormat.ToBytes(Example()), ManifestFormat.ToBytes(Example()));

    [Fact]
    public void A_manifest_cut_anywhere_is_unreadable()
    {
        var bytes = ManifestFormat.ToBytes(Example());
        for (var length = 0; length < bytes.Length; length++)
            Assert.Equal("manifest-unreadable", Unreadable(bytes[..length]).Code);
    }

    [Fact]
    public void A_manifest_with_any_byte_changed_is_unreadable()
    {
        var bytes = ManifestFormat.ToBytes(Example());
        for (var i = 0; i < bytes.Length; i++)
        {
            bytes[i] ^= 1;
            Assert.Equal("manifest-unreadable", Unreadable(bytes).Code);
            bytes[i] ^= 1;
        }
    }

    [Fact]
    public void A_manifest_of_another_generation_is_unreadable() =>
        Assert.Contains("belongs to generation", Unreadable(ManifestFormat.ToBytes(Example("20261122T230405-0002"))).Reason, StringComparison.Ordinal);

    [Fact]
    public void A_newer_format_is_refused_by_its_own_code() =>
        Assert.Equal("manifest-newer", Unreadable(ManifestFormat.ToBytes(Example() with { Format = 2 })).Code);

    [Theory]
    [InlineData("../../../etc/passwd")]
    [InlineData("/etc/passwd")]
    [InlineData("a//b")]
    [InlineData("a\\..\\b")]
    [InlineData("")]
    public void A_name_that_leads_out_of_the_folder_is_refused(string name) =>
        Assert.Equal("manifest-unreadable", Unreadable(ManifestFormat.ToBytes(Example() with { Files = [new(name, 1, "")] })).Code);

    [Fact]
    public void A_manifest_that_lacks_a_member_is_unreadable()
    {
        var rest = Encoding.UTF8.GetBytes("  \"id\": \"20261122T230405-0001\"\n}\n");
        var hash = Convert.ToHexStringLower(System.IO.Hashing.XxHash128.Hash(rest));
        Assert.Equal("manifest-unreadable", Unreadable([.. Encoding.UTF8.GetBytes($"{{\n  \"checksum\": \"{hash}\",\n"), .. rest]).Code);
    }
}
