namespace Search.Core.Searching;

/// <summary>
/// The facets of the last few queries of a generation: whoever turns the page asks for the same ones again. Bounded in entries and in what one may
/// hold; safe for any number of threads.
/// </summary>
internal sealed class FacetCache
{
    private const int MostEntries = 64;

    /// <summary>Larger answers are counted anew each time.</summary>
    private const int MostValues = 1000;

    private readonly Lock changing = new();
    private readonly Dictionary<string, LinkedListNode<Entry>> entries = new(StringComparer.Ordinal);
    private readonly LinkedList<Entry> newestFirst = [];

    /// <summary>What is remembered for the request, whatever its page; counted where nothing is.</summary>
    public IReadOnlyDictionary<string, FacetAnswer> Of(SearchRequest request, Func<IReadOnlyDictionary<string, FacetAnswer>> count)
    {
        if (request.Facets.Count == 0)
            return count();
        var key = SearchCursor.TextOf(request) + '\u001f' + string.Join(',', request.Facets) + '\u001f' + request.FacetLimit;
        lock (changing)
            if (entries.TryGetValue(key, out var known))
            {
                newestFirst.Remove(known);
                newestFirst.AddFirst(known);
                return known.Value.Facets;
            }
        var facets = count();
        if (facets.Values.Sum(f => f.Values.Count) > MostValues)
            return facets;
        lock (changing)
        {
            if (entries.ContainsKey(key))
                return facets;
            entries.Add(key, newestFirst.AddFirst(new Entry(key, facets)));
            if (entries.Count > MostEntries)
            {
                entries.Remove(newestFirst.Last!.Value.Key);
                newestFirst.RemoveLast();
            }
        }
        return facets;
    }

    private sealed record Entry(string Key, IReadOnlyDictionary<string, FacetAnswer> Facets);
}
