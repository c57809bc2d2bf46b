using Search.Core.Text;
using Xunit;

namespace Search.Tests.Quotes;

public class SentencesTests
{
    private static string[] Of(string text) => [.. Sentences.Of(text).Select(s => text[s.Start..s.End])];

    [Theory]
    [InlineData("It rained. It snowed.", 2)]
    [InlineData("It rained! Did it snow? It did.", 3)]
    [InlineData("Mr. Doe met Sen. Okafor of Ohio.", 1)]
    [InlineData("J. K. Doe met Dr. M. Okafor.", 1)]
    [InlineData("It cost 3.50 at 5.30 p.m. on Monday.", 1)]
    [InlineData("It ended at 5 p.m. The rest went home.", 2)]
    [InlineData("U.S. troops left. They went to the U.S. The war was over.", 3)]
    [InlineData("Doe Inc. bought Okafor Ltd. in May. It paid in cash.", 2)]
    [InlineData("Wait … there is more. So it is.", 2)]
    [InlineData("See e.g. the second part, p. 12, and vol. 3.", 1)]
    [InlineData("John Doe Jr. left. He was tired.", 2)]
    [InlineData("He left on Jan. 6 and came back on Feb. 3.", 1)]
    [InlineData("今日は雨。明日は雪。", 2)]
    [InlineData("A heading without a stop\n\nA paragraph.", 2)]
    [InlineData("", 0)]
    [InlineData(" . ", 1)]
    public void Stops_end_sentences_and_abbreviations_do_not(string text, int count) => Assert.Equal(count, Of(text).Length);

    [Fact]
    public void Closing_marks_belong_to_the_sentence_they_close() =>
        Assert.Equal(["“It rained.”", "(It snowed.)", "It thawed."], Of("“It rained.” (It snowed.) It thawed."));

    [Fact]
    public void A_question_in_marks_goes_on_in_lower_case() => Assert.Single(Of("“Did it rain?” asked the man."));

    [Fact]
    public void A_stretch_is_read_with_the_offsets_of_the_whole()
    {
        var text = "First part. It rained. It snowed.";
        Assert.Equal([(12, 22), (23, 33)], Sentences.Of(text, 11, text.Length).Select(s => (s.Start, s.End)));
        Assert.Throws<ArgumentOutOfRangeException>(() => Sentences.Of(text, 3, 99));
    }
}
