using System.Text.Json;
using Search.Core.Evaluation;
using Search.Core.Ingestion;
using Search.Core.Model;
using Search.Core.Searching;
using Xunit;

namespace Search.Tests.Evaluation;

/// <summary>Quality that must not be lost: judged queries over the samples, and over a blog and test collections where they are at hand.</summary>
public sealed class RelevanceGateTests
{
    // A little below what docs/ranking.md says was measured.
    private static readonly (string Type, double Least)[] Gates =
        [("known-item", 0.98), ("known-item-hard", 0.88), ("topic", 0.925), ("person", 0.97), ("person+topic", 0.96), ("person-typo", 0.88)];

    [Fact]
    public void The_judged_queries_of_the_samples_are_answered_well()
    {
        var samples = Path.Combine(Corpus.RepositoryRoot, "samples");
        var mean = Measured(samples, Path.Combine(samples, "judgements")).Mean;
        Assert.InRange(mean.NdcgAt10, 0.9, 1);
        Assert.InRange(mean.Mrr, 0.9, 1);
    }

    [Theory]
    [InlineData("cranfield", 0.455, 0.54)]
    [InlineData("cisi", 0.235, 0.4)]
    [InlineData("lisa", 0.4, 0.48)]
    public void A_test_collection_is_ranked_above_plain_BM25(string collection, double map, double ndcg)
    {
        var folder = Corpus.Require($"eval/ir/{collection}");
        var mean = Measured(Path.Combine(folder, "corpus.jsonl.gz"), folder).Mean;
        Assert.InRange(mean.Map, map, 1);
        Assert.InRange(mean.NdcgAt10, ndcg, 1);
    }

    [Fact]
    public void The_judged_queries_of_the_blog_are_answered_well()
    {
        var file = Corpus.Require("gold/queries.dev.jsonl");
        using var service = SearchService.Open(BlogCorpus.Index(), new());
        var byType = new Dictionary<string, List<double>>(StringComparer.Ordinal);
        foreach (var line in File.ReadLines(file))
        {
            using var row = JsonDocument.Parse(line);
            var query = row.RootElement;
            var grades = query.GetProperty("judged").EnumerateArray().ToDictionary(p => IdOf(p.GetString()!), _ => 0, StringComparer.Ordinal);
            foreach (var grade in query.GetProperty("relevant").EnumerateObject())
                grades[IdOf(grade.Name)] = grade.Value.GetInt32();
            var hits = service.Search(new() { Query = query.GetProperty("query").GetString()!, Kind = DocumentKind.Post, Limit = 100, Facets = [], Highlight = false }).Hits;
            var type = query.GetProperty("type").GetString()!;
            if (!byType.TryGetValue(type, out var scores))
                byType.Add(type, scores = []);
            scores.Add(Measures.Of(hits.Where(h => grades.ContainsKey(h.Id)).Select((h, i) => new RankedId(h.Id, -i)), grades).NdcgAt10);
        }
        foreach (var (type, least) in Gates)
            Assert.InRange(byType[type].Average(), least, 1);

        static string IdOf(string path) => Path.GetFileNameWithoutExtension(path);
    }

    private static EvaluationReport Measured(string source, string judgements)
    {
        using var folder = new TemporaryFolder();
        SiteIndexer.Run([source], folder.In("index"), new IngestOptions());
        using var service = SearchService.Open(folder.In("index"), new());
        return Evaluator.Run(service, QueryFile.Read(Path.Combine(judgements, "queries.tsv")), Judgements.Read(Path.Combine(judgements, "qrels.tsv")));
    }
}
