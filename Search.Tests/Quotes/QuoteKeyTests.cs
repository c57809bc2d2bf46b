using Search.Core.Quotes;
using Xunit;

namespace Search.Tests.Quotes;

public class QuoteKeyTests
{
    [Theory]
    [InlineData("Don’t look back!", "don't look back")]
    [InlineData("“Don't look   back…”", "Dont look back")]
    [InlineData("[D]on’t look—back", "don’t look back")]
    [InlineData("Café", "cafe")]
    public void Print_does_not_count(string a, string b) => Assert.Equal(QuoteKey.Of(a), QuoteKey.Of(b));

    [Fact]
    public void Other_words_have_another_key() => Assert.NotEqual(QuoteKey.Of("look back in time"), QuoteKey.Of("look back on time"));

    [Fact]
    public void A_key_covers_a_shortened_one_of_enough_whole_words()
    {
        var whole = QuoteKey.Of("It is the slow leak, and not the flood, that ends a dam.");
        Assert.True(QuoteKey.Covers(whole, QuoteKey.Of("the slow leak, and not the flood")));
        Assert.True(QuoteKey.Covers(QuoteKey.Of("the slow leak, and not the flood"), whole));
        Assert.False(QuoteKey.Covers(whole, QuoteKey.Of("the slow leak")));
        Assert.False(QuoteKey.Covers(whole, QuoteKey.Of("he slow leak, and not the floo")));
        Assert.False(QuoteKey.Covers(whole, ""));
    }
}
