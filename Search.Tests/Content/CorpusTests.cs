using System.Formats.Tar;
using System.IO.Compression;
using System.Text.Json;
using Microsoft.Extensions.Time.Testing;
using Search.Core.Content;
using Search.Core.Model;
using Xunit;

namespace Search.Tests.Content;

/// <summary>Real sites, where they are beside the repository: every file accounted for, every labelled front matter right, no markup left.</summary>
public sealed class CorpusTests
{
    private static readonly Lazy<TemporaryFolder> Blog = new(() => Unpacked("corpus/blog-posts.tar.gz"));
    private static readonly Lazy<TemporaryFolder> Hugo = new(() => Unpacked("corpus/blogs-hugo.tar.gz"));

    // The day of the corpus, so that future posts stay future.
    private static readonly FakeTimeProvider Clock = new(new DateTimeOffset(2026, 8, 23, 0, 0, 0, TimeSpan.Zero));

    [Fact]
    public void Every_file_of_the_folder_of_posts_is_accounted_for()
    {
        Corpus.Require("corpus/blog-posts.tar.gz");
        var source = ContentSource.Open(Path.Combine(Blog.Value.Path, "blog"));
        var reader = new ContentReader(source, new ReadOptions { Clock = Clock });
        int posts = 0, future = 0;
        var notPosts = new List<string>();
        foreach (var file in source.Files().Where(file => file.Path.StartsWith("_posts/", StringComparison.Ordinal)))
        {
            var items = reader.Read(file).ToList();
            Assert.DoesNotContain(items.OfType<ProblemRead>(), item => item.Problem.Code == "reader-fault");
            switch (Assert.Single(items, item => item is not ProblemRead))
            {
                case PostRead { Post: var post }:
                    posts++;
                    PostClaims.Hold(post);
                    Assert.NotEmpty(post.Text);
                    break;
                case Skipped { Reason: SkipReason.Future }:
                    future++;
                    break;
                case Skipped:
                    notPosts.Add(file.Path);
                    break;
            }
        }
        Assert.Equal((1899, 2), (posts, future));
        Assert.Equal(["_posts/index.html"], notPosts);
    }

    [Fact]
    public void Labelled_front_matter_is_read_right()
    {
        var gold = Corpus.Require("gold/frontmatter.dev.jsonl");
        Corpus.Require("corpus/blog-posts.tar.gz");
        var source = ContentSource.Open(Path.Combine(Blog.Value.Path, "blog"));
        var reader = new ContentReader(source, new ReadOptions { Clock = Clock, Future = true });
        foreach (var line in File.ReadLines(gold))
        {
            using var document = JsonDocument.Parse(line);
            var label = document.RootElement;
            var post = reader.Read(source.Find(label.GetProperty("post").GetString()!)!).OfType<PostRead>().Single().Post;
            Assert.Equal(label.GetProperty("title").GetString(), post.TitleIsInferred ? null : post.Title);
            Assert.Equal(label.GetProperty("categories").EnumerateArray().Select(item => item.GetString()!), post.Categories);
            Assert.Equal((label.GetProperty("tags_count").GetInt32(), label.GetProperty("tags_distinct").GetInt32()), (post.Tags.Count, post.Tags.Distinct().Count()));
            AssertDate(label.GetProperty("date").GetString(), post);
        }
    }

    [Theory]
    [InlineData("18F+18f.gsa.gov", 509)]
    [InlineData("gopheracademy+gopheracademy-web", 259)]
    public void Other_sites_are_read_whole(string name, int count)
    {
        Corpus.Require("corpus/blogs-hugo.tar.gz");
        var source = ContentSource.Open(Path.Combine(Hugo.Value.Path, name));
        var items = source.Files().SelectMany(new ContentReader(source, new ReadOptions { Clock = Clock }).Read).ToList();
        var posts = items.OfType<PostRead>().Select(item => item.Post).ToList();
        Assert.Equal(count, posts.Count);
        Assert.All(posts, PostClaims.Hold);
        Assert.All(posts, post => Assert.True(post.Text.Length > 100 && post.Date is not null, post.Key));
        Assert.DoesNotContain(items.OfType<ProblemRead>(), item => item.Problem.Severity == ProblemSeverity.Error);
    }

    // The label has as much of the date as there is to be had.
    private static void AssertDate(string? expected, Post post)
    {
        if (expected is null)
            Assert.Null(post.Date);
        else
            Assert.StartsWith(expected.Length > 19 || expected.EndsWith("-04:00", StringComparison.Ordinal) ? expected.Replace("-04:00", ":00-04:00", StringComparison.Ordinal) : expected, post.Date?.ToString("yyyy-MM-ddTHH:mm:sszzz", System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal);
    }

    private static TemporaryFolder Unpacked(string archive)
    {
        var folder = new TemporaryFolder();
        AppDomain.CurrentDomain.ProcessExit += (_, _) => folder.Dispose();
        using var gzip = new GZipStream(File.OpenRead(Corpus.Require(archive)), CompressionMode.Decompress);
        TarFile.ExtractToDirectory(gzip, folder.Path, overwriteFiles: false);
        return folder;
    }
}
