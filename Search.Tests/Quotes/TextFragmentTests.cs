using CsCheck;
using Search.Core.Quotes;
using Xunit;

namespace Search.Tests.Quotes;

public class TextFragmentTests
{
    private static string Link(string text, string words)
    {
        var start = text.LastIndexOf(words, StringComparison.Ordinal);
        return TextFragment.Link("https://example.org/dam.html", text, start, start + words.Length)["https://example.org/dam.html".Length..];
    }

    [Fact]
    public void Short_words_are_given_whole() =>
        Assert.Equal("#:~:text=The%20dam%20will%20hold", Link("She said: “The dam will hold.” It did.", "The dam will hold."));

    [Fact]
    public void The_signs_of_the_directive_and_of_URLs_are_encoded() =>
        Assert.Equal("#:~:text=salt%20%26%20silt%2C%20well%2Dknown%20%23%201%20%25%20caf%C3%A9", Link("It is salt & silt, well-known # 1 % café.", "salt & silt, well-known # 1 % café"));

    [Fact]
    public void Long_words_are_given_by_their_first_and_last() =>
        Assert.Equal("#:~:text=The%20dam%20was%20built%20in,ever%20since%20that%20first%20winter",
            Link("x “The dam was built in the year of the great frost by people who had never seen one, and it has leaked ever since that first winter.”",
                "The dam was built in the year of the great frost by people who had never seen one, and it has leaked ever since that first winter."));

    [Fact]
    public void Words_over_two_paragraphs_are_a_range() =>
        Assert.Equal("#:~:text=The%20dam%20will%20hold,It%20always%20has", Link("He said:\n\nThe dam will hold.\n\nIt always has.", "The dam will hold.\n\nIt always has."));

    [Fact]
    public void Words_that_stand_twice_are_told_apart_by_those_before_them() =>
        Assert.Equal("#:~:text=repeated%3A%20%E2%80%9C-,The%20dam%20will%20hold", Link("First: the dam will hold. Later he repeated: “The dam will hold.”", "The dam will hold"));

    [Fact]
    public void A_fragment_of_the_page_is_kept()
    {
        Assert.Equal("/dam#part:~:text=will%20hold", TextFragment.Link("/dam#part", "It will hold", 3, 12));
        Assert.Equal("/dam#:~:text=a&text=will%20hold", TextFragment.Link("/dam#:~:text=a", "It will hold", 3, 12));
    }

    [Fact]
    public void No_words_make_no_directive() => Assert.Equal("/dam", TextFragment.Link("/dam", "It … holds", 3, 4));

    [Fact]
    public void A_stretch_outside_the_text_is_refused() => Assert.Throws<ArgumentOutOfRangeException>(() => TextFragment.Link("/dam", "short", 2, 9));

    [Fact]
    public void Any_stretch_of_any_text_makes_a_link_of_URL_characters_with_the_signs_in_their_places() =>
        Gen.Select(Gen.String[Gen.Char["ab -,&#%é\n.😀“"], 0, 60], Gen.Int[0, 60], Gen.Int[0, 60]).Sample((text, a, b) =>
        {
            var (start, end) = (Math.Min(Math.Min(a, b), text.Length), Math.Min(Math.Max(a, b), text.Length));
            var link = TextFragment.Link("https://example.org/", text, start, end);
            Assert.All(link, c => Assert.True(c is > ' ' and < '\x7f'));
            if (link == "https://example.org/")
                return;
            var directive = link["https://example.org/#:~:text=".Length..];
            Assert.Matches("^([A-Za-z0-9._~%]+-,)?[A-Za-z0-9._~%]+(,[A-Za-z0-9._~%]+)?(,-[A-Za-z0-9._~%]+)?$", directive);
        });
}
