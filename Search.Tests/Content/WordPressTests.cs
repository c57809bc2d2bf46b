using System.Text;
using Microsoft.Extensions.Time.Testing;
using Search.Core.Content;
using Search.Core.Model;
using Xunit;

namespace Search.Tests.Content;

/// <summary>Exports of WordPress (WXR), as they are and as they break.</summary>
public sealed class WordPressTests : IDisposable
{
    private const string Head = """
        <?xml version="1.0" encoding="UTF-8" ?>
        <!-- An export; it has no <item> of its own here. -->
        <!DOCTYPE rss [ <!ENTITY a "aaaaaaaaaa"> <!ENTITY b "&a;&a;&a;&a;"> <!ENTITY f SYSTEM "file:///etc/hostname"> ]>
        <rss version="2.0" xmlns:excerpt="http://wordpress.org/export/1.2/excerpt/" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:wp="http://wordpress.org/export/1.2/">
        <channel><title>Harbour notes</title><wp:base_blog_url>https://h.example</wp:base_blog_url>
        <wp:author><wp:author_login><![CDATA[ida]]></wp:author_login><wp:author_display_name><![CDATA[Ida Lewis]]></wp:author_display_name></wp:author>

        """;

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    private List<ReadItem> Read(string content, ReadOptions? options = null, Encoding? encoding = null)
    {
        File.WriteAllBytes(folder.Write("export.xml", ""), [.. (encoding ?? Encoding.UTF8).Preamble, .. (encoding ?? Encoding.UTF8).GetBytes(content)]);
        var source = ContentSource.Open(folder.Path);
        var clock = new FakeTimeProvider(new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero));
        return [.. new ContentReader(source, options ?? new ReadOptions { Clock = clock }).Read(source.Files().Single())];
    }

    private static string Item(int id, string body, string more = "", string status = "publish", string type = "post", string title = "Fog signals") => $"""
        <item>
          <title><![CDATA[{title}]]></title><link>https://h.example/{id}/</link>
          <dc:creator><![CDATA[ida]]></dc:creator>
          <content:encoded><![CDATA[{body}]]></content:encoded>
          <excerpt:encoded><![CDATA[]]></excerpt:encoded>
          <wp:post_id>{id}</wp:post_id><wp:post_date>2015-03-01 12:00:00</wp:post_date><wp:post_date_gmt>2015-03-01 17:00:00</wp:post_date_gmt>
          <wp:post_name>post-{id}</wp:post_name><wp:status>{status}</wp:status><wp:post_type>{type}</wp:post_type>{more}
        </item>

        """;

    private static List<Post> Posts(IEnumerable<ReadItem> items) => [.. items.OfType<PostRead>().Select(item => item.Post)];

    [Fact]
    public void A_post_has_all_that_its_item_says()
    {
        var items = Read(Head + Item(7, "First &amp; <b>foremost</b>.\n\nSecond with a <a href=\"https://x.example/\">link</a>.", """
            <category domain="category" nicename="signals"><![CDATA[Signals &amp; lights]]></category>
            <category domain="category" nicename="uncategorized"><![CDATA[Uncategorized]]></category>
            <category domain="post_tag" nicename="fog"><![CDATA[fog, thick]]></category>
            <category domain="post_format" nicename="post-format-aside"><![CDATA[Aside]]></category>
            <wp:post_modified>2015-04-01 08:00:00</wp:post_modified><wp:post_modified_gmt>2015-04-01 12:00:00</wp:post_modified_gmt>
            <wp:comment><wp:comment_content><![CDATA[A stranger's words]]></wp:comment_content></wp:comment>
            """) + "</channel></rss>");
        var post = Assert.Single(Posts(items));
        Assert.Equal(("export.xml#7", "post-7", "Fog signals", "https://h.example/7/", "Ida Lewis"), (post.Key, post.Id, post.Title, post.Url, post.Author));
        Assert.Equal("First & foremost.\n\nSecond with a link.", post.Text);
        Assert.Equal("https://x.example/", Assert.Single(post.Links).Target);
        Assert.Equal(new DateTimeOffset(2015, 3, 1, 12, 0, 0, TimeSpan.FromHours(-5)), post.Date);
        Assert.Equal(TimeSpan.FromHours(-5), post.Date?.Offset);
        Assert.Equal(TimeSpan.FromHours(-4), post.Updated?.Offset);
        Assert.Equal(["Signals & lights"], post.Categories);
        Assert.Equal(["fog, thick"], post.Tags);
        Assert.DoesNotContain(items, item => item is ProblemRead);
        PostClaims.Hold(post);
    }

    [Fact]
    public void Pages_attachments_drafts_and_private_posts_are_left_out_with_their_reason()
    {
        var items = Read(Head + Item(1, "x", type: "page") + Item(2, "x", type: "attachment") + Item(3, "x", status: "draft") + Item(4, "x", status: "private") + Item(5, "x", "<wp:post_password>secret</wp:post_password>") + Item(6, "kept"));
        Assert.Equal("kept", Assert.Single(Posts(items)).Text);
        Assert.Equal(
            ["NotAPost a page, not a post: Fog signals", "NotAPost an attachment, not a post: Fog signals", "Draft status: draft", "Unpublished status: private", "Unpublished behind a password"],
            items.OfType<Skipped>().Select(skipped => $"{skipped.Reason} {skipped.Why}"));
    }

    [Fact]
    public void Line_ends_part_paragraphs_and_shortcodes_give_their_words()
    {
        var post = Assert.Single(Posts(Read(Head + Item(1, """
            One line
            and the next.

            [caption id="a" width="3"]<img src="/a.png" alt="A lamp" /> The lamp at dusk[/caption]

            [gallery ids="1,2"]

            [embed]https://video.example/9[/embed]

            [sourcecode language="c"]
            if (a < b) return;
            [/sourcecode]

            He said [sic] it [twice].
            """))));
        Assert.Equal("One line\nand the next.\n\nA lamp\n\nThe lamp at dusk\n\nHe said [sic] it [twice].", post.Text);
        Assert.Equal("if (a < b) return;", post.Code);
        Assert.Equal(["gallery ids=\"1,2\"", "iframe https://video.example/9"], post.Asides.Select(aside => aside.Text));
    }

    [Fact]
    public void No_entity_is_expanded_and_no_file_is_opened()
    {
        var items = Read(Head + Item(1, "kept").Replace("<![CDATA[Fog signals]]>", "A&b;&f;B", StringComparison.Ordinal));
        Assert.Equal("A&b;&f;B", Assert.Single(Posts(items)).Title);
    }

    [Fact]
    public void A_broken_item_costs_no_other()
    {
        var unclosed = Item(1, "first").Replace("</item>", "", StringComparison.Ordinal);
        var tangled = Item(2, "second").Replace("</title>", "", StringComparison.Ordinal).Replace("<wp:post_id>", "<wp:post_id><b", StringComparison.Ordinal);
        var items = Read(Head + unclosed + tangled + Item(3, "about </item> and <item> in RSS") + Item(4, "cut short")[..^220]);
        Assert.Equal(["first", "second", "about and in RSS", "cut short"], Posts(items).Select(post => post.Text));
        Assert.Contains(items.OfType<ProblemRead>(), item => item.Problem.Code == "item-not-closed");
    }

    [Fact]
    public void An_item_over_the_bound_is_passed_over_and_said_so()
    {
        var items = Read(Head + Item(1, new string('x', 300_000)) + Item(2, "kept"), new ReadOptions { MaxRecordBytes = 4000 });
        Assert.Equal("kept", Assert.Single(Posts(items)).Text);
        Assert.Equal("record-too-large", Assert.Single(items.OfType<ProblemRead>()).Problem.Code);
    }

    [Fact]
    public void An_export_in_UTF_16_reads_the_same()
    {
        folder.Write("_config.yml", "url: https://h.example\n");
        var source = ContentSource.Open(folder.Path);
        var file = new ContentFile("export.xml", "", 0, ContentForm.WordPress);
        using var stream = new MemoryStream([.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes(Head + Item(1, "Größe"))]);
        Assert.Equal("Größe", Assert.Single(Posts(new ContentReader(source, new ReadOptions()).Read(file, stream))).Text);
    }

    [Fact]
    public void Lines_of_blocks_are_those_of_the_file()
    {
        var text = Head + Item(1, "one\n\ntwo\n\n[caption id=\"a\"]\nthree[/caption]\n\nfour");
        var post = Assert.Single(Posts(Read(text)));
        var lines = text.Split('\n').ToList();
        Assert.Equal([lines.FindIndex(line => line.Contains("[one", StringComparison.Ordinal)) + 1, lines.IndexOf("two") + 1, lines.FindIndex(line => line.StartsWith("three", StringComparison.Ordinal)) + 1, lines.FindIndex(line => line.StartsWith("four", StringComparison.Ordinal)) + 1], post.Blocks.Select(block => block.Line));
    }
}
