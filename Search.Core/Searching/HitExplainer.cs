using System.Globalization;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Search.Core.Indexing;
using Search.Core.Model;
using Search.Core.Ranking;

namespace Search.Core.Searching;

/// <summary>
/// Why a hit ranks where it does, in words and numbers. The values are parts of its score and add up to it, but for what prefixes, near spellings
/// and phrases of function words give.
/// </summary>
internal sealed class HitExplainer(OpenGeneration generation, HitRanking ranking, FirstStage firstStage)
{
    public Explanation Of(RankedHit hit)
    {
        var isPost = generation.Posts.Get(hit.Document);
        var share = firstStage.ShareOf(isPost);
        var factors = new List<ExplanationFactor>();
        var (found, all) = (0, 0);
        foreach (var word in ranking.Words.Where(w => w.Idf > 0).GroupBy(w => w.Stem, StringComparer.Ordinal))
        {
            all++;
            var (score, times) = Scored(hit.Document, IndexFields.RankedOf(isPost ? DocumentKind.Post : DocumentKind.Quote), word.Key);
            if (times == 0)
                continue;
            found++;
            factors.Add(new(Text($"“{word.First().Surface}”: weight {times}, counting title, address, labels and text"), Math.Round(score * share * word.Count(), 4)));
        }
        var evidence = hit.Evidence;
        var profile = generation.Profile;
        var unit = ranking.MostByWords * share;
        Add(evidence.IsTitle ? 1 : 0, profile.ExactTitle, "the title is the query");
        Add(evidence.TitleShare, profile.TitleShare, "words of the query in the title");
        Add(evidence.TitleOrder, profile.TitleOrder, "neighbours of the query that are neighbours in the title");
        Add(evidence.Nearness, profile.Nearness, "words of the query near each other in the text");
        Add(evidence.Likeness, profile.Likeness, "like the best hits: words, people and tags that they share");
        if (hit.Recency > 1)
            factors.Add(new(Text($"new: × {hit.Recency:0.00}"), Math.Round(hit.Score - hit.Score / hit.Recency, 4)));
        return new(Summary(evidence, found, all, hit.Recency), [.. factors.OrderByDescending(f => f.Value).ThenBy(f => f.Text, StringComparer.Ordinal)]);

        void Add(double seen, double weight, string text)
        {
            if (seen * weight > 0)
                factors.Add(new(text, Math.Round(seen * weight * unit, 4)));
        }
    }

    private static string Summary(Evidence evidence, int found, int all, double recency)
    {
        var parts = new List<string>();
        if (all > 0)
            parts.Add(found == all ? all == 1 ? "It has the word" : Text($"It has all {all} words") : Text($"It has {found} of {all} words"));
        if (evidence.IsTitle)
            parts.Add("its title is the query");
        else if (evidence.TitleShare > 0)
            parts.Add(evidence.TitleOrder > 0 ? "some side by side in the title" : "some in the title");
        if (evidence.Nearness > 0.2)
            parts.Add("they stand near each other in the text");
        if (evidence.Likeness > 0.5)
            parts.Add("it is like the best hits");
        if (recency > 1.05)
            parts.Add("it is new");
        return parts.Count == 0 ? "Nothing of the query orders its hits." : string.Join(", ", parts) + ".";
    }

    private (double Score, int Times) Scored(int document, string field, string stem)
    {
        var leaf = generation.Reader.Leaves[ReaderUtil.SubIndex(document, generation.Reader.Leaves)];
        var weight = generation.Searcher.CreateNormalizedWeight(new TermQuery(new Term(field, stem)));
        var scorer = weight.GetScorer(leaf, leaf.AtomicReader.LiveDocs);
        return scorer is not null && scorer.Advance(document - leaf.DocBase) == document - leaf.DocBase ? (scorer.GetScore(), scorer.Freq) : (0, 0);
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
