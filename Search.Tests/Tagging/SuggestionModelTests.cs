using Search.Core.Tagging;
using Xunit;

namespace Search.Tests.Tagging;

public class SuggestionModelTests
{
    [Fact]
    public void Scores_are_the_shares_that_were_right()
    {
        var examples = new List<(LabelEvidence, bool)>();
        for (var i = 0; i < 4000; i++)
        {
            var share = i % 10 / 10.0;
            examples.Add((Evidence(share), i / 10 % 10 < i % 10));
        }

        var model = SuggestionModel.Fit(examples);

        foreach (var share in new[] { 0.2, 0.5, 0.8 })
            Assert.InRange(model.ScoreOf(Evidence(share)), share - 0.08, share + 0.08);
    }

    [Fact]
    public void Where_nothing_can_be_learned_the_usual_weights_hold()
    {
        Assert.Equal(SuggestionModel.Usual.ScoreOf(Evidence(0.5)), SuggestionModel.Fit([]).ScoreOf(Evidence(0.5)));
        Assert.InRange(SuggestionModel.Fit([(Evidence(0.5), false)]).ScoreOf(Evidence(0.5)), 0.01, SuggestionModel.Usual.ScoreOf(Evidence(0.5)));
    }

    [Fact]
    public void More_evidence_never_lowers_the_usual_score()
    {
        var model = SuggestionModel.Usual;
        var little = new LabelEvidence { Label = 0, NearestShare = 0.2, Rarity = 0.5 };

        Assert.True(model.ScoreOf(little with { NearestShare = 0.6 }) > model.ScoreOf(little));
        Assert.True(model.ScoreOf(little with { Named = 1 }) > model.ScoreOf(little));
        Assert.True(model.ScoreOf(little with { Named = 1, InTitle = true }) > model.ScoreOf(little with { Named = 1 }));
        Assert.True(model.ScoreOf(little with { WithNamed = 0.7 }) > model.ScoreOf(little));
    }

    [Fact]
    public void Perfectly_parted_examples_do_not_lead_astray()
    {
        var score = SuggestionModel.Fit([.. Enumerable.Range(0, 200).Select(i => (Evidence(i % 2), i % 2 == 1))]).ScoreOf(Evidence(1));

        Assert.InRange(score, 0.8, 1);
    }

    private static LabelEvidence Evidence(double share) => new() { Label = 0, NearestShare = share, WideShare = share, BestLikeness = share };
}
