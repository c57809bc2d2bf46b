using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Util;
using Search.Core.Facets;
using Search.Core.Indexing;
using Search.Core.Related;

namespace Search.Core.Searching;

/// <summary>
/// Related posts: candidates by distinctive words and by links, compared by all the evidence of their signatures, and chosen so that no two are copies and
/// the first are not all of one kind; each with its reasons. Nothing is shown that is not related.
/// </summary>
internal sealed class RelatedReader(OpenGeneration generation, RelatedWeights weights, CancellationToken cancel)
{
    private const double SecondsADay = 86_400;

    /// <summary>Of a post of the index. Usual questions are answered from memory when they are asked again.</summary>
    public IReadOnlyList<FoundRelated> OfPost(int document, RelatedOptions options)
    {
        if (options.IsOneOfAll)
            return Of(RelatedSubject.OfPost(generation, document), options);
        var usual = options with { Limit = RelatedCache.KeptPlaces };
        if (options.Limit > RelatedCache.KeptPlaces || usual != new RelatedOptions { Limit = RelatedCache.KeptPlaces } || weights != new RelatedWeights())
            return Of(RelatedSubject.OfPost(generation, document), options);
        var kept = generation.Related.Find(document);
        if (kept is null)
            generation.Related.Keep(document, kept = Of(RelatedSubject.OfPost(generation, document), usual));
        return [.. kept.Take(options.Limit)];
    }

    public IReadOnlyList<FoundRelated> OfDraft(string title, string body, RelatedOptions options) => Of(RelatedSubject.OfDraft(generation, title, body), options);

    /// <summary>The posts most like a draft, the most like first, copies and all, without reasons: evidence for what is worked out from them.</summary>
    /// <param name="draft">The draft.</param>
    /// <param name="most">So many at most.</param>
    /// <param name="except">A post that does not count; -1 for none.</param>
    public List<(int Document, double Score)> Nearest(RelatedSubject draft, int most, int except) =>
        [.. Ranked(draft, new Comparison(draft.Text.Signature, generation.Related.Counts, weights, draft.IsDraft), new()).Where(c => c.Document != except).Take(most).Select(c => (c.Document, c.Score.Total))];

    private List<FoundRelated> Of(RelatedSubject subject, RelatedOptions options)
    {
        var counts = generation.Related.Counts;
        var comparison = new Comparison(subject.Text.Signature, counts, weights, subject.IsDraft);
        var ranked = Ranked(subject, comparison, options);
        var selection = new Selection(subject.Text.Signature, subject.Group, options.Lambda, VectorOf, generation.Related.GroupOf);
        var reasons = new ReasonWriter(generation, subject, comparison);
        return [.. selection.Of(ranked, options.Limit).Select(c => new FoundRelated(c.Document, c.Score.Total, reasons.Of(c)))];

        WordVector VectorOf(Candidate candidate) => options.IsOneOfAll ? generation.Related.VectorOf(candidate, Made) : Made(candidate);

        WordVector Made(Candidate candidate) => new(candidate.Signature, counts, weights);
    }

    private List<Candidate> Ranked(RelatedSubject subject, Comparison comparison, RelatedOptions options)
    {
        var ranked = new List<Candidate>();
        foreach (var document in CandidatesOf(subject, comparison, options.Dates))
        {
            cancel.ThrowIfCancellationRequested();
            var signature = options.IsOneOfAll ? generation.Related.SignatureOf(document) : generation.SignatureOf(document);
            var linked = subject.LinksTo.Contains(document) || subject.LinkedFrom.Contains(document);
            var lengths = comparison.HasUsualLengths ? generation.Related.LengthsOf(document, () => comparison.LengthsOf(signature)) : comparison.LengthsOf(signature);
            var score = comparison.With(signature, lengths, linked, DaysBetween(subject.Document, document));
            if (score.Total >= weights.Least)
                ranked.Add(new(document, signature, score));
        }
        ranked.Sort((a, b) => a.Score.Total != b.Score.Total ? b.Score.Total.CompareTo(a.Score.Total) : generation.OrderOf[a.Document].CompareTo(generation.OrderOf[b.Document]));
        return ranked;
    }

    private HashSet<int> CandidatesOf(RelatedSubject subject, Comparison comparison, RelatedDates dates)
    {
        var accepted = Accepted(subject.Document, dates);
        var query = new BooleanQuery(disableCoord: true);
        // What no other post has finds none.
        var least = subject.IsDraft ? 1 : 2;
        foreach (var (stem, weight) in comparison.MostTelling.Where(t => generation.Related.Counts.Of(t.Feature) >= least).Select(t => (Stem: subject.Text.StemOf(t.Feature), t.Weight)).Where(t => t.Stem is not null).Take(weights.SoughtWords))
            query.Add(new TermQuery(new Term(IndexFields.Ranked, stem)) { Boost = (float)weight }, Occur.SHOULD);
        var found = query.Clauses.Count > 0 ? generation.Impacts.Search(query, weights.Candidates, accepted, matched: null, new(generation.OrderOf)) : [];
        return [.. found.Select(h => h.Document), .. subject.LinksTo.Concat(subject.LinkedFrom).Where(accepted.Get)];
    }

    private FixedBitSet Accepted(int subject, RelatedDates dates)
    {
        var accepted = generation.Posts.Clone();
        if (subject >= 0)
            accepted.Clear(subject);
        if (dates == RelatedDates.Any || (subject < 0 && dates == RelatedDates.Older))
            return accepted;
        var instant = subject < 0 ? long.MaxValue : generation.Days.InstantOf(subject);
        for (var post = DayColumn.Next(accepted, 0); post >= 0; post = DayColumn.Next(accepted, post + 1))
            if (generation.Days.InstantOf(post) > instant != (dates == RelatedDates.Newer))
                accepted.Clear(post);
        return accepted;
    }

    // A draft has no date: nearness tells nothing of it.
    private double? DaysBetween(int subject, int document)
    {
        if (subject < 0)
            return null;
        var (a, b) = (generation.Days.InstantOf(subject), generation.Days.InstantOf(document));
        return a == long.MinValue || b == long.MinValue ? null : (a - (double)b) / SecondsADay;
    }
}
