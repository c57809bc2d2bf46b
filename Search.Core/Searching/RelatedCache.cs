using System.Collections.Concurrent;
using Lucene.Net.Util;
using Search.Core.Facets;
using Search.Core.Indexing;
using Search.Core.Related;

namespace Search.Core.Searching;

/// <summary>A related post as it was worked out.</summary>
internal sealed record FoundRelated(int Document, double Score, IReadOnlyList<string> Reasons);

/// <summary>
/// What relatedness keeps of one generation while it is open: how rare what is, the names that drafts are searched for, and the answers given so far. All of
/// it is made when it is first asked for, and goes with the generation.
/// </summary>
internal sealed class RelatedCache(OpenGeneration generation)
{
    /// <summary>Posts whose answers, signatures and vectors are kept, 5 to 10 kB each; beyond them all are forgotten and worked out anew.</summary>
    private const int MostKept = 4096;

    private readonly Lazy<FeatureCounts> counts = new(() => Count(generation));
    private readonly Lazy<KnownNames> names = new(() => new KnownNames(
        generation.Analysis,
        generation.PeopleBySlug.Values.SelectMany(p => p.Aliases.Prepend(p.Label).Select(name => (p.Slug, name))), generation.TagCatalog.Tags));
    private readonly ConcurrentDictionary<int, IReadOnlyList<FoundRelated>> answers = [];
    private readonly ConcurrentDictionary<int, TextGroup> groups = [];
    private readonly ConcurrentDictionary<int, SquaredLengths> lengths = [];
    private readonly ConcurrentDictionary<int, PostSignature> signatures = [];
    private readonly ConcurrentDictionary<int, WordVector> vectors = [];

    /// <summary>So many places of an answer are kept; who asks for more waits for it to be worked out.</summary>
    public const int KeptPlaces = 20;

    public FeatureCounts Counts => counts.Value;

    public KnownNames Names => names.Value;

    /// <summary>The first <see cref="KeptPlaces"/> of a post by the usual options; null where they are not known yet.</summary>
    public IReadOnlyList<FoundRelated>? Find(int document) => answers.GetValueOrDefault(document);

    public void Keep(int document, IReadOnlyList<FoundRelated> answer) => Keep(answers, document, answer);

    /// <summary>What a post is compared by, for who compares all posts with each other.</summary>
    public PostSignature SignatureOf(int document) => signatures.TryGetValue(document, out var kept) ? kept : Keep(signatures, document, generation.SignatureOf(document));

    /// <summary>A candidate's vector, for who compares all posts with each other by the same weights.</summary>
    public WordVector VectorOf(Candidate candidate, Func<Candidate, WordVector> make) =>
        vectors.TryGetValue(candidate.Document, out var kept) ? kept : Keep(vectors, candidate.Document, make(candidate));

    /// <summary>The lengths of a post's vectors by the usual weights, worked out when they are asked for the first time. 48 bytes each: they stay for all posts.</summary>
    public SquaredLengths LengthsOf(int document, Func<SquaredLengths> work)
    {
        if (!lengths.TryGetValue(document, out var known))
            lengths[document] = known = work();
        return known;
    }

    /// <summary>The group of copies or the series of a document; null for none. Whether it is a series stands in the stored body, which is read once.</summary>
    public TextGroup? GroupOf(int document) => generation.GroupOf[document] < 0 ? null : groups.GetOrAdd(
        document, static (post, from) => new(from.HeadOf(post).Group!, from.BodyOf(post).Series is not null), generation);

    private static T Keep<T>(ConcurrentDictionary<int, T> all, int document, T one)
    {
        if (all.Count >= MostKept)
            all.Clear();
        return all[document] = one;
    }

    private static FeatureCounts Count(OpenGeneration generation)
    {
        var counts = new FeatureCounts(generation.Posts.Cardinality);
        foreach (var leaf in generation.Reader.Leaves)
        {
            var signatures = leaf.AtomicReader.GetBinaryDocValues(IndexFields.Signature);
            var bytes = new BytesRef();
            for (var post = DayColumn.Next(generation.Posts, leaf.DocBase); post >= 0 && post < leaf.DocBase + leaf.AtomicReader.MaxDoc; post = DayColumn.Next(generation.Posts, post + 1))
            {
                signatures.Get(post - leaf.DocBase, bytes);
                counts.Add(PostSignature.FromBytes(bytes.Bytes.AsSpan(bytes.Offset, bytes.Length)));
            }
        }
        return counts;
    }
}
