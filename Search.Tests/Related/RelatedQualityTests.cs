using System.Text.Json;
using Search.Core.Evaluation;
using Search.Core.Ingestion;
using Search.Core.Searching;
using Xunit;

namespace Search.Tests.Related;

/// <summary>
/// The gate of related posts: nDCG@10 over judged posts, of answers condensed to what was judged. A little below what was measured, so that it fails where
/// quality is lost and not where a rounding changes; the figures stand in <c>docs/related.md</c>.
/// </summary>
public sealed class RelatedQualityTests
{
    [Fact]
    public void The_judged_posts_of_the_sample_site_get_what_belongs_beside_them()
    {
        using var folder = new TemporaryFolder();
        SiteIndexer.Run([Path.Combine(Corpus.RepositoryRoot, "samples")], folder.In("index"), new IngestOptions());
        using var service = SearchService.Open(folder.In("index"), new());
        var judged = File.ReadLines(Path.Combine(Corpus.RepositoryRoot, "samples/judgements/related.tsv"))
            .Select(line => line.Split('\t'))
            .GroupBy(row => row[0], row => (Id: row[1], Grade: int.Parse(row[2], System.Globalization.CultureInfo.InvariantCulture)), StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => g.ToDictionary(r => r.Id, r => r.Grade, StringComparer.Ordinal), StringComparer.Ordinal);
        Assert.All(judged.Keys, id => Assert.NotNull(service.Post(id, annotations: false)));
        Assert.InRange(Mean(service, judged), 0.94, 1);
    }

    [Fact]
    public void The_judged_posts_of_the_blog_get_what_belongs_beside_them()
    {
        var file = Corpus.Require("gold/related.dev.jsonl");
        using var service = SearchService.Open(BlogCorpus.Index(), new());
        var judged = new Dictionary<string, Dictionary<string, int>>(StringComparer.Ordinal);
        foreach (var line in File.ReadLines(file))
        {
            using var row = JsonDocument.Parse(line);
            var grades = row.RootElement.GetProperty("judged").EnumerateArray().ToDictionary(p => IdOf(p.GetString()!), _ => 0, StringComparer.Ordinal);
            foreach (var grade in row.RootElement.GetProperty("related").EnumerateObject())
                grades[IdOf(grade.Name)] = grade.Value.GetInt32();
            judged[IdOf(row.RootElement.GetProperty("post").GetString()!)] = grades;
        }
        Assert.InRange(Mean(service, judged), 0.875, 1);

        static string IdOf(string path) => Path.GetFileNameWithoutExtension(path);
    }

    private static double Mean(SearchService service, Dictionary<string, Dictionary<string, int>> judged) => judged.Average(post =>
    {
        var shown = service.RelatedById(post.Key, new() { Limit = RelatedOptions.MaxLimit })!.Related;
        return Measures.Of(shown.Where(r => post.Value.ContainsKey(r.Id)).Select((r, i) => new RankedId(r.Id, -i)), post.Value).NdcgAt10;
    });
}
