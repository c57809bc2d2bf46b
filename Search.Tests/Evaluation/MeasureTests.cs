using Search.Core.Evaluation;
using Xunit;

namespace Search.Tests.Evaluation;

/// <summary>Values worked out by hand from trec_eval's definitions.</summary>
public sealed class MeasureTests
{
    private static readonly Dictionary<string, int> Grades = new() { ["a"] = 2, ["b"] = 1, ["c"] = 0, ["d"] = 1 };

    [Fact]
    public void Measures_are_those_worked_out_by_hand()
    {
        // Order: x (not judged), a (2), c (0), b (1); d is not found.
        var measures = Measures.Of([new("x", 4), new("a", 3), new("c", 2), new("b", 1)], Grades);

        var gain = 2 / Math.Log2(3) + 1 / Math.Log2(5);
        var ideal = 2 / Math.Log2(2) + 1 / Math.Log2(3) + 1 / Math.Log2(4);
        Assert.Equal(gain / ideal, measures.NdcgAt10, 12);
        Assert.Equal((1 / 2.0 + 2 / 4.0) / 3, measures.Map, 12);
        Assert.Equal(0.5, measures.Mrr, 12);
        Assert.Equal(0.2, measures.PrecisionAt10, 12);
        Assert.Equal(2 / 3.0, measures.RecallAt100, 12);
    }

    [Fact]
    public void Of_equal_scores_the_last_id_comes_first() =>
        Assert.Equal(1, Measures.Of([new("a", 1), new("z", 1)], new Dictionary<string, int> { ["z"] = 1 }).Mrr);

    [Fact]
    public void A_query_that_finds_nothing_counts_as_zeros() => Assert.Equal(new(0, 0, 0, 0, 0), Measures.Of([], Grades));

    [Fact]
    public void Documents_past_the_hundredth_do_not_count_for_recall()
    {
        var ranking = Enumerable.Range(0, 101).Select(i => new RankedId($"n{i}", 200 - i)).ToList();
        Assert.Equal(0, Measures.Of(ranking, new Dictionary<string, int> { ["n100"] = 1 }).RecallAt100);
        Assert.Equal(1, Measures.Of(ranking, new Dictionary<string, int> { ["n99"] = 1 }).RecallAt100);
    }

    [Theory]
    [InlineData("q1\td1\t2\n")]
    [InlineData("q1 0 d1 2\n")]
    [InlineData("query-id\tcorpus-id\tscore\nq1\td1\t2\n")]
    public void Judgements_of_three_and_of_four_columns_are_read(string content)
    {
        using var folder = new TemporaryFolder();
        var file = folder.Write("qrels.tsv", content);
        Assert.Equal(2, Judgements.Read(file).Of("q1")["d1"]);
    }

    [Fact]
    public void A_line_that_is_no_judgement_is_named()
    {
        using var folder = new TemporaryFolder();
        var file = folder.Write("qrels.tsv", "q1\td1\t1\nnonsense\n");
        var error = Assert.Throws<InvalidDataException>(() => Judgements.Read(file));
        Assert.Contains("qrels.tsv:2", error.Message, StringComparison.Ordinal);
    }
}
