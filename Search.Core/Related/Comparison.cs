using Search.Core.Indexing;

namespace Search.Core.Related;

/// <summary>
/// Compares one post or draft with others by their signatures: cosines of words, titles, tags, people and sources, each weighted by how rare it is among
/// the posts. Made once for a subject; each comparison costs one pass over the other's signature.
/// </summary>
internal sealed class Comparison
{
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

    /// <param name="other">The post to compare with.</param>
    /// <param name="linked">One links to the other.</param>
    /// <param name="days">Days between them; null where either has no date.</param>
    public RelatedScore With(PostSignature other, bool linked, double? days)
    {
        Cosine inWords = default, inTitles = default, inText = default, inTags = default, inPeople = default, inSources = default;
        foreach (var term in other.Terms)
        {
            var mine = words.Of(term.Feature);
            var rarity = RarityOf(term.Feature, mine);
            inWords.Add(mine, Frequency.Weight(Frequency.InAll(term)) * rarity);
            var inMyTitle = mine > 0 ? titles.Of(term.Feature) : 0;
            if (term.InTitle > 0)
                inTitles.Add(inMyTitle, InTitle(term) * rarity);
            if (term.InText > 0)
                inText.Add(inMyTitle, Frequency.Weight(term.InText) * rarity);
        }
        foreach (var pair in other.Pairs)
            AddTo(ref inWords, words, pair.Feature, weights.Pairs * Frequency.Weight(pair.Count));
        foreach (var tag in other.Tags)
            AddTo(ref inTags, tags, tag, 1);
        foreach (var person in other.People)
            AddTo(ref inPeople, people, person.Feature, Frequency.Weight(person.Mentions));
        foreach (var source in other.Sources)
            AddTo(ref inSources, sources, source, 1);
        return RelatedScore.Of(weights, inWords.Value, inTitles.Value, inText.Value, inTags.Value, inPeople.Value, inSources.Value, linked,
            days is { } apart ? Math.Pow(2, -Math.Abs(apart) / weights.NearnessHalfLifeDays) : 0);
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

    private void AddTo(ref Cosine cosine, FeatureVector subject, uint feature, double frequency)
    {
        if (subject.IsEmpty)
            return;
        var mine = subject.Of(feature);
        cosine.Add(mine, frequency * RarityOf(feature, mine));
    }

    // A figure of speech in a title (a silence of the lambs) tells little of what the post is about: the text does not take it up.
    private double InTitle(SignatureTerm term) => Frequency.Weight(term.InTitle) * (term.InText == 0 ? weights.BareTitle : 1);

    // What a draft has, one more has than was counted.
    private double RarityOf(uint feature, double mine) => counts.Rarity(feature, mine > 0 ? drafts : 0);
}
