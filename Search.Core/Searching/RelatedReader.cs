using Lucene.Net.Util;
using Search.Core.Analysis;
using Search.Core.Related;

namespace Search.Core.Searching;

/// <summary>
/// Related posts: candidates by distinctive words, ranked by words, rare tags, people and links together; copies folded, each with its
/// reasons. Evidence that half of the collection shares counts for nothing.
/// </summary>
internal sealed class RelatedReader(OpenGeneration generation, CancellationToken cancel)
{
    private const int Terms = 40;
    private const int Candidates = 200;

    // A tag, person or category of more than this share of the posts says nothing.
    private const double MaxShare = 0.1;

    private const double WordsWeight = 1;
    private const double TagsWeight = 0.35;
    private const double PeopleWeight = 0.3;
    private const double CategoriesWeight = 0.15;
    private const double LinkWeight = 0.35;

    // Two texts that share so much of their distinctive words are copies of one.
    private const double CopyOverlap = 0.9;

    public IReadOnlyList<RelatedHit> Of(RelatedSubject subject, IReadOnlySet<int> linked, int limit)
    {
        var terms = DistinctiveTerms.Of(generation.Reader, subject.Title, subject.Text, Terms);
        var candidates = CandidatesOf(subject, terms, linked);
        if (candidates.Count == 0)
            return [];
        var topWords = Math.Max(1e-9, candidates.Max(c => c.Words));
        var ranked = new List<(int Document, double Score, List<string> Reasons)>();
        foreach (var (document, words) in candidates)
        {
            cancel.ThrowIfCancellationRequested();
            var reasons = new List<string>();
            var score = WordsWeight * words / topWords;
            if (linked.Contains(document))
            {
                score += LinkWeight;
                reasons.Add("same story: one links to the other");
            }
            score += PeopleWeight * Shared(generation.People, subject.People, document, "same people", reasons);
            score += TagsWeight * Shared(generation.Tags, subject.Tags, document, "same tags", reasons);
            score += CategoriesWeight * Shared(generation.Categories, subject.Categories, document, "same category", reasons);
            ranked.Add((document, score, reasons));
        }
        ranked.Sort((a, b) => a.Score != b.Score ? b.Score.CompareTo(a.Score) : generation.OrderOf[a.Document].CompareTo(generation.OrderOf[b.Document]));
        return Distinct(subject, ranked, terms, limit);
    }

    private List<(int Document, double Words)> CandidatesOf(RelatedSubject subject, List<(string Stem, double Weight)> terms, IReadOnlySet<int> linked)
    {
        var accepted = generation.Posts.Clone();
        if (subject.Document >= 0)
            accepted.Clear(subject.Document);
        var collector = new HitCollector(generation, accepted, new FixedBitSet(generation.Reader.MaxDoc), Candidates, recency: null, after: null);
        if (terms.Count > 0)
            generation.Searcher.Search(DistinctiveTerms.Query(terms), collector);
        var found = collector.Best().ConvertAll(b => (b.Document, b.Score));
        var known = found.Select(f => f.Document).ToHashSet();
        foreach (var document in linked)
            if (accepted.Get(document) && known.Add(document))
                found.Add((document, 0));
        return found;
    }

    // The share of the subject's evidence (by rarity) that the candidate has too.
    private double Shared(LabelledColumn column, IReadOnlyList<string> slugs, int document, string reason, List<string> reasons)
    {
        double all = 0, shared = 0;
        var posts = Math.Max(1, generation.Posts.Cardinality);
        var names = new List<(double Weight, string Label)>();
        var has = column.Slugs.Of(document);
        foreach (var slug in slugs)
        {
            var ordinal = column.Slugs.OrdinalOf(slug);
            if (ordinal < 0)
                continue;
            var frequency = column.Frequency(ordinal);
            if (frequency < 2 || frequency > Math.Max(5, posts * MaxShare))
                continue;
            var weight = Math.Log(1 + (double)posts / frequency);
            all += weight;
            if (has.Contains(ordinal))
            {
                shared += weight;
                names.Add((weight, column.LabelOf(ordinal).Text));
            }
        }
        if (names.Count > 0)
            reasons.Add($"{reason}: {string.Join(", ", names.OrderByDescending(n => n.Weight).ThenBy(n => n.Label, StringComparer.Ordinal).Take(3).Select(n => n.Label))}");
        return all == 0 ? 0 : shared / all;
    }

    private List<RelatedHit> Distinct(
        RelatedSubject subject, List<(int Document, double Score, List<string> Reasons)> ranked, List<(string Stem, double Weight)> terms, int limit)
    {
        var writer = new HitWriter(generation, HitTerms.None, highlight: false);
        var shown = new List<HashSet<string>> { WordsOf(subject.Text) };
        var hits = new List<RelatedHit>();
        foreach (var (document, score, reasons) in ranked)
        {
            if (hits.Count == limit)
                break;
            var text = generation.TextOf(document);
            var words = WordsOf(text);
            if (shown.Exists(s => IsCopy(s, words)))
                continue;
            shown.Add(words);
            var common = terms.Where(t => words.Contains(t.Stem)).Take(4).ToList();
            if (common.Count > 0)
                reasons.Add($"same words: {string.Join(", ", common.Select(t => Spoken(t.Stem, subject)))}");
            hits.Add(writer.WriteRelated(document, score, reasons));
        }
        return hits;
    }

    // A stem is no word: the reader is shown the word of the subject that has it.
    private static string Spoken(string stem, RelatedSubject subject)
    {
        foreach (var text in new[] { subject.Title, subject.Text })
        {
            var stems = TextAnalysis.Stems(text);
            var at = stems.FindIndex(t => t.Term == stem);
            if (at >= 0)
                return text[stems[at].Start..stems[at].End];
        }
        return stem;
    }

    private static HashSet<string> WordsOf(string text) => [.. TextAnalysis.Stems(text).Select(t => t.Term)];

    private static bool IsCopy(HashSet<string> a, HashSet<string> b)
    {
        if (a.Count < 20 || b.Count < 20 || Math.Min(a.Count, b.Count) < CopyOverlap * Math.Max(a.Count, b.Count))
            return false;
        var common = a.Count(b.Contains);
        return common >= CopyOverlap * (a.Count + b.Count - common);
    }
}
