using Search.Core.Analysis;
using Xunit;

namespace Search.Tests.Analysis;

public sealed class TextLanguageTests
{
    [Theory]
    [InlineData("en", "engines", "engine")]
    [InlineData("de-AT", "Häuser", "hauser")]
    [InlineData("fr", "chevaux", "cheval")]
    [InlineData("es", "ciudades", "ciudad")]
    [InlineData("it", "macchine", "macchina")]
    [InlineData("pt-BR", "casas", "casa")]
    [InlineData("nl", "boeken", "boek")]
    [InlineData("sv", "bilar", "bil")]
    [InlineData("ru", "книги", "книга")]
    public void Forms_of_one_word_have_one_stem(string language, string one, string other)
    {
        var analysis = TextAnalysis.Of(TextLanguage.Of(language));
        Assert.Equal(analysis.Stems(one).Select(t => t.Term), analysis.Stems(other).Select(t => t.Term));
    }

    [Theory]
    [InlineData("fr", "l'alphabet", "l,alphabet")]
    [InlineData("it", "dell’arte", "dell,arte")]
    [InlineData("en", "l'alphabet", "lalphabet")]
    [InlineData("en", "moon \u035c ᪿ light", "moon,light")]
    [InlineData("ja", "東京都", "東京,京都")]
    [InlineData("zh", "中国人", "中国,国人")]
    public void Words_are_cut_as_the_language_writes_them(string language, string text, string words) =>
        Assert.Equal(words, string.Join(',', TextAnalysis.Of(TextLanguage.Of(language)).Surface(text).Select(t => t.Term)));

    [Fact]
    public void Every_language_keeps_words_and_stems_at_the_same_places()
    {
        foreach (var language in TextLanguage.All)
        {
            var analysis = TextAnalysis.Of(language);
            const string Text = "L'été à São Paulo, über O'Brien: книги 東京都 1,000 the U.S.";
            Assert.Equal(analysis.Surface(Text).Select(t => (t.Start, t.End)), analysis.Stems(Text).Select(t => (t.Start, t.End)));
        }
    }

    [Fact]
    public void A_text_is_taken_for_the_language_of_its_function_words()
    {
        var german = string.Join(' ', Enumerable.Repeat("Das ist ein Satz, der nicht von der Sonne und auch nicht von dem Mond handelt.", 20));
        Assert.Equal("de", LanguageGuess.Of([german]).Code);
        Assert.Equal("en", LanguageGuess.Of(["Too short to tell."]).Code);
    }
}
