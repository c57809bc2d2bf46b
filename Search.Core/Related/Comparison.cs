using Search.Core.Indexing;

namespace Search.Core.Related;

/// <summary>
/// Compares one post or draft with others by their signatures: cosines of words, titles, tags, people and sources, each weighted by how rare it is among
/// the posts. Made once for a subject; each comparison costs one pass over the other's signature, whose lengths are worked out once.
/// </summary>
internal sealed class Comparison
{
    private static readonly RelatedWeights Usual = new();

    private readonly FeatureCounts counts;
    private readonly RelatedWeights weights;
    private readonly int drafts;
    private readonly FeatureVector words;
    private readonly FeatureVector titles;
    private readonly FeatureVector tags;
    private readonly FeatureVector people;
    private readonly FeatureVector sources;

    /// <param name="subject">What is compared.</param>
    /// <param name="counts">How rare what is.</param>
    /// <param name="weights">What counts how much.</param>
    /// <param name="isDraft">True where the subject is not among the posts counted.</param>
    public Comparison(PostSignature subject, FeatureCounts counts, RelatedWeights weights, bool isDraft = false)
    {
        (this.counts, this.weights, drafts) = (counts, weights, isDraft ? 1 : 0);
        words = new(subject.Terms.Select(t => (t.Feature, Frequency.Weight(Frequency.InAll(t)) * counts.Rarity(t.Feature, drafts)))
            .Concat(subject.Pairs.Select(p => (p.Feature, weights.Pairs * Frequency.Weight(p.Count) * counts.Rarity(p.Feature, drafts)))));
        titles = new(subject.Terms.Where(t => t.InTitle > 0).Select(t => (t.Feature, InTitle(t) * counts.Rarity(t.Feature, drafts))));
        tags = new(subject.Tags.Select(t => (t, counts.Rarity(t, drafts))));
        people = new(subject.People.Select(p => (p.Feature, Frequency.Weight(p.Mentions) * counts.Rarity(p.Feature, drafts))));
        sources = new(subject.Sources.Select(s => (s, counts.Rarity(s, drafts))));
    }

    /// <summary>The subject's words and pairs, those that tell it from others first.</summary>
    public IEnumerable<(uint Feature, double Weight)> MostTelling => words.Heaviest;

    /// <summary>Whether <see cref="LengthsOf"/> depends on the other post alone, so that it may be kept: not for a draft, and not by weights that enter it and are not the usual ones.</summary>
    public bool HasUsualLengths => drafts == 0 && weights.Pairs == Usual.Pairs && weights.BareTitle == Usual.BareTitle;

    /// <summary>The squared lengths of a post's vectors: a pass over all that it has.</summary>
    public SquaredLengths LengthsOf(PostSignature other)
    {
        double inWords = 0, inTitles = 0, inText = 0, inTags = 0, inPeople = 0, inSources = 0;
        foreach (var term in other.Terms)
        {
            var rarity = RarityOf(term.Feature, words);
            Add(ref inWords, Frequency.Weight(Frequency.InAll(term)) * rarity);
            if (term.InTitle > 0)
                Add(ref inTitles, InTitle(term) * rarity);
            if (term.InText > 0)
                Add(ref inText, Frequency.Weight(term.InText) * rarity);
        }
        foreach (var pair in other.Pairs)
            Add(ref inWords, PairWeight(pair) * RarityOf(pair.Feature, words));
        foreach (var tag in other.Tags)
            Add(ref inTags, RarityOf(tag, tags));
        foreach (var person in other.People)
            Add(ref inPeople, Frequency.Weight(person.Mentions) * RarityOf(person.Feature, people));
        foreach (var source in other.Sources)
            Add(ref inSources, RarityOf(source, sources));
        return new(inWords, inTitles, inText, inTags, inPeople, inSources);

        static void Add(ref double squares, double weight) => squares += weight * weight;
    }

    /// <param name="other">The post to compare with.</param>
    /// <param name="lengths">Its <see cref="LengthsOf"/>.</param>
    /// <param name="linked">One links to the other.</param>
    /// <param name="days">Days between them; null where either has no date.</param>
    public RelatedScore With(PostSignature other, in SquaredLengths lengths, bool linked, double? days)
    {
        double inWords = 0, inTitles = 0, inText = 0, inTags = 0, inPeople = 0, inSources = 0;
        foreach (var term in other.Terms)
        {
            // The words of its title are among the subject's words.
            if (words.Of(term.Feature) is not (> 0 and var mine))
                continue;
            var rarity = counts.Rarity(term.Feature, drafts);
            inWords += Frequency.Weight(Frequency.InAll(term)) * rarity * mine;
            var inMyTitle = titles.Of(term.Feature);
            if (term.InTitle > 0)
                inTitles += InTitle(term) * rarity * inMyTitle;
            if (term.InText > 0)
                inText += Frequency.Weight(term.InText) * rarity * inMyTitle;
        }
        foreach (var pair in other.Pairs)
            AddShared(ref inWords, words, pair.Feature, PairWeight(pair));
        foreach (var tag in other.Tags)
            AddShared(ref inTags, tags, tag, 1);
        foreach (var person in other.People)
            AddShared(ref inPeople, people, person.Feature, Frequency.Weight(person.Mentions));
        foreach (var source in other.Sources)
            AddShared(ref inSources, sources, source, 1);
        return RelatedScore.Of(weights, Cosine(inWords, lengths.Words), Cosine(inTitles, lengths.Titles), Cosine(inText, lengths.Text), Cosine(inTags, lengths.Tags),
            Cosine(inPeople, lengths.People), Cosine(inSources, lengths.Sources), linked, days is { } apart ? Math.Pow(2, -Math.Abs(apart) / weights.NearnessHalfLifeDays) : 0);
    }

    /// <summary>Words and pairs that both have, with what they add, most first; of equals by number.</summary>
    public List<(uint Feature, double Weight)> SharedWords(PostSignature other)
    {
        var shared = new List<(uint Feature, double Weight)>();
        foreach (var term in other.Terms)
            Take(term.Feature, Frequency.InAll(term));
        foreach (var pair in other.Pairs)
            Take(pair.Feature, pair.Count);
        shared.Sort((a, b) => a.Weight != b.Weight ? b.Weight.CompareTo(a.Weight) : a.Feature.CompareTo(b.Feature));
        return shared;

        void Take(uint feature, int count)
        {
            if (words.Of(feature) is > 0 and var mine)
                shared.Add((feature, mine * Frequency.Weight(count) * counts.Rarity(feature, drafts)));
        }
    }

    private void AddShared(ref double product, FeatureVector subject, uint feature, double frequency)
    {
        if (subject.Of(feature) is > 0 and var mine)
            product += frequency * counts.Rarity(feature, drafts) * mine;
    }

    // The subject's vectors have the length 1. 0 where either has no features.
    private static double Cosine(double product, double squares) => squares == 0 ? 0 : Math.Min(1, product / Math.Sqrt(squares));

    private double PairWeight(SignaturePair pair) => weights.Pairs * Frequency.Weight(pair.Count);

    // A figure of speech in a title (a silence of the lambs) tells little of what the post is about: the text does not take it up.
    private double InTitle(SignatureTerm term) => Frequency.Weight(term.InTitle) * (term.InText == 0 ? weights.BareTitle : 1);

    // What a draft has, one more has than was counted.
    private double RarityOf(uint feature, FeatureVector subject) => counts.Rarity(feature, drafts > 0 && subject.Of(feature) > 0 ? drafts : 0);
}
