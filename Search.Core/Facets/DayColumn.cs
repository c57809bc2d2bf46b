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

    // Months that some document has, yyyyMM, the earliest first; and each document's place among them, 0 for none.
    private readonly int[] months;
    private readonly NumberColumn monthOf;

    private DayColumn(int[] days, long[] instants)
    {
        this.days = days;
        this.instants = instants;
        months = [0, .. days.Where(d => d != 0).Select(d => d / 100).Distinct().Order()];
        monthOf = new(Array.ConvertAll(days, d => d == 0 ? 0 : Array.BinarySearch(months, d / 100)));
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
        var pass = new CountingPass(documents.GetBits(), []);
        var counter = Join(pass);
        pass.Run();
        return CountsOf(counter.Counts, byMonth);
    }

    /// <summary>Takes part in counting several columns at once; <see cref="CountsOf"/> says what was counted.</summary>
    public DocumentCounter Join(CountingPass pass) => pass.Add(monthOf, months.Length);

    /// <summary>Counts by <c>yyyy</c>, or by <c>yyyy-MM</c>, from counts of the months.</summary>
    public Dictionary<string, int> CountsOf(ReadOnlySpan<int> counts, bool byMonth)
    {
        var named = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var month = 1; month < counts.Length; month++)
            if (counts[month] > 0)
            {
                var name = byMonth ? $"{months[month] / 100:0000}-{months[month] % 100:00}" : $"{months[month] / 100:0000}";
                named[name] = named.GetValueOrDefault(name) + counts[month];
            }
        return named;
    }

    public static int Next(FixedBitSet documents, int from) => from >= documents.Length ? -1 : documents.NextSetBit(from);

    private static int Number(DateOnly day) => day.Year * 10000 + day.Month * 100 + day.Day;
}
