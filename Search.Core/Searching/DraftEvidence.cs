using Search.Core.Tagging;

namespace Search.Core.Searching;

/// <summary>
/// Gathers for a draft what speaks for each label: what it names (the longest names first), the posts most like it, and the labels that come with
/// what it names. A post of the index is read as a draft by leaving it out of every count.
/// </summary>
/// <remarks>Costs one search for similar posts and one pass over the labels of a hundred of them, whatever the size of the index.</remarks>
internal sealed class DraftEvidence
{
    private const int Near = 10;
    private const int Wide = 40;
    private const int Around = 120;
    private const int Candidates = 160;
    private const int MostNamed = 12;
    private const double MaxLift = 5;

    private readonly OpenGeneration generation;
    private readonly int except;
    private readonly List<(int Document, double Score)> similar;
    private readonly NamedInText named;
    private readonly NamedInText inTitle;
    private readonly NamedInText categories;
    private readonly NamedInText categoriesInTitle;

    public DraftEvidence(OpenGeneration generation, string title, string body, int except, CancellationToken cancel)
    {
        this.generation = generation;
        this.except = except;
        var draft = DraftText.Of(title, body);
        named = generation.Related.Names.In(draft.Whole);
        inTitle = generation.Related.Names.In(draft.Title);
        categories = generation.Suggestions.CategoryNames.In(draft.Whole);
        categoriesInTitle = generation.Suggestions.CategoryNames.In(draft.Title);
        similar = new RelatedReader(generation, new() { Candidates = Candidates }, cancel).Nearest(RelatedSubject.OfDraft(generation, draft, named), Around, except);
    }

    /// <summary>How many posts are the nearest; fewer where few are related at all.</summary>
    public int Nearest => Math.Min(Near, similar.Count);

    public List<LabelEvidence> For(SuggestedColumn column)
    {
        var labels = generation.Suggestions.ColumnOf(column);
        var (counts, title) = column switch
        {
            SuggestedColumn.People => (named.People, inTitle.People),
            SuggestedColumn.Tags => (named.TagCounts, inTitle.TagCounts),
            _ => (categories.TagCounts, categoriesInTitle.TagCounts),
        };
        var tallies = new Dictionary<int, Tally>();
        Count(column, labels, tallies);
        var times = Labelled(column, labels, counts);
        var timesInTitle = Labelled(column, labels, title);
        var mentions = times.Keys.Where(label => PostsWith(labels, label) > 0).OrderBy(label => PostsWith(labels, label)).ThenBy(label => label).ToList();
        foreach (var label in mentions)
            tallies.TryAdd(label, new());
        Accompany(labels, tallies, mentions);
        var evidence = new List<LabelEvidence>();
        var posts = Math.Max(2, generation.Posts.Cardinality - (except >= 0 ? 1 : 0));
        double nearAll = similar.Take(Near).Sum(s => s.Score), wideAll = similar.Take(Wide).Sum(s => s.Score), best = similar.Count > 0 ? similar[0].Score : 1;
        foreach (var (label, tally) in tallies)
        {
            if (!generation.Suggestions.CanBeSuggested(column, label) || PostsWith(labels, label) is not (> 0 and var with))
                continue;
            var expected = similar.Count * (with + 0.5) / (posts + 1);
            evidence.Add(new()
            {
                Label = label,
                Nearest = tally.Near,
                NearestShare = nearAll > 0 ? tally.NearWeight / nearAll : 0,
                WideShare = wideAll > 0 ? tally.WideWeight / wideAll : 0,
                BestLikeness = tally.Best / best,
                Lift = Math.Clamp(Math.Log((tally.Around + 0.5) / (expected + 0.5)), -MaxLift, MaxLift),
                Named = times.GetValueOrDefault(label),
                InTitle = timesInTitle.ContainsKey(label),
                Rarity = 1 - Math.Log(with) / Math.Log(posts),
                WithNamed = tally.WithNamed,
                With = tally.With,
            });
        }
        evidence.Sort((a, b) => a.Label.CompareTo(b.Label));
        return evidence;
    }

    private Dictionary<int, int> Labelled(SuggestedColumn column, LabelledColumn labels, IReadOnlyDictionary<string, int> bySlug)
    {
        var times = new Dictionary<int, int>();
        foreach (var (slug, count) in bySlug)
            if (labels.Slugs.OrdinalOf(slug) is >= 0 and var label && generation.Suggestions.Meant(column, label) is var meant)
                times[meant] = times.GetValueOrDefault(meant) + count;
        return times;
    }

    private void Count(SuggestedColumn column, LabelledColumn labels, Dictionary<int, Tally> tallies)
    {
        for (var place = 0; place < similar.Count; place++)
            foreach (var label in generation.Suggestions.OwnOf(similar[place].Document, column))
            {
                if (!tallies.TryGetValue(label, out var tally))
                {
                    // Beyond the wider circle a label is only counted.
                    if (place >= Wide)
                        continue;
                    tallies.Add(label, tally = new() { Best = similar[place].Score });
                }
                tally.Around++;
                if (place < Wide)
                    tally.WideWeight += similar[place].Score;
                if (place < Near)
                {
                    tally.NearWeight += similar[place].Score;
                    tally.Near++;
                }
            }
    }

    // Labels that come with those named, the rarest of these first.
    private void Accompany(LabelledColumn labels, Dictionary<int, Tally> tallies, List<int> mentions)
    {
        const int floor = 2;
        foreach (var label in mentions.Where(m => PostsWith(labels, m) >= floor).Take(MostNamed))
        {
            var posts = PostsWith(labels, label);
            var documents = labels.Slugs.DocumentsWithAny([label]);
            documents.And(generation.Posts);
            if (except >= 0)
                documents.Clear(except);
            var together = labels.Slugs.CountsIn(documents);
            foreach (var (other, tally) in tallies)
                if (other != label && together[other] >= floor && (double)together[other] / (posts + 1) is var share && share > tally.WithNamed)
                    (tally.WithNamed, tally.With) = (share, label);
        }
    }

    // Without the post that is left out.
    private int PostsWith(LabelledColumn labels, int label) =>
        generation.Suggestions.PostsWith(labels, label) - (except >= 0 && labels.Slugs.Of(except).Contains(label) ? 1 : 0);

    private sealed class Tally
    {
        public int Near;
        public double NearWeight;
        public double WideWeight;
        public int Around;
        public double Best;
        public double WithNamed;
        public int With = -1;
    }
}
