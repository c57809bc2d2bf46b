using System.Runtime.InteropServices;

namespace Search.Core.Ingestion;

/// <summary>What a document of a group is to the others.</summary>
/// <param name="First">The group's first document, by which the group is named.</param>
/// <param name="CopyOf">The document whose text it has; null for one that is no copy.</param>
/// <param name="Series">Words for the templated series that the group is; null for copies alone.</param>
internal sealed record RepeatedText(DocumentFacts First, DocumentFacts? CopyOf, string? Series);

/// <summary>
/// Which posts say the same, over the whole collection: copies of one text, and series made from one template (a daily table, a form filled in anew). Known from the
/// sketches of the ledger alone.
/// </summary>
/// <remarks>
/// Candidates by locality-sensitive hashing: 21 bands of three bins, and of the documents that agree in a band each is compared with the first of them and with those next to it; pairs whose
/// sketches are alike are joined (Broder 1997; Leskovec, Rajaraman, Ullman, Mining of Massive Datasets, 3.4). Bands are taken one at a time: while it works, memory grows by the sketches and
/// some forty bytes a document; afterwards by eight bytes a document.
/// </remarks>
internal sealed class RepeatedTexts
{
    private const int Bands = 21;
    private const int BandBins = 3;
    private const int Neighbours = 6;

    private const double CopyLikeness = 0.5;

    // Two programmes with one long description under each, or one form filled in with other news, agree in as many of their words as of their runs; a copy in nearly all words.
    private const double CopyWordLikeness = 0.8;
    private const double SeriesCopyLikeness = 0.97;
    private const double TemplateLikeness = 0.75;
    private const double TitledTemplateLikeness = 0.3;
    private const int LeastOfSeries = 3;
    private const int MostCompared = 200;
    private const int None = -1;

    private readonly IReadOnlyList<DocumentFacts> documents;
    private readonly int[] firstOf;
    private readonly int[] copyOf;
    private readonly Dictionary<int, string> series = [];

    private RepeatedTexts(IReadOnlyList<DocumentFacts> documents)
    {
        this.documents = documents;
        (firstOf, copyOf) = (new int[documents.Count], new int[documents.Count]);
        Array.Fill(firstOf, None);
        Array.Fill(copyOf, None);
    }

    /// <param name="documents">Facts of all documents by their numbers; those that are no posts count for nothing.</param>
    /// <param name="own">Goes by what is left of a text without the sentences that recur, and not by the whole of it.</param>
    public static RepeatedTexts Of(IReadOnlyList<DocumentFacts> documents, bool own)
    {
        var texts = new RepeatedTexts(documents);
        var sketched = new Sketched(documents, own);
        var groups = new DisjointSets(sketched.Count);
        Join(sketched, groups);
        foreach (var group in groups.OfSeveral())
            texts.Describe(sketched, group);
        return texts;
    }

    /// <summary>What the document is in its group; null for one that stands alone.</summary>
    public RepeatedText? Of(DocumentFacts document)
    {
        if (firstOf[document.Number] is var first && first == None)
            return null;
        var original = copyOf[document.Number];
        return new(documents[first], original == None ? null : documents[original], series.GetValueOrDefault(first));
    }

    /// <summary>False for a document of a group that is not its first: one of each group speaks for all.</summary>
    public bool SpeaksForItself(DocumentFacts document) => firstOf[document.Number] is var first && (first == None || first == document.Number);

    private static void Join(Sketched posts, DisjointSets groups)
    {
        var order = new int[posts.Count];
        var spare = new int[posts.Count];
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

            ReadOnlySpan<byte> BinsAt(int post) => posts.Sketch(post).Slice(offset, BandBins);
        }
    }

    // Counting sort: it takes a step a post, and leaves posts of one bin in the order they were in.
    private static void SortByBin(Sketched posts, int[] order, int[] sorted, int bin)
    {
        Span<int> starts = stackalloc int[257];
        starts.Clear();
        foreach (var post in order)
            starts[posts.Sketch(post)[bin] + 1]++;
        for (var value = 1; value < 256; value++)
            starts[value] += starts[value - 1];
        foreach (var post in order)
            sorted[starts[posts.Sketch(post)[bin]]++] = post;
    }

    private static void Compare(Sketched posts, ReadOnlySpan<int> bucket, DisjointSets groups)
    {
        for (var i = 1; i < bucket.Length; i++)
        {
            JoinWhereAlike(posts, bucket[0], bucket[i], groups);
            for (var j = Math.Max(1, i - Neighbours); j < i; j++)
                JoinWhereAlike(posts, bucket[j], bucket[i], groups);
        }
    }

    private static void JoinWhereAlike(Sketched posts, int a, int b, DisjointSets groups)
    {
        if (groups.AreJoined(a, b))
            return;
        ReadOnlySpan<byte> first = posts.Sketch(a), second = posts.Sketch(b);
        var masked = ShingleSketch.Likeness(first, second, SketchPart.RunsOfTemplate);
        if (masked >= TemplateLikeness
            || (masked >= TitledTemplateLikeness && SeriesName.AreAlike(posts.TitleWords(a), posts.TitleWords(b)))
            || (masked >= CopyLikeness && IsCopy(first, second, CopyLikeness)))
            groups.Join(a, b);
    }

    private static bool IsCopy(ReadOnlySpan<byte> first, ReadOnlySpan<byte> second, double likeness) =>
        ShingleSketch.Likeness(first, second, SketchPart.Runs) >= likeness && ShingleSketch.Likeness(first, second, SketchPart.Words) >= CopyWordLikeness;

    // Oldest first, as the list is; what it is a copy of is the oldest that it is like.
    private void Describe(Sketched posts, IReadOnlyList<int> group)
    {
        var copies = Copies(posts, group, CopyLikeness);
        if (group.Count - copies.Count >= LeastOfSeries)
        {
            var first = posts.Number(group[0]);
            foreach (var post in group)
                firstOf[posts.Number(post)] = first;
            copies = Copies(posts, group, SeriesCopyLikeness);
            series.Add(first, SeriesName.Of([.. group.Select(post => documents[posts.Number(post)].Details.Title)]));
        }
        foreach (var (copy, original) in copies)
        {
            var (number, of) = (posts.Number(copy), posts.Number(original));
            copyOf[number] = of;
            // Two that are alike and neither copies nor a series stand alone.
            if (firstOf[of] == None)
                firstOf[of] = of;
            firstOf[number] = firstOf[of];
        }
    }

    private static List<(int Copy, int Original)> Copies(Sketched posts, IReadOnlyList<int> group, double likeness)
    {
        var copies = new List<(int, int)>();
        var originals = new List<int>();
        foreach (var post in group)
        {
            var found = None;
            for (var i = Math.Max(0, originals.Count - MostCompared); i < originals.Count && found == None; i++)
                if (IsCopy(posts.Sketch(originals[i]), posts.Sketch(post), likeness))
                    found = originals[i];
            if (found == None)
                originals.Add(post);
            else
                copies.Add((post, found));
        }
        return copies;
    }

    /// <summary>The posts that have a sketch, oldest first, undated ones last; of one date in the order of the sources.</summary>
    private sealed class Sketched
    {
        private readonly int[] numbers;
        private readonly byte[] sketches;
        private readonly uint[]?[] titles;
        private readonly IReadOnlyList<DocumentFacts> documents;

        public Sketched(IReadOnlyList<DocumentFacts> documents, bool own)
        {
            numbers = [.. documents.Where(document => document.HasSketch).Select(document => document.Number)];
            Array.Sort(numbers, (a, b) =>
            {
                long first = documents[a].Instant, second = documents[b].Instant;
                var byDate = (first == long.MinValue ? long.MaxValue : first).CompareTo(second == long.MinValue ? long.MaxValue : second);
                return byDate != 0 ? byDate : a.CompareTo(b);
            });
            sketches = new byte[(long)numbers.Length * ShingleSketch.Bytes];
            titles = new uint[numbers.Length][];
            this.documents = documents;
            for (var i = 0; i < numbers.Length; i++)
            {
                var document = documents[numbers[i]];
                // A text of which too little is left has no sketch, and is like none.
                var sketch = own && document.OwnSketch is { } left ? left : document.Details.Sketch;
                sketch.CopyTo(sketches, (long)i * ShingleSketch.Bytes);
            }
        }

        public int Count => numbers.Length;

        public int Number(int post) => numbers[post];

        public ReadOnlySpan<byte> Sketch(int post) => MemoryMarshal.CreateReadOnlySpan(ref sketches[(long)post * ShingleSketch.Bytes], ShingleSketch.Bytes);

        public ReadOnlySpan<uint> TitleWords(int post) => titles[post] ??= SeriesName.WordsOf(documents[numbers[post]].Details.Title);
    }
}
