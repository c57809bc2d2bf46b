using System.CommandLine;
using System.Diagnostics;
using System.Text.Json.Nodes;
using Search.Core.Searching;
using Search.Indexer;
using Search.Tests.Behaviour;
using Xunit;

namespace Search.Tests.Commands;

/// <summary>The report on wild tags, the file that mends them, and the patch of the posts.</summary>
public sealed class TagReportTests : IDisposable
{
    private readonly TestSite _site = new();
    private readonly TemporaryFolder _output = new();
    private readonly StringWriter _errors = new();

    [Fact]
    public void A_misspelling_is_proposed_for_its_neighbour_and_not_applied()
    {
        WriteRisks();
        var report = JsonNode.Parse(File.ReadAllText(Run("report.json", "--json")))!;
        var pair = Assert.Single(report["misspellings"]!.AsArray())!;
        Assert.Equal("national security ridk", (string?)pair["label"]);
        Assert.Equal("national security risk", (string?)pair["intoLabel"]);
        Assert.Contains(report["variants"]!.AsArray(), tag => (string?)tag!["label"] == "Harbours");
        Assert.Equal((1, "national security ridk"), ((int)report["usedOnce"]!, (string?)Assert.Single(report["usedOnceTags"]!.AsArray())!["label"]));
        Assert.Contains("Used once", File.ReadAllText(Run("report.txt")), StringComparison.Ordinal);
    }

    [Fact]
    public void The_mending_file_changes_nothing_until_it_is_edited()
    {
        WriteRisks();
        string[] tags =
        [
            "Nora Field (D-CA)", "Senator Nora Field", "Nora Field (R-TX)", "Tide Office - Harbour", "Tide Office Harbour", "Georgia (GA)", "Georgia (GE)", "U.S. Tide Office", "Director Zuxo Fieldmark — FBI",
            "Zuxo Fieldmark", "Zuxo Fieldmarc", "Tide Tables. May 3 2024", "Tide Tables. May 3 2025", "European Space Agency (ESA)", "ESA", "Harbour Guild / Save it now please", "Harbour Guild", "c#", "C++",
        ];
        for (var i = 0; i < tags.Length; i++)
            _site.Post("2024-03-01", $"odd-{i}", "Words.", tags: $"\"{tags[i]}\", \"{tags[i].ToUpperInvariant()}\"");
        var yaml = _output.In("tags.yml");
        var before = File.ReadAllText(Run("before.json", "--json", "--tags-yml", yaml));
        _site.Write("tags.yml", File.ReadAllText(yaml));
        Assert.Equal(before, File.ReadAllText(Run("after.json", "--json")));
        Assert.Contains("- label: ", File.ReadAllText(yaml), StringComparison.Ordinal);
    }

    [Fact]
    public void The_mending_file_put_into_the_site_makes_the_proposed_spelling_an_alias()
    {
        WriteRisks();
        var yaml = _output.In("tags.yml");
        Run("report.txt", "--tags-yml", yaml);
        var lines = File.ReadAllLines(yaml);
        var proposal = Array.FindIndex(lines, line => line.Trim() == "# - \"national security ridk\"");
        Assert.True(proposal > 0, string.Join('\n', lines));
        _site.Write("_data/tags.yml", string.Join('\n', lines).Replace("  # aliases:", "  aliases:", StringComparison.Ordinal).Replace("# - \"national security ridk\"", "- \"national security ridk\"", StringComparison.Ordinal));
        _site.Index();
        using var service = _site.Open();
        var tag = service.ResolveTag("national security ridk")!;
        Assert.Equal("national-security-risk", tag.Slug);
        Assert.Equal(4, tag.Posts);
        Assert.Equal("national-security-risk", service.Tag("national-security-ridk")!.Slug);
        Assert.Equal(4, service.Search(new SearchRequest { Query = "", Tags = new SlugFilter([["national-security-ridk"]], []) }).Total);
    }

    [Theory]
    [InlineData("tags: [Harbours, HARBOURS, ships]", "tags: [Harbours, ships]")]
    [InlineData("tags: [Harbours,harbours.]   # by hand", "tags: [Harbours]   # by hand")]
    [InlineData("tags:\n  - harbours.\n  - ships", "tags:\n  - Harbours\n  - ships")]
    [InlineData("tags:\n- harbours.\n- 'C#: a language'", "tags:\n- Harbours\n- \"C#: a language\"")]
    [InlineData("tags: [\n    harbours.,\n    ships\n  ]", "tags: [\n    Harbours,\n    ships\n  ]")]
    [InlineData("tags: [harbours.]\r\nauthor: Ada", "tags: [Harbours]\r\nauthor: Ada")]
    public void The_patch_rewrites_the_tags_and_nothing_else(string before, string after)
    {
        for (var i = 1; i <= 3; i++)
            _site.Post($"2024-01-0{i}", $"harbour-{i}", "Words about a harbour.", tags: "Harbours");
        var lineEnd = before.Contains('\r', StringComparison.Ordinal) ? "\r\n" : "\n";
        var rest = $"{lineEnd}title: Odd   title{lineEnd}---{lineEnd}{lineEnd}tags: [not these]{lineEnd}";
        _site.Write("_posts/2024-02-01-odd.md", $"---{lineEnd}{before}{rest}");
        Git("init", "-q", ".");
        var patch = _output.In("tags.patch");
        Run("report.txt", "--patch", patch);
        Git("apply", patch);
        Assert.Equal($"---{lineEnd}{after}{rest}", File.ReadAllText(Path.Combine(_site.Source, "_posts/2024-02-01-odd.md")));
    }

    [Fact]
    public void A_file_whose_tags_stand_twice_is_left_alone_and_named()
    {
        WriteRisks();
        _site.Write("_posts/2024-02-01-twice.md", "---\ntitle: Twice\ntags: [HARBOURS]\ntags: [ships]\n---\nText.\n");
        var patch = _output.In("tags.patch");
        Run("report.txt", "--patch", patch);
        Assert.Contains("_posts/2024-02-01-twice.md: left alone, it has the tags more than once.", _errors.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("twice", File.ReadAllText(patch), StringComparison.Ordinal);
    }

    [Fact]
    public void The_page_escapes_what_tags_say()
    {
        for (var i = 1; i <= 2; i++)
            _site.Post($"2024-01-0{i}", $"odd-{i}", "Words.", tags: i == 1 ? "'<img src=x onerror=alert(1)>'" : "'<IMG src=x onerror=alert(1)>'");
        var page = _output.In("report.html");
        Run("report.txt", "--html", page);
        var html = File.ReadAllText(page);
        Assert.Contains("&lt;img", html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("<img", html, StringComparison.OrdinalIgnoreCase);
    }

    public void Dispose()
    {
        _site.Dispose();
        _output.Dispose();
        _errors.Dispose();
    }

    private void WriteRisks()
    {
        for (var i = 1; i <= 3; i++)
            _site.Post($"2024-01-0{i}", $"risk-{i}", $"Text {i} about a harbour.", tags: "national security risk, Harbours");
        _site.Post("2024-01-09", "ridk", "Another text.", tags: "national security ridk, harbours");
    }

    /// <summary>Runs the report and gives the path of what it printed.</summary>
    private string Run(string name, params string[] options)
    {
        var path = _output.In(name);
        using var output = new StreamWriter(path);
        Assert.Equal(ExitCode.Success, TagsCommand.Create().Parse(["report", _site.Source, .. options]).Invoke(new InvocationConfiguration { Output = output, Error = _errors }));
        return path;
    }

    private void Git(params string[] arguments)
    {
        var start = new ProcessStartInfo("git", ["-c", "core.autocrlf=false", .. arguments]) { WorkingDirectory = _site.Source, RedirectStandardError = true };
        using var git = Process.Start(start)!;
        var errors = git.StandardError.ReadToEnd();
        git.WaitForExit();
        Assert.True(git.ExitCode == 0, errors);
    }
}
