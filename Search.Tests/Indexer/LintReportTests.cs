using System.Text.Json;
using Search.Core.Content;
using Search.Core.Ingestion;
using Search.Core.Model;
using Search.Indexer.Lint;
using Xunit;

namespace Search.Tests.Indexer;

/// <summary>The report on odd content in its three forms.</summary>
public sealed class LintReportTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    private static LintReport Report() => LintReport.Of(new IngestReport
    {
        Sources = ["/site"],
        Problems =
        [
            new("tab-indent", ProblemSeverity.Info, new("_posts/a b.md", 3, 7), "A tab stands <here>", "a blank", "Write a blank"),
            new("json-not-valid", ProblemSeverity.Error, new("d.jsonl", 9), "Not valid: <script>alert(1)</script>"),
            new("file-not-readable", ProblemSeverity.Error, new("ü.md"), "No"),
        ],
        LeftOut = [new("_drafts/x.md", 0, SkipReason.Draft, "in the folder of <drafts>")],
    });

    private string Written(string name)
    {
        var path = folder.In(name);
        Report().Write(path);
        return File.ReadAllText(path);
    }

    [Fact]
    public void The_page_says_place_reading_and_mend_of_everything_and_escapes_it()
    {
        var page = Written("report.html");
        foreach (var words in new[] { "_posts/a b.md:3:7", "a blank", "Write a blank", "d.jsonl:9", "2 errors", "1 note", "_drafts/x.md", "&lt;script&gt;", "name=\"viewport\"", "prefers-color-scheme" })
            Assert.Contains(words, page, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<here>", page, StringComparison.Ordinal);
        // Nothing is loaded from elsewhere.
        Assert.DoesNotContain("src=", page, StringComparison.Ordinal);
        Assert.DoesNotContain("href=", page, StringComparison.Ordinal);
    }

    [Fact]
    public void The_SARIF_log_has_the_members_that_its_schema_requires()
    {
        using var document = JsonDocument.Parse(Written("report.sarif"));
        var root = document.RootElement;
        Assert.Equal("2.1.0", root.GetProperty("version").GetString());
        Assert.EndsWith("sarif-schema-2.1.0.json", root.GetProperty("$schema").GetString(), StringComparison.Ordinal);
        var run = Assert.Single(root.GetProperty("runs").EnumerateArray());
        var driver = run.GetProperty("tool").GetProperty("driver");
        Assert.NotEqual("", driver.GetProperty("name").GetString());
        Assert.Equal("utf16CodeUnits", run.GetProperty("columnKind").GetString());
        var rules = driver.GetProperty("rules").EnumerateArray().Select(rule => rule.GetProperty("id").GetString()).ToList();
        Assert.Equal(rules.Distinct(), rules);
        var results = run.GetProperty("results").EnumerateArray().ToList();
        Assert.Equal(3, results.Count);
        foreach (var result in results)
        {
            Assert.NotEqual("", result.GetProperty("message").GetProperty("text").GetString());
            Assert.Contains(result.GetProperty("level").GetString(), new[] { "error", "warning", "note", "none" });
            Assert.Equal(result.GetProperty("ruleId").GetString(), rules[result.GetProperty("ruleIndex").GetInt32()]);
            var place = Assert.Single(result.GetProperty("locations").EnumerateArray()).GetProperty("physicalLocation");
            Assert.True(Uri.TryCreate(place.GetProperty("artifactLocation").GetProperty("uri").GetString(), UriKind.Relative, out var address) && !address.OriginalString.Contains(' '));
            if (place.TryGetProperty("region", out var region))
                Assert.True(region.GetProperty("startLine").GetInt32() >= 1 && (!region.TryGetProperty("startColumn", out var column) || column.GetInt32() >= 1));
        }
    }

    [Fact]
    public void The_JSON_has_every_problem_with_all_its_parts()
    {
        using var document = JsonDocument.Parse(Written("report.json"));
        var problems = document.RootElement.GetProperty("problems").EnumerateArray().ToList();
        Assert.Equal(3, problems.Count);
        Assert.All(problems, problem => Assert.All(new[] { "code", "severity", "path", "message", "readAs", "mend" }, part => Assert.NotEqual("", problem.GetProperty(part).GetString())));
        Assert.Equal((2, 0, 1), (document.RootElement.GetProperty("errors").GetInt32(), document.RootElement.GetProperty("warnings").GetInt32(), document.RootElement.GetProperty("notes").GetInt32()));
    }
}
