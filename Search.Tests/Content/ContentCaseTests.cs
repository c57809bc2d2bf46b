using System.Globalization;
using Microsoft.Extensions.Time.Testing;
using Search.Core.Content;
using Search.Core.Model;
using Xunit;

namespace Search.Tests.Content;

/// <summary>Runs the cases of <c>Cases/content</c>: each writes a site of one file and reads it.</summary>
public sealed class ContentCaseTests
{
    private static readonly Dictionary<string, ContentCase> Cases = ContentCase.ReadAll().ToDictionary(one => one.ToString());

    public static TheoryData<string> Names => [.. Cases.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_file_is_read_as_its_case_says(string name)
    {
        var one = Cases[name];
        using var folder = new TemporaryFolder();
        folder.Write(one.ConfigurationPath, one.Configuration ?? "url: https://site.example\n");
        folder.Write(one.Path, one.Content);
        var source = ContentSource.Open(folder.Path);
        var file = Assert.Single(source.Files(), file => file.Path == one.Path);
        var options = new ReadOptions { Clock = new FakeTimeProvider(new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero)) };
        var items = new ContentReader(source, options).Read(file).ToList();
        var post = items.OfType<PostRead>().SingleOrDefault()?.Post;
        var problems = items.OfType<ProblemRead>().Select(item => item.Problem).ToList();
        Assert.NotEmpty(one.Expected);
        foreach (var (key, value) in one.Expected)
            Check(key, value, post, items, problems);
        if (post is not null)
            PostClaims.Hold(post);
    }

    private static void Check(string key, string value, Post? post, List<ReadItem> items, List<ContentProblem> problems)
    {
        switch (key)
        {
            case "skipped":
                var skipped = Assert.Single(items.OfType<Skipped>());
                Assert.Equal(value, $"{skipped.Reason}: {skipped.Why}");
                return;
            case "problem":
                Assert.Contains(value, problems.Select(problem => $"{problem.Code}@{problem.Place.Line}"));
                return;
            case "problems" when value == "none":
                Assert.Empty(problems);
                return;
            case "warnings" when value == "none":
                Assert.DoesNotContain(problems, problem => problem.Severity != ProblemSeverity.Info);
                return;
        }
        Assert.NotNull(post);
        switch (key)
        {
            case "text has":
                Assert.Contains(value, post.Text, StringComparison.Ordinal);
                break;
            case "text has not":
                Assert.DoesNotContain(value, post.Text, StringComparison.Ordinal);
                break;
            case "code has":
                Assert.Contains(value, post.Code, StringComparison.Ordinal);
                break;
            default:
                Assert.Equal(value, Field(key, post));
                break;
        }
    }

    private static string Field(string key, Post post) => key switch
    {
        "title" => post.Title,
        "title is inferred" => post.TitleIsInferred ? "yes" : "no",
        "headline" => post.Headline ?? "none",
        "id" => post.Id,
        "url" => post.Url ?? "none",
        "date" => post.Date?.ToString("yyyy-MM-dd HH:mm:ss zzz", CultureInfo.InvariantCulture) ?? "none",
        "updated" => post.Updated?.ToString("yyyy-MM-dd HH:mm:ss zzz", CultureInfo.InvariantCulture) ?? "none",
        "author" => post.Author ?? "none",
        "bylines" => string.Join(" | ", post.Bylines),
        "tags" => string.Join(" | ", post.Tags),
        "categories" => string.Join(" | ", post.Categories),
        "people" => string.Join(" | ", post.People),
        "series" => post.Series ?? "none",
        "language" => post.Language ?? "none",
        "excerpt" => post.Excerpt ?? "none",
        "text" => post.Text,
        "code" => post.Code,
        "blocks" => string.Join("\n", post.Blocks.Select(block => $"{block.Line} {block.Kind}{(block.Depth > 0 ? " " + block.Depth : "")}: {post.Text[block.Start..block.End].Replace('\n', '/')}")),
        "outline" => string.Join("\n", post.Outline.Select(heading => $"{heading.Level} #{heading.Anchor} {heading.Text}")),
        "links" => string.Join("\n", post.Links.Select(link => $"{link.Text} -> {link.Target}{(link.ToSource ? " (source)" : "")}{(link.Start < 0 ? " (aside)" : "")}")),
        "asides" => string.Join("\n", post.Asides.Select(aside => $"{aside.Line} {aside.Kind}: {aside.Text.Replace('\n', '/')}")),
        _ => throw new InvalidDataException($"unknown expectation `{key}`"),
    };
}
