using Search.Core.Quotes;
using Xunit;

namespace Search.Tests.Quotes;

public class MarksTests
{
    [Theory]
    [InlineData("“The harbour will be closed by nightfall,” she said.", "The harbour will be closed by nightfall,")]
    [InlineData("\"The harbour will be closed by nightfall,\" she said.", "The harbour will be closed by nightfall,")]
    [InlineData("«Le port sera fermé avant la nuit», a-t-elle dit.", "Le port sera fermé avant la nuit")]
    [InlineData("« Le port sera fermé avant la nuit », a-t-elle dit.", "Le port sera fermé avant la nuit")]
    [InlineData("„Der Hafen wird bis zum Abend geschlossen“, sagte sie.", "Der Hafen wird bis zum Abend geschlossen")]
    [InlineData("»Der Hafen wird bis zum Abend geschlossen«, sagte sie.", "Der Hafen wird bis zum Abend geschlossen")]
    [InlineData("”Hamnen stängs före kvällen i dag”, sade hon.", "Hamnen stängs före kvällen i dag")]
    [InlineData("‘The harbour will be closed by nightfall,’ she said.", "The harbour will be closed by nightfall,")]
    [InlineData("'The harbour will be closed by nightfall,' she said.", "The harbour will be closed by nightfall,")]
    [InlineData("彼女は「港は日暮れまでに閉鎖されるでしょう」と言った。", "港は日暮れまでに閉鎖されるでしょう")]
    [InlineData("“The harbour will be closed by nightfall,\" she said.", "The harbour will be closed by nightfall,")]
    [InlineData("\"The harbour will be closed by nightfall,” she said.", "The harbour will be closed by nightfall,")]
    [InlineData("“The harbour will be closed by nightfall,“ she said.", "The harbour will be closed by nightfall,")]
    [InlineData("″The harbour will be closed by nightfall,″ she said.", "The harbour will be closed by nightfall,")]
    public void Marks_of_every_kind_enclose_words(string paragraph, string words) => Assert.Equal(words, Written.Quote(paragraph).Text);

    [Theory]
    [InlineData("“They call it ‘the long way round’ in these parts,” he said.", "They call it ‘the long way round’ in these parts,")]
    [InlineData("“She told me “not before the spring” and hung up,” he said.", "She told me “not before the spring” and hung up,")]
    [InlineData("\"He watched “The Long Tide” every evening for a year,\" she said.", "He watched “The Long Tide” every evening for a year,")]
    public void Only_the_outer_pair_of_nested_marks_counts(string paragraph, string words) => Assert.Equal(words, Written.Quote(paragraph).Text);

    [Fact]
    public void Words_that_a_remark_interrupts_are_two_quotations_of_one_speaker()
    {
        var quotes = Written.Quotes("“We had no choice but to leave,” said Maria Okafor. “The water was already at the door.”");
        Assert.Equal(["We had no choice but to leave,", "The water was already at the door."], quotes.Select(q => q.Text));
        Assert.All(quotes, q => Assert.Equal("Maria Okafor", q.SpeakerName));
    }

    [Fact]
    public void A_quotation_over_several_paragraphs_is_one_a_paragraph_with_the_same_speaker()
    {
        var quotes = Written.Quotes(
            "Maria Okafor wrote to the council:",
            "“The bridge has stood for ninety years.",
            "“It will not stand for another winter.”");
        Assert.Equal(["The bridge has stood for ninety years.", "It will not stand for another winter."], quotes.Select(q => q.Text));
        Assert.All(quotes, q => Assert.Equal("Maria Okafor", q.SpeakerName));
        Assert.Equal(QuoteForm.Unclosed, quotes[0].Form);
        Assert.Equal(QuoteForm.Marked, quotes[1].Form);
    }

    [Fact]
    public void A_quotation_that_the_next_paragraph_closes_goes_on_in_it()
    {
        var quotes = Written.Quotes("“The bridge has stood for ninety years,", "and it will not stand for another winter,” Maria Okafor said.");
        Assert.Equal("and it will not stand for another winter,", quotes[^1].Text);
    }

    [Fact]
    public void A_close_forgotten_before_a_remark_does_not_swallow_the_remark()
    {
        var quotes = Written.Quotes("“We had no choice but to leave, Maria Okafor said. “The water was already at the door.”");
        Assert.Equal(["We had no choice but to leave,", "The water was already at the door."], quotes.Select(q => q.Text));
    }

    [Fact]
    public void A_mixed_pair_does_not_swallow_the_words_after_it()
    {
        var quotes = Written.Quotes("She is the author of “Tides,\" a book about the estuary. Before that she wrote for a weekly in the north.");
        Assert.Empty(quotes);
    }

    [Theory]
    [InlineData("The board is 5'10\" long and the other one 6'2\" long, as everybody in the yard knew.")]
    [InlineData("The workers’ union and the owners’ club met in the drivers’ hall that evening.")]
    [InlineData("In the ’90s and the ’80s the club’s members’ fees were lower than today’s.")]
    [InlineData("<tweet pic=\"example\" author=\"someone with a long name here\" id=\"12\">")]
    public void Inches_apostrophes_and_attributes_are_no_marks(string paragraph) => Assert.Empty(Written.Quotes(paragraph));

    [Theory]
    [InlineData("She hosts “The Long Evening With Maria Okafor” on Sundays.")]
    [InlineData("He wrote \"Silt and Salt: A History of the Eastern Marshes in Peace and War.\" It sold well.")]
    [InlineData("They voted for the “Clean Harbours and Safe Bridges Act,” which passed.")]
    public void Titles_of_books_shows_and_laws_are_left_out(string paragraph) => Assert.Empty(Written.Quotes(paragraph));

    [Theory]
    [InlineData("The “quiet” harbour was never “really quiet” in those years.")]
    [InlineData("The well-worn “slow boat to anywhere” analogy came up again.")]
    public void Scare_quotes_and_terms_are_left_out(string paragraph) => Assert.Empty(Written.Quotes(paragraph));

    [Fact]
    public void Offsets_are_those_of_the_text()
    {
        var post = Written.Post("😀 Once more.", "“The harbour will be closed 😀 by nightfall,” she said.");
        var quote = Assert.Single(new QuoteFinder(Written.Names).Find(post));
        Assert.Equal(quote.Text, post.Text[quote.Start..quote.End]);
        Assert.Equal(1, quote.Block);
    }

    [Fact]
    public void The_least_number_of_words_can_be_set()
    {
        const string paragraph = "“I was mystified,” Maria Okafor said.";
        Assert.Empty(Written.Quotes(paragraph));
        Assert.Single(new QuoteFinder(Written.Names, minWords: 3).Find(Written.Post(paragraph)));
    }
}
