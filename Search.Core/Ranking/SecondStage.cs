using Lucene.Net.Index;
using Search.Core.Indexing;

namespace Search.Core.Ranking;

/// <summary>
/// Looks closer at the best few hundred documents of the first stage: which of the query's words stand in the title, in what order, and how near
/// to each other they stand in the text. Reads positions only of these documents; decides nothing about what matches.
/// </summary>
internal sealed class SecondStage
{
    /// <summary>Of longer queries only so many of the words that tell most are looked at: a pasted page is no phrase.</summary>
    private const int MaxWords = 48;

    /// <summary>Places of one word in one text that are looked at.</summary>
    private const int MaxPlaces = 256;

    /// <summary>Words further apart than this have nothing to do with each other.</summary>
    private const int Window = 8;

    // So much nearness counts half.
    private const float NearnessSaturation = 1.5f;

    private readonly IndexReader reader;
    private readonly List<QueryWord> words;
    private readonly float allIdf;
    private readonly bool isCut;

    public SecondStage(IndexReader reader, IReadOnlyList<QueryWord> words)
    {
        this.reader = reader;
        isCut = words.Count > MaxWords;
        this.words = isCut
            ? [.. words.OrderByDescending(w => w.Idf).ThenBy(w => w.Place).Take(MaxWords).OrderBy(w => w.Place)]
            : [.. words];
        allIdf = words.Where(w => w.Idf > 0).DistinctBy(w => w.Stem, StringComparer.Ordinal).Sum(w => w.Idf);
    }

    /// <summary>Evidence for each document, in the order given.</summary>
    public Evidence[] Of(IReadOnlyList<int> documents)
    {
        var evidence = new Evidence[documents.Count];
        if (allIdf == 0 && words.Count == 0)
            return evidence;
        var order = Enumerable.Range(0, documents.Count).OrderBy(i => documents[i]).ToArray();
        for (var next = 0; next < order.Length;)
        {
            var leaf = reader.Leaves[ReaderUtil.SubIndex(documents[order[next]], reader.Leaves)];
            var places = new LeafPlaces(leaf.AtomicReader, words);
            for (; next < order.Length && documents[order[next]] < leaf.DocBase + leaf.AtomicReader.MaxDoc; next++)
                evidence[order[next]] = Of(places, documents[order[next]] - leaf.DocBase);
        }
        return evidence;
    }

    private Evidence Of(LeafPlaces places, int document)
    {
        places.MoveTo(document);
        var (share, order, isTitle) = InTitle(places, document);
        return new(share, order, isTitle, NearnessIn(places));
    }

    private (float Share, float Order, bool IsTitle) InTitle(LeafPlaces places, int document)
    {
        var length = places.TitleLength(document);
        if (length == 0)
            return default;
        float found = 0, pairs = 0, pairsFound = 0;
        var wordsFound = 0;
        var isTitle = !isCut && length == words.Count;
        for (var i = 0; i < words.Count; i++)
        {
            var here = places.Title(i);
            isTitle &= here.Contains(i);
            if (here.Count > 0 && places.IsFirstOfStem(i))
            {
                found += words[i].Idf;
                wordsFound++;
            }
            if (i == 0 || words[i].Place != words[i - 1].Place + 1)
                continue;
            var weight = words[i].Idf + words[i - 1].Idf;
            pairs += weight;
            if (here.Count > 0 && AreNeighbours(places.Title(i - 1), here))
                pairsFound += weight;
        }
        var share = allIdf == 0 ? 0 : found / allIdf * (0.5f + 0.5f * Math.Min(1, (float)wordsFound / length));
        return (share, pairs == 0 ? 0 : pairsFound / pairs, isTitle);
    }

    private static bool AreNeighbours(List<int> first, List<int> second)
    {
        foreach (var place in first)
            if (second.Contains(place + 1))
                return true;
        return false;
    }

    // Pairs of words that follow each other in the query, function words between them left out: each meeting in the text counts by how much the
    // distance differs from the query's, and the sum saturates as term frequency does.
    private float NearnessIn(LeafPlaces places)
    {
        float all = 0, near = 0;
        var before = -1;
        for (var i = 0; i < words.Count; i++)
        {
            if (words[i].Idf == 0)
                continue;
            if (before >= 0 && words[i].Stem != words[before].Stem)
            {
                var weight = Math.Min(words[i].Idf, words[before].Idf);
                var meetings = Meetings(places.Prose(before), places.Prose(i), words[i].Place - words[before].Place);
                all += weight;
                near += weight * meetings / (meetings + NearnessSaturation);
            }
            before = i;
        }
        return all == 0 ? 0 : near / all;
    }

    private static float Meetings(List<int> first, List<int> second, int wanted)
    {
        float sum = 0;
        var from = 0;
        foreach (var place in first)
        {
            while (from < second.Count && second[from] < place - Window)
                from++;
            var best = 0f;
            for (var j = from; j < second.Count && second[j] <= place + Window; j++)
                if (second[j] != place)
                    best = Math.Max(best, 1f / (1 + Math.Abs(second[j] - place - wanted)));
            sum += best;
        }
        return sum;
    }

    /// <summary>Places of the query's words in the documents of one segment, going forward.</summary>
    private sealed class LeafPlaces
    {
        private readonly NumericDocValues? titleLengths;
        private readonly DocsAndPositionsEnum?[] titles;
        private readonly DocsAndPositionsEnum?[] surfaces;
        private readonly DocsAndPositionsEnum?[] stems;
        private readonly List<int>[] titlePlaces;
        private readonly List<int>[] prosePlaces;
        private readonly int[] firstOfStem;

        public LeafPlaces(AtomicReader reader, List<QueryWord> words)
        {
            titleLengths = reader.GetNormValues(IndexFields.Title);
            firstOfStem = [.. words.Select(w => words.FindIndex(o => o.Stem == w.Stem))];
            titles = new DocsAndPositionsEnum?[words.Count];
            surfaces = new DocsAndPositionsEnum?[words.Count];
            stems = new DocsAndPositionsEnum?[words.Count];
            titlePlaces = [.. words.Select(_ => new List<int>())];
            prosePlaces = [.. words.Select(_ => new List<int>())];
            for (var i = 0; i < words.Count; i++)
            {
                if (firstOfStem[i] != i)
                    continue;
                titles[i] = reader.GetTermPositionsEnum(new Term(IndexFields.Title, words[i].Stem));
                // Function words are many: they count in titles only.
                if (words[i].Idf == 0)
                    continue;
                surfaces[i] = !words[i].StemIsWord ? null : reader.GetTermPositionsEnum(new Term(IndexFields.Prose, words[i].Stem));
                stems[i] = reader.GetTermPositionsEnum(new Term(IndexFields.Prose, IndexFields.StemInProse(words[i].Stem)));
            }
        }

        public bool IsFirstOfStem(int word) => firstOfStem[word] == word;

        public List<int> Title(int word) => titlePlaces[firstOfStem[word]];

        public List<int> Prose(int word) => prosePlaces[firstOfStem[word]];

        public int TitleLength(int document) => titleLengths is null ? 0 : LengthCode.Decode((byte)titleLengths.Get(document));

        public void MoveTo(int document)
        {
            for (var i = 0; i < titles.Length; i++)
            {
                titlePlaces[i].Clear();
                prosePlaces[i].Clear();
                Read(titles[i], document, titlePlaces[i]);
                Read(surfaces[i], document, prosePlaces[i]);
                var surfaceCount = prosePlaces[i].Count;
                Read(stems[i], document, prosePlaces[i]);
                if (surfaceCount > 0 && prosePlaces[i].Count > surfaceCount)
                    prosePlaces[i].Sort();
            }
        }

        private static void Read(DocsAndPositionsEnum? places, int document, List<int> into)
        {
            if (places is null || places.DocID > document || places.DocID < document && places.Advance(document) != document)
                return;
            for (var left = Math.Min(places.Freq, MaxPlaces); left > 0; left--)
                into.Add(places.NextPosition());
        }
    }
}
