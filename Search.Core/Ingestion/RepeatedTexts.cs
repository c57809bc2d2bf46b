namespace Search.Core.Ingestion;

/// <summary>What a document of a group is to the others.</summary>
/// <param name="Key">Key of the group's first document, by which the group is named.</param>
/// <param name="CopyOf">Key of the document whose text it has; null for one that is no copy.</param>
/// <param name="Series">Words for the templated series that the group is; null for copies alone.</param>
internal sealed record RepeatedText(string Key, string? CopyOf, string? Series);

/// <summary>
/// Which posts say the same, over the whole collection: copies of one text, and series made from one template (a daily table, a form filled in anew). Known from the
/// sketches of the ledger alone.
/// </summary>
/// <remarks>
/// Candidates by locality-sensitive hashing: 21 bands of three bins, and of the documents that agree in a band each is compared with the first of them and with those next to it; pairs whose
/// sketches are alike are joined (Broder 1997; Leskovec, Rajaraman, Ullman, Mining of Massive Datasets, 3.4). Bands are taken one at a time: memory grows by the sketches and twelve
/// bytes a document.
/// </remarks>
internal sealed class RepeatedTexts
{
    private const int Bands = 21;
    private const int BandBins = 3;
    private const int Neighbours = 6;

    private const double CopyLikeness = 0.5;
    private const double SeriesCopyLikeness = 0.97;
    private const double TemplateLikeness = 0.75;
    private const double TitledTemplateLikeness = 0.3;
    private const int LeastOfSeries = 3;
    private const int MostCompared = 200;

    private readonly Dictionary<string, RepeatedText> byKey = new(StringComparer.Ordinal);

    private readonly Func<DocumentFacts, byte[]> sketchOf;

    private RepeatedTexts(Func<DocumentFacts, byte[]> sketchOf) => this.sketchOf = sketchOf;

    /// <param name="posts">Facts of all posts, in any order.</param>
    /// <param name="sketchOf">The sketch to go by: of the whole text, or of what is left without the sentences that recur.</param>
    public static RepeatedTexts Of(IReadOnlyList<DocumentFacts> posts, Func<DocumentFacts, byte[]> sketchOf)
    {
        var texts = new RepeatedTexts(sketchOf);
        var sketched = posts.Where(post => sketchOf(post).Length == ShingleSketch.Bytes).ToArray();
        Array.Sort(sketched, InOrder);
        var groups = new DisjointSets(sketched.Length);
        texts.Join(sketched, groups);
        foreach (var group in groups.OfSeveral())
            texts.Describe([.. group.Select(i => sketched[i])]);
        return texts;
    }

    /// <summary>What the document is in its group; null for one that stands alone.</summary>
    public RepeatedText? Of(string key) => byKey.GetValueOrDefault(key);

    /// <summary>The documents with one alone of each group.</summary>
    public IReadOnlyList<DocumentFacts> OneOfEach(IReadOnlyList<DocumentFacts> posts) => [.. posts.Where(post => Of(post.Key) is not { } text || text.Key == post.Key)];

    private void Join(DocumentFacts[] posts, DisjointSets groups)
    {
        var order = new int[posts.Length];
        var spare = new int[posts.Length];
        for (var band = 0; band < Bands; band++)
        {
            var offset = ShingleSketch.Bins + band * BandBins;
            for (var i = 0; i < order.Length; i++)
                order[i] = i;
            for (var bin = 0; bin < BandBins; bin++)
            {
                SortByBin(posts, order, spare, offset + bin);
                (order, spare) = (spare, order);
            }
            for (var start = 0; start < order.Length;)
            {
                var bins = BinsAt(order[start]);
                var end = start + 1;
                while (end < order.Length && BinsAt(order[end]).SequenceEqual(bins))
                    end++;
                // Empty bins say nothing.
                if (end - start > 1 && bins.ContainsAnyExcept((byte)0))
                    Compare(posts, order.AsSpan(start, end - start), groups);
                start = end;
            }

            ReadOnlySpan<byte> BinsAt(int post) => sketchOf(posts[post]).AsSpan(offset, BandBins);
        }
    }

    // Counting sort: it takes a step a post, and leaves posts of one bin in the order they were in.
    private void SortByBin(DocumentFacts[] posts, int[] order, int[] sorted, int bin)
    {
        Span<int> starts = stackalloc int[257];
        starts.Clear();
        foreach (var post in order)
            starts[sketchOf(posts[post])[bin] + 1]++;
        for (var value = 1; value < 256; value++)
            starts[value] += starts[value - 1];
        foreach (var post in order)
            sorted[starts[sketchOf(posts[post])[bin]]++] = post;
    }

    private void Compare(DocumentFacts[] posts, ReadOnlySpan<int> bucket, DisjointSets groups)
    {
        for (var i = 1; i < bucket.Length; i++)
        {
            JoinWhereAlike(posts, bucket[0], bucket[i], groups);
            for (var j = Math.Max(1, i - Neighbours); j < i; j++)
                JoinWhereAlike(posts, bucket[j], bucket[i], groups);
        }
    }

    private void JoinWhereAlike(DocumentFacts[] posts, int a, int b, DisjointSets groups)
    {
        if (groups.AreJoined(a, b))
            return;
        byte[] first = sketchOf(posts[a]), second = sketchOf(posts[b]);
        var masked = ShingleSketch.Likeness(first, second, masked: true);
        if (masked >= TemplateLikeness
            || (masked >= TitledTemplateLikeness && SeriesName.AreAlike(posts[a].Title, posts[b].Title))
            || (masked >= CopyLikeness && ShingleSketch.Likeness(first, second, masked: false) >= CopyLikeness))
            groups.Join(a, b);
    }

    // Oldest first, as the list is; what it is a copy of is the oldest that it is like.
    private void Describe(List<DocumentFacts> group)
    {
        var copies = Copies(group, CopyLikeness);
        string? series = null;
        if (group.Count - copies.Count >= LeastOfSeries)
        {
            copies = Copies(group, SeriesCopyLikeness);
            series = SeriesName.Of([.. group.Select(post => post.Title)]);
        }
        foreach (var post in group)
            byKey[post.Key] = new RepeatedText(group[0].Key, copies.GetValueOrDefault(post.Key), series);
    }

    private Dictionary<string, string> Copies(List<DocumentFacts> group, double likeness)
    {
        var copies = new Dictionary<string, string>(StringComparer.Ordinal);
        var originals = new List<DocumentFacts>();
        foreach (var post in group)
        {
            if (originals.TakeLast(MostCompared).FirstOrDefault(original => ShingleSketch.Likeness(sketchOf(original), sketchOf(post), masked: false) >= likeness) is { } found)
                copies[post.Key] = found.Key;
            else
                originals.Add(post);
        }
        return copies;
    }

    // Undated ones last.
    private static int InOrder(DocumentFacts a, DocumentFacts b)
    {
        var byDate = (a.Instant == long.MinValue ? long.MaxValue : a.Instant).CompareTo(b.Instant == long.MinValue ? long.MaxValue : b.Instant);
        return byDate != 0 ? byDate : string.CompareOrdinal(a.Key, b.Key);
    }
}
