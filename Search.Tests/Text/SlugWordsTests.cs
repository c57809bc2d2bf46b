using Search.Core.Text;
using Xunit;

namespace Search.Tests.Text;

public sealed class SlugWordsTests
{
    [Theory]
    [InlineData("2024-03-14-PiDayWalk", "Pi Day Walk")]
    [InlineData("2024-03-14-the-keeper-of-the-lamp", "the keeper of the lamp")]
    [InlineData("NASAHomeAndABC", "NASA Home And ABC")]
    [InlineData("20240314Walk2Home", "Walk Home")]
    [InlineData("a1b2c3", "")]
    [InlineData("184", "")]
    [InlineData("", "")]
    [InlineData("Über_Österreich.de", "Über Österreich de")]
    public void A_name_is_parted_into_its_words(string slug, string words) => Assert.Equal(words, SlugWords.Of(slug));
}
