using System.Diagnostics;
using Lucene.Net.Util;
using Search.Core.Model;
using Search.Core.Querying;

namespace Search.Core.Searching;

/// <summary>
/// Answers one request from one generation: what matches, the best of it, exact counts.
/// </summary>
internal sealed class Searcher(OpenGeneration generation, SearchRequest request, CancellationToken cancel)
{
    /// <summary>Hits that a relaxed query should at least find, so that a page is not left almost empty.</summary>
    private const int RelaxedHits = 10;

    private readonly List<string> warnings = [];

    public SearchAnswer Answer(HitPlace? after)
    {
        var started = Stopwatch.GetTimestamp();
        var parsed = QueryParser.Parse(request.Query);
        warnings.AddRange(parsed.Notices.Select(n => n.Message));
        var compiler = new QueryCompiler(generation);
        var wanted = compiler.WantedParts(parsed.Root);
        var filters = new FilterSet(generation, request);

        var sort = request.Sort ?? (parsed.AsksForEverything ? SearchSort.Newest : SearchSort.Relevance);
        var keep = sort == SearchSort.Relevance ? request.Limit + 1 + (after is null ? request.Offset : 0) : 0;
        var demanded = wanted.Count(w => !w.IsStopWord);
        var found = parsed.AsksForEverything
            ? new Found(generation.Live.Clone(), [])
            : Run(compiler, parsed.Root, wanted, demanded, filters, keep, after);
        string? relaxed = null;
        if (demanded > 1 && !parsed.AsksForEverything && filters.Apply(found.Matched).Cardinality == 0)
            (found, relaxed) = Relax(compiler, parsed.Root, wanted, filters, keep, after, found);
        warnings.AddRange(compiler.Warnings.Distinct(StringComparer.Ordinal));

        var documents = filters.Apply(found.Matched);
        var total = documents.Cardinality;
        var page = sort == SearchSort.Relevance ? found.Best.Skip(after is null ? request.Offset : 0).ToList() : ByDate(documents, sort, after);
        var more = page.Count > request.Limit;
        if (more)
            page.RemoveRange(request.Limit, page.Count - request.Limit);
        var hits = new HitWriter(generation, HitTerms.Of(parsed.Root), request.Highlight);
        return new()
        {
            Query = request.Query,
            Total = total,
            Hits = [.. page.Select(h => hits.Write(h.Document, h.Score))],
            Facets = new FacetReader(generation, request, filters, found.Matched).Answers(),
            Relaxed = relaxed,
            Warnings = warnings,
            Next = more ? Cursor(page[^1], sort) : null,
            Generation = generation.Manifest.Id,
            TookMs = Math.Round(Stopwatch.GetElapsedTime(started).TotalMilliseconds, 2),
        };
    }

    /// <summary>Best documents for the words of the query, none of them demanded.</summary>
    public IReadOnlyList<RankedDocument> Rank(int most)
    {
        var root = QueryParser.ParseAsText(request.Query).Root;
        var compiler = new QueryCompiler(generation);
        var found = Run(compiler, root, compiler.WantedParts(root), atLeast: 1, new FilterSet(generation, request with { Kind = DocumentKind.Post }), most, after: null);
        return [.. found.Best.Select(b => new RankedDocument(generation.HeadOf(b.Document).Id, b.Score))];
    }

    private Found Run(QueryCompiler compiler, Sequence root, List<WantedPart> wanted, int atLeast, FilterSet filters, int keep, HitPlace? after)
    {
        cancel.ThrowIfCancellationRequested();
        var matched = new FixedBitSet(generation.Reader.MaxDoc);
        var datesMatter = request.From is not null || request.To is not null || root.Clauses.Any(c => c.Node is DateBound);
        var collector = new HitCollector(generation, filters.Accepted, matched, keep, datesMatter ? null : generation.Recency, after);
        generation.Searcher.Search(compiler.Compile(root, wanted, atLeast), collector);
        return new(matched, collector.Best());
    }

    // Nothing has all the words. First those that no document has are given up; then as few of the others as find enough.
    private (Found Found, string? Relaxed) Relax(
        QueryCompiler compiler, Sequence root, List<WantedPart> wanted, FilterSet filters, int keep, HitPlace? after, Found strict)
    {
        var unknown = wanted.Where(w => !w.IsStopWord && !Finds(w)).ToList();
        var rest = wanted.Except(unknown).ToList();
        var demanded = rest.Count(w => !w.IsStopWord);
        if (demanded == 0)
            return (strict, null);
        var without = unknown.Count == 0 ? null : $"Nothing has {Words(unknown)}; searched without.";
        Found? best = null;
        var needed = demanded;
        for (var atLeast = unknown.Count == 0 ? demanded - 1 : demanded; atLeast >= 1; atLeast = atLeast > 4 ? atLeast / 2 : atLeast - 1)
        {
            var found = Run(compiler, root, rest, atLeast, filters, keep, after);
            var count = filters.Apply(found.Matched).Cardinality;
            if (count == 0)
                continue;
            (best, needed) = (found, atLeast);
            if (count >= RelaxedHits || unknown.Count > 0 && atLeast == demanded)
                break;
        }
        if (best is null)
            return (strict, null);
        var some = needed == demanded ? null : needed == 1 ? "Nothing has all of the words; these have at least one." : $"Nothing has all of the words; these have at least {needed} of {demanded}.";
        return (best, string.Join(' ', new[] { without, some }.Where(s => s is not null)));
    }

    private bool Finds(WantedPart part)
    {
        var counter = new Lucene.Net.Search.TotalHitCountCollector();
        generation.Searcher.Search(part.Query, counter);
        return counter.TotalHits > 0;
    }

    private static string Words(List<WantedPart> parts) => string.Join(", ", parts.Select(p => $"“{p.Node}”"));

    private List<ScoredDocument> ByDate(FixedBitSet documents, SearchSort sort, HitPlace? after)
    {
        var page = new List<ScoredDocument>();
        var order = generation.NewestFirst;
        var skip = after is null ? request.Offset : 0;
        foreach (var document in sort == SearchSort.Newest ? order : OldestFirst(order))
        {
            if (!documents.Get(document) || after is { } place && !place.IsBefore(generation, document, 0))
                continue;
            if (skip-- > 0)
                continue;
            page.Add(new(document, 0));
            if (page.Count > request.Limit)
                break;
        }
        return page;
    }

    // Oldest first, yet of one date still by id, and those without a date still last.
    private IEnumerable<int> OldestFirst(int[] newestFirst)
    {
        var dated = newestFirst.Length;
        while (dated > 0 && generation.Days.InstantOf(newestFirst[dated - 1]) == long.MinValue)
            dated--;
        for (var end = dated; end > 0;)
        {
            var start = end - 1;
            while (start > 0 && generation.Days.InstantOf(newestFirst[start - 1]) == generation.Days.InstantOf(newestFirst[end - 1]))
                start--;
            for (var i = start; i < end; i++)
                yield return newestFirst[i];
            end = start;
        }
        for (var i = dated; i < newestFirst.Length; i++)
            yield return newestFirst[i];
    }

    private string Cursor(ScoredDocument last, SearchSort sort) => new SearchCursor(
        generation.Manifest.Id,
        SearchCursor.HashOf(request),
        new(last.Score, generation.Days.InstantOf(last.Document), generation.HeadOf(last.Document).Id, sort == SearchSort.Oldest)).ToString();

    private sealed record Found(FixedBitSet Matched, List<ScoredDocument> Best);
}
