using Lucene.Net.Search;
using Lucene.Net.Util;
using Search.Core.Postings;
using Xunit;

namespace Search.Tests.Postings;

/// <summary>Phrases: stock Lucene reads the positions of every document with all the words, the kernels of few; both find the same.</summary>
public sealed class PhraseTests
{
    private static readonly Dictionary<string, IndexShape> AllShapes = new(StringComparer.Ordinal)
    {
        ["one segment"] = new(6000) { Positions = true, Merge = true },
        ["segments and deletes"] = new(6000) { Positions = true, Words = 60, SegmentDocuments = 1300, DeleteOneOf = 6 },
        ["compound files"] = new(3000) { Positions = true, SegmentDocuments = 700, DeleteOneOf = 10, Compound = true },
        ["words over and over"] = new(3000) { Positions = true, Words = 12, ShortestDocument = 3, LongestDocument = 300, MostRepeats = 60, Merge = true },
        ["equal scores"] = new(5000) { Positions = true, Words = 5, ShortestDocument = 4, LongestDocument = 4, SegmentDocuments = 2000 },
        ["other parameters"] = new(4000) { Positions = true, SegmentDocuments = 1500, K1 = 0.4f, B = 1 },
    };

    public static TheoryData<string> Shapes => [.. AllShapes.Keys];

    [Theory]
    [MemberData(nameof(Shapes))]
    public void A_phrase_is_found_as_exhaustive_scoring_finds_it(string name)
    {
        var shape = AllShapes[name];
        using var index = new RandomIndex(7, shape);
        var searcher = new ImpactSearcher(index.Searcher);
        var random = new Random(13);
        var accepted = new FixedBitSet(index.Reader.MaxDoc);
        var places = Enumerable.Range(0, index.Reader.MaxDoc).ToArray();
        random.Shuffle(places);
        for (var d = 0; d < accepted.Length; d++)
            if (random.Next(3) == 0)
                accepted.Set(d);
        for (var i = 0; i < 60; i++)
        {
            var phrase = Phrase(random, shape.Words);
            Assert.True(searcher.Covers(phrase));
            var order = i % 5 == 0 ? new HitOrder(places) { Admits = i % 10 == 0 ? (score, document) => document % 3 != 0 : null } : null;
            Oracle.Agrees(index, phrase, searcher, most: i % 7 == 0 ? 200 : 10, i % 4 == 0 ? accepted : null, order);
        }
    }

    [Fact]
    public void A_phrase_with_play_between_its_words_is_left_to_stock_Lucene()
    {
        using var index = new RandomIndex(7, AllShapes["one segment"]);
        var searcher = new ImpactSearcher(index.Searcher);
        var phrase = new PhraseQuery { Slop = 2 };
        phrase.Add(new(RandomIndex.Main, RandomIndex.Word(1)));
        phrase.Add(new(RandomIndex.Main, RandomIndex.Word(2)));
        Assert.False(searcher.Covers(phrase));
        Oracle.Agrees(index, phrase, searcher, 10);
    }

    // Words that are frequent, so that they stand side by side; gaps and the same word twice among them.
    private static PhraseQuery Phrase(Random random, int words)
    {
        var phrase = new PhraseQuery { Boost = random.Next(3) == 0 ? 2.5f : 1 };
        var place = random.Next(4) == 0 ? 1 : 0;
        for (var count = random.Next(2, 5); count > 0; count--, place += random.Next(5) == 0 ? 2 : 1)
            phrase.Add(new(RandomIndex.Main, RandomIndex.Word(random.Next(Math.Min(words + 1, random.Next(6) == 0 ? 40 : 8)))), place);
        return phrase;
    }
}
