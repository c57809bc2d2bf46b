using Lucene.Net.Index;
using Lucene.Net.Search;

namespace Search.Tests.Postings;

/// <summary>Random queries over a <see cref="RandomIndex"/>: all that the kernels know, in all combinations.</summary>
internal sealed class RandomQueries(int seed, int words)
{
    private readonly Random random = new(seed);

    public Query Next() => random.Next(10) switch
    {
        0 => Term(),
        1 => Terms(random.Next(2, 4), Occur.SHOULD),
        2 => Terms(random.Next(2, 5), Occur.MUST),
        3 => Terms(random.Next(4, 9), Occur.SHOULD),
        4 => Terms(random.Next(20, 30), Occur.SHOULD),
        5 => Filtered(Terms(random.Next(2, 6), random.Next(2) == 0 ? Occur.MUST : Occur.SHOULD)),
        _ => Boolean(random.Next(1, 4)),
    };

    public Query Term()
    {
        // Frequent and rare words alike, and some that are not there at all.
        var word = random.Next(2) == 0 ? random.Next(10) : random.Next(words + 3);
        return new TermQuery(new Term(random.Next(8) == 0 ? RandomIndex.Other : RandomIndex.Main, RandomIndex.Word(word))) { Boost = Boost() };
    }

    public BooleanQuery Terms(int count, Occur occur)
    {
        var query = new BooleanQuery(disableCoord: true);
        for (var i = 0; i < count; i++)
            query.Add(Term(), occur);
        return query;
    }

    private BooleanQuery Filtered(Query query) => new(disableCoord: true)
    {
        { query, Occur.MUST },
        { Set(0), random.Next(3) == 0 ? Occur.MUST_NOT : Occur.MUST },
    };

    private Query Boolean(int depth)
    {
        if (depth == 0)
            return random.Next(6) == 0 ? Set(random.Next(2) == 0 ? 0 : Boost()) : Term();
        var query = new BooleanQuery(disableCoord: random.Next(2) == 0) { Boost = Boost() };
        var clauses = random.Next(1, 6);
        for (var i = 0; i < clauses; i++)
            query.Add(Boolean(random.Next(depth)), random.Next(8) switch { 0 => Occur.MUST_NOT, < 3 => Occur.MUST, _ => Occur.SHOULD });
        if (random.Next(3) == 0)
            query.MinimumNumberShouldMatch = random.Next(1, 4);
        return query;
    }

    private Query Set(float boost) => random.Next(5) switch
    {
        0 => new MatchAllDocsQuery { Boost = boost },
        1 => new ConstantScoreQuery(new TermQuery(new Term(RandomIndex.Exact, $"{random.Next(8)}"))) { Boost = boost },
        2 => new ConstantScoreQuery(Terms(2, Occur.SHOULD)) { Boost = boost },
        3 => new ConstantScoreQuery(new PrefixQuery(new Term(RandomIndex.Main, $"w{random.Next(30)}"))) { Boost = boost },
        _ => new ConstantScoreQuery(Term()) { Boost = boost },
    };

    private float Boost() => random.Next(4) == 0 ? 0.25f + random.NextSingle() * 4 : 1;
}
