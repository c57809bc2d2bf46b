using System.Numerics;
using Lucene.Net.Index;
using Lucene.Net.Util;

namespace Search.Core.Facets;

/// <summary>
/// The slugs of every document in one field, as numbers in flat arrays: made once when a generation is opened, so that counting reads no
/// doc values a hit. Ordinals go up with the slug (ordinal order); documents are numbered over all segments.
/// </summary>
/// <remarks>Memory: 4 bytes a document and 4 bytes a value, beside the slugs.</remarks>
internal sealed class SlugColumn
{
    private readonly string[] slugs;
    private readonly int[] starts;
    private readonly int[] ordinals;

    private SlugColumn(string[] slugs, int[] starts, int[] ordinals)
    {
        this.slugs = slugs;
        this.starts = starts;
        this.ordinals = ordinals;
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

    public ReadOnlySpan<int> Of(int document) => ordinals.AsSpan(starts[document], starts[document + 1] - starts[document]);

    /// <summary>Reads the sorted-set doc values of a field of all segments.</summary>
    public static SlugColumn Read(IndexReader reader, string field)
    {
        var segments = reader.Leaves.Select(leaf => (Leaf: leaf, Values: leaf.AtomicReader.GetSortedSetDocValues(field))).ToList();
        var all = new SortedSet<string>(StringComparer.Ordinal);
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
        var starts = new int[reader.MaxDoc + 1];
        var ordinals = new List<int>(reader.MaxDoc);
        for (var s = 0; s < segments.Count; s++)
        {
            var (leaf, values) = segments[s];
            var map = Array.ConvertAll(perSegment[s], name => Array.BinarySearch(slugs, name, StringComparer.Ordinal));
            for (var document = 0; document < leaf.AtomicReader.MaxDoc; document++)
            {
                if (values is not null)
                {
                    values.SetDocument(document);
                    for (var ord = values.NextOrd(); ord != SortedSetDocValues.NO_MORE_ORDS; ord = values.NextOrd())
                        ordinals.Add(map[ord]);
                }
                starts[leaf.DocBase + document + 1] = ordinals.Count;
            }
        }
        return new(slugs, starts, [.. ordinals]);
    }

    /// <summary>Adds one to the count of every slug of every document in the set.</summary>
    public int[] CountsIn(FixedBitSet documents)
    {
        var counts = new int[slugs.Length];
        var words = documents.GetBits();
        for (var word = 0; word < words.Length; word++)
            for (var bits = (ulong)words[word]; bits != 0; bits &= bits - 1)
            {
                var document = (word << 6) + BitOperations.TrailingZeroCount(bits);
                foreach (var ordinal in ordinals.AsSpan(starts[document]..starts[document + 1]))
                    counts[ordinal]++;
            }
        return counts;
    }

    /// <summary>How many documents, deleted ones of old segments included, have each slug.</summary>
    public int[] Frequencies()
    {
        var counts = new int[slugs.Length];
        foreach (var ordinal in ordinals)
            counts[ordinal]++;
        return counts;
    }

    /// <summary>Documents that have at least one of the ordinals.</summary>
    public FixedBitSet DocumentsWithAny(IReadOnlyCollection<int> wanted)
    {
        var documents = new FixedBitSet(starts.Length - 1);
        var chosen = new bool[slugs.Length];
        foreach (var ordinal in wanted)
            if (ordinal >= 0)
                chosen[ordinal] = true;
        for (var document = 0; document < starts.Length - 1; document++)
            for (var i = starts[document]; i < starts[document + 1]; i++)
                if (chosen[ordinals[i]])
                {
                    documents.Set(document);
                    break;
                }
        return documents;
    }
}
