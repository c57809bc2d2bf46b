using Xunit;

namespace Search.Tests.Quotes;

public class PronounTests
{
    [Theory]
    [InlineData("Maria Okafor inspected the dam.", "“It will hold through the spring,” she said.", "Maria Okafor")]
    [InlineData("Maria Okafor met Ivan Petrov at the dam.", "“It will hold through the spring,” she said.", "Maria Okafor")]
    [InlineData("Maria Okafor met John Hale at the dam.", "“It will hold through the spring,” he said.", "John Hale")]
    [InlineData("John Hale met Maria Okafor at the dam.", "“It will hold through the spring,” he said.", "John Hale")]
    [InlineData("John Hale wrote to Peter Sund about the dam.", "“It will hold through the spring,” he said.", "John Hale")]
    [InlineData("John Hale praised the plan. The letter was addressed to Peter Sund.", "“It will hold through the spring,” he added.", "John Hale")]
    [InlineData("Maria Okafor inspected the dam. She spoke to Anna Lind there.", "“It will hold through the spring,” she said.", "Maria Okafor")]
    [InlineData("Mr. Hale and Ms. Okafor, the engineers John Hale and Maria Okafor, met.", "He said the dam “will hold through the spring and summer.”", "John Hale")]
    [InlineData("Maria Okafor inspected the dam.", "Hale, she said, “never once looked at the wall itself.”", "Maria Okafor")]
    public void A_pronoun_is_the_subject_that_agrees_with_it(string above, string paragraph, string speaker) =>
        Assert.Equal(speaker, Written.Quotes(above, "John Hale was not there.", paragraph).Count == 0 ? null : Written.Quotes(above, paragraph)[^1].SpeakerName);

    [Fact]
    public void A_pronoun_keeps_its_words_and_gets_its_person()
    {
        var quote = Written.Quotes("Maria Okafor inspected the dam.", "“It will hold through the spring,” she said.")[^1];
        Assert.Equal(("she", "Maria Okafor"), (quote.SpeakerText, quote.SpeakerName));
        Assert.True(quote.SpeakerGroup >= 0);
    }

    [Theory]
    [InlineData("“It will hold through the spring,” they said.", "they")]
    [InlineData("“It will hold through the spring,” it said.", "it")]
    [InlineData("“We know that it holds,” we said at the time.", "we")]
    public void A_pronoun_for_several_or_for_a_thing_is_no_person(string paragraph, string pronoun)
    {
        var quote = Written.Quotes("Maria Okafor inspected the dam.", paragraph)[^1];
        Assert.Equal((pronoun, null), (quote.SpeakerText, quote.SpeakerName));
    }

    [Fact]
    public void Without_a_name_a_pronoun_is_nobody() => Assert.Null(Written.Quote("“It will hold through the spring,” she said.").SpeakerName);
}
