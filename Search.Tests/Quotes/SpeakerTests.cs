using Search.Core.Quotes;
using Xunit;

namespace Search.Tests.Quotes;

public class SpeakerTests
{
    [Theory]
    [InlineData("“The dam will hold through the spring,” Maria Okafor said.")]
    [InlineData("“The dam will hold through the spring,” said Maria Okafor.")]
    [InlineData("“The dam will hold through the spring,” said Maria Okafor, who designed it.")]
    [InlineData("“The dam will hold through the spring,” Maria Okafor, who designed it, said.")]
    [InlineData("“The dam will hold through the spring,” Maria Okafor, an engineer from the north, said on Monday.")]
    [InlineData("“The dam will hold through the spring,” Maria Okafor told reporters after the meeting.")]
    [InlineData("“The dam will hold through the spring,” Maria Okafor wrote on Mastodon.")]
    [InlineData("“The dam will hold through the spring,” later added Maria Okafor.")]
    [InlineData("“The dam will hold through the spring,” according to Maria Okafor.")]
    [InlineData("“The dam will hold through the spring,” as Maria Okafor put it.")]
    [InlineData("“Will the dam hold through the spring?” Maria Okafor asked.")]
    [InlineData("“The dam will hold through the spring” – Maria Okafor")]
    [InlineData("“The dam will hold through the spring” — Maria Okafor, engineer")]
    [InlineData("Maria Okafor said, “The dam will hold through the spring.”")]
    [InlineData("Maria Okafor said: “The dam will hold through the spring.”")]
    [InlineData("Maria Okafor said that the dam “will hold through the spring and summer.”")]
    [InlineData("In a letter to the council, Maria Okafor wrote that the dam “will hold through the spring and summer.”")]
    [InlineData("Speaking in Harwich, Essex, Maria Okafor told the crowd the dam “will hold through the spring and summer.”")]
    [InlineData("According to Maria Okafor, the dam “will hold through the spring and summer.”")]
    [InlineData("Maria Okafor’s claim that the dam “will hold through the spring and summer” was disputed.")]
    [InlineData("Maria Okafor, who was asked by a reporter, replied that the dam “will hold through the spring and summer.”")]
    [InlineData("Maria Okafor praised the builders, calling the dam “a wall that will outlast us all.”")]
    [InlineData("Maria Okafor called the dam “a wall that will outlast us all” and left.")]
    [InlineData("In the words of Maria Okafor, it is “a wall that will outlast us all.”")]
    [InlineData("The dam was called “a wall that will outlast us all” by Maria Okafor.")]
    [InlineData("The wall “that will hold through the spring” is finished, Maria Okafor said.")]
    [InlineData("The film shows Maria Okafor saying, “The dam will hold through the spring.”")]
    [InlineData("The committee was told by engineers that it leaks, but Maria Okafor insisted it “will hold through the spring and summer.”")]
    public void The_person_who_says_it_is_the_speaker(string paragraph) => Assert.Equal("Maria Okafor", Written.Quote(paragraph).SpeakerName);

    [Fact]
    public void A_surname_that_two_people_of_the_text_share_is_nobody_in_particular()
    {
        var quote = Written.Quote("Councilwoman Patricia Rooney and her brother-in-law, Daniel Rooney, spoke at the hearing.", "“We cannot keep asking the same people to do it,” Rooney said.");

        Assert.Equal("Rooney", quote.SpeakerText);
        Assert.Null(quote.SpeakerName is "Patricia Rooney" or "Daniel Rooney" ? quote.SpeakerName : null);
    }

    [Fact]
    public void A_sentence_may_open_with_the_verb() =>
        Assert.Equal("Maria Okafor", Written.Quotes("Maria Okafor inspected the dam.", "Wrote Okafor: “The dam will hold through the spring.”")[^1].SpeakerName);

    [Fact]
    public void A_surname_is_given_the_full_name_that_the_document_has()
    {
        var quotes = Written.Quotes("Maria Okafor inspected the dam.", "“The dam will hold through the spring,” Okafor said.");
        Assert.Equal(("Okafor", "Maria Okafor"), (quotes[0].SpeakerText, quotes[0].SpeakerName));
    }

    [Theory]
    [InlineData("“The dam will hold through the spring,” a senior official said.", "a senior official")]
    [InlineData("“The dam will hold through the spring,” said a person close to Maria Okafor.", "a person close to Maria Okafor")]
    [InlineData("“The dam will hold through the spring,” a spokesman for Maria Okafor said.", "a spokesman for Maria Okafor")]
    [InlineData("“The dam will hold through the spring,” Maria Okafor’s lawyer wrote in a letter.", "Maria Okafor’s lawyer")]
    [InlineData("“The dam will hold through the spring,” her family said.", "her family")]
    [InlineData("“The dam will hold through the spring,” officials said.", "officials")]
    [InlineData("“The dam will hold through the spring,” the report says.", "the report")]
    [InlineData("The Harwich Gazette reported that the dam “will hold through the spring and summer.”", "The Harwich Gazette")]
    [InlineData("“The dam will hold through the spring,” Okafor campaign officials said.", "Okafor campaign officials")]
    public void An_unnamed_speaker_keeps_the_words_of_the_text_and_is_no_person(string paragraph, string speaker)
    {
        var quote = Written.Quotes("Maria Okafor inspected the dam.", paragraph)[^1];
        Assert.Equal((speaker, null), (quote.SpeakerText, quote.SpeakerName));
    }

    [Theory]
    [InlineData("“The dam will hold through the spring.”")]
    [InlineData("Painted on the wall are the words “the dam will hold through spring.”")]
    public void Without_an_attribution_there_is_no_speaker(string paragraph) => Assert.Null(Written.Quote(paragraph).SpeakerName);

    [Theory]
    [InlineData("“The dam will hold through the spring,” chief engineer Maria Okafor said.", "chief engineer")]
    [InlineData("“The dam will hold through the spring,” said Maria Okafor, the chief engineer of the county.", "the chief engineer of the county")]
    [InlineData("“The dam will hold through the spring,” the chief engineer, Maria Okafor, said.", "the chief engineer")]
    public void The_words_beside_the_name_are_the_role(string paragraph, string role)
    {
        var quote = Written.Quote(paragraph);
        Assert.Equal(("Maria Okafor", role), (quote.SpeakerName, quote.Role));
    }

    [Theory]
    [InlineData("“The dam will hold through the spring,” Maria Okafor insisted.", "insisted")]
    [InlineData("Maria Okafor tweeted: “The dam will hold through the spring.”", "tweeted")]
    [InlineData("“The dam will hold through the spring” – Maria Okafor", null)]
    public void The_verb_is_given_as_written(string paragraph, string? verb) => Assert.Equal(verb, Written.Quote(paragraph).Verb);

    [Theory]
    [InlineData("She said the senators were wrong, and Maria Okafor told a man who claimed that it leaks that “it will hold through the spring.”")]
    public void A_listener_who_speaks_in_a_relative_clause_is_not_the_speaker(string paragraph) => Assert.Equal("Maria Okafor", Written.Quote(paragraph).SpeakerName);

    [Fact]
    public void A_quotation_between_two_speakers_belongs_to_its_own_sentence()
    {
        var quotes = Written.Quotes("“The dam will hold through the spring,” Maria Okafor said. Ivan Petrov answered that it “has leaked since the day it was built.”");
        Assert.Equal(["Maria Okafor", "Ivan Petrov"], quotes.Select(q => q.SpeakerName));
    }

    [Fact]
    public void Quotations_of_one_sentence_share_its_speaker()
    {
        var quotes = Written.Quotes("Maria Okafor said the dam “is stronger than people think” and that it “will hold through the spring.”");
        Assert.All(quotes, q => Assert.Equal("Maria Okafor", q.SpeakerName));
        Assert.Equal(2, quotes.Count);
    }

    [Fact]
    public void A_surer_ground_has_the_higher_confidence()
    {
        var said = Written.Quote("“The dam will hold through the spring,” Maria Okafor said.").Confidence;
        var alone = Written.Quote("“The dam will hold through the spring.”").Confidence;
        Assert.InRange(said, 0.9, 1);
        Assert.InRange(alone, 0, 0.6);
    }

    [Theory]
    [InlineData("„Der Damm wird den Frühling überstehen“, sagte Maria Okafor.")]
    [InlineData("« Le barrage va tenir tout le printemps », a déclaré Maria Okafor.")]
    public void Verbs_of_other_languages_attribute_too(string paragraph) => Assert.Equal("Maria Okafor", Written.Quote(paragraph).SpeakerName);
}
