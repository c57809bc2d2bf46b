using CsCheck;
using Search.Core.Suggest;
using Xunit;

namespace Search.Tests.Suggest;

public class SpellingIndexTests
{
    private static readonly SpellingIndex Words = SpellingIndex.Build(
        [
            ("engine", 900), ("engines", 300), ("enigma", 40), ("transistor", 80), ("transitory", 2), ("white", 500), ("house", 700), ("facebook", 60), ("form", 400), ("from", 9000),
            ("comey", 5), ("comer", 700), ("babbage", 44), ("lovelace", 31), ("lovlace", 1), ("2024", 800), ("2025", 900), ("nasa", 90), ("nato", 30), ("computer", 5000), ("commuter", 20),
        ],
        SpellingIndex.WordsOf(["James Comey", "Ada Lovelace"]));

    [Theory]
    [InlineData("engien", "engine")]
    [InlineData("enginee", "engine,engines")]
    [InlineData("babage", "babbage")]
    [InlineData("transitor", "transistor,transitory")]
    [InlineData("trnasitor", "transistor,transitory")]
    [InlineData("ransistor", "transistor")]
    [InlineData("whitehouse", "white house")]
    [InlineData("frmo", "")]
    [InlineData("aabbage", "")]
    [InlineData("2023", "")]
    [InlineData("", "")]
    public void Corrections_keep_to_the_budget_fewest_typos_and_most_documents_first(string typed, string expected) =>
        Assert.Equal(expected, string.Join(',', Words.Corrections(typed, 5).Select(correction => correction.Text)));

    [Theory]
    [InlineData("analytical engien", "engien→engine")]
    [InlineData("face book page", "face book→facebook")]
    [InlineData("whitehouse", "whitehouse→white house")]
    [InlineData("white house", "")]
    [InlineData("Comey", "")]
    [InlineData("2023 form", "")]
    [InlineData("NASSA", "")]
    [InlineData("commuter", "commuter→computer")]
    [InlineData("transitory", "")]
    public void What_is_unknown_or_much_rarer_than_its_neighbour_is_mended(string query, string expected) => Assert.Equal(expected, Mended(query, evenExempt: false));

    [Theory]
    [InlineData("BABAGE", "BABAGE→babbage")]
    [InlineData("2023", "")]
    public void Where_nothing_else_is_found_acronyms_are_mended_too_but_no_number(string query, string expected) => Assert.Equal(expected, Mended(query, evenExempt: true));

    [Fact]
    public void A_file_gives_the_same_corrections_and_a_damaged_one_is_refused()
    {
        var stream = new MemoryStream();
        Words.Write(stream);
        var bytes = stream.ToArray();
        Assert.Equal(Words.Corrections("engien", 5), SpellingIndex.Read(new MemoryStream(bytes)).Corrections("engien", 5));
        bytes[^1] ^= 1;
        Assert.Throws<InvalidDataException>(() => SpellingIndex.Read(new MemoryStream(bytes)));
        Assert.Throws<InvalidDataException>(() => SpellingIndex.Read(new MemoryStream([])));
    }

    private static readonly Gen<string> Word = Gen.Char["abcé"].Array[1, 12].Select(chars => new string(chars));

    [Fact]
    public void The_walk_finds_what_comparing_with_every_word_finds() => Gen.Select(Word.Array[0, 200], Word).Sample((vocabulary, typed) =>
    {
        var index = SpellingIndex.Build(vocabulary.Select(word => (word, 1)), new HashSet<string>());
        var expected = vocabulary.Distinct().Select(word => (Text: word, Typos: Typos.InWord(typed, word, Typos.Budget(typed)))).Where(found => found.Typos is 1 or 2).Order();
        Assert.Equal(expected, index.Corrections(typed, int.MaxValue).Where(correction => !correction.IsTwoWords).Select(correction => (correction.Text, correction.Typos)).Order());
    }, iter: 3_000);

    [Fact]
    public void Typos_are_counted_as_the_textbook_counts_them() => Gen.Select(Word, Word).Sample((typed, word) =>
    {
        var distance = Distance(typed, word);
        var expected = typed == word ? 0 : typed[0] == word[0] && distance <= 2 ? distance : Typos.TooMany;
        var found = Typos.InWord(typed, word, 2);
        if (typed[0] == word[0])
            Assert.Equal(expected, found);
        else
            Assert.Equal(distance == 1 ? 2 : Typos.TooMany, found);
        var prefix = Enumerable.Range(1, word.Length).Select(length => typed[0] == word[0] ? Distance(typed, word[..length]) : Distance(typed, word[..length]) == 1 ? 2 : 9).Min();
        Assert.Equal(word.StartsWith(typed, StringComparison.Ordinal) ? 0 : prefix <= 2 ? prefix : Typos.TooMany, Typos.InPrefix(typed, word, 2));
    }, iter: 20_000);

    private static string Mended(string query, bool evenExempt)
    {
        var typed = query.Split(' ');
        return string.Join(',', Words.Mends([.. typed.Select(word => new TypedTerm(word.ToLowerInvariant(), word))], evenExempt)
            .Select(mend => $"{string.Join(' ', typed.Skip(mend.First).Take(mend.Count))}→{mend.With.Text}"));
    }

    /// <summary>Optimal string alignment, the whole table.</summary>
    private static int Distance(string a, string b)
    {
        var table = new int[a.Length + 1, b.Length + 1];
        for (var i = 0; i <= a.Length; i++)
            for (var j = 0; j <= b.Length; j++)
            {
                if (i == 0 || j == 0)
                {
                    table[i, j] = i + j;
                    continue;
                }
                table[i, j] = Math.Min(Math.Min(table[i - 1, j], table[i, j - 1]) + 1, table[i - 1, j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1));
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                    table[i, j] = Math.Min(table[i, j], table[i - 2, j - 2] + 1);
            }
        return table[a.Length, b.Length];
    }
}
