using Search.Bench.Evaluation;
using Xunit;

namespace Search.Tests.Quotes;

/// <summary>Keeps the quality on labelled texts from falling below what is promised; the figures of the day are those of <c>Search.Bench quality</c>.</summary>
public class QuoteQualityTests
{
    [Fact]
    public void Quotations_of_labelled_posts_and_their_speakers_are_found()
    {
        var score = LabelledPosts.Score(Corpus.Require("gold/quotes.dev.jsonl"), new ContentPosts(BlogCorpus.Folder()).At, null);
        Assert.True(score is { F1: >= 0.90, SpeakerAccuracy: >= 0.85 }, score.ToString());
    }

    [Fact]
    public void Excerpts_are_read_as_the_labels_say()
    {
        var score = LabelledExcerpts.Score(Corpus.Require("gold/excerpts.dev.jsonl"), new ContentPosts(BlogCorpus.Folder()).At, null);
        Assert.True(score is { F1: >= 0.90, SpeakerAccuracy: >= 0.90 }, score.ToString());
    }

    [Fact]
    public void Quotations_of_news_articles_and_their_speakers_are_found()
    {
        var score = LabelledNews.Score(Corpus.Require("eval/quotes/polnear-dev.jsonl.gz"), 5, null);
        Assert.True(score is { F1: >= 0.80, SpeakerAccuracy: >= 0.75 }, score.ToString());
    }
}
