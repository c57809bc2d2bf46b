using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Time.Testing;
using Search.Core.Content;
using Search.Core.Model;
using Xunit;

namespace Search.Tests.Content;

/// <summary>Exports of Ghost, in the forms of its versions.</summary>
public sealed class GhostTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    private List<ReadItem> Read(string json, ReadOptions? options = null)
    {
        folder.Write("export.json", json);
        var source = ContentSource.Open(folder.Path);
        var clock = new FakeTimeProvider(new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero));
        return [.. new ContentReader(source, options ?? new ReadOptions { Clock = clock }).Read(source.Files().Single())];
    }

    private static string Export(params object[] posts) => $$$"""
        {"db":[{"meta":{"exported_on":1700000000000,"version":"5.0.0"},"data":{
        "posts":{{{JsonSerializer.Serialize(posts)}}},
        "tags":[{"id":"t1","name":"Lamps","visibility":"public"},{"id":"t2","name":"Fog"},{"id":"t3","name":"#theme","visibility":"internal"}],
        "posts_tags":[{"post_id":"1","tag_id":"t1","sort_order":1},{"post_id":"1","tag_id":"t2","sort_order":0},{"post_id":"1","tag_id":"t3","sort_order":2}],
        "users":[{"id":"u1","name":"Ida Lewis"}],"posts_authors":[{"post_id":"1","author_id":"u1","sort_order":0}],
        "settings":[{"key":"timezone","value":"Europe/Berlin"}]}}]}
        """;

    private static List<Post> Posts(IEnumerable<ReadItem> items) => [.. items.OfType<PostRead>().Select(item => item.Post)];

    private Post One(object post) => Assert.Single(Posts(Read(Export(post))));

    [Fact]
    public void A_post_has_its_tags_authors_and_dates_though_their_tables_come_later()
    {
        var post = One(new { id = "1", title = "Fog signals", slug = "fog-signals", html = "<p>Body <em>one</em>.</p><p>See <a href=\"__GHOST_URL__/other/\">other</a>.</p>", status = "published", visibility = "public", type = "post", published_at = "2024-07-01T10:00:00.000Z", updated_at = "2024-07-02T10:00:00.000Z", custom_excerpt = "Short." });
        Assert.Equal(("export.json#1", "fog-signals", "Fog signals", "/fog-signals/", "Ida Lewis", "Short."), (post.Key, post.Id, post.Title, post.Url, post.Author, post.Excerpt));
        Assert.Equal("Body one.\n\nSee other.", post.Text);
        Assert.Equal("/other/", Assert.Single(post.Links).Target);
        Assert.Equal(["Fog", "Lamps"], post.Tags);
        Assert.Equal((new DateTimeOffset(2024, 7, 1, 10, 0, 0, TimeSpan.Zero), TimeSpan.FromHours(2)), (post.Date!.Value, post.Date.Value.Offset));
        PostClaims.Hold(post);
    }

    [Fact]
    public void Pages_drafts_and_posts_for_members_are_left_out_with_their_reason()
    {
        var items = Read(Export(
            new { id = "1", title = "A", html = "<p>x</p>", status = "draft" },
            new { id = "2", title = "B", html = "<p>x</p>", status = "published", type = "page" },
            new { id = "3", title = "C", html = "<p>x</p>", status = "published", visibility = "paid" },
            new { id = "4", title = "D", html = "<p>x</p>", status = "published", page = 1 },
            new { id = "5", title = "E", html = "<p>kept</p>", status = "published" }));
        Assert.Equal("kept", Assert.Single(Posts(items)).Text);
        Assert.Equal(["status: draft", "a page, not a post: B", "visibility: paid", "a page, not a post: D"], items.OfType<Skipped>().Select(skipped => skipped.Why));
    }

    [Fact]
    public void Lexical_is_read_where_there_is_no_HTML()
    {
        var lexical = """
            {"root":{"children":[
              {"type":"heading","tag":"h2","children":[{"type":"text","text":"Lamps & oil"}]},
              {"type":"paragraph","children":[{"type":"extended-text","text":"Burns "},{"type":"link","url":"https://x.example/","children":[{"type":"text","text":"bright"}]},{"type":"linebreak"},{"type":"text","text":"at a < b","format":16}]},
              {"type":"list","children":[{"type":"listitem","children":[{"type":"text","text":"one"}]},{"type":"listitem","children":[{"type":"list","children":[{"type":"listitem","children":[{"type":"text","text":"two"}]}]}]}]},
              {"type":"codeblock","code":"x = 1\n\ny = 2"},
              {"type":"markdown","markdown":"Some **strong** words."},
              {"type":"image","src":"/a.png","alt":"A lamp","caption":"At <b>dusk</b>"},
              {"type":"bookmark","url":"https://y.example","metadata":{"title":"Elsewhere"}},
              {"type":"unheard-of","children":[{"type":"text","text":"still here"}]}]}}
            """;
        var post = One(new { id = "1", title = "T", lexical, status = "published" });
        Assert.Equal("Lamps & oil\n\nBurns bright\nat a < b\n\none\n\ntwo\n\nSome strong words.\n\nA lamp\n\nAt dusk\n\nElsewhere\n\nstill here", post.Text);
        Assert.Contains("x = 1\n\ny = 2", post.Code, StringComparison.Ordinal);
        Assert.Equal("https://x.example/", Assert.Single(post.Links).Target);
    }

    [Fact]
    public void Mobiledoc_is_read_where_there_is_no_HTML()
    {
        var mobiledoc = """
            {"version":"0.3.1","markups":[["strong"],["a",["href","https://x.example/"]]],"atoms":[["soft-return","",{}]],
             "cards":[["markdown",{"markdown":"Some *old* words."}],["code",{"code":"x = 1"}],["image",{"src":"/a.png","alt":"A lamp"}]],
             "sections":[[1,"p",[[0,[0],1,"Bold"],[0,[]," ignored"],[1,[],0,0],[0,[1],1,"linked"]]],[3,"ul",[[[0,[],0,"one"]],[[0,[],0,"two"]]]],[10,0],[10,1],[10,2],[10,99]]}
            """;
        var post = One(new { id = "1", title = "T", mobiledoc, status = "published" });
        Assert.Equal("Bold\nlinked\n\none\n\ntwo\n\nSome old words.\n\nA lamp", post.Text);
        Assert.Equal("x = 1", post.Code);
    }

    [Fact]
    public void Old_exports_give_ids_as_numbers_dates_as_milliseconds_and_Markdown()
    {
        var post = One(new { id = 1, title = "T", slug = "t", markdown = "Some **strong** words.", status = "published", page = 0, author_id = 9, published_at = 1400000000000 });
        Assert.Equal(("Some strong words.", 2014), (post.Text, post.Date?.Year));
        Assert.Equal(["Fog", "Lamps"], post.Tags);
    }

    [Fact]
    public void A_document_that_is_none_is_kept_as_text()
    {
        Assert.Contains("words nobody lost", One(new { id = "1", title = "T", lexical = "{ words nobody lost", status = "published" }).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_cut_short_gives_what_stands_before_the_cut()
    {
        var json = Export(new { id = "1", title = "A", html = "<p>first</p>", status = "published" }, new { id = "2", title = "B", html = "<p>second</p>", status = "published" });
        var items = Read(json[..json.IndexOf("second", StringComparison.Ordinal)]);
        Assert.Equal("first", Assert.Single(Posts(items)).Text);
        Assert.Equal("json-not-valid", Assert.Single(items.OfType<ProblemRead>()).Problem.Code);
    }

    [Fact]
    public void A_post_over_the_bound_is_passed_over_and_said_so()
    {
        var items = Read(Export(new { id = "1", title = "A", html = new string('x', 300_000), status = "published" }, new { id = "2", title = "B", html = "<p>kept</p>", status = "published" }), new ReadOptions { MaxRecordBytes = 100_000 });
        Assert.Equal("kept", Assert.Single(Posts(items)).Text);
        Assert.Equal("record-too-large", Assert.Single(items.OfType<ProblemRead>()).Problem.Code);
    }
}
