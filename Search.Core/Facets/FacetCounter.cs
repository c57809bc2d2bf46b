using Search.Core.Model;

namespace Search.Core.Facets;

/// <summary>A counted value, before it is a part of an answer.</summary>
internal readonly record struct CountedValue(Label Label, int Count, bool Selected);

/// <summary>Picks the values of a facet that are shown: most frequent first, then by label; chosen ones always among them.</summary>
internal static class FacetCounter
{
    /// <param name="values">All values with a count above zero, and the chosen ones.</param>
    /// <param name="limit">How many to show.</param>
    /// <returns>Those shown, how many there are, and the sum of the counts not shown.</returns>
    public static (List<CountedValue> Shown, int Distinct, int Others) Top(List<CountedValue> values, int limit)
    {
        values.Sort(Order);
        var shown = values.Take(limit).ToList();
        // A choice must be there to be taken back, even where others are more frequent.
        shown.AddRange(values.Skip(limit).Where(v => v.Selected));
        var listed = shown.Sum(v => (long)v.Count);
        var total = values.Sum(v => (long)v.Count);
        return (shown, values.Count(v => v.Count > 0), (int)Math.Min(int.MaxValue, total - listed));
    }

    private static int Order(CountedValue a, CountedValue b)
    {
        if (a.Count != b.Count)
            return b.Count.CompareTo(a.Count);
        var byLabel = string.Compare(a.Label.Text, b.Label.Text, StringComparison.OrdinalIgnoreCase);
        return byLabel != 0 ? byLabel : string.CompareOrdinal(a.Label.Slug, b.Label.Slug);
    }
}
