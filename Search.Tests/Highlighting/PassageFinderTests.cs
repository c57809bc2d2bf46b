using CsCheck;
using Search.Core.Highlighting;
using Search.Core.Model;
using Xunit;

namespace Search.Tests.Highlighting;

public class PassageFinderTests
{
    private const string Engine =
        "The engine was never finished. Babbage drew plans for years and asked for money again and again, but the mill stayed on paper. "
        + "Lovelace wrote notes on the engine that were longer than the paper they explained. Babbage praised Lovelace for her notes on the engine. "
        + "A later engine was built from his drawings and worked at once.";

    [Fact]
    public void The_passage_with_the_most_different_words_wins()
    {
        var snippet = PassageFinder.Best(Engine, [], Find(Engine, "Babbage", "Lovelace", "engine"), 80);
        Assert.Equal("…Babbage praised Lovelace for her notes on the engine.…", snippet.ToPlainText());
        Assert.Equal("…<mark>Babbage</mark> praised <mark>Lovelace</mark> for her notes on the <mark>engine</mark>.…", snippet.ToHtml());
    }

    [Fact]
    public void Of_equal_passages_the_earlier_one_wins() =>
        Assert.Equal("The engine was never finished.…", PassageFinder.Best(Engine, [], Find(Engine, "engine"), 60).ToPlainText());

    [Fact]
    public void A_rare_word_outweighs_a_common_one()
    {
        TokenMatch[] matches = [.. Find(Engine, "engine"), .. Find(Engine, "mill").Select(match => match with { Term = 1, Weight = 5 })];
        Assert.Contains("mill stayed on paper", PassageFinder.Best(Engine, [], matches, 110).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Words_close_together_win_over_the_same_words_apart()
    {
        const string text = "Alan met the old friend of Grace, who came from far away on a ship at sea, called Hopper. Then Grace Hopper spoke. Nobody else did.";
        Assert.Contains("Grace Hopper spoke", PassageFinder.Best(text, [], Find(text, "Grace", "Hopper"), 92).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_sentence_that_is_too_long_is_cut_around_the_match_at_blanks()
    {
        var text = string.Join(' ', Enumerable.Repeat("wheel", 60)) + " mill " + string.Join(' ', Enumerable.Repeat("wheel", 60));
        var snippet = PassageFinder.Best(text, [], Find(text, "mill"), 60);
        Assert.InRange(snippet.Text.Length, 30, 60);
        Assert.Equal((true, true), (snippet.PrefixEllipsis, snippet.SuffixEllipsis));
        Assert.All(snippet.Text.Split(' '), word => Assert.True(word is "wheel" or "mill"));
        Assert.Equal("mill", Assert.Single(Marked(snippet)));
    }

    [Fact]
    public void A_heading_is_not_run_into_the_paragraph_below_it()
    {
        const string text = "The Mill\n\nWheels turn in the mill all day.\n\nThey turned.";
        TextBlock[] blocks = [new(BlockKind.Heading, 0, 8, 1, 1), new(BlockKind.Paragraph, 10, 32, 3), new(BlockKind.Paragraph, 44, 12, 5)];
        Assert.Equal("Wheels turn in the mill all day. They turned.", PassageFinder.Best(text, blocks, Find(text, "mill", "Mill"), 200).ToPlainText());
    }

    [Fact]
    public void Where_nothing_matches_the_prose_begins_the_snippet()
    {
        const string text = "The Mill\n\nWheels turn. They turn all day long, and at night they rest a little.";
        TextBlock[] blocks = [new(BlockKind.Heading, 0, 8, 1, 1), new(BlockKind.Paragraph, 10, text.Length - 10, 3)];
        Assert.Equal("Wheels turn.…", PassageFinder.Best(text, blocks, [], 40).ToPlainText());
    }

    [Fact]
    public void Several_passages_add_words_that_the_first_one_lacks()
    {
        var snippets = PassageFinder.Best(Engine, [], Find(Engine, "mill", "drawings", "engine"), 100, 3);
        Assert.Equal(2, snippets.Count);
        Assert.Contains("mill", snippets[0].Text, StringComparison.Ordinal);
        Assert.Contains("drawings", snippets[1].Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_title_is_marked_whole()
    {
        const string title = "Notes\ton the <Engine> & \"Mill\"";
        Assert.Equal("<mark>Notes</mark> on the &lt;<mark>Engine</mark>&gt; &amp; &quot;Mill&quot;", Snippet.Whole(title, Find(title, "Engine", "Notes")).ToHtml());
    }

    [Fact]
    public void Nothing_gives_nothing()
    {
        Assert.Equal("", PassageFinder.Best("", [], [], 100).ToHtml());
        Assert.Equal("", PassageFinder.Best(" \n\n ", [], [new TokenMatch(0, 1, 0)], 100).ToHtml());
    }

    private static readonly Gen<string> Text = Gen.Frequency(
        (3, Gen.Char["ab. \n!é中"].Array[0, 400].Select(chars => new string(chars))),
        (1, Gen.String[Gen.Char, 0, 200]),
        (1, Gen.Char["<>&\"'\0\uD83D\uDE80a \u0001/"].Array[0, 200].Select(chars => new string(chars))));

    private static readonly Gen<TokenMatch[]> Matched = Gen.Select(Gen.Int[-5, 420], Gen.Int[-1, 12], Gen.Int[0, 4], Gen.Float[0, 9]).Select((start, length, term, weight) => new TokenMatch(start, length, term, weight)).Array[0, 30];

    private static readonly Gen<TextBlock[]> Blocks = Gen.Select(Gen.Enum<BlockKind>(), Gen.Int[0, 60], Gen.Int[1, 120]).Array[0, 6].Select(parts =>
    {
        var at = 0;
        return parts.Select(part =>
        {
            var block = new TextBlock(part.Item1, at + part.Item2 % 4, part.Item3, 1);
            at = block.End;
            return block;
        }).ToArray();
    });

    [Fact]
    public void Whatever_the_text_a_snippet_is_a_piece_of_it_in_bounds() => Gen.Select(Text, Blocks, Matched, Gen.Int[20, 150]).Sample((text, blocks, matches, maxChars) =>
    {
        foreach (var snippet in PassageFinder.Best(text, blocks, matches, maxChars, 3).Append(Snippet.Whole(text, matches)))
        {
            Assert.Contains(Squeezed(snippet.Text), Squeezed(text), StringComparison.Ordinal);
            Assert.DoesNotContain(snippet.Text, char.IsControl);
            Assert.Equal(snippet.Text.Trim(), snippet.Text);
            var end = 0;
            foreach (var range in snippet.Ranges)
            {
                Assert.InRange(range.Start, end, snippet.Text.Length);
                Assert.InRange(range.Length, 1, snippet.Text.Length - range.Start);
                Assert.False(char.IsLowSurrogate(snippet.Text[range.Start]));
                end = range.End;
            }
            MarkedHtmlTests.IsTextWithMarks(snippet.ToHtml(), snippet.ToPlainText());
        }
        foreach (var snippet in PassageFinder.Best(text, blocks, matches, maxChars, 3))
            Assert.InRange(snippet.Text.Length, 0, maxChars);
    }, iter: 5_000);

    [Fact]
    public void Ten_times_the_text_takes_about_ten_times_as_long()
    {
        foreach (var piece in (string[])["mill wheel. ", "mill", "mill wheel ", "mill\n\n", "a. ", ". "])
        {
            var (one, ten) = (Time(piece, 40_000), Time(piece, 400_000));
            Assert.True(ten / Math.Max(one, 1) < 60, $"{piece}: {one:0.0} and {ten:0.0} ms");
        }

        static double Time(string piece, int length)
        {
            var text = string.Concat(Enumerable.Repeat(piece, length / piece.Length));
            var matches = Find(text, "mill", "wheel", "a");
            return WorkTime.Of(() => PassageFinder.Best(text, [], matches, 200));
        }
    }

    private static TokenMatch[] Find(string text, params string[] words)
    {
        var matches = new List<TokenMatch>();
        for (var term = 0; term < words.Length; term++)
            for (var at = text.IndexOf(words[term], StringComparison.Ordinal); at >= 0; at = text.IndexOf(words[term], at + 1, StringComparison.Ordinal))
                matches.Add(new TokenMatch(at, words[term].Length, term));
        return [.. matches];
    }

    private static IEnumerable<string> Marked(Snippet snippet) => snippet.Ranges.Select(range => snippet.Text.Substring(range.Start, range.Length));

    private static string Squeezed(string text) => string.Concat(Search.Core.Text.Folding.WellFormed(text).Where(c => !char.IsWhiteSpace(c) && !char.IsControl(c) && !char.IsSurrogate(c) && c != '\uFFFD'));
}
