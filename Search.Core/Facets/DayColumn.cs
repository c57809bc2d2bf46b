using Lucene.Net.Index;
using Lucene.Net.Util;

namespace Search.Core.Facets;

/// <summary>
/// The dates of every document: the instant for order, the day in the document's own offset for ranges, years and months.
/// </summary>
internal sealed class DayColumn
{
    private readonly int[] days;
    private readonly long[] instants;

    private DayColumn(int[] days, long[] instants)
    {
        this.days = days;
        this.instants = instants;
    }

    /// <summary>yyyyMMdd; 0 where the document has no date.</summary>
    public int DayOf(int document) => days[document];

    /// <summary>Seconds since 1970, UTC; the least long where the document has no date.</summary>
    public long InstantOf(int document) => instants[document];

    public static DayColumn Read(IndexReader reader, string dayField, string instantField)
    {
        var days = new int[reader.MaxDoc];
        var instants = new long[reader.MaxDoc];
        foreach (var leaf in reader.Leaves)
        {
            var dayValues = leaf.AtomicReader.GetNumericDocValues(dayField);
            var instantValues = leaf.AtomicReader.GetNumericDocValues(instantField);
            for (var document = 0; document < leaf.AtomicReader.MaxDoc; document++)
            {
                days[leaf.DocBase + document] = (int)(dayValues?.Get(document) ?? 0);
                instants[leaf.DocBase + document] = instantValues?.Get(document) ?? long.MinValue;
            }
        }
        return new(days, instants);
    }

    /// <summary>Documents from one day to another, both inclusive; those without a date are in no range.</summary>
    public FixedBitSet Between(DateOnly? from, DateOnly? to)
    {
        var first = from is { } f ? Number(f) : 1;
        var last = to is { } t ? Number(t) : int.MaxValue;
        var documents = new FixedBitSet(days.Length);
        for (var document = 0; document < days.Length; document++)
            if (days[document] >= first && days[document] <= last)
                documents.Set(document);
        return documents;
    }

    /// <summary>Counts by <c>yyyy</c>, or by <c>yyyy-MM</c>.</summary>
    public Dictionary<string, int> CountsIn(FixedBitSet documents, bool byMonth)
    {
        var counts = new Dictionary<int, int>();
        for (var document = Next(documents, 0); document >= 0; document = Next(documents, document + 1))
        {
            var day = days[document];
            if (day == 0)
                continue;
            var key = byMonth ? day / 100 : day / 10000;
            counts[key] = counts.GetValueOrDefault(key) + 1;
        }
        return counts.ToDictionary(
            c => byMonth ? $"{c.Key / 100:0000}-{c.Key % 100:00}" : $"{c.Key:0000}",
            c => c.Value,
            StringComparer.Ordinal);
    }

    public static int Next(FixedBitSet documents, int from) => from >= documents.Length ? -1 : documents.NextSetBit(from);

    private static int Number(DateOnly day) => day.Year * 10000 + day.Month * 100 + day.Day;
}
