using System.Text;
using Search.Core.Content;
using Xunit;

namespace Search.Tests.Content;

/// <summary>Whatever a file is encoded in, its words arrive.</summary>
public sealed class EncodingTests
{
    private const string Source = "---\ntitle: Café “Größe”\ntags: [naïve]\n---\nDer Körper, “quoted” – 5 €.\n";

    public static TheoryData<string, byte[], string?> Encodings => new()
    {
        { "UTF-8", Encoding.UTF8.GetBytes(Source), null },
        { "UTF-8 with a mark", [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(Source)], null },
        { "UTF-16 little endian", [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes(Source)], "encoding-utf-16" },
        { "UTF-16 big endian", [.. Encoding.BigEndianUnicode.Preamble, .. Encoding.BigEndianUnicode.GetBytes(Source)], "encoding-utf-16" },
        { "UTF-16 without a mark", Encoding.Unicode.GetBytes(Source), "encoding-utf-16" },
        { "Windows-1252", Windows1252(Source), "encoding-not-utf-8" },
        { "NUL bytes", [.. Encoding.UTF8.GetBytes(Source.Replace("title", "ti\0tle", StringComparison.Ordinal).Replace("naïve", "naï\0ve", StringComparison.Ordinal))], "control-character" },
        { "CR line ends", Encoding.UTF8.GetBytes(Source.Replace('\n', '\r')), null },
        { "CRLF line ends", Encoding.UTF8.GetBytes(Source.Replace("\n", "\r\n", StringComparison.Ordinal)), null },
        { "UTF-8 and Windows-1252 mixed", [.. Encoding.UTF8.GetBytes(Source[..^20]), .. Windows1252(Source[^20..])], "encoding-not-utf-8" },
    };

    [Theory]
    [MemberData(nameof(Encodings))]
    public void A_post_reads_the_same_in_every_encoding(string name, byte[] bytes, string? problem)
    {
        using var folder = new TemporaryFolder();
        File.WriteAllBytes(folder.Write("_posts/2024-05-06-a.md", ""), bytes);
        var source = ContentSource.Open(folder.Path);
        var items = new ContentReader(source, new ReadOptions()).Read(source.Files().Single()).ToList();
        var post = Assert.IsType<PostRead>(items[^1]).Post;
        Assert.Equal("Café “Größe”", post.Title);
        Assert.Equal(["naïve"], post.Tags);
        Assert.Equal("Der Körper, “quoted” – 5 €.", post.Text);
        Assert.Equal(problem is null ? [] : [problem], items.OfType<ProblemRead>().Select(item => item.Problem.Code));
        Assert.NotEmpty(name);
    }

    [Theory]
    [InlineData(new byte[] { 0xFF, 0xFE, (byte)'-', (byte)'-', (byte)'-', (byte)'\n', 0, (byte)'a', (byte)'\n' })]
    [InlineData(new byte[] { 0xFE, 0xFF, 0, (byte)'a', 0xC3, (byte)'\n', (byte)'\n' })]
    [InlineData(new byte[] { 0, (byte)'a', 0, (byte)'b', 0, (byte)'c', 0, (byte)'d', 0, (byte)'e', 0, (byte)'f', 0, (byte)'g', 0, (byte)'h', (byte)'\n', (byte)'\n' })]
    public void Stray_marks_and_zeros_do_not_make_single_bytes_UTF_16(byte[] before)
    {
        const string body = "The lamp was lit at dusk and the keeper wrote the weather down in his book.";
        using var folder = new TemporaryFolder();
        File.WriteAllBytes(folder.Write("_posts/2024-05-06-a.md", ""), [.. before, .. Encoding.ASCII.GetBytes(body)]);
        var source = ContentSource.Open(folder.Path);
        var post = new ContentReader(source, new ReadOptions()).Read(source.Files().Single()).OfType<PostRead>().Single().Post;
        Assert.Contains(body, post.Text, StringComparison.Ordinal);
    }

    private static byte[] Windows1252(string text) => [.. text.Select(c => c switch { '“' => (byte)0x93, '”' => (byte)0x94, '–' => (byte)0x96, '€' => (byte)0x80, _ => checked((byte)c) })];
}
