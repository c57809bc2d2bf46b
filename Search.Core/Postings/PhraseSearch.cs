using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Search.Similarities;

namespace Search.Core.Postings;

/// <summary>
/// The best documents of a phrase. The sidecar tells who has all the words and how often at most the phrase can stand there; positions, which
/// only Lucene keeps, are read of those that can be among the best, or of all where all are asked for; the scores are its own similarity's.
/// </summary>
internal sealed class PhraseSearch(IndexSearcher searcher, ImpactReader reader, PhraseQuery phrase, long[]? accepted, long[]? matched, HitOrder? order) : IDisposable
{
    private const int MostWords = 16;

    private readonly Scratch scratch = Scratch.Rent();
    private readonly List<FieldImpacts> held = [];
    private readonly Term[] words = phrase.GetTerms();
    private readonly int[] offsets = phrase.GetPositions();

    /// <summary>Whether all documents that match are to be counted.</summary>
    public bool Counts { get; init; }

    /// <summary>How many live documents match, where they are counted.</summary>
    public int Total { get; private set; }

    /// <summary>Null where stock Lucene must answer.</summary>
    public ScoredHit[]? TryRun(int most)
    {
        if (phrase.Slop != 0 || words.Length is < 2 or > MostWords || !(phrase.Boost > 0 && float.IsFinite(phrase.Boost)))
            return null;
        var field = words[0].Field;
        if (reader.Impacts(field) is not { } impacts || reader.Scores(field) is not { } scores)
            return null;
        foreach (var segment in impacts)
            if (segment is not null)
            {
                segment.Hold();
                held.Add(segment);
            }
        var states = Array.ConvertAll(words, w => TermContext.Build(searcher.TopReaderContext, w));
        var weight = Weight(field, states);
        var hits = most > 0 ? new TopHits(most, order) : null;
        foreach (var leaf in searcher.IndexReader.Leaves)
        {
            scratch.Reset();
            if (impacts[leaf.Ord] is { } segment && !Search(leaf, segment, scores, states, searcher.Similarity.GetSimScorer(weight, leaf), hits))
                return null;
        }
        return hits?.Sorted() ?? [];
    }

    public void Dispose()
    {
        foreach (var field in held)
            field.Release();
        scratch.Return();
    }

    // As IndexSearcher.CreateNormalizedWeight does it.
    private Similarity.SimWeight Weight(string field, TermContext[] states)
    {
        var weight = searcher.Similarity.ComputeWeight(phrase.Boost, searcher.CollectionStatistics(field), [.. words.Select((w, i) => searcher.TermStatistics(w, states[i]))]);
        var norm = searcher.Similarity.QueryNorm(weight.GetValueForNormalization());
        weight.Normalize(float.IsFinite(norm) ? norm : 1, 1);
        return weight;
    }

    private bool Search(AtomicReaderContext leaf, FieldImpacts impacts, FieldScores scores, TermContext[] states, Similarity.SimScorer scorer, TopHits? hits)
    {
        var order = new List<(TermView View, int Word)>();
        for (var w = 0; w < words.Length; w++)
        {
            var bytes = words[w].Bytes;
            if (!impacts.TryFind(bytes.Bytes.AsSpan(bytes.Offset, bytes.Length), out var record))
                return true;
            var view = scratch.TakeTerm();
            view.Prepare(record, impacts.MaxDoc, 1, scores.Lengths, demanded: false, rare: default, scratch);
            order.Add((view, w));
        }
        order.Sort((a, b) => a.View.Df.CompareTo(b.View.Df));
        var candidates = new PhraseCandidates([.. order.Select(o => o.View)], SidecarFormat.Ranges(impacts.MaxDoc), scratch);
        if (candidates.Count == 0)
            return true;
        // The score is weight · frequency / (frequency + length): what the weight is, any document tells.
        var first = candidates.DocumentAt(0);
        var weight = scorer.Score(first, 1) * (1 + order[0].View.LengthOf(first));
        if (!(weight > 0 && float.IsFinite(weight)))
            return false;
        var all = matched is not null || Counts;
        for (int count; (count = all ? candidates.All() : candidates.Next((hits?.LooseThreshold ?? float.MaxValue) / weight)) > 0;)
        {
            if (Positions(leaf, states, [.. order.Select(o => o.Word)]) is not { } positions)
                return false;
            for (var i = 0; i < count; i++)
            {
                var place = candidates.Portion[i];
                var (document, number) = (candidates.DocumentAt(place), leaf.DocBase + candidates.DocumentAt(place));
                var wanted = hits is not null && Has(accepted, number) && CanWin(candidates, place, weight, scorer, number, hits);
                if (!Has(reader.Live, number) || !(wanted || all))
                    continue;
                var frequency = positions.FrequencyIn(document);
                if (frequency == 0)
                    continue;
                Total++;
                if (matched is not null)
                    matched[number >> 6] |= 1L << number;
                if (wanted)
                    hits!.Offer(scorer.Score(document, frequency), number);
            }
        }
        return true;
    }

    // Many documents are alike: what could only tie with better ones need not be looked into.
    private static bool CanWin(PhraseCandidates candidates, int place, float weight, Similarity.SimScorer scorer, int number, TopHits hits)
    {
        if (candidates.BoundAt(place) * weight < hits.LooseThreshold)
            return false;
        var most = candidates.FrequencyAt(place);
        if (most == SidecarFormat.MostFrequency || !hits.IsFull || !hits.LowerWins)
            return true;
        var score = scorer.Score(candidates.DocumentAt(place), most);
        return score > hits.Threshold || score == hits.Threshold && number < hits.WorstDocument;
    }

    private PhrasePositions? Positions(AtomicReaderContext leaf, TermContext[] states, int[] order)
    {
        var terms = leaf.AtomicReader.GetTerms(words[0].Field).GetEnumerator();
        var postings = new DocsAndPositionsEnum[order.Length];
        for (var i = 0; i < order.Length; i++)
        {
            terms.SeekExact(words[order[i]].Bytes, states[order[i]].Get(leaf.Ord));
            if (terms.DocsAndPositions(null, null, DocsAndPositionsFlags.NONE) is not { } positions)
                return null;
            postings[i] = positions;
        }
        return new(postings, Array.ConvertAll(order, w => offsets[w]));
    }

    private static bool Has(long[]? bits, int document) => bits is null || (bits[document >> 6] >> document & 1) != 0;
}
