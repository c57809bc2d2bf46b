using Search.Core.Content;
using Search.Core.Model;
using Xunit;

namespace Search.Tests.Content;

/// <summary>What the generators' own ways of writing come to: authors by key, folders that programs name, dates of files.</summary>
public sealed class GeneratorTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("_config.yml", "_data/authors.yml", "ann:\n  name: Ann Reed\n  web: https://reed.example\nbob: Bob Stone\n", "_posts/2024-01-01-a.md")]
    [InlineData("_config.yml", "_data/authors.yml", "- ann:\n    name: Ann Reed\n- id: bob\n  name: Bob Stone\n", "_posts/2024-01-01-a.md")]
    [InlineData("hugo.toml", "data/authors.toml", "[ann]\nname = 'Ann Reed'\n[bob]\nname = 'Bob Stone'\n", "content/posts/a.md")]
    [InlineData("hugo.toml", "data/authors.json", """{"Ann": {"name": "Ann Reed"}, "bob": {"display_name": "Bob Stone"}}""", "content/posts/a.md")]
    public void Authors_who_are_named_by_a_key_have_the_name_of_the_site_s_data(string configuration, string data, string authors, string post)
    {
        folder.Write(configuration, "");
        folder.Write(data, authors);
        folder.Write(post, "---\ntitle: A\nauthors: [ann, bob, Carla Third]\n---\nWords.\n");
        Assert.Equal("Ann Reed, Bob Stone, Carla Third", Post(post).Author);
    }

    [Fact]
    public void What_an_author_s_entry_says_besides_is_no_name()
    {
        folder.Write("_config.yml", "authors:\n  Carla Third: carla@third.example\n");
        folder.Write("_data/authors.yml", "Ann Reed:\n  title: Editor\nBob Stone: https://stone.example\n");
        folder.Write("_posts/2024-01-01-a.md", "---\ntitle: A\nauthors: [Ann Reed, Bob Stone, Carla Third]\n---\nWords.\n");
        Assert.Equal("Ann Reed, Bob Stone, Carla Third", Post("_posts/2024-01-01-a.md").Author);
    }

    [Fact]
    public void A_page_of_an_author_gives_the_name_and_a_change_of_it_is_one_of_the_configuration()
    {
        folder.Write("hugo.toml", "");
        folder.Write("content/authors/ann/_index.md", "---\ntitle: Ann Reed\n---\n");
        folder.Write("content/posts/a.md", "---\ntitle: A\nauthor: ann\n---\nWords.\n");
        Assert.Equal("Ann Reed", Post("content/posts/a.md").Author);
        var before = ContentSource.Open(folder.Path).ConfigurationHash;
        folder.Write("content/authors/ann/_index.md", "---\ntitle: Ann Reed-Hill\n---\n");
        Assert.NotEqual(before, ContentSource.Open(folder.Path).ConfigurationHash);
    }

    [Fact]
    public void Collections_of_an_Astro_site_are_read_where_its_loaders_find_them()
    {
        folder.Write("astro.config.ts", "export default { site: 'https://astro.example' }");
        folder.Write("src/content.config.ts", """const notes = defineCollection({ loader: glob({ pattern: "**/*.md", base: "./content/notes" }) });""");
        folder.Write("content/notes/sea/First one.md", "---\ntitle: A\n---\nWords.\n");
        folder.Write("docs/plan.md", "---\ntitle: No post\n---\nWords.\n");
        Assert.Equal("https://astro.example/notes/sea/first-one/", Post("content/notes/sea/First one.md").Url);
        Assert.Equal(["content/notes/sea/First one.md"], ContentSource.Open(folder.Path).Files().Where(file => file.Form == ContentForm.MarkdownPost).Select(file => file.Path));
    }

    [Fact]
    public void An_input_folder_and_an_address_that_Eleventy_s_programs_work_out_are_not_guessed_wrong()
    {
        folder.Write(".eleventy.js", "module.exports = () => ({ dir: { input: config.dir.src } });");
        folder.Write("src/notes/2024/07/1/index.md", "---\ntags: sea\n---\nThe tide came in at noon. It left at six.\n");
        folder.Write("src/posts/posts.11tydata.js", "module.exports = { layout: 'post', permalink: function (data) { return `/x/${data.slug}/`; }, lang: 'de' };");
        folder.Write("src/posts/a.md", "---\ntitle: A\n---\nWords.\n");
        var note = Post("src/notes/2024/07/1/index.md");
        Assert.Equal("/notes/2024/07/1/", note.Url);
        Assert.Equal("The tide came in at noon. It left at six.", note.Title);
        Assert.Null(Post("src/posts/a.md").Url);
        Assert.Equal("de", Post("src/posts/a.md").Language);
    }

    [Fact]
    public void Eleventy_s_Last_Modified_is_the_file_s_time()
    {
        folder.Write("eleventy.config.js", "module.exports = {}");
        folder.Write("posts/a.md", "---\ntitle: A\ndate: Last Modified\n---\nWords.\n");
        File.SetLastWriteTimeUtc(folder.In("posts/a.md"), new DateTime(2024, 5, 6, 7, 8, 9, DateTimeKind.Utc));
        Assert.Equal(new DateTimeOffset(2024, 5, 6, 7, 8, 9, TimeSpan.Zero), Post("posts/a.md").Date);
    }

    private Post Post(string path)
    {
        var source = ContentSource.Open(folder.Path);
        return new ContentReader(source, new ReadOptions()).Read(source.Files().Single(file => file.Path == path)).OfType<PostRead>().Single().Post;
    }
}
