using System.Globalization;

namespace Search.Api.Pages;

/// <summary>Counts of months (<c>yyyy-MM</c>) as a row without gaps: by months, or by years where those are too many to be seen.</summary>
internal static class Months
{
    private const int MostMonths = 72;
    private const int MostPoints = 400;

    /// <summary>The points of time of several rows: the same for all.</summary>
    public static IReadOnlyList<string> Of(IEnumerable<string> months)
    {
        var known = months.Where(month => month.Length == 7).Order(StringComparer.Ordinal).ToList();
        if (known.Count == 0)
            return [];
        var (first, last) = (Index(known[0]), Index(known[^1]));
        if (last - first < MostMonths)
            return [.. Enumerable.Range(first, last - first + 1).Select(i => string.Create(CultureInfo.InvariantCulture, $"{i / 12:0000}-{i % 12 + 1:00}"))];
        // A date far from all others makes no row of thousands.
        return [.. Enumerable.Range(first / 12, Math.Min(MostPoints, last / 12 - first / 12 + 1)).Select(year => year.ToString("0000", CultureInfo.InvariantCulture))];
    }

    /// <summary>Count of each point of <see cref="Of"/>.</summary>
    public static IReadOnlyList<int> Counts(IReadOnlyList<string> points, IEnumerable<(string Month, int Count)> months)
    {
        var size = points.Count == 0 ? 0 : points[0].Length;
        var counts = months.Where(month => month.Month.Length >= size).GroupBy(month => month.Month[..size], StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.Sum(month => month.Count), StringComparer.Ordinal);
        return [.. points.Select(point => counts.GetValueOrDefault(point))];
    }

    private static int Index(string month) => int.Parse(month.AsSpan(0, 4), CultureInfo.InvariantCulture) * 12 + int.Parse(month.AsSpan(5, 2), CultureInfo.InvariantCulture) - 1;
}
