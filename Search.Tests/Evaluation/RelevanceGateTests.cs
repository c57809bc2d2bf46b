using Search.Core.Evaluation;
using Search.Core.Ingestion;
using Search.Core.Searching;
using Xunit;

namespace Search.Tests.Evaluation;

/// <summary>Quality that must not be lost: judged queries over the samples, and over a test collection where it is at hand.</summary>
public sealed class RelevanceGateTests
{
    [Fact]
    public void The_judged_queries_of_the_samples_are_answered_well()
    {
        var samples = Path.Combine(Corpus.RepositoryRoot, "samples");
        var mean = Measured(samples, Path.Combine(samples, "judgements")).Mean;
        Assert.InRange(mean.NdcgAt10, 0.9, 1);
        Assert.InRange(mean.Mrr, 0.9, 1);
    }

    [Fact]
    public void Cranfield_is_ranked_above_plain_BM25()
    {
        var folder = Corpus.Require("eval/ir/cranfield");
        var mean = Measured(Path.Combine(folder, "corpus.jsonl.gz"), folder).Mean;
        Assert.InRange(mean.Map, 0.43, 1);
        Assert.InRange(mean.NdcgAt10, 0.525, 1);
    }

    private static EvaluationReport Measured(string source, string judgements)
    {
        using var folder = new TemporaryFolder();
        SiteIndexer.Run([source], folder.In("index"), new IngestOptions());
        using var service = SearchService.Open(folder.In("index"), new());
        return Evaluator.Run(service, QueryFile.Read(Path.Combine(judgements, "queries.tsv")), Judgements.Read(Path.Combine(judgements, "qrels.tsv")));
    }
}
