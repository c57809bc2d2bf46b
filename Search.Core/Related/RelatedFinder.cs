using Lucene.Net.Index;
using Lucene.Net.Search;
using Search.Core.Analysis;
using Search.Core.Indexing;

namespace Search.Core.Related;

/// <summary>What is compared: a post of the index or a draft.</summary>
/// <param name="Document">Number of the post; -1 for a draft.</param>
/// <param name="Title">Its title.</param>
/// <param name="Text">Its prose.</param>
/// <param name="Tags">Slugs of its tags.</param>
/// <param name="Categories">Slugs of its categories.</param>
/// <param name="People">Slugs of its people.</param>
internal sealed record RelatedSubject(
    int Document, string Title, string Text, IReadOnlyList<string> Tags, IReadOnlyList<string> Categories, IReadOnlyList<string> People);

/// <summary>The terms of a text that tell it from others, with their weights.</summary>
internal static class DistinctiveTerms
{
    /// <summary>
    /// The highest tf·idf stems of a text, title words counted several times. Terms of a single document and of more than a tenth of all
    /// say nothing about relatedness and are left out (as in Lucene's MoreLikeThis).
    /// </summary>
    public static List<(string Stem, double Weight)> Of(IndexReader reader, string title, string text, int most, int titleWeight = 4)
    {
        var frequencies = new Dictionary<string, int>(StringComparer.Ordinal);
        Count(title, titleWeight);
        Count(text, 1);
        var documents = Math.Max(1, reader.NumDocs);
        var maxFrequency = Math.Max(20, documents / 10);
        var weighted = new List<(string Stem, double Weight)>();
        foreach (var (stem, frequency) in frequencies)
        {
            var df = reader.DocFreq(new Term(IndexFields.Ranked, stem));
            if (df < 2 || df > maxFrequency)
                continue;
            weighted.Add((stem, (1 + Math.Log(frequency)) * Math.Log((documents + 1.0) / df)));
        }
        weighted.Sort((a, b) => a.Weight != b.Weight ? b.Weight.CompareTo(a.Weight) : string.CompareOrdinal(a.Stem, b.Stem));
        return weighted.Count > most ? weighted[..most] : weighted;

        void Count(string words, int weight)
        {
            var surface = TextAnalysis.Surface(words);
            var stems = TextAnalysis.Stems(words);
            for (var i = 0; i < stems.Count; i++)
                if (stems[i].Term.Length > 1 && !StopWords.Contains(surface[i].Term))
                    frequencies[stems[i].Term] = frequencies.GetValueOrDefault(stems[i].Term) + weight;
        }
    }

    /// <summary>Any of the terms, by weight.</summary>
    public static BooleanQuery Query(IEnumerable<(string Stem, double Weight)> terms)
    {
        var query = new BooleanQuery(disableCoord: true);
        foreach (var (stem, weight) in terms)
            query.Add(new TermQuery(new Term(IndexFields.Ranked, stem)) { Boost = (float)weight }, Occur.SHOULD);
        return query;
    }
}
