using Lucene.Net.Search;
using Lucene.Net.Util;
using Search.Core.Postings;
using Xunit;

namespace Search.Tests.Postings;

/// <summary>The oracle over random indexes and random queries, on every width of vector.</summary>
public sealed class ExactnessTests
{
    public static TheoryData<string> Shapes => [.. AllShapes.Keys];

    private static readonly Dictionary<string, IndexShape> AllShapes = new(StringComparer.Ordinal)
    {
        ["a few documents"] = new(40),
        ["one segment"] = new(6000) { Merge = true },
        ["segments and deletes"] = new(6000) { SegmentDocuments = 1300, DeleteOneOf = 6 },
        ["compound files"] = new(3000) { SegmentDocuments = 700, DeleteOneOf = 10, Compound = true },
        ["merged with deletes"] = new(5000) { SegmentDocuments = 900, DeleteOneOf = 5, Merge = true },
        ["other parameters"] = new(4000) { SegmentDocuments = 1500, K1 = 0.4f, B = 1 },
        ["no lengths"] = new(3000) { K1 = 2, B = 0 },
        ["high frequencies and all lengths"] = new(3000) { Words = 40, ShortestDocument = 3, LongestDocument = 700, MostRepeats = 200, Merge = true },
        ["equal scores"] = new(5000) { Words = 6, ShortestDocument = 4, LongestDocument = 4, SegmentDocuments = 2000 },
        ["more than 64K documents"] = new(70_000) { Words = 2000, LongestDocument = 8, Merge = true },
    };

    [Theory]
    [MemberData(nameof(Shapes))]
    public void The_kernels_find_what_exhaustive_scoring_finds(string name)
    {
        var shape = AllShapes[name];
        using var index = new RandomIndex(7, shape);
        var queries = new RandomQueries(11, shape.Words);
        var random = new Random(13);
        var accepted = new FixedBitSet(index.Reader.MaxDoc);
        for (var d = 0; d < accepted.Length; d++)
            if (random.Next(3) == 0)
                accepted.Set(d);
        var searchers = Enum.GetValues<Lanes>().Select(lanes => new ImpactSearcher(index.Searcher, lanes)).ToArray();
        for (var i = 0; i < (shape.Documents > 10_000 ? 24 : 72); i++)
            Oracle.Agrees(index, queries.Next(), searchers[i % searchers.Length], most: i % 5 == 0 ? 200 : 10, i % 4 == 0 ? accepted : null);
    }

    [Fact]
    public void Of_equal_scores_the_one_that_the_order_says_goes_first()
    {
        var shape = new IndexShape(5000) { Words = 6, ShortestDocument = 4, LongestDocument = 4, SegmentDocuments = 2000, DeleteOneOf = 9 };
        using var index = new RandomIndex(7, shape);
        var places = Enumerable.Range(0, index.Reader.MaxDoc).ToArray();
        new Random(5).Shuffle(places);
        var searcher = new ImpactSearcher(index.Searcher);
        var queries = new RandomQueries(19, shape.Words);
        for (var i = 0; i < 60; i++)
            Oracle.Agrees(index, queries.Next(), searcher, 25, order: new(places) { Admits = i % 3 == 0 ? (score, document) => score < 2 && document % 3 != 0 : null });
    }

    [Fact]
    public void A_similarity_with_norms_of_its_own_is_searched_as_exactly()
    {
        var shape = new IndexShape(3000) { Words = 60, LongestDocument = 400, MostRepeats = 40, SegmentDocuments = 1700 };
        using var index = new RandomIndex(7, shape, codec: new ImpactCodec(OwnLengths.Lengths), similarity: new OwnLengths());
        var searcher = new ImpactSearcher(index.Searcher, OwnLengths.ScoresOf);
        var queries = new RandomQueries(17, shape.Words);
        for (var i = 0; i < 60; i++)
        {
            var query = queries.Next();
            Assert.True(searcher.Covers(query));
            Oracle.Agrees(index, query, searcher, 10);
        }
    }

    [Fact]
    public void Impacts_ordered_for_other_lengths_are_left_alone()
    {
        var shape = new IndexShape(800) { LongestDocument = 400 };
        using var index = new RandomIndex(7, shape, codec: new ImpactCodec(), similarity: new OwnLengths());
        var searcher = new ImpactSearcher(index.Searcher, OwnLengths.ScoresOf);
        var query = new RandomQueries(17, shape.Words).Terms(3, Occur.SHOULD);
        Assert.False(searcher.Covers(query));
        Oracle.Agrees(index, query, searcher, 10);
    }

    [Theory]
    [InlineData(40)]
    [InlineData(6000)]
    public void A_prefix_finds_the_documents_of_all_terms_that_begin_so(int words)
    {
        using var index = new RandomIndex(7, new(4000) { Words = words, SegmentDocuments = 1500, DeleteOneOf = 8 });
        var searcher = new ImpactSearcher(index.Searcher);
        foreach (var prefix in new[] { "", "w", "w1", "w2", "w10", "w39", "w399", "w9", "w99", "x", "a", "w1x" })
        {
            var query = new PrefixQuery(new(RandomIndex.Main, prefix)) { Boost = 1.5f };
            Oracle.Agrees(index, query, searcher, 10);
            Oracle.Agrees(index, new ConstantScoreQuery(new PrefixQuery(new(RandomIndex.Main, prefix))), searcher, 10);
            Assert.True(searcher.Covers(query));
        }
    }

    [Fact]
    public void Every_kind_of_query_that_the_kernels_know_is_answered_by_them()
    {
        using var index = new RandomIndex(1, new(2000) { SegmentDocuments = 800 });
        var searcher = new ImpactSearcher(index.Searcher);
        var queries = new RandomQueries(3, index.Shape.Words);
        for (var i = 0; i < 200; i++)
        {
            var query = queries.Next();
            Assert.True(searcher.Covers(query), query.ToString());
        }
    }

    [Fact]
    public void What_the_kernels_do_not_know_is_answered_by_stock_Lucene()
    {
        using var index = new RandomIndex(1, new(500));
        var searcher = new ImpactSearcher(index.Searcher);
        var queries = new RandomQueries(3, index.Shape.Words);
        var boolean = queries.Terms(3, Occur.SHOULD);
        boolean.Add(new FuzzyQuery(new(RandomIndex.Main, "w1")) { Boost = -1 }, Occur.SHOULD);
        Assert.False(searcher.Covers(boolean));
        Oracle.Agrees(index, boolean, searcher, 10);
    }
}
