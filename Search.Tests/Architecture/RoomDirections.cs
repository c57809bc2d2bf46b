using System.Text.RegularExpressions;
using Xunit;

namespace Search.Tests.Architecture;

/// <summary>Holds the table of rooms of docs/ARCHITECTURE.md: which room may use which, and where Lucene may be seen.</summary>
public sealed partial class RoomDirections
{
    private const string Lucene = "Lucene.Net";

    private static readonly Dictionary<string, string[]> MayUse = new(StringComparer.Ordinal)
    {
        ["Model"] = [],
        ["Text"] = [],
        ["Content"] = ["Model", "Text"],
        ["Tagging"] = ["Model", "Text"],
        ["People"] = ["Model", "Text"],
        ["Quotes"] = ["Model", "Text", "People"],
        ["Ingestion"] = ["Model", "Text", "Content", "Tagging", "People", "Quotes", "Indexing", "Generations", "Suggest", "Related", "Analysis"],
        ["Analysis"] = ["Text", Lucene],
        ["Postings"] = [Lucene],
        ["Indexing"] = ["Model", "Text", "Analysis", "Postings", Lucene],
        ["Generations"] = [],
        ["Querying"] = ["Model", "Text"],
        ["Ranking"] = ["Indexing", Lucene],
        ["Facets"] = ["Model", "Indexing", Lucene],
        ["Highlighting"] = ["Model", "Text", "Analysis"],
        ["Related"] = ["Model", "Indexing", "Ranking", "Analysis", Lucene],
        ["Suggest"] = ["Text", "Analysis", Lucene],
        ["Searching"] = ["Model", "Text", "Tagging", "People", "Analysis", "Postings", "Indexing", "Generations", "Querying", "Ranking", "Facets", "Highlighting", "Related", "Suggest", Lucene],
        ["Evaluation"] = ["Searching"],
        ["StaticSearch"] = ["Model", "Indexing", "Ranking", "Searching", Lucene],
        ["Assistants"] = ["Model", "Text", "Searching"],
    };

    public static TheoryData<string> Rooms => [.. Directory.GetDirectories(Path.Combine(Corpus.RepositoryRoot, "Search.Core"))
        .Select(d => Path.GetFileName(d)!)
        .Where(n => n is not ("bin" or "obj"))
        .Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Rooms))]
    public void A_room_uses_only_the_rooms_that_its_row_names(string room)
    {
        Assert.True(MayUse.TryGetValue(room, out var allowed), $"Search.Core/{room} is no room of the table: add a row, or put its files where they belong.");
        var wrong = FilesOf($"Search.Core/{room}")
            .SelectMany(file => UsesOf(file).Select(use => (File: Path.GetFileName(file), Use: use)))
            .Where(u => u.Use != room && !allowed.Contains(u.Use))
            .Select(u => $"{u.File} uses {u.Use}")
            .Distinct()
            .ToList();
        Assert.Empty(wrong);
    }

    [Theory]
    [InlineData("Search.Api")]
    [InlineData("Search.Indexer")]
    public void A_host_sees_no_Lucene_type_and_not_the_other_host(string host)
    {
        var other = host == "Search.Api" ? "Search.Indexer" : "Search.Api";
        foreach (var file in FilesOf(host))
        {
            var text = File.ReadAllText(file);
            Assert.False(text.Contains("Lucene.Net.", StringComparison.Ordinal), $"{file} names Lucene");
            Assert.False(text.Contains($"using {other}", StringComparison.Ordinal), $"{file} uses {other}");
        }
        Assert.DoesNotContain(other, File.ReadAllText(Path.Combine(Corpus.RepositoryRoot, host, $"{host}.csproj")), StringComparison.Ordinal);
    }

    private static IEnumerable<string> FilesOf(string folder) =>
        Directory.EnumerateFiles(Path.Combine(Corpus.RepositoryRoot, folder), "*.cs", SearchOption.AllDirectories)
            .Where(f => !f.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal)
                && !f.Contains($"{Path.DirectorySeparatorChar}bin{Path.DirectorySeparatorChar}", StringComparison.Ordinal));

    private static IEnumerable<string> UsesOf(string file)
    {
        var text = File.ReadAllText(file);
        foreach (Match use in UsingLine().Matches(text))
            yield return use.Groups[1].Value;
        if (text.Contains("using Lucene.Net", StringComparison.Ordinal) || text.Contains(" Lucene.Net.", StringComparison.Ordinal))
            yield return Lucene;
    }

    [GeneratedRegex(@"^using (?:static )?(?:\w+ = )?Search\.Core\.(\w+)", RegexOptions.Multiline)]
    private static partial Regex UsingLine();
}
