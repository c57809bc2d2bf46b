using System.Text;
using CsCheck;
using Search.Core.Content;
using Search.Core.Model;
using Xunit;

namespace Search.Tests.Content;

/// <summary>What holds of any content, however it is broken: no exception, no markup left in the prose, no body lost.</summary>
public sealed class ContentProperties : IDisposable
{
    private const long Runs = 400;

    private static readonly string[] Body = ["anchorage", "ballast", "capstan", "dinghy", "escarpment", "fathom"];

    // What front matter is made of, right or wrong; none of it can cover the body by itself.
    private static readonly Gen<string> FrontPiece = OneOf(
        "title: T\n", "title: \"T\n", "tags: [a, b]\n", "tags: [a, b\n", "tags: [tags: [a]]\n", "tags:\n  - x: y\n", "- z\n", "ate: 2024-05-06v8:18 PM\n", "date: 2024-02-30\n", "\t", "]", "[", "\"", "'", ": ", "key\n", "&a [1]\n", "*a\n",
        "excerpt: >\n  words\n", "x: |\n  more\n", "= 1\n", "[table]\n", "\u200B", "\u0002", "#comment\n", "categories: one]\n", "null: ~\n", "? q\n", "!!binary x\n");

    private readonly TemporaryFolder folder = new();
    private readonly ContentSource source;

    public ContentProperties()
    {
        folder.Write("_config.yml", "url: https://site.example\n");
        source = ContentSource.Open(folder.Path);
    }

    public void Dispose() => folder.Dispose();

    private static Gen<T> OneOf<T>(params T[] all) => Gen.Int[0, all.Length - 1].Select(i => all[i]);

    private List<ReadItem> Read(string path, ContentForm form, byte[] bytes)
    {
        using var stream = new MemoryStream(bytes);
        var items = new ContentReader(source, new ReadOptions { Drafts = true, Future = true }).Read(new ContentFile(path, "", bytes.Length, form), stream).ToList();
        Assert.NotEmpty(items);
        Assert.DoesNotContain(items.OfType<ProblemRead>(), item => item.Problem.Code == "reader-fault");
        Assert.All(items.OfType<PostRead>(), item => PostClaims.Hold(item.Post));
        return items;
    }

    private Post Post(string content) => Assert.Single(Read("_posts/2024-05-06-a.md", ContentForm.MarkdownPost, Encoding.UTF8.GetBytes(content)).OfType<PostRead>()).Post;

    // Wherever a reader of the stored post finds a word, it is kept.
    private static string Kept(Post post) => string.Join('\n', post.Asides.Select(aside => aside.Text).Concat(post.Tags).Concat(post.Categories).Concat(post.Links.Select(link => link.Target)).Concat([post.Text, post.Code, post.Title, post.Excerpt ?? ""]));

    [Fact]
    public void No_front_matter_costs_the_body() => FrontPiece.Array[0, 12].Sample(
        pieces =>
        {
            var kept = Kept(Post($"---\n{string.Concat(pieces)}\n---\n\n{string.Join(' ', Body)}\n"));
            Assert.All(Body, word => Assert.Contains(word, kept, StringComparison.Ordinal));
        },
        iter: Runs, print: string.Concat);

    [Fact]
    public void Any_bytes_are_read_as_any_form_without_a_fault() => Gen.Select(
        OneOf(
            ("_posts/2024-05-06-a.md", ContentForm.MarkdownPost, "---\n"), ("a.html", ContentForm.HtmlPost, "---\n---\n<p>"), ("d.jsonl", ContentForm.JsonLines, "{\"id\":\"1\",\"body\":\""),
            ("w.xml", ContentForm.WordPress, "<item><content:encoded><![CDATA["), ("g.json", ContentForm.Ghost, "{\"data\":{\"posts\":[{\"id\":\"1\",\"html\":\""), ("quotes.yml", ContentForm.QuotesFile, "- text: ")),
        Gen.Byte.Array[0, 300]).Sample(one => { Read(one.Item1.Item1, one.Item1.Item2, [.. Encoding.UTF8.GetBytes(one.Item1.Item3), .. one.Item2]); }, iter: Runs);
}
