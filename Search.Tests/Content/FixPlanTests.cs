using System.Diagnostics;
using System.Text;
using Microsoft.Extensions.Time.Testing;
using Search.Core.Content;
using Search.Core.Model;
using Xunit;

namespace Search.Tests.Content;

/// <summary>Mends of content: patches that git takes, that change nothing but the problem.</summary>
public sealed class FixPlanTests : IDisposable
{
    private static readonly ReadOptions Options = new() { Clock = new FakeTimeProvider(new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero)) };

    private readonly TemporaryFolder folder = new();

    public FixPlanTests() => folder.Write("_config.yml", "url: https://site.example\ntimezone: America/New_York\n");

    public void Dispose() => folder.Dispose();

    public static TheoryData<string, string, string> Mends => new()
    {
        { "misspelt key", "---\ntitle: T\nate: 2024-05-06 7:08 PM\n---\nBody.\n", "---\ntitle: T\ndate: 2024-05-06 7:08 PM\n---\nBody.\n" },
        { "tabs in a list", "---\ntitle: T\ntags: [a,\tb, c\td]\n---\nBody.\n", "---\ntitle: T\ntags: [a, b, \"c\\td\"]\n---\nBody.\n" },
        { "a list that goes on at the margin", "---\ntitle: T\ntags: [a,\nb,\nc]\n---\nBody.\n", "---\ntitle: T\ntags: [a,\n  b,\n  c]\n---\nBody.\n" },
        { "missing bracket", "---\ntitle: T\ncategories: one two]\n---\nBody.\n", "---\ntitle: T\ncategories: [one two]\n---\nBody.\n" },
        { "missing fence", "---\ntitle: T\ntags: [a]\n\nBody of the post.\n", "---\ntitle: T\ntags: [a]\n---\n\nBody of the post.\n" },
        { "colon in an item", "---\ntitle: T\ntags: [a: b, c]\n---\nBody.\n", "---\ntitle: T\ntags: [\"a: b\", c]\n---\nBody.\n" },
        { "string for a list", "---\ntitle: T\ntags: one, two\n---\nBody.\n", "---\ntitle: T\ntags: [one, two]\n---\nBody.\n" },
        { "letter in a date", "---\ntitle: T\ndate: 2024-05-06v7:08 PM\n---\nBody.\n", "---\ntitle: T\ndate: 2024-05-06 19:08:00\n---\nBody.\n" },
        { "empty repetition", "---\ntitle: T\ntags: [a]\ntags: []\n---\nBody.\n", "---\ntitle: T\ntags: [a]\n---\nBody.\n" },
        { "no end of the last line", "---\ntitle: T\nate: 2024-05-06\n---\nBody.", "---\ntitle: T\ndate: 2024-05-06\n---\nBody." },
    };

    [Theory]
    [MemberData(nameof(Mends))]
    public void A_patch_mends_what_is_certain_whatever_the_line_ends(string name, string before, string after)
    {
        Assert.NotEmpty(name);
        folder.Write("_posts/2024-05-06-a b.md", before);
        folder.Write("_posts/2024-05-07-crlf.md", before.Replace("\n", "\r\n", StringComparison.Ordinal));
        File.WriteAllBytes(folder.Write("_posts/2024-05-08-märk.md", ""), [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(before)]);
        Apply();
        Assert.Equal(after, File.ReadAllText(folder.In("_posts/2024-05-06-a b.md")));
        Assert.Equal(after.Replace("\n", "\r\n", StringComparison.Ordinal), File.ReadAllText(folder.In("_posts/2024-05-07-crlf.md")));
        Assert.Equal([.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(after)], File.ReadAllBytes(folder.In("_posts/2024-05-08-märk.md")));
    }

    [Fact]
    public void Changes_far_apart_are_hunks_of_their_own()
    {
        var body = string.Join('\n', Enumerable.Range(1, 40).Select(i => $"Line {i}."));
        folder.Write("_posts/2024-05-06-a.md", $"---\ntitle: T\nate: 2024-05-06\n---\n{body}\nThe\u0002 last.\n");
        var patch = Apply();
        Assert.Equal(2, patch.Split('\n').Count(line => line.StartsWith("@@", StringComparison.Ordinal)));
        Assert.Equal($"---\ntitle: T\ndate: 2024-05-06\n---\n{body}\nThe last.\n", File.ReadAllText(folder.In("_posts/2024-05-06-a.md")));
    }

    [Fact]
    public void What_the_author_must_decide_and_what_is_not_UTF_8_is_left_alone()
    {
        folder.Write("_posts/2024-05-06-a.md", "---\ntitle: title\ntags: [a]\ntags: [b]\n---\nA [link](https://x.example/a b.\n");
        File.WriteAllBytes(folder.Write("_posts/2024-05-07-b.md", ""), [.. Encoding.UTF8.GetBytes("---\ntitle: T\nate: 2024-05-06\n---\nCaf"), 0xE9, (byte)'\n']);
        var source = ContentSource.Open(folder.Path);
        var plan = new FixPlan(source, Options);
        Assert.All(source.Files(), file => Assert.Null(plan.For(file.Path, file.Path)));
    }

    [Fact]
    public void A_plan_touches_nothing_and_the_posts_read_the_same_after_it()
    {
        const string before = "\n---\ntitle: T\ntags: [x: y,\tz]\nate: 2024-05-06v8:18 PM\n---\nBody\u0002.\n";
        var path = folder.Write("_posts/2024-05-06-a.md", before);
        var old = Post();
        var source = ContentSource.Open(folder.Path);
        Assert.NotNull(new FixPlan(source, Options).For("_posts/2024-05-06-a.md", "_posts/2024-05-06-a.md"));
        Assert.Equal(before, File.ReadAllText(path));
        Apply();
        var now = Post();
        Assert.Equal((old.Title, old.Date, old.Text, old.Url), (now.Title, now.Date, now.Text, now.Url));
        Assert.Equal(old.Tags, now.Tags);
        Assert.Empty(Items().OfType<ProblemRead>());
    }

    private List<ReadItem> Items()
    {
        var source = ContentSource.Open(folder.Path);
        return [.. source.Files().SelectMany(new ContentReader(source, Options).Read)];
    }

    private Post Post() => Items().OfType<PostRead>().Single().Post;

    // As a person does: check, then apply, in the folder of the source.
    private string Apply()
    {
        var source = ContentSource.Open(folder.Path);
        var plan = new FixPlan(source, Options);
        var patch = string.Concat(source.Files().Select(file => plan.For(file.Path, file.Path)?.Patch));
        Assert.NotEqual("", patch);
        using var outside = new TemporaryFolder();
        var file = outside.Write("plan.patch", "");
        File.WriteAllText(file, patch);
        Git("init", "-q");
        Git("apply", "--check", file);
        Git("apply", file);
        return patch;
    }

    private void Git(params string[] arguments)
    {
        var start = new ProcessStartInfo("git", arguments) { WorkingDirectory = folder.Path, RedirectStandardError = true, RedirectStandardOutput = true };
        using var git = Process.Start(start)!;
        var output = git.StandardOutput.ReadToEndAsync();
        var error = git.StandardError.ReadToEnd();
        git.WaitForExit();
        Assert.True(git.ExitCode == 0, error + output.Result);
    }
}
