using System.Collections.Concurrent;
using Search.Core.Model;
using Search.Core.Tagging;

namespace Search.Core.Searching;

/// <summary>
/// What suggesting labels for drafts keeps of one generation while it is open: names of categories, counts of labels, and how sure which evidence is,
/// learned from some of the posts themselves. All of it is made when it is first asked for; a few kilobytes beside the counts.
/// </summary>
internal sealed class SuggestionCache(OpenGeneration generation)
{
    /// <summary>Posts that the models are learned from. Of half as many they are worse calibrated (0.079 instead of 0.029), of twice as many no better.</summary>
    public const int Sample = 100;

    private const int FewestPosts = 12;

    private readonly Lazy<KnownNames> categoryNames = new(() => new KnownNames(generation.Analysis, [], Enumerable.Range(0, generation.Categories.Slugs.Count)
        .Select(generation.Categories.LabelOf).Select(label => new KnownTag { Slug = label.Slug, Label = label.Text })));
    private readonly ConcurrentDictionary<LabelledColumn, int[]> counts = [];
    private readonly Lazy<Task<SuggestionModel[]>> models = new(() => Task.Run(() => LearnWhileOpen(generation)));

    private readonly Lazy<Dictionary<int, int>> meantTags = new(() => SlipsOf(generation));

    public KnownNames CategoryNames => categoryNames.Value;

    public LabelledColumn ColumnOf(SuggestedColumn column) => column switch
    {
        SuggestedColumn.Tags => generation.Tags,
        SuggestedColumn.Categories => generation.Categories,
        _ => generation.People,
    };

    public int PostsWith(LabelledColumn labels, int label) => counts.GetOrAdd(labels, l => l.Slugs.CountsIn(generation.Posts))[label];

    /// <summary>The label that is meant by one: of a misspelt tag the tag that it is a slip of, otherwise itself.</summary>
    public int Meant(SuggestedColumn column, int label) => column == SuggestedColumn.Tags ? meantTags.Value.GetValueOrDefault(label, label) : label;

    public bool CanBeSuggested(SuggestedColumn column, int label) =>
        column != SuggestedColumn.Tags || Meant(column, label) == label && generation.TagCatalog.BySlug(generation.Tags.Slugs.SlugOf(label)) is not ({ Boilerplate: true } or { Kind: TagKind.Heading });

    /// <summary>True where a post's author gave it the label, or it names the person.</summary>
    public bool Has(int document, SuggestedColumn column, string slug) => OwnOf(document, column).Contains(ColumnOf(column).Slugs.OrdinalOf(slug));

    /// <summary>The labels that are meant by those of a document; slips count for what they are slips of.</summary>
    public HashSet<int> OwnOf(int document, SuggestedColumn column)
    {
        var own = new HashSet<int>();
        foreach (var label in ColumnOf(column).Slugs.Of(document))
            own.Add(Meant(column, label));
        return own;
    }

    /// <summary>The first question waits until the models are learned. That goes on when the question is given up, so that the next finds them ready.</summary>
    public SuggestionModel ModelOf(SuggestedColumn column, CancellationToken cancel)
    {
        models.Value.Wait(cancel);
        return models.Value.Result[(int)column];
    }

    // Evenly spread over the years, and the same for the same content.
    public List<int> SampledPosts()
    {
        var posts = generation.NewestFirst.Where(generation.Posts.Get).ToList();
        var step = Math.Max(1.0, (double)posts.Count / Sample);
        return [.. Enumerable.Range(0, Math.Min(Sample, posts.Count)).Select(i => posts[(int)(i * step)])];
    }

    private static Dictionary<int, int> SlipsOf(OpenGeneration generation)
    {
        var slips = new Dictionary<int, int>();
        foreach (var tag in generation.TagCatalog.Tags)
            if (generation.TagCatalog.SlipOf(tag) is { } right && generation.Tags.Slugs.OrdinalOf(tag.Slug) is >= 0 and var slip && generation.Tags.Slugs.OrdinalOf(right.Slug) is >= 0 and var meant)
                slips[slip] = meant;
        return slips;
    }

    private static SuggestionModel[] LearnWhileOpen(OpenGeneration generation)
    {
        if (!generation.TryUse())
            return Array.ConvertAll(Enum.GetValues<SuggestedColumn>(), _ => SuggestionModel.Usual);
        try
        {
            return generation.Suggestions.Learn();
        }
        finally
        {
            generation.Release();
        }
    }

    private SuggestionModel[] Learn()
    {
        var columns = Enum.GetValues<SuggestedColumn>();
        if (generation.Posts.Cardinality < FewestPosts)
            return Array.ConvertAll(columns, _ => SuggestionModel.Usual);
        // In the order of the sample, so that sums come out the same each time.
        var evidence = SampledPosts().AsParallel().AsOrdered().Select(document => Array.ConvertAll(columns, Examples(document))).ToList();
        return Array.ConvertAll(columns, column => SuggestionModel.Fit([.. evidence.SelectMany(e => e[(int)column])]));
    }

    private Converter<SuggestedColumn, List<(LabelEvidence, bool)>> Examples(int document)
    {
        var post = generation.BodyOf(document).Post!;
        var draft = new DraftEvidence(generation, post.Title, post.Text, document, CancellationToken.None);
        // A post without labels says that nobody labelled it, not that none fits.
        return column => OwnOf(document, column) is { Count: > 0 } own ? [.. draft.For(column).Select(evidence => (evidence, own.Contains(evidence.Label)))] : [];
    }
}
