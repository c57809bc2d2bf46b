using Search.Core.Model;
using Search.Core.Quotes;
using Xunit;

namespace Search.Tests.Quotes;

public class AroundTests
{
    [Fact]
    public void A_colon_introduces_the_quotation_of_the_next_paragraph()
    {
        var quote = Written.Quotes("Maria Okafor replied:", "“The dam will hold through the spring.”")[^1];
        Assert.Equal(("Maria Okafor", "replied"), (quote.SpeakerName, quote.Verb));
    }

    [Fact]
    public void List_items_share_the_introduction_above_them()
    {
        var quotes = Written.Quotes("Maria Okafor told the council three things:", "- “The dam will hold through the spring.”", "- “It was built by my own teacher.”");
        Assert.Equal(["Maria Okafor", "Maria Okafor"], quotes.Select(q => q.SpeakerName));
    }

    [Fact]
    public void A_nested_item_is_introduced_by_the_item_above_it()
    {
        var quote = Written.Quote("- Dam and levee – Harwich Dictionary", "  - “One holds water back and the other keeps it out.”");
        Assert.Equal("Harwich Dictionary", quote.SpeakerText);
    }

    [Fact]
    public void A_block_quotation_is_the_words_of_whoever_introduces_it()
    {
        var quote = Written.Quote("The Harwich Gazette reported:", "> The county has closed the coast road, an official told the paper, and it will stay closed until the end of the month, whatever the weather.");
        Assert.Equal((QuoteForm.Blockquote, "The Harwich Gazette"), (quote.Form, quote.SpeakerText));
    }

    [Fact]
    public void Paragraphs_of_one_block_quotation_are_one()
    {
        var quote = Written.Quote("The Harwich Gazette reported:", "> The county has closed the coast road until the end of the month.", "> Buses take the upper road.");
        Assert.EndsWith("Buses take the upper road.", quote.Text);
    }

    [Fact]
    public void A_block_quotation_with_attributed_quotations_is_prose_that_holds_them()
    {
        var quote = Written.Quote("The Harwich Gazette reported:", "> “The road stays closed for a month,” county engineer Maria Okafor said on Tuesday at the town hall.");
        Assert.Equal(("The road stays closed for a month,", "Maria Okafor"), (quote.Text, quote.SpeakerName));
    }

    [Fact]
    public void A_signature_under_a_block_quotation_names_its_speaker()
    {
        var quote = Written.Quote("> A river keeps no diary, so the people on its banks have to keep one for it, and most of them forget.", "> — Maria Okafor");
        Assert.Equal("Maria Okafor", quote.SpeakerName);
    }

    [Fact]
    public void A_pull_quote_repeats_the_article_and_is_left_out()
    {
        const string words = "It is the slow leak and not the flood that has ended most of the dams in this county";
        Assert.Empty(Written.Quotes(words + ", as any engineer knows.", "> " + words + ".", "The rest is weather."));
    }

    [Fact]
    public void A_paragraph_without_marks_is_a_quotation_where_a_colon_after_a_verb_of_saying_introduces_it()
    {
        var quote = Written.Quote("The Harwich Gazette reported:", "The county has closed the coast road until the end of the month, and buses take the upper road.");
        Assert.Equal((QuoteForm.Introduced, "The Harwich Gazette"), (quote.Form, quote.SpeakerText));
    }

    [Theory]
    [InlineData("The plan has three parts:")]
    [InlineData("It is hereby ordered:")]
    public void Other_colons_introduce_nothing(string above) => Assert.Empty(Written.Quotes(above, "The county has closed the coast road until the end of the month, and buses take the upper road."));

    [Fact]
    public void Lines_of_a_transcript_have_their_speakers()
    {
        var quotes = Written.Quotes(
            "Maria Okafor spoke to Ivan Petrov on Sunday.",
            "PETROV: Will the dam hold through the spring?",
            "OKAFOR: It will hold for as long as anybody looks after it.",
            "PETROV: And who is going to do that?");
        Assert.Equal(["PETROV", "OKAFOR", "PETROV"], quotes.Select(q => q.SpeakerText));
        Assert.All(quotes, q => Assert.Equal(QuoteForm.Transcript, q.Form));
        Assert.Equal("Will the dam hold through the spring?", quotes[0].Text);
    }

    [Fact]
    public void A_transcript_in_marks_is_read_without_its_labels()
    {
        var quotes = Written.Quotes("\"PETROV: Will the dam hold through the spring?", "\"OKAFOR: It will hold for as long as anybody looks after it.", "\"PETROV: And who is going to do that?\"");
        Assert.Equal(["Will the dam hold through the spring?", "It will hold for as long as anybody looks after it.", "And who is going to do that?"], quotes.Select(q => q.Text));
    }

    [Theory]
    [InlineData("@MariaOkafor: I do not believe a single word of that report.")]
    [InlineData("NOTE: The times given here are those of the harbour clock.")]
    [InlineData("THE FACTS: The dam was finished in the year of the great frost.")]
    public void Remarks_of_the_author_and_labels_are_no_transcript(string paragraph) => Assert.Empty(Written.Quotes("Maria Okafor inspected the dam.", paragraph, paragraph));

    [Fact]
    public void A_headline_in_marks_counts_where_it_names_its_speaker()
    {
        Assert.Equal("Maria Okafor", Written.Quote("# ‘The dam will hold through the spring’: Maria Okafor answers her critics").SpeakerName);
        Assert.Equal("Maria Okafor", Written.Quote("# \"It Will Hold Through The Spring\" - Maria Okafor On The Old Dam").SpeakerName);
    }

    [Fact]
    public void The_writer_of_an_article_is_its_I()
    {
        var post = Written.Post("I wrote at the time that the dam “will not hold through another spring.”") with { Bylines = ["Maria Okafor"] };
        Assert.Equal("Maria Okafor", Assert.Single(new QuoteFinder(Written.Names).Find(post)).SpeakerName);
    }

    [Fact]
    public void The_holder_of_an_office_is_known_by_it()
    {
        var quotes = Written.Quotes("Sen. Maria Okafor met Mayor Ivan Petrov at the dam.", "“The dam will hold through the spring,” the senator said.", "“It has leaked since the day it was built,” the mayor said.");
        Assert.Equal(["Maria Okafor", "Ivan Petrov"], quotes.Select(q => q.SpeakerName));
    }

    [Fact]
    public void A_text_without_blocks_is_read_by_its_lines()
    {
        var post = new Post { Key = "k", Id = "k", Title = "", Text = "“The dam will hold through the spring,” Maria Okafor said.\nIt rained.", Source = new SourceSpan("k") };
        Assert.Equal("Maria Okafor", Assert.Single(new QuoteFinder(Written.Names).Find(post)).SpeakerName);
    }
}
