using CsCheck;
using Search.Core.Querying;
using Xunit;

namespace Search.Tests.Querying;

/// <summary>
/// What holds of every text: the parser answers, its spans lie in the text, and what it understood can be written and read again.
/// </summary>
public class QueryProperties
{
    private static readonly string[] Pieces =
    [
        "moon", "a", "AND", "OR", "NOT", "and", "title:", "tag:", "kind:", "kind:post", "before:", "after:2025-02", "foo:", "http://x", "9:44", "C++", "O'Brien",
        "(", ")", "((", "))", "\"", "“", "”", "„", "«", "»", "「", "」", "＂", "'", "+", "-", "--", "*", "**", "~", "~2", "\\", ":", " ", "  ", "\t", "\n", "\0", "\u200B", "🚀", "\uD83D", "\uDE80",
        "é", "ß", "한국", "…", "–", "&", "|", "!", "[", "]", "{", "}", "^", "/", "%", "<mark>", "2025", "x*", "xyz*", "xyz~", "xyz~1",
    ];

    private static readonly Gen<string> Piece = Gen.Int[0, Pieces.Length - 1].Select(i => Pieces[i]);

    private static readonly Gen<string> Pieced = Piece.Array[0, 40].Select(string.Concat);

    private static readonly Gen<string> Spaced = Piece.Array[0, 30].Select(pieces => string.Join(' ', pieces));

    private static readonly Gen<string> Any = Gen.Frequency((4, Pieced), (4, Spaced), (1, Gen.String[Gen.Char, 0, 60]), (1, Gen.String[Gen.Char[' ', '~'], 0, 60]));

    // Long and deep enough that no canonical form runs into a limit that its original did not.
    private static readonly QueryLimits Wide = new() { MaxChars = int.MaxValue, MaxParts = int.MaxValue };

    [Fact]
    public void Every_text_is_a_query_with_its_spans_in_the_text() => Any.Sample(text =>
    {
        var query = QueryParser.Parse(text);
        Assert.Equal(text.Length, query.Text.Length);
        foreach (var span in QueryTree.Nodes(query.Root).Select(node => node.Span).Concat(query.Notices.Select(notice => notice.Span)))
        {
            Assert.InRange(span.Start, 0, text.Length);
            Assert.InRange(span.End, span.Start, text.Length);
        }
        foreach (var leaf in QueryTree.Nodes(query.Root).Where(node => node is not Sequence))
            Assert.True(leaf.Span.Length > 0);
    }, iter: 40_000);

    [Fact]
    public void A_word_stands_in_the_text_where_its_span_says() => Any.Sample(text =>
    {
        var query = QueryParser.Parse(text);
        foreach (var word in QueryTree.Nodes(query.Root).OfType<Word>())
            Assert.Contains(word.Text, query.Text.Substring(word.Span.Start, word.Span.Length), StringComparison.Ordinal);
    }, iter: 20_000);

    [Fact]
    public void What_was_understood_can_be_written_and_read_again() => Any.Sample(text =>
    {
        var query = QueryParser.Parse(text, Wide);
        var written = query.ToString();
        var again = QueryParser.Parse(written, Wide);
        Assert.Equal(QueryTree.Describe(query), QueryTree.Describe(again));
        Assert.Empty(again.Notices);
        Assert.Equal(written, again.ToString());
    }, iter: 40_000);

    [Fact]
    public void Read_as_text_nothing_is_syntax() => Any.Sample(text =>
    {
        var query = QueryParser.ParseAsText(text);
        Assert.All(query.Root.Clauses, clause => Assert.True(clause is { Demand: Demand.Wanted, Node: Word }));
        Assert.Empty(query.Notices);
    }, iter: 10_000);

    [Fact]
    public void A_query_stays_within_its_limits() => Gen.Select(Any, Gen.Int[1, 30], Gen.Int[1, 8], Gen.Int[1, 4], Gen.Int[0, 3]).Sample((text, chars, parts, depth, expansions) =>
    {
        var limits = new QueryLimits { MaxChars = chars, MaxParts = parts, MaxDepth = depth, MaxExpansions = expansions, MaxNotices = 3 };
        var query = QueryParser.Parse(text, limits);
        var nodes = QueryTree.Nodes(query.Root).ToList();
        Assert.InRange(query.Text.Length, 0, chars);
        Assert.InRange(nodes.Count(node => node is Word or Phrase or Prefix or Fuzzy or KindIs or DateBound or Everything), 0, parts);
        Assert.InRange(nodes.Count(node => node is Prefix or Fuzzy), 0, expansions);
        Assert.InRange(query.Notices.Count, 0, 4);
    }, iter: 20_000);

    [Theory]
    [InlineData("(")]
    [InlineData(")")]
    [InlineData("()")]
    [InlineData("(a ")]
    [InlineData("\"")]
    [InlineData("« ")]
    [InlineData("„a ")]
    [InlineData("title:(")]
    [InlineData("-(\"")]
    [InlineData("NOT ")]
    [InlineData("a AND ")]
    [InlineData("a:")]
    [InlineData("a*")]
    [InlineData("\\")]
    [InlineData("\0")]
    public void Ten_times_the_text_takes_about_ten_times_as_long(string piece)
    {
        var one = string.Concat(Enumerable.Repeat(piece, 20_000 / piece.Length));
        var ten = string.Concat(Enumerable.Repeat(piece, 200_000 / piece.Length));
        var unlimited = new QueryLimits { MaxChars = int.MaxValue, MaxParts = int.MaxValue, MaxExpansions = int.MaxValue };
        QueryParser.Parse(one, unlimited);
        // Quadratic would be 100; the floor keeps the clock's grain out.
        var first = WorkTime.Of(() => QueryParser.Parse(one, unlimited));
        Assert.InRange(WorkTime.Of(() => QueryParser.Parse(ten, unlimited)) / Math.Max(first, 1), 0, 60);
    }

    [Fact]
    public void Brackets_by_the_hundred_thousand_leave_a_query()
    {
        var query = QueryParser.Parse(new string('(', 100_000) + "moon" + new string(')', 100_000), new QueryLimits { MaxChars = int.MaxValue });
        Assert.Equal("want:moon", QueryTree.Describe(query));
        Assert.Equal(QueryLimits.Default.MaxNotices + 1, query.Notices.Count);
        Assert.Equal(QueryNoticeCode.MoreNotices, query.Notices[^1].Code);
    }
}
