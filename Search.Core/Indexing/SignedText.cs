namespace Search.Core.Indexing;

/// <summary>
/// A text's signature, with the words behind its numbers: of a post that is indexed only the signature is kept; of a post or draft that others are
/// compared with, the words are looked up and shown.
/// </summary>
internal sealed class SignedText
{
    /// <summary>How much more a word of the title or headline says than one of the text.</summary>
    public const int TitleWeight = 10;

    private const int PairTitleWeight = 3;

    // What stands side by side once, in passing, is mostly grammar.
    private const int MinPairs = 2;

    private readonly WordCounts counts;

    private SignedText(PostSignature signature, WordCounts counts) => (Signature, this.counts) = (signature, counts);

    public PostSignature Signature { get; }

    /// <summary>The stem of a term; null where the text does not have it.</summary>
    public string? StemOf(uint term) => counts.Terms.GetValueOrDefault(term)?.Stem;

    /// <summary>A term or pair as the text has it where it first stands; null where it does not.</summary>
    public string? SpokenOf(uint feature) => (counts.Pairs.GetValueOrDefault(feature) ?? counts.Terms.GetValueOrDefault(feature))?.Spoken;

    /// <param name="title">Title.</param>
    /// <param name="headline">Headline of the quoted article where it says something else.</param>
    /// <param name="text">Prose.</param>
    /// <param name="people">Slugs with mentions, most mentioned first.</param>
    /// <param name="tags">Slugs of tags that are no boilerplate.</param>
    /// <param name="links">Addresses that the text links to.</param>
    /// <param name="texts">Words in the language of the text.</param>
    public static SignedText Of(
        string title, string? headline, string text, IEnumerable<(string Slug, int Mentions, bool Speaks)> people, IEnumerable<string> tags, IEnumerable<string> links,
        WordsOfTexts texts)
    {
        var counts = new WordCounts(texts);
        counts.Add(title, inTitle: true);
        counts.Add(headline ?? "", inTitle: true);
        var words = counts.Add(text, inTitle: false);
        return new(
            new()
            {
                Terms = [.. Most(counts.Terms, PostSignature.MaxTerms).Select(t => new SignatureTerm(t.Key, t.Value.InText, t.Value.InTitle))],
                Pairs = [.. Most(counts.Pairs.Where(p => p.Value.Weight >= MinPairs), PostSignature.MaxPairs).Select(p => new SignaturePair(p.Key, (byte)Math.Min(byte.MaxValue, p.Value.Weight)))],
                People =
                [
                    .. people.Select(p => new SignaturePerson(Feature.Person(p.Slug), (byte)Math.Clamp(p.Mentions, 1, byte.MaxValue), p.Speaks))
                        .DistinctBy(p => p.Feature)
                        .Take(PostSignature.MaxPeople),
                ],
                Tags = [.. tags.Select(Feature.Tag).Distinct().Take(PostSignature.MaxTags)],
                Sources = [.. links.Select(Feature.Source).Where(s => s != 0).Distinct().Take(PostSignature.MaxSources)],
                Sketch = TextSketch.Of(words),
            },
            counts);
    }

    // Of equals the one that came first; then by number.
    private static IEnumerable<KeyValuePair<uint, CountedWord>> Most(IEnumerable<KeyValuePair<uint, CountedWord>> counted, int most) =>
        counted.OrderByDescending(c => c.Value.Weight).ThenBy(c => c.Value.Rank).Take(most).OrderBy(c => c.Key);

    private sealed class WordCounts(WordsOfTexts texts)
    {
        public Dictionary<uint, CountedWord> Terms { get; } = [];

        public Dictionary<uint, CountedWord> Pairs { get; } = [];

        /// <summary>Counts the words of a text, and returns the number of each.</summary>
        public List<uint> Add(string text, bool inTitle)
        {
            var both = texts.Of(text);
            var words = new List<uint>(both.Count);
            (uint Term, int Start)? before = null;
            for (var i = 0; i < both.Count; i++)
            {
                var (word, stem) = both[i];
                var term = Feature.Term(stem);
                words.Add(term);
                if (word.Term.Length < 2 || texts.Analysis.Language.IsStopWord(word.Term))
                {
                    before = null;
                    continue;
                }
                Count(Terms, term, stem, text, word.Start, word.End, inTitle, TitleWeight);
                if (before is { } first)
                    Count(Pairs, Feature.Pair(first.Term, term), "", text, first.Start, word.End, inTitle, PairTitleWeight);
                before = (term, word.Start);
            }
            return words;
        }

        private static void Count(Dictionary<uint, CountedWord> counted, uint feature, string stem, string text, int start, int end, bool inTitle, int titleWeight)
        {
            if (!counted.TryGetValue(feature, out var known))
                counted.Add(feature, known = new(counted.Count, stem, text, start, end));
            if (inTitle)
                known.InTitle = (byte)Math.Min(byte.MaxValue, known.InTitle + 1);
            else
                known.InText = (byte)Math.Min(byte.MaxValue, known.InText + 1);
            known.Weight += inTitle ? titleWeight : 1;
        }
    }

    private sealed class CountedWord(int rank, string stem, string text, int start, int end)
    {
        public int Rank { get; } = rank;

        public string Stem { get; } = stem;

        public string Spoken => text[start..end];

        public byte InText { get; set; }

        public byte InTitle { get; set; }

        public int Weight { get; set; }
    }
}
