using Lucene.Net.Index;
using Lucene.Net.Search;

namespace Search.Core.Postings;

/// <summary>
/// A rewritten query as a tree of what the kernels know: terms with impacts, sets of documents of one score, and booleans of them. Made
/// for one search over all segments; <see cref="SegmentPlan"/> brings it to one of them.
/// </summary>
internal abstract class QueryPlan
{
    /// <summary>Null where a part of the query is nothing that the kernels know.</summary>
    public static QueryPlan? Of(Query query, float outerBoost = 1)
    {
        if (query.GetType() == typeof(TermQuery))
            return new TermPlan(((TermQuery)query).Term, query.Boost, outerBoost);
        if (query.GetType() == typeof(ConstantScoreQuery))
            return new ConstantPlan(query, ((ConstantScoreQuery)query).Query is { } inner ? Of(inner) : null, query.Boost * outerBoost);
        if (query.GetType() == typeof(MatchAllDocsQuery))
            return new ConstantPlan(query, null, query.Boost * outerBoost);
        if (query.GetType() != typeof(BooleanQuery))
            return null;
        var boolean = (BooleanQuery)query;
        var plan = new BooleanPlan(boolean.MinimumNumberShouldMatch);
        foreach (var clause in boolean.Clauses)
        {
            if (Of(clause.Query, outerBoost * boolean.Boost) is not { } part)
                return null;
            (clause.Occur switch { Occur.MUST => plan.Required, Occur.SHOULD => plan.Optional, _ => plan.Excluded }).Add(part);
        }
        return plan;
    }

    /// <summary>All terms, those that only exclude or only match among them.</summary>
    public IEnumerable<TermPlan> Terms() => this switch
    {
        TermPlan term => [term],
        ConstantPlan constant => constant.Inner?.Terms() ?? [],
        BooleanPlan boolean => boolean.Required.Concat(boolean.Optional).Concat(boolean.Excluded).SelectMany(p => p.Terms()),
        _ => [],
    };

    /// <summary>The terms whose scores count.</summary>
    public IEnumerable<TermPlan> ScoringTerms() => this switch
    {
        TermPlan term => [term],
        BooleanPlan boolean => boolean.Required.Concat(boolean.Optional).SelectMany(p => p.ScoringTerms()),
        _ => [],
    };

    /// <summary>The sets whose scores count.</summary>
    public IEnumerable<ConstantPlan> ScoringConstants() => this switch
    {
        ConstantPlan constant => [constant],
        BooleanPlan boolean => boolean.Required.Concat(boolean.Optional).SelectMany(p => p.ScoringConstants()),
        _ => [],
    };
}

/// <summary>A term of a field with impacts, and where it stands in each segment once it has been looked up.</summary>
internal sealed class TermPlan(Term term, float boost, float outerBoost) : QueryPlan
{
    public Term Term { get; } = term;

    public float Boost { get; } = boost;

    public float OuterBoost { get; } = outerBoost;

    public FieldScores Field { get; set; } = null!;

    /// <summary>By segment; without documents where the segment has not the term.</summary>
    public TermRecord[] Records { get; set; } = [];

    /// <summary>See <see cref="FieldScores.Weight"/>.</summary>
    public float Weight { get; set; }

    /// <summary>In the segment that is being searched.</summary>
    public TermView? View { get; set; }
}

/// <summary>What another query matches, whatever it would score.</summary>
internal sealed class ConstantPlan(Query query, QueryPlan? inner, float value) : QueryPlan
{
    public Query Query { get; } = query;

    /// <summary>The same as a plan, where the kernels can tell what matches.</summary>
    public QueryPlan? Inner { get; set; } = inner;

    /// <summary>What each of its documents scores.</summary>
    public float Value { get; } = value;

    /// <summary>Stock Lucene's own, where there is no inner plan.</summary>
    public Weight? Stock { get; set; }

    public bool IsEverything => (Query is ConstantScoreQuery constant ? constant.Query : Query) is MatchAllDocsQuery;
}

/// <summary>A boolean query without coordination.</summary>
internal sealed class BooleanPlan(int atLeast) : QueryPlan
{
    public List<QueryPlan> Required { get; } = [];

    public List<QueryPlan> Optional { get; } = [];

    public List<QueryPlan> Excluded { get; } = [];

    /// <summary>Optional parts that must match.</summary>
    public int AtLeast { get; } = atLeast;
}
