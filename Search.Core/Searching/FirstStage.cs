using Lucene.Net.Search;
using Lucene.Net.Util;
using Search.Core.Model;

namespace Search.Core.Searching;

/// <summary>A document with its score.</summary>
internal readonly record struct ScoredDocument(int Document, double Score);

/// <summary>What a query found: all that matches, and the best of what passes the filters, best first.</summary>
internal sealed record Found(FixedBitSet Matched, List<ScoredDocument> Best);

/// <summary>
/// The first stage of ranking: what matches, and the best few hundred by the weighted words alone. Posts and quotes are searched one after the
/// other, each in its own field. Of equal scores the newer document wins, then the lower id, so that the order is the same in every build of the
/// same content.
/// </summary>
internal sealed class FirstStage(OpenGeneration generation, SearchRequest request, FilterSet filters, CancellationToken cancel)
{
    /// <param name="queryOf">The query for a kind of document.</param>
    /// <param name="count">How many of the best to keep.</param>
    /// <param name="after">Only what comes after this place counts as best; null for all.</param>
    /// <param name="without">These do not count as best; null for none.</param>
    public Found Run(Func<DocumentKind, Query> queryOf, int count, HitPlace? after = null, FixedBitSet? without = null)
    {
        var matched = new FixedBitSet(generation.Reader.MaxDoc);
        var accepted = filters.Accepted;
        if (without is not null)
        {
            accepted = accepted.Clone();
            accepted.AndNot(without);
        }
        var best = new List<ScoredDocument>();
        foreach (var kind in Kinds())
        {
            cancel.ThrowIfCancellationRequested();
            var isPost = kind == DocumentKind.Post;
            var scope = isPost ? generation.Posts : generation.Quotes;
            var share = ShareOf(isPost);
            var candidates = accepted.Clone();
            candidates.And(scope);
            var here = new FixedBitSet(generation.Reader.MaxDoc);
            // A share keeps apart what differs: the order of scores is that of the shares.
            var hits = generation.Impacts.Search(queryOf(kind), count, candidates, here, new(generation.OrderOf)
            {
                Admits = after is { } place ? (score, document) => place.IsBefore(generation, document, score * share) : null,
            });
            here.And(scope);
            matched.Or(here);
            best.AddRange(hits.Select(h => new ScoredDocument(h.Document, h.Score * share)));
        }
        Sort(best);
        if (best.Count > count)
            best.RemoveRange(count, best.Count - count);
        return new(matched, best);
    }

    /// <summary>What a document's score counts beside those of the other kind.</summary>
    public double ShareOf(bool isPost) => isPost || request.Kind == DocumentKind.Quote ? 1 : generation.Profile.QuoteShare;

    /// <summary>Puts hits in their order: by score, of equal ones the newer first, then by id.</summary>
    public void Sort(List<ScoredDocument> hits) =>
        hits.Sort((a, b) => a.Score != b.Score ? b.Score.CompareTo(a.Score) : generation.OrderOf[a.Document].CompareTo(generation.OrderOf[b.Document]));

    // A facet of kinds counts both, whatever is asked for.
    private DocumentKind[] Kinds() => request.Kind is { } kind && !request.Facets.Contains(FacetField.Kind) ? [kind] : [DocumentKind.Post, DocumentKind.Quote];
}
