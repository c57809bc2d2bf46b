using System.Diagnostics;
using CsCheck;
using Search.Core.Model;
using Search.Core.Quotes;
using Search.Core.Text;
using Xunit;

namespace Search.Tests.Quotes;

public class HostileTests
{
    private static Post Post(string text) => new() { Key = "h", Id = "h", Title = "", Text = text, Source = new SourceSpan("h") };

    public static TheoryData<string> Units => new(
        "\"", "“", "”", "‘", "'", "«", "»", "“ ", "\" ", "“a ", "a” ", "“a” ", "“A b c d e f,” said X. ", "said ", "he said “a b c d e f” ", "Jane Doe said, “", "“x\n", "\n", "(", "A: b\n", "JANE DOE: some words here\n", "> “a\n",
        ", who said, ", "the senator said “one two three four five” and ", "— ", "“a b c d e” – X ", ". ", "U.S. ", "Mr. ", "a.", "X’s claim that “one two three four five” ");

    [Theory]
    [MemberData(nameof(Units))]
    public void A_text_of_one_thing_over_and_over_is_read_in_linear_time(string unit)
    {
        // 50,000 characters take some tenths of a second unoptimised; the quadratic reading of them would take minutes.
        var text = string.Concat(Enumerable.Repeat(unit, 50_000 / unit.Length));
        var clock = Stopwatch.StartNew();
        var found = new QuoteFinder(Written.Names).Find(Post(text));
        Assert.All(found, q => Assert.Equal(text[q.Start..q.End], q.Text));
        _ = new QuoteFinder(Written.Names).ReadExcerpt(text);
        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(20), $"took {clock.Elapsed}");
    }

    [Fact]
    public void Any_text_is_read_and_offsets_are_inside_it() =>
        Gen.String[Gen.Char["ab.,?! \n“”\"‘’'«»—–-:;()[]@XY\ud83d\ude00…é"], 0, 200].Sample(text =>
        {
            var last = -1;
            foreach (var quote in new QuoteFinder(Written.Names, minWords: 1).Find(Post(text)))
            {
                Assert.Equal(text[quote.Start..quote.End], quote.Text);
                Assert.InRange(quote.Confidence, 0, 1);
                Assert.True(quote.Start >= last);
                last = quote.Start;
                if (quote.SpeakerStart >= 0)
                    Assert.Equal(quote.SpeakerText, text.Substring(quote.SpeakerStart, quote.SpeakerText!.Length));
            }
            _ = new QuoteFinder(Written.Names, minWords: 1).ReadExcerpt(text);
        });

    [Fact]
    public void Words_put_together_at_random_are_read()
    {
        string[] words = ["“A b c d e,”", "“x", "y”", "said", "says", "Jane", "Doe", "Jane Doe", "she", "he", "the senator", "who", "that", ",", ".", ":", "—", "\n\n", "according to", "of", "’s", "claim", "told", "a", "JANE DOE:", "and", "was called", "by", "‘q r s t u’", "(", ")", "\""];
        Gen.Int[0, words.Length - 1].Select(i => words[i]).Array[0, 60].Sample(parts =>
        {
            var text = string.Join(' ', parts);
            Assert.All(new QuoteFinder(Written.Names, minWords: 1).Find(Post(text)), q => Assert.Equal(text[q.Start..q.End], q.Text));
        });
    }

    [Fact]
    public void The_same_text_gives_the_same_quotations()
    {
        var post = Post("Jane Doe said, “It will hold for a year.” “Not a day more,” she said. “And then it will fall on us.”");
        Assert.Equal(new QuoteFinder(Written.Names).Find(post), new QuoteFinder(Written.Names).Find(post));
    }

    [Fact]
    public void Sentences_cover_any_text_in_order() =>
        Gen.String[Gen.Char["aB1.,?! \n“”\"’)…。"], 0, 200].Sample(text =>
        {
            var at = 0;
            foreach (var sentence in Sentences.Of(text))
            {
                Assert.True(string.IsNullOrWhiteSpace(text[at..sentence.Start]));
                Assert.True(sentence.Length > 0);
                at = sentence.End;
            }
            Assert.True(string.IsNullOrWhiteSpace(text[at..]));
        });
}
