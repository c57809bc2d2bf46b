using Search.Core.Querying;
using Xunit;

namespace Search.Tests.Querying;

public class QueryParserTests
{
    [Fact]
    public void Each_part_knows_where_it_stands()
    {
        var query = QueryParser.Parse("""moon -title:"far side" (a OR bc*)""");
        var spans = QueryTree.Nodes(query.Root).Select(node => query.Text.Substring(node.Span.Start, node.Span.Length));
        Assert.Equal(["""moon -title:"far side" (a OR bc*)""", "moon", "title:\"far side\"", "\"far side\"", "a OR bc*", "a", "bc*"], spans);
    }

    [Fact]
    public void A_text_that_is_too_long_is_read_up_to_a_blank_and_says_so()
    {
        var query = QueryParser.Parse("moon landing site", new QueryLimits { MaxChars = 14 });
        Assert.Equal("want:moon want:landing", QueryTree.Describe(query));
        var notice = Assert.Single(query.Notices);
        Assert.Equal(QueryNoticeCode.TooLong, notice.Code);
        Assert.Equal("The query is 17 characters long; only the first 12 were read.", notice.Message);
    }

    [Fact]
    public void A_text_is_not_cut_between_the_halves_of_a_character() =>
        Assert.Equal("want:abc", QueryTree.Describe(QueryParser.Parse("abc🚀🚀", new QueryLimits { MaxChars = 4 })));

    [Fact]
    public void Words_beyond_the_limit_are_left_out_and_that_is_said()
    {
        var query = QueryParser.Parse("one two three four", new QueryLimits { MaxParts = 2 });
        Assert.Equal("want:one want:two", QueryTree.Describe(query));
        Assert.Equal(new QuerySpan(8, 10), Assert.Single(query.Notices).Span);
    }

    [Fact]
    public void Brackets_beyond_the_limit_are_left_out_and_that_is_said()
    {
        var query = QueryParser.Parse("-(a -(b -(c d)))", new QueryLimits { MaxDepth = 2 });
        Assert.Equal("not:[want:a not:[want:b want:c want:d]]", QueryTree.Describe(query));
        Assert.Equal(QueryNoticeCode.TooDeep, Assert.Single(query.Notices).Code);
    }

    [Fact]
    public void Unclosed_brackets_do_not_count_as_depth()
    {
        var query = QueryParser.Parse("((( -(a -(b c))", new QueryLimits { MaxDepth = 2 });
        Assert.Equal("not:[want:a not:[want:b want:c]]", QueryTree.Describe(query));
    }

    [Fact]
    public void A_pasted_sentence_can_be_read_without_any_syntax()
    {
        var query = QueryParser.ParseAsText("But This Is NOT \"Simulation\" (really) -title:x*");
        Assert.Equal("want:But want:This want:Is want:NOT want:Simulation\" want:really want:-title:x*", QueryTree.Describe(query));
    }

    [Fact]
    public void Spellings_of_one_query_have_one_canonical_form()
    {
        var forms = new[] { "a AND b (c)", "(a AND b)  c", "((a) AND +b) c", "+(a AND b) c" }.Select(text => QueryParser.Parse(text).ToString());
        Assert.Equal(["(a AND b) c"], forms.Distinct());
    }

    [Fact]
    public void A_tree_of_ones_own_is_written_as_a_query()
    {
        var span = default(QuerySpan);
        var tree = new Sequence([new(Demand.Wanted, new Word("AND", span)), new(Demand.Excluded, new Phrase("say «\"» 「」『』»", span))], span);
        Assert.Equal("\\AND -\"say « » 「」『』»\"", tree.ToString());
    }
}
