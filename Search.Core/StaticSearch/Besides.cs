using Lucene.Net.Index;
using Lucene.Net.Util;
using Search.Core.Indexing;
using Search.Core.Searching;

namespace Search.Core.StaticSearch;

/// <summary>
/// What the service looks for beside a word that finds little: a neighbour in spelling that is far more frequent, the two words that it is made of, or
/// what begins alike (<c>zelensk*</c>); and the other names of what words name. Depends on nothing but the collection, and so is worked out once.
/// </summary>
internal sealed class Besides(OpenGeneration generation)
{
    private readonly QueryMender mender = new(generation);

    /// <summary>Word, what stands beside it, and for two words the documents that have them side by side; by the word's stem.</summary>
    /// <param name="stems">All stems: a query may have a word in a form that no text has.</param>
    /// <param name="cancel">Ends the work.</param>
    public Dictionary<string, List<(string Word, string Beside, IReadOnlyList<int>? Documents)>> ByStem(IEnumerable<string> stems, CancellationToken cancel)
    {
        var words = new SortedSet<string>(stems, StringComparer.Ordinal);
        var terms = MultiFields.GetTerms(generation.Reader, IndexFields.Words)?.GetEnumerator();
        while (terms?.MoveNext() == true)
            words.Add(terms.Term.Utf8ToString());
        var found = words.AsParallel().AsOrdered().WithCancellation(cancel).Select(word => (Word: word, Beside: BesideOf(word))).Where(pair => pair.Beside is not null).ToList();
        var byStem = new Dictionary<string, List<(string, string, IReadOnlyList<int>?)>>(StringComparer.Ordinal);
        foreach (var (word, beside) in found)
        {
            if (generation.Analysis.Stems(word) is not [var stem])
                continue;
            if (!byStem.TryGetValue(stem.Term, out var list))
                byStem.Add(stem.Term, list = []);
            list.Add((word, beside!, beside!.Contains(' ', StringComparison.Ordinal) ? SideBySide(beside) : null));
        }
        return byStem;
    }

    /// <summary>What has other names, by the stem of its first word.</summary>
    public Dictionary<string, List<OtherNamed>> NamesByStem()
    {
        var byStem = new Dictionary<string, List<OtherNamed>>(StringComparer.Ordinal);
        foreach (var (key, others) in generation.Synonyms.All())
        {
            if (generation.Analysis.Words(key) is not [var first, ..])
                continue;
            if (!byStem.TryGetValue(first.Stem, out var list))
                byStem.Add(first.Stem, list = []);
            list.Add(new(key, [.. others.Names.Select(name => (name, name.Contains(' ', StringComparison.Ordinal) ? SideBySide(name) : null))], others.LabelTerm is { } label ? PlacesOf(generation.DocumentsWith(label)) : []));
        }
        return byStem;
    }

    private string? BesideOf(string word) =>
        mender.BesideOf(word) ?? (!generation.Spelling.IsExempt(new(word, word)) && mender.MayBeASlip(word) ? word[..^1] + "*" : null);

    public static void Write(ShardWriter shard, List<OtherNamed>? named)
    {
        shard.Number(named?.Count ?? 0);
        foreach (var (key, names, labelled) in named ?? [])
        {
            shard.Text(key);
            shard.Number(names.Count);
            foreach (var (name, documents) in names)
            {
                shard.Text(name);
                if (documents is not null)
                    shard.Rising(documents);
            }
            shard.Rising(labelled);
        }
    }

    public static void Write(ShardWriter shard, List<(string Word, string Beside, IReadOnlyList<int>? Documents)>? besides)
    {
        shard.Number(besides?.Count ?? 0);
        foreach (var (word, beside, documents) in besides ?? [])
        {
            shard.Text(word);
            shard.Text(beside);
            if (documents is not null)
                shard.Rising(documents);
        }
    }

    private List<int> SideBySide(string words)
    {
        var matched = new FixedBitSet(generation.Reader.MaxDoc);
        generation.Impacts.Search(ProsePhrase.Of(generation.Analysis, words), 1, generation.Live, matched, new(generation.OrderOf));
        return PlacesOf(matched);
    }

    private List<int> PlacesOf(FixedBitSet matched)
    {
        var places = new List<int>();
        for (var document = matched.NextSetBit(0); document >= 0; document = document + 1 < matched.Length ? matched.NextSetBit(document + 1) : -1)
            places.Add(generation.OrderOf[document]);
        places.Sort();
        return places;
    }
}
