using Lucene.Net.Search;

namespace Search.Core.Postings;

/// <summary>
/// Prefixes as sets of documents: in the sidecar the terms stand in order, so that none of them needs a scorer of its own.
/// </summary>
internal static class PrefixTerms
{
    /// <summary>
    /// A prefix as a filter, which the kernels know; any other query as it is. The same documents and scores, as every document of a prefix scores
    /// its boost.
    /// </summary>
    public static Query AsFilter(Query query, Func<string, bool> hasImpacts) => query switch
    {
        PrefixQuery prefix when prefix.GetType() == typeof(PrefixQuery) && IsConstant(prefix) && hasImpacts(prefix.Field) =>
            new ConstantScoreQuery(new PrefixFilter(prefix.Prefix)) { Boost = prefix.Boost },
        ConstantScoreQuery { Query: PrefixQuery inner } constant when AsFilter(inner, hasImpacts) is ConstantScoreQuery { Filter: { } filter } =>
            new ConstantScoreQuery(filter) { Boost = constant.Boost },
        _ => query,
    };

    // Other ways to rewrite give other scores.
    private static bool IsConstant(PrefixQuery prefix) =>
        prefix.MultiTermRewriteMethod == MultiTermQuery.CONSTANT_SCORE_AUTO_REWRITE_DEFAULT || prefix.MultiTermRewriteMethod == MultiTermQuery.CONSTANT_SCORE_FILTER_REWRITE;
}
