using Microsoft.Extensions.Time.Testing;
using Search.Core.Content;
using Search.Core.Model;
using Xunit;

namespace Search.Tests.Content;

/// <summary>What a source finds: the site, its authority files, its files, and what it passes over.</summary>
public sealed class SourceTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void A_source_that_does_not_exist_is_named()
    {
        var path = folder.In("nowhere");
        var exception = Assert.Throws<DirectoryNotFoundException>(() => ContentSource.Open(path));
        Assert.Contains(path, exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_file_that_looks_like_content_is_listed_in_order_with_what_it_is()
    {
        folder.Write("_config.yml", "title: Harbour\nexclude: [private]\n");
        foreach (var path in new[]
        {
            "_posts/2024-01-02-b.md", "_posts/2024-01-01-a.md", "_posts/index.html", "_drafts/c.md", "_quotes/q.md", "_data/quotes.yml", "_data/side.md", "quotes.yml", "people.yml", "_layouts/post.html",
            "README.md", "private/x.md", "about.md", "node_modules/pkg/readme.md", "_site/index.html", ".git/x.md", "notes.rst", "logo.png", "docs.jsonl", "docs2.ndjson.gz", "_authors/ann.md", "_posts/.#lock.md", "_posts/2024-01-01-a.md~",
        })
            folder.Write(path, "x");
        var files = ContentSource.Open(folder.Path).Files().Select(file => $"{file.Path} {file.Form}").ToList();
        Assert.Equal(
        [
            "README.md NotAPost", "_authors/ann.md NotAPost", "_data/quotes.yml QuotesFile", "_data/side.md NotAPost", "_drafts/c.md MarkdownPost", "_layouts/post.html NotAPost",
            "_posts/2024-01-01-a.md MarkdownPost", "_posts/2024-01-02-b.md MarkdownPost", "_posts/index.html NotAPost", "_quotes/q.md MarkdownQuote", "about.md MarkdownPost",
            "docs.jsonl JsonLines", "docs2.ndjson.gz JsonLines", "notes.rst NotAPost", "people.yml NotAPost", "private/x.md NotAPost", "quotes.yml QuotesFile",
        ], files);
        Assert.All(ContentSource.Open(folder.Path).Files(), file => Assert.Equal(file.Form == ContentForm.NotAPost, file.NotAPostReason is not null));
    }

    [Fact]
    public void Every_file_ends_as_a_document_or_with_a_reason()
    {
        folder.Write("_config.yml", "title: Harbour\n");
        folder.Write("_posts/2024-01-01-a.md", "");
        folder.Write("empty.jsonl", "\n\n");
        folder.Write("quotes.yml", "");
        folder.Write("plain.md", "no front matter");
        folder.Write("_posts/2024-01-02-b.md", "---\n---\n");
        var source = ContentSource.Open(folder.Path);
        var reader = new ContentReader(source, new ReadOptions());
        foreach (var file in source.Files())
            Assert.Contains(reader.Read(file), item => item is not ProblemRead);
    }

    [Fact]
    public void A_folder_of_posts_is_read_by_the_configuration_above_it()
    {
        folder.Write("_config.yml", "url: https://harbour.example\npermalink: /:title/\n");
        folder.Write("_posts/2024/2024-01-02-knots.md", "---\ntitle: Knots\n---\nBody.");
        var source = ContentSource.Open(folder.In("_posts"));
        var file = Assert.Single(source.Files());
        Assert.Equal("2024/2024-01-02-knots.md", file.Path);
        var post = new ContentReader(source, new ReadOptions()).Read(file).OfType<PostRead>().Single().Post;
        Assert.Equal("https://harbour.example/knots/", post.Url);
        Assert.Equal("2024/2024-01-02-knots.md", post.Key);
        var alone = ContentSource.Open(folder.In("_posts/2024/2024-01-02-knots.md"));
        Assert.Equal("https://harbour.example/knots/", new ContentReader(alone, new ReadOptions()).Read(Assert.Single(alone.Files())).OfType<PostRead>().Single().Post.Url);
    }

    [Fact]
    public void A_folder_of_Markdown_without_a_site_is_read_whole()
    {
        folder.Write("a/2024-01-02-knots.md", "---\ntitle: Knots\n---\nBody.");
        folder.Write("b.markdown", "# Rope\n\nWords.");
        var source = ContentSource.Open(folder.Path);
        var posts = source.Files().SelectMany(new ContentReader(source, new ReadOptions()).Read).OfType<PostRead>().Select(item => item.Post).ToList();
        Assert.Equal(["Knots", "Rope"], posts.Select(post => post.Title));
        Assert.All(posts, post => Assert.Null(post.Url));
        Assert.Equal(SiteGenerator.None, source.Site.Generator);
    }

    [Fact]
    public void A_configuration_with_a_broken_value_gives_its_other_values()
    {
        folder.Write("_config.yml", """
            title: "Harbour: a log
            key: {{ secrets.KEY }}
            other: {% if x %}
            url: 'https://harbour.example/'
            baseurl: "/log/"
            timezone: 'Europe/Paris'
            permalink: /:year/:title.html
            lang: de-AT
            author: {name: Ann}
            """);
        folder.Write("_posts/2024-01-02-knots.md", "---\ntitle: Knots\n---\nBody.");
        var site = ContentSource.Open(folder.Path).Site;
        Assert.Equal("https://harbour.example", site.Url);
        Assert.Equal("/log", site.BaseUrl);
        Assert.Equal("/:year/:title.html", site.Permalink);
        Assert.Equal("de-AT", site.Language);
        Assert.Equal("Europe/Paris", site.TimeZone.Id);
        Assert.Equal("Ann", site.Author);
    }

    [Fact]
    public void The_configuration_hash_changes_with_what_affects_every_post_and_not_with_a_post()
    {
        folder.Write("_config.yml", "title: A\n");
        folder.Write("_posts/2024-01-02-knots.md", "x");
        var first = ContentSource.Open(folder.Path).ConfigurationHash;
        folder.Write("_posts/2024-01-02-knots.md", "y");
        Assert.Equal(first, ContentSource.Open(folder.Path).ConfigurationHash);
        folder.Write("people.yml", "- Ann\n");
        var second = ContentSource.Open(folder.Path).ConfigurationHash;
        Assert.NotEqual(first, second);
        folder.Write("_config.yml", "title: B\n");
        Assert.NotEqual(second, ContentSource.Open(folder.Path).ConfigurationHash);
    }

    [Fact]
    public void Drafts_and_future_posts_are_read_where_they_are_asked_for()
    {
        folder.Write("_config.yml", "title: A\n");
        folder.Write("_drafts/rope.md", "---\ntitle: Rope\n---\nBody.");
        folder.Write("_posts/2030-01-02-knots.md", "---\ntitle: Knots\n---\nBody.");
        var source = ContentSource.Open(folder.Path);
        var clock = new FakeTimeProvider(new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero));
        string[] Read(ReadOptions options) => [.. source.Files().SelectMany(new ContentReader(source, options).Read).Select(item => item switch { PostRead { Post.Title: var title } => title, Skipped { Reason: var reason } => reason.ToString(), _ => "" }).Where(text => text.Length > 0)];
        Assert.Equal(["Draft", "Future"], Read(new ReadOptions { Clock = clock }));
        Assert.Equal(["Rope", "Knots"], Read(new ReadOptions { Clock = clock, Drafts = true, Future = true }));
    }

    [Fact]
    public void A_file_that_cannot_be_opened_is_reported_and_skipped()
    {
        folder.Write("_posts/2024-01-02-knots.md", "x");
        var source = ContentSource.Open(folder.Path);
        var file = source.Files().Single();
        File.Delete(file.FullPath);
        var items = new ContentReader(source, new ReadOptions()).Read(file).ToList();
        Assert.Equal("file-not-readable", Assert.IsType<ProblemRead>(items[0]).Problem.Code);
        Assert.Equal(SkipReason.Unreadable, Assert.IsType<Skipped>(items[1]).Reason);
    }

    [Fact]
    public void A_file_larger_than_the_bound_is_read_to_it_and_reported()
    {
        folder.Write("_posts/2024-01-02-knots.md", "---\ntitle: Knots\n---\n" + string.Concat(Enumerable.Repeat("word ", 10_000)));
        var source = ContentSource.Open(folder.Path);
        var items = new ContentReader(source, new ReadOptions { MaxDocumentBytes = 1000 }).Read(source.Files().Single()).ToList();
        Assert.Equal("file-too-large", Assert.IsType<ProblemRead>(items[0]).Problem.Code);
        Assert.InRange(Assert.IsType<PostRead>(items[^1]).Post.Text.Length, 900, 1000);
    }

    [Fact]
    public void A_link_to_a_folder_is_not_followed()
    {
        folder.Write("_posts/2024-01-02-knots.md", "x");
        try
        {
            Directory.CreateSymbolicLink(folder.In("_posts/loop"), folder.Path);
        }
        catch (IOException)
        {
            Assert.Skip("no symbolic links on this file system");
        }
        Assert.Single(ContentSource.Open(folder.Path).Files());
    }

    [Fact]
    public void Eleventy_gives_the_pages_of_a_folder_what_its_data_file_says()
    {
        folder.Write("eleventy.config.js", "module.exports = () => ({ dir: { output: '_site' } });");
        folder.Write("_data/metadata.json", """{ "url": "https://e.example" }""");
        folder.Write("posts/posts.json", """{ "tags": ["posts", "shared"], "permalink": "/blog/{{ page.fileSlug }}/", "author": "Ann Lee" }""");
        folder.Write("posts/2024-01-02-one.md", "---\ntitle: One\ntags: own name\n---\nBody.\n");
        folder.Write("posts/two.md", "---\ntitle: Two Lamps\ndate: git Created\npermalink: '/{{ title | slugify }}/'\n---\nBody.\n");
        folder.Write("posts/three.md", "---js\n{ title: 'Three', date: '2024-01-03', tags: ['x'] }\n---\nBody.\n");
        folder.Write("pages/feed.md", "---\ntitle: Feed\neleventyExcludeFromCollections: true\n---\nBody.\n");
        var items = Read();
        var posts = items.OfType<PostRead>().ToDictionary(item => item.Post.Id, item => item.Post);
        Assert.Equal(("https://e.example/blog/one/", "shared, own name", "Ann Lee"), (posts["2024-01-02-one"].Url, string.Join(", ", posts["2024-01-02-one"].Tags), posts["2024-01-02-one"].Author));
        Assert.Equal(("https://e.example/two-lamps/", null), (posts["two"].Url, posts["two"].Date));
        Assert.Equal(("Three", "shared, x", 2024), (posts["three"].Title, string.Join(", ", posts["three"].Tags), posts["three"].Date?.Year));
        Assert.Equal("eleventyExcludeFromCollections: true", Assert.Single(items.OfType<Skipped>()).Why);
        Assert.Equal("date-of-git", Assert.Single(items.OfType<ProblemRead>()).Problem.Code);
    }

    [Fact]
    public void A_page_resource_of_a_Hugo_bundle_is_no_page()
    {
        folder.Write("hugo.toml", "baseURL = 'https://h.example/'\n");
        folder.Write("content/posts/lamps/index.md", "---\ntitle: Lamps\n---\nBody.\n");
        folder.Write("content/posts/lamps/notes.md", "---\ntitle: Notes\n---\nBody.\n");
        folder.Write("content/posts/_index.md", "---\ntitle: Posts\n---\n");
        folder.Write("content/posts/oil.md", "---\ntitle: Oil\n---\nBody.\n");
        var items = Read();
        Assert.Equal(["https://h.example/posts/lamps/", "https://h.example/posts/oil/"], items.OfType<PostRead>().Select(item => item.Post.Url).Order(StringComparer.Ordinal));
        Assert.Contains(items.OfType<Skipped>(), item => item.Place.Path == "content/posts/lamps/notes.md" && item.Why.Contains("content/posts/lamps/index.md", StringComparison.Ordinal));
    }

    [Fact]
    public void A_template_of_Eleventy_is_told_of()
    {
        folder.Write(".eleventy.js", "module.exports = c => ({ dir: { input: \"src\" } });\n");
        folder.Write("src/one.md", "---\ntitle: One\n---\nBody.\n");
        folder.Write("src/two.njk", "---\ntitle: Two\n---\n<p>Body.</p>\n");
        folder.Write("src/_includes/base.njk", "{{ content }}\n");
        var items = Read();
        Assert.Equal("One", Assert.Single(items.OfType<PostRead>()).Post.Title);
        Assert.Equal(("src/two.njk", "njk is a template; Markdown and HTML are read"), items.OfType<Skipped>().Select(item => (item.Place.Path, item.Why)).Single());
    }

    private List<ReadItem> Read() => ReadFolder.Items(folder.Path);

    [Fact]
    public void Literals_of_Eleventys_scripts_are_read_and_nothing_is_run()
    {
        folder.Write("eleventy.config.js", "export default function (config) {}");
        folder.Write("notes/notes.11tydata.js", "// of the folder\nmodule.exports = { tags: ['harbour', \"boats\"], permalink: \"/w/{{ page.fileSlug }}/\", author: name(), };\n");
        folder.Write("notes/object.md", "---js\n{\n  title: \"It's high tide\", // for now\n  date: new Date(\"2023-05-06T10:00:00Z\"),\n  draft: false,\n  computed: (data) => `/x/${data.title}`,\n}\n---\nWords.\n");
        folder.Write("notes/constants.md", "---javascript\nconst title = 'Low tide';\nconst date = new Date(2022, 4, 6);\nlet made = title + 1;\n---\nMore words.\n");
        var posts = ReadFolder.Items(folder.Path).OfType<PostRead>().Select(read => read.Post).ToDictionary(post => post.Id);
        Assert.Equal("It's high tide", posts["object"].Title);
        Assert.Equal(new DateTimeOffset(2023, 5, 6, 10, 0, 0, TimeSpan.Zero), posts["object"].Date);
        Assert.Equal(["harbour", "boats"], posts["object"].Tags);
        Assert.Equal("/w/object/", posts["object"].Url);
        Assert.Equal("Low tide", posts["constants"].Title);
        Assert.Equal(2022, posts["constants"].Date?.Year);
        Assert.Equal("More words.", posts["constants"].Text);
    }
}
