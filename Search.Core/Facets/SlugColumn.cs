using System.Runtime.InteropServices;
using Lucene.Net.Index;
using Lucene.Net.Util;

namespace Search.Core.Facets;

/// <summary>
/// The slugs of every document in one field, as numbers in flat arrays: made once when a generation is opened, so that counting reads no
/// doc values a hit. Documents with the same slugs share one set of them, which is counted once for all. Ordinals go up with the slug (ordinal
/// order); documents are numbered over all segments.
/// </summary>
/// <remarks>Memory: 2 bytes a document, 4 where there are more than 65,536 sets, and the sets with 4 bytes a value, beside the slugs.</remarks>
internal sealed class SlugColumn
{
    private readonly string[] slugs;
    private readonly NumberColumn setOf;
    private readonly int[] starts;
    private readonly int[] ordinals;
    private readonly int[] frequencies;

    private SlugColumn(string[] slugs, int[] setOf, SetList sets)
    {
        this.slugs = slugs;
        this.setOf = new(setOf);
        (starts, ordinals) = sets.ToArrays();
        var counts = new int[starts.Length - 1];
        foreach (var set in setOf)
            counts[set]++;
        frequencies = OfSets(counts);
    }

    /// <summary>How many distinct slugs.</summary>
    public int Count => slugs.Length;

    public string SlugOf(int ordinal) => slugs[ordinal];

    /// <summary>-1 where no document has the slug.</summary>
    public int OrdinalOf(string slug)
    {
        var found = Array.BinarySearch(slugs, slug, StringComparer.Ordinal);
        return found < 0 ? -1 : found;
    }

    public ReadOnlySpan<int> Of(int document) => OfSet(setOf[document]);

    /// <summary>Reads the sorted-set doc values of a field of all segments.</summary>
    public static SlugColumn Read(IndexReader reader, string field)
    {
        var segments = reader.Leaves.Select(leaf => (Leaf: leaf, Values: leaf.AtomicReader.GetSortedSetDocValues(field))).ToList();
        var all = new HashSet<string>(StringComparer.Ordinal);
        var term = new BytesRef();
        var perSegment = new string[segments.Count][];
        for (var s = 0; s < segments.Count; s++)
        {
            var values = segments[s].Values;
            var names = new string[values?.ValueCount ?? 0];
            for (var ord = 0; ord < names.Length; ord++)
            {
                values!.LookupOrd(ord, term);
                all.Add(names[ord] = term.Utf8ToString());
            }
            perSegment[s] = names;
        }
        var slugs = all.ToArray();
        Array.Sort(slugs, StringComparer.Ordinal);
        var setOf = new int[reader.MaxDoc];
        var sets = new SetList();
        var one = new List<int>();
        for (var s = 0; s < segments.Count; s++)
        {
            var (leaf, values) = segments[s];
            var map = Array.ConvertAll(perSegment[s], name => Array.BinarySearch(slugs, name, StringComparer.Ordinal));
            for (var document = 0; document < leaf.AtomicReader.MaxDoc; document++)
            {
                one.Clear();
                if (values is not null)
                {
                    values.SetDocument(document);
                    for (var ord = values.NextOrd(); ord != SortedSetDocValues.NO_MORE_ORDS; ord = values.NextOrd())
                        one.Add(map[ord]);
                }
                setOf[leaf.DocBase + document] = sets.NumberOf(CollectionsMarshal.AsSpan(one));
            }
        }
        return new(slugs, setOf, sets);
    }

    /// <summary>How many documents of the set have each slug.</summary>
    public int[] CountsIn(FixedBitSet documents)
    {
        var pass = new CountingPass(documents.GetBits(), []);
        var counter = pass.Add(setOf, starts.Length - 1);
        pass.Run();
        return OfSets(counter.Counts);
    }

    /// <summary>Takes part in counting several columns at once; <see cref="OfSets"/> makes counts of slugs of what it counts.</summary>
    /// <param name="pass">The pass.</param>
    /// <param name="but">Number of the choices that do not count for this column; -1 for none.</param>
    public DocumentCounter Join(CountingPass pass, int but) => pass.Add(setOf, starts.Length - 1, but);

    /// <summary>Counts of slugs from counts of the sets they stand in.</summary>
    public int[] OfSets(ReadOnlySpan<int> counts)
    {
        var bySlug = new int[slugs.Length];
        for (var set = 0; set < counts.Length; set++)
            if (counts[set] != 0)
                foreach (var ordinal in OfSet(set))
                    bySlug[ordinal] += counts[set];
        return bySlug;
    }

    /// <summary>How many documents, deleted ones of old segments included, have a slug.</summary>
    public int Frequency(int ordinal) => frequencies[ordinal];

    /// <summary>Documents that have at least one of the ordinals.</summary>
    public FixedBitSet DocumentsWithAny(IReadOnlyCollection<int> wanted)
    {
        var documents = new FixedBitSet(setOf.Length);
        var chosen = new bool[slugs.Length];
        foreach (var ordinal in wanted)
            if (ordinal >= 0)
                chosen[ordinal] = true;
        var sets = new bool[starts.Length - 1];
        for (var set = 0; set < sets.Length; set++)
            foreach (var ordinal in OfSet(set))
                sets[set] |= chosen[ordinal];
        for (var document = 0; document < setOf.Length; document++)
            if (sets[setOf[document]])
                documents.Set(document);
        return documents;
    }

    private ReadOnlySpan<int> OfSet(int set) => ordinals.AsSpan(starts[set]..starts[set + 1]);
}
