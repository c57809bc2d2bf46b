using Lucene.Net.Analysis.TokenAttributes;
using Lucene.Net.Index;
using Lucene.Net.Search;

namespace Search.Bench.Retrieval;

/// <summary>A query to measure: its class, and its words as a visitor would write them.</summary>
internal sealed record BenchQuery(string Class, string Words)
{
    /// <summary>The terms of a text, each once.</summary>
    public static List<string> TermsOf(string text)
    {
        var terms = new List<string>();
        using var stream = PassageIndex.Analyzer.GetTokenStream(PassageIndex.Body, text);
        var term = stream.AddAttribute<ICharTermAttribute>();
        stream.Reset();
        while (stream.IncrementToken())
            if (!terms.Contains(term.ToString()))
                terms.Add(term.ToString());
        stream.End();
        return terms;
    }

    /// <summary>Words joined as the class says.</summary>
    public Query ToQuery()
    {
        if (Class.StartsWith("prefix", StringComparison.Ordinal))
            return new PrefixQuery(new Term(PassageIndex.Body, Words));
        if (Class.StartsWith("fuzzy", StringComparison.Ordinal))
            return new FuzzyQuery(new Term(PassageIndex.Body, Words), 1, 0, 50, transpositions: true);
        if (Class.StartsWith("phrase", StringComparison.Ordinal))
            return Phrase();
        var terms = TermsOf(Words).ConvertAll(t => new TermQuery(new Term(PassageIndex.Body, t)));
        if (terms.Count == 1)
            return terms[0];
        var query = new BooleanQuery(disableCoord: true);
        foreach (var term in terms)
            query.Add(term, Class.StartsWith("and", StringComparison.Ordinal) ? Occur.MUST : Occur.SHOULD);
        return query;
    }

    private PhraseQuery Phrase()
    {
        var phrase = new PhraseQuery();
        foreach (var term in TermsOf(Words))
            phrase.Add(new Term(PassageIndex.Body, term));
        return phrase;
    }
}

/// <summary>
/// Draws queries from the collection itself: words by how many passages have them, and words that stand in one passage together, so that
/// conjunctions find something. The same for the same collection.
/// </summary>
internal sealed class QueryClasses(IndexReader reader, IReadOnlyList<string> samples)
{
    private readonly Random random = new(42);
    private readonly Dictionary<string, double> shares = new(StringComparer.Ordinal);

    public List<BenchQuery> Draw(int each)
    {
        var words = samples.SelectMany(WordsOf).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        var queries = new List<BenchQuery>();
        Single("term_high", 0.1, 0.6);
        Single("term_mid", 0.01, 0.05);
        Single("term_low", 0.0002, 0.001);
        Joint("or2", 2, 2, 0.003, 0.3);
        Joint("or3", 3, 3, 0.003, 0.3);
        Joint("and2", 2, 2, 0.003, 0.3);
        Joint("and3", 3, 3, 0.003, 0.3);
        Joint("nl", 5, 8, 0.0005, 0.5);
        Joint("mlt25", 25, 25, 0, 1);
        Single("facet", 0.01, 0.6);
        Phrases("phrase2");
        Single("prefix3", 0.0002, 0.6, term => term[..Math.Min(3, term.Length)]);
        Single("fuzzy1", 0.0002, 0.6, term => term.Length > 4 ? term.Remove(2, 1) : term + "s");
        return queries;

        // Two words side by side.
        void Phrases(string name)
        {
            for (var (i, tries) = (0, 0); i < each && tries < 100 * each; tries++)
            {
                var text = samples[random.Next(samples.Count)].ToLowerInvariant().Split(' ');
                var at = random.Next(Math.Max(1, text.Length - 1));
                if (at + 1 >= text.Length || text[at] == text[at + 1] || WordsOf($"{text[at]} {text[at + 1]}").DistinctBy(TermOf).Count() < 2)
                    continue;
                queries.Add(new(name, $"{text[at]} {text[at + 1]}"));
                i++;
            }
        }

        void Single(string name, double least, double most, Func<string, string>? change = null)
        {
            var band = words.Where(w => Share(w) >= least && Share(w) < most).ToList();
            for (var i = 0; i < each && band.Count > 0; i++)
            {
                var at = random.Next(band.Count);
                queries.Add(new(name, change is null ? band[at] : change(TermOf(band[at]))));
                band.RemoveAt(at);
            }
        }

        void Joint(string name, int fewest, int most, double least, double mostShare)
        {
            for (var (i, tries) = (0, 0); i < each && tries < 100 * each; tries++)
            {
                var band = WordsOf(samples[random.Next(samples.Count)]).Where(w => Share(w) > 0 && Share(w) >= least && Share(w) < mostShare).DistinctBy(TermOf).ToList();
                var count = random.Next(fewest, most + 1);
                if (band.Count < count)
                    continue;
                // The most telling for related passages, any for the others.
                var chosen = count > 8 ? band.OrderBy(Share).Take(count) : random.GetItems(band.ToArray(), 64).Distinct(StringComparer.Ordinal).Take(count);
                var query = string.Join(' ', chosen);
                if (query.Split(' ').Length < count)
                    continue;
                queries.Add(new(name, query));
                i++;
            }
        }
    }

    // Words of letters only, of one term each, so that every engine makes the same of them.
    private static IEnumerable<string> WordsOf(string text) => text.ToLowerInvariant().Split(' ')
        .Where(w => w.Length is > 2 and < 19 && w.All(char.IsAsciiLetterLower) && BenchQuery.TermsOf(w).Count == 1).Distinct(StringComparer.Ordinal);

    private static string TermOf(string word) => BenchQuery.TermsOf(word)[0];

    private double Share(string word)
    {
        if (!shares.TryGetValue(word, out var share))
            shares[word] = share = reader.DocFreq(new Term(PassageIndex.Body, TermOf(word))) / (double)reader.MaxDoc;
        return share;
    }
}
