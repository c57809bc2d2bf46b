using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Lucene.Net.Index;
using Search.Core.Indexing;
using Search.Core.Ranking;
using Search.Core.Searching;

namespace Search.Core.StaticSearch;

/// <summary>
/// Writes a generation as files that a page can search by itself, where no service can run: a description, columns of all documents, shards of
/// stems with what both stages of ranking need, and shards of what hits show. A page loads the description, the columns and the shards of its words.
/// </summary>
internal sealed class StaticIndexWriter(OpenGeneration generation, string folder, CancellationToken cancel)
{
    /// <summary>Documents in a shard of those.</summary>
    private const int DocumentsTogether = 2;

    private const int TermShardBytes = 3_000;
    private const int PlaceShardBytes = 2_000;
    private const int StemShards = 128;

    private static readonly JsonWriterOptions Compact = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly TermReader terms = new(generation);

    public int Write()
    {
        foreach (var name in new[] { "terms", "places", "docs" })
            Directory.CreateDirectory(Path.Combine(folder, name));
        var shards = WriteTerms();
        WriteColumns();
        WriteDocuments();
        NearPosts.Write(generation, Path.Combine(folder, "near"), cancel);
        if (generation.Analysis.Language.Code != "en")
            WriteStems();
        WriteDescription(shards);
        return generation.NewestFirst.Length;
    }

    // The shards of places are the smaller ones: each term says whether its places begin the next.
    private List<string> WriteTerms()
    {
        var firsts = new List<string>();
        var (shard, places) = (new ShardWriter(), new ShardWriter());
        var placeShards = 0;
        var stems = terms.Stems();
        var besides = new Besides(generation);
        var (neighbours, named) = (besides.ByStem(stems, cancel), besides.NamesByStem());
        var last = "";
        // Names begin with words that no text need have.
        foreach (var stem in stems.Union(named.Keys, StringComparer.Ordinal).Order(StringComparer.Ordinal))
        {
            cancel.ThrowIfCancellationRequested();
            var (entry, entryPlaces) = (new ShardWriter(), new ShardWriter());
            entry.Text(stem);
            entry.Number(terms.Frequency(IndexFields.Ranked, stem));
            entry.Number(terms.Frequency(IndexFields.RankedQuote, stem));
            WritePostings(terms.Postings(stem), entry, entryPlaces);
            Besides.Write(entry, neighbours.GetValueOrDefault(stem));
            Besides.Write(entry, named.GetValueOrDefault(stem));
            if (shard.Length > 0 && shard.Length + entry.Length > TermShardBytes)
            {
                ClosePlaces();
                CloseTerms();
            }
            var isNext = places.Length > 0 && places.Length + entryPlaces.Length > PlaceShardBytes;
            if (isNext)
                ClosePlaces();
            if (shard.Length == 0)
            {
                firsts.Add(ShortestAfter(last, stem));
                shard.Number(placeShards);
            }
            shard.Append(entry);
            shard.Byte(isNext ? (byte)1 : (byte)0);
            places.Number(entryPlaces.Length);
            places.Append(entryPlaces);
            last = stem;
        }
        ClosePlaces();
        CloseTerms();
        return firsts;

        void ClosePlaces()
        {
            if (places.Length > 0)
                places.WriteTo(In("places", placeShards++, "bin"));
            places = new();
        }

        void CloseTerms()
        {
            if (shard.Length > 0)
                shard.WriteTo(In("terms", firsts.Count - 1, "bin"));
            shard = new();
        }
    }

    // As much of a stem as tells it from the one before it: the list of shards is loaded by every page.
    private static string ShortestAfter(string last, string stem)
    {
        var length = 0;
        while (length < last.Length && length < stem.Length && last[length] == stem[length])
            length++;
        length += length < stem.Length && char.IsHighSurrogate(stem[length]) ? 2 : 1;
        return stem[..Math.Min(length, stem.Length)];
    }

    // Documents by their differences; times once more for those with a title, which few have.
    private static void WritePostings(SortedDictionary<int, TermPosting> postings, ShardWriter entry, ShardWriter places)
    {
        entry.Number(postings.Count);
        var last = -1;
        foreach (var document in postings.Keys)
        {
            entry.Number(document - last - 1);
            last = document;
        }
        foreach (var posting in postings.Values)
            entry.Number(((long)posting.Times << 1) | (posting.Title.Count > 0 ? 1L : 0));
        foreach (var posting in postings.Values.Where(posting => posting.Title.Count > 0))
            entry.Rising(posting.Title);
        foreach (var posting in postings.Values)
            places.Rising(posting.Prose);
    }

    private void WriteColumns()
    {
        var columns = new ShardWriter();
        var order = generation.NewestFirst;
        foreach (var document in order)
            columns.Byte((byte)(generation.Posts.Get(document) ? 1 : 0));
        foreach (var document in order)
            columns.Byte(LengthOf(IndexFields.RankedOf(generation.Posts.Get(document) ? Model.DocumentKind.Post : Model.DocumentKind.Quote), document));
        foreach (var document in order)
            columns.Byte(LengthOf(IndexFields.Title, document));
        // Newest first, so that differences are small; those without a date come last.
        var last = order.Length > 0 ? generation.Days.InstantOf(order[0]) : 0;
        foreach (var document in order)
        {
            var instant = generation.Days.InstantOf(document);
            columns.Number(instant == long.MinValue ? 0 : last - instant + 1);
            last = instant == long.MinValue ? last : instant;
        }
        WriteGroups(columns);
        columns.WriteTo(Path.Combine(folder, "columns.bin"));
    }

    // 0 for none, 1 for the first of a group, otherwise how many groups were seen since it was: most copies follow each other closely.
    private void WriteGroups(ShardWriter columns)
    {
        var recent = new List<int>();
        foreach (var group in generation.NewestFirst.Select(document => generation.GroupOf[document]))
        {
            var at = group < 0 ? -1 : recent.IndexOf(group);
            columns.Number(group < 0 ? 0 : at < 0 ? 1 : at + 2);
            if (group < 0)
                continue;
            if (at >= 0)
                recent.RemoveAt(at);
            recent.Insert(0, group);
        }
    }

    private byte LengthOf(string field, int document)
    {
        var leaf = generation.Reader.Leaves[ReaderUtil.SubIndex(document, generation.Reader.Leaves)];
        return leaf.AtomicReader.GetNormValues(field) is { } norms ? (byte)norms.Get(document - leaf.DocBase) : (byte)0;
    }

    private void WriteDocuments()
    {
        var order = generation.NewestFirst;
        for (var first = 0; first < order.Length; first += DocumentsTogether)
        {
            cancel.ThrowIfCancellationRequested();
            using var file = File.Create(In("docs", first / DocumentsTogether, "json"));
            using var json = new Utf8JsonWriter(file, Compact);
            json.WriteStartArray();
            foreach (var document in order.Skip(first).Take(DocumentsTogether))
            {
                var head = generation.HeadOf(document);
                json.WriteStartObject();
                json.WriteString("id", head.Id);
                json.WriteString("kind", generation.Posts.Get(document) ? "post" : "quote");
                json.WriteString("title", head.Title);
                json.WriteString("url", head.Url);
                if (head.Date is { } date)
                    json.WriteString("date", date);
                json.WriteString("excerpt", head.Excerpt);
                if (head.SpeakerSlug is { } speaker)
                {
                    json.WriteStartObject("speaker");
                    json.WriteString("label", generation.People.LabelOf(speaker).Text);
                    json.WriteEndObject();
                }
                json.WriteEndObject();
            }
            json.WriteEndArray();
        }
    }

    // Where the page has no stemmer for the language: the stem of every word of the collection, by a hash that the page computes as well.
    private void WriteStems()
    {
        Directory.CreateDirectory(Path.Combine(folder, "stems"));
        var shards = Enumerable.Range(0, StemShards).Select(_ => new SortedDictionary<string, string>(StringComparer.Ordinal)).ToArray();
        foreach (var surface in Surfaces())
            if (generation.Analysis.Stems(surface) is [var stem] && stem.Term != surface)
                shards[StaticSite.ShardOf(surface, StemShards)][surface] = stem.Term;
        for (var i = 0; i < shards.Length; i++)
        {
            using var file = File.Create(In("stems", i, "json"));
            using var json = new Utf8JsonWriter(file, Compact);
            json.WriteStartObject();
            foreach (var (surface, stem) in shards[i])
                json.WriteString(surface, stem);
            json.WriteEndObject();
        }
    }

    private IEnumerable<string> Surfaces()
    {
        var terms = MultiFields.GetTerms(generation.Reader, IndexFields.Words)?.GetEnumerator();
        while (terms?.MoveNext() == true)
            yield return terms.Term.Utf8ToString();
    }

    private void WriteDescription(List<string> shards)
    {
        var profile = generation.Profile;
        using var file = File.Create(Path.Combine(folder, "index.json"));
        using var json = new Utf8JsonWriter(file, Compact);
        json.WriteStartObject();
        json.WriteNumber("version", 1);
        json.WriteString("generation", generation.Manifest.Id);
        json.WriteString("language", generation.Analysis.Language.Code);
        json.WriteNumber("documents", generation.NewestFirst.Length);
        json.WriteNumber("documentsTogether", DocumentsTogether);
        json.WriteNumber("stemShards", generation.Analysis.Language.Code == "en" ? 0 : StemShards);
        Field("posts", IndexFields.Ranked);
        Field("quotes", IndexFields.RankedQuote);
        json.WriteNumber("k1", profile.K1);
        json.WriteNumber("b", profile.B);
        json.WriteNumber("rescored", profile.Rescored);
        json.WriteNumber("titleShare", profile.TitleShare);
        json.WriteNumber("titleOrder", profile.TitleOrder);
        json.WriteNumber("exactTitle", profile.ExactTitle);
        json.WriteNumber("nearness", profile.Nearness);
        json.WriteNumber("quoteShare", profile.QuoteShare);
        json.WriteStartObject("likeness");
        json.WriteNumber("weight", profile.Likeness);
        json.WriteNumber("models", profile.LikenessModels);
        json.WriteNumber("steepness", profile.LikenessSteepness);
        json.WriteNumber("leastPosts", Likeness.LeastPosts);
        json.WriteNumber("together", NearPosts.Together);
        json.WriteEndObject();
        json.WriteStartArray("recency");
        json.WriteNumberValue(generation.NewestFirst is [var first, ..] ? generation.Days.InstantOf(first) : 0);
        json.WriteNumberValue(generation.Recency.NewestInstant);
        json.WriteNumberValue(profile.RecencyLift);
        json.WriteNumberValue(profile.RecencyHalfLifeDays);
        json.WriteEndArray();
        json.WriteStartArray("lengths");
        for (var code = 0; code < 256; code++)
            json.WriteNumberValue(LengthCode.Decode((byte)code));
        json.WriteEndArray();
        json.WriteStartArray("stopWords");
        foreach (var word in Surfaces().Where(generation.Analysis.Language.IsStopWord))
            json.WriteStringValue(word);
        json.WriteEndArray();
        json.WriteStartArray("elisions");
        foreach (var word in generation.Analysis.Language.Elisions.Order(StringComparer.Ordinal))
            json.WriteStringValue(word);
        json.WriteEndArray();
        json.WriteStartArray("shards");
        foreach (var stem in shards)
            json.WriteStringValue(stem);
        json.WriteEndArray();
        json.WriteEndObject();

        void Field(string name, string field)
        {
            var documents = generation.Reader.GetDocCount(field);
            json.WriteStartArray(name);
            json.WriteNumberValue(documents);
            json.WriteNumberValue(generation.Reader.GetSumTotalTermFreq(field));
            json.WriteEndArray();
        }
    }

    private string In(string kind, int number, string ending) => Path.Combine(folder, kind, string.Create(CultureInfo.InvariantCulture, $"{number}.{ending}"));
}
