using Lucene.Net.Index;
using Lucene.Net.Util;
using Search.Core.Indexing;
using Search.Core.Querying;
using Search.Core.Ranking;

namespace Search.Core.Searching;

/// <summary>A hit with how its score came about.</summary>
/// <param name="Document">The document.</param>
/// <param name="Score">The score that orders.</param>
/// <param name="First">Score of the first stage.</param>
/// <param name="Evidence">What the second stage saw; nothing where it did not look.</param>
/// <param name="Recency">Factor for age.</param>
internal readonly record struct RankedHit(int Document, double Score, double First, Evidence Evidence, double Recency);

/// <summary>
/// The order of hits: the first stage's best few hundred, rescored by the second stage and by age, then all others in the first stage's order.
/// Evidence and age only ever add, so that the two parts fit together without a gap.
/// </summary>
internal sealed class HitRanking
{
    private readonly OpenGeneration generation;
    private readonly FirstStage firstStage;
    private readonly Interpretation reading;
    private readonly List<RankedHit> rescored;
    private readonly List<ScoredDocument> others;
    private readonly int depth;

    /// <param name="generation">The index.</param>
    /// <param name="firstStage">Finds what lies behind the best.</param>
    /// <param name="reading">What was found, with at least <see cref="RankingProfile.Rescored"/> of the best, if there are as many.</param>
    /// <param name="depth">How many of the best it was asked for.</param>
    /// <param name="ageCounts">False where the user sorts or restricts by date.</param>
    public HitRanking(OpenGeneration generation, FirstStage firstStage, Interpretation reading, int depth, bool ageCounts)
    {
        this.generation = generation;
        this.firstStage = firstStage;
        this.reading = reading;
        this.depth = depth;
        Words = WordsOf(generation, reading.Root);
        MostByWords = Words.Sum(w => w.Idf) * (generation.Profile.K1 + 1);
        var best = reading.Found.Best;
        var looked = Math.Min(best.Count, generation.Profile.Rescored);
        rescored = Rescored(best.GetRange(0, looked), ageCounts);
        others = best.GetRange(looked, best.Count - looked);
    }

    /// <summary>The query's words in order.</summary>
    public IReadOnlyList<QueryWord> Words { get; }

    /// <summary>The most that the words of the query can give a document.</summary>
    public double MostByWords { get; }

    /// <summary>The best hits, best first.</summary>
    public IEnumerable<RankedHit> Best => rescored.Concat(others.Select(Plain));

    /// <summary>The hits after a place, best first.</summary>
    public List<RankedHit> After(HitPlace place, int count)
    {
        var page = Best.Where(h => place.IsBefore(generation, h.Document, h.Score)).Take(count).ToList();
        if (page.Count == count || reading.Found.Best.Count < depth)
            return page;
        var looked = new FixedBitSet(generation.Reader.MaxDoc);
        foreach (var hit in rescored)
            looked.Set(hit.Document);
        page.RemoveAll(h => !looked.Get(h.Document));
        page.AddRange(firstStage.Run(reading.QueryOf, count - page.Count, place, looked).Best.Select(Plain));
        return page;
    }

    private List<RankedHit> Rescored(List<ScoredDocument> best, bool ageCounts)
    {
        var evidence = new SecondStage(generation.Reader, Words).Of([.. best.Select(b => b.Document)]);
        var hits = new List<RankedHit>(best.Count);
        for (var i = 0; i < best.Count; i++)
        {
            var (document, first) = best[i];
            var recency = ageCounts ? generation.Recency.FactorOf(generation.Days.InstantOf(document)) : 1;
            var worth = evidence[i].Worth(generation.Profile) * MostByWords * firstStage.ShareOf(generation.Posts.Get(document));
            hits.Add(new(document, (first + worth) * recency, first, evidence[i], recency));
        }
        Sort(hits);
        if (generation.Profile.Likeness == 0 || MostByWords == 0)
            return hits;
        var likeness = new Likeness(generation.Rarity, generation.Profile).Of([.. hits.Select(h => h.Score)], SignatureBytes.Of(generation.Reader, [.. hits.Select(h => h.Document)]));
        for (var i = 0; i < likeness.Length; i++)
            if (likeness[i] > 0)
                hits[i] = hits[i] with
                {
                    Score = hits[i].Score + generation.Profile.Likeness * likeness[i] * MostByWords * hits[i].Recency,
                    Evidence = hits[i].Evidence with { Likeness = likeness[i] },
                };
        Sort(hits);
        return hits;
    }

    private void Sort(List<RankedHit> hits) =>
        hits.Sort((a, b) => a.Score != b.Score ? b.Score.CompareTo(a.Score) : generation.OrderOf[a.Document].CompareTo(generation.OrderOf[b.Document]));

    private static RankedHit Plain(ScoredDocument hit) => new(hit.Document, hit.Score, hit.Score, default, 1);

    private static List<QueryWord> WordsOf(OpenGeneration generation, Sequence root)
    {
        var words = new List<QueryWord>();
        var documents = generation.Reader.GetDocCount(IndexFields.Ranked);
        foreach (var text in Texts(root))
            foreach (var (surface, stem) in generation.Analysis.Words(text))
            {
                var tells = !generation.Analysis.Language.IsStopWord(surface.Term);
                var idf = tells ? Bm25.Idf(documents, Math.Min(documents, generation.Reader.DocFreq(new Term(IndexFields.Ranked, stem)))) : 0;
                words.Add(new(surface.Term, stem, idf, words.Count, !generation.Analysis.Language.IsStopWord(stem)));
            }
        return words;
    }

    private static IEnumerable<string> Texts(QueryNode node) => node switch
    {
        Word word => [word.Text],
        Phrase phrase => [phrase.Text],
        Prefix prefix => [prefix.Text],
        FieldClause { Field: QueryField.Title } title => Texts(title.Value),
        And and => and.Operands.SelectMany(Texts),
        Or or => or.Operands.SelectMany(Texts),
        Sequence sequence => sequence.Clauses.Where(c => c.Demand != Demand.Excluded).SelectMany(c => Texts(c.Node)),
        _ => [],
    };
}
