using System.Diagnostics;
using System.Globalization;
using Lucene.Net.Util;
using Search.Core.Model;
using Search.Core.Querying;

namespace Search.Core.Searching;

/// <summary>
/// Answers one request from one generation: what matches, the best of it, exact counts.
/// </summary>
internal sealed class Searcher(OpenGeneration generation, SearchRequest request, CancellationToken cancel)
{
    /// <summary>Hits that are gone through when copies are folded; what lies behind is not reached by paging.</summary>
    private const int MaxFolded = 10_000;

    private readonly List<string> warnings = [];

    public SearchAnswer Answer(HitPlace? after)
    {
        var started = Stopwatch.GetTimestamp();
        var parsed = QueryParser.Parse(request.Query);
        warnings.AddRange(parsed.Notices.Select(n => n.Message));
        var filters = new FilterSet(generation, request);
        var firstStage = new FirstStage(generation, request, filters, cancel);
        var sort = request.Sort ?? (parsed.AsksForEverything ? SearchSort.Newest : SearchSort.Relevance);
        var depth = sort == SearchSort.Relevance ? Math.Max(generation.Profile.Rescored, request.Limit + 1 + (after is null ? request.Offset : 0)) : 0;
        var interpreter = new Interpreter(generation, filters, firstStage, depth);
        var reading = parsed.AsksForEverything ? Everything(parsed) : interpreter.Read(parsed);
        warnings.AddRange(interpreter.Warnings);

        var documents = filters.Apply(reading.Found.Matched);
        var total = documents.Cardinality;
        if (reading.StrictHits is { } asTyped && asTyped > 0 && asTyped != total)
            warnings.Add(string.Create(CultureInfo.InvariantCulture, $"Totals and facets count the wider reading; {asTyped} {(asTyped == 1 ? "text has" : "texts have")} all words as typed. A + before a word demands it."));
        // Where the best few hundred fold into less than a page, all are looked at.
        var folding = request.Fold ? new HitFolding(generation, documents) : null;
        var ranking = sort == SearchSort.Relevance ? new HitRanking(generation, firstStage, reading, depth, AgeCounts(reading)) : null;
        var page = ranking is null ? ByDate(documents, sort, after, folding) : ByRelevance(ranking, after, folding);
        if (ranking is not null && folding is not null && page.Count <= request.Limit && total > depth)
        {
            ranking = new HitRanking(generation, firstStage, reading with { Found = firstStage.Run(reading.QueryOf, MaxFolded) }, MaxFolded, AgeCounts(reading));
            page = ByRelevance(ranking, after, folding);
        }
        var more = page.Count > request.Limit;
        if (more)
            page.RemoveRange(request.Limit, page.Count - request.Limit);
        var hits = new HitWriter(generation, HitTerms.Of(reading.Wide, generation.Analysis), request.Highlight);
        var explainer = request.Explain && ranking is not null ? new HitExplainer(generation, ranking, firstStage) : null;
        return new()
        {
            Query = request.Query,
            Total = total,
            StrictTotal = reading.StrictHits,
            Hits = [.. page.Select(h => hits.Write(h.Document, h.Score) with { More = folding?.MoreOf(h.Document), AlsoIn = folding?.AlsoIn(h.Document), Explanation = explainer?.Of(h) })],
            Facets = new FacetReader(generation, request, filters, reading.Found.Matched).Answers(),
            DidYouMean = reading.DidYouMean,
            Relaxed = reading.Relaxed,
            Warnings = warnings,
            Next = more ? Cursor(page[^1], sort) : null,
            Generation = generation.Manifest.Id,
            TookMs = Math.Round(Stopwatch.GetElapsedTime(started).TotalMilliseconds, 2),
        };
    }

    /// <summary>Best documents for the words of the query, none of them demanded.</summary>
    public IReadOnlyList<RankedDocument> Rank(int most)
    {
        var posts = request with { Kind = DocumentKind.Post, Facets = [] };
        var filters = new FilterSet(generation, posts);
        var firstStage = new FirstStage(generation, posts, filters, cancel);
        var depth = Math.Max(generation.Profile.Rescored, most);
        var reading = new Interpreter(generation, filters, firstStage, depth).ReadLoosely(QueryParser.ParseAsText(request.Query));
        var ranking = new HitRanking(generation, firstStage, reading, depth, ageCounts: true);
        return [.. ranking.Best.Take(most).Select(b => new RankedDocument(generation.HeadOf(b.Document).Id, b.Score))];
    }

    private Interpretation Everything(ParsedQuery parsed) =>
        new(parsed.Root, _ => new Lucene.Net.Search.MatchAllDocsQuery(), new(generation.Live.Clone(), [])) { Wide = parsed.Root };

    private bool AgeCounts(Interpretation reading) =>
        request.From is null && request.To is null && !reading.Root.Clauses.Any(c => c.Node is DateBound);

    // What was folded away on an earlier page is known by going through all that comes before.
    private List<RankedHit> ByRelevance(HitRanking ranking, HitPlace? after, HitFolding? folding)
    {
        if (folding is null)
            return after is { } place ? ranking.After(place, request.Limit + 1) : [.. ranking.Best.Skip(request.Offset).Take(request.Limit + 1)];
        var firsts = folding.First(ranking.Best);
        firsts = after is { } last ? firsts.Where(h => last.IsBefore(generation, h.Document, h.Score)) : firsts.Skip(request.Offset);
        return [.. firsts.Take(request.Limit + 1)];
    }

    private List<RankedHit> ByDate(FixedBitSet documents, SearchSort sort, HitPlace? after, HitFolding? folding)
    {
        var order = generation.NewestFirst;
        var hits = (sort == SearchSort.Newest ? order : OldestFirst(order)).Where(documents.Get).Select(d => new RankedHit(d, 0, 0, default, 1));
        if (folding is not null)
            hits = folding.First(hits);
        hits = after is { } place ? hits.Where(h => place.IsBefore(generation, h.Document, 0)) : hits.Skip(request.Offset);
        return [.. hits.Take(request.Limit + 1)];
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

    private string Cursor(RankedHit last, SearchSort sort) => new SearchCursor(
        generation.Manifest.Id,
        SearchCursor.HashOf(request),
        new(last.Score, generation.Days.InstantOf(last.Document), generation.HeadOf(last.Document).Id, sort == SearchSort.Oldest)).ToString();
}
