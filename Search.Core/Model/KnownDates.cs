using System.Globalization;

namespace Search.Core.Model;

/// <summary>Dates with what is known of them, and no more.</summary>
public static class KnownDates
{
    /// <summary><c>1843-07-10</c>, <c>1843-07</c>, <c>1843</c>: ISO 8601.</summary>
    public static string Iso(this DateTimeOffset date, DatePrecision precision) => Text(date, precision, "yyyy-MM-dd", "yyyy-MM", "yyyy");

    /// <summary>10 July 1843, July 1843, 1843.</summary>
    public static string Words(this DateTimeOffset date, DatePrecision precision) => Text(date, precision, "d MMMM yyyy", "MMMM yyyy", "yyyy");

    private static string Text(DateTimeOffset date, DatePrecision precision, string day, string month, string year) =>
        date.ToString(precision switch { DatePrecision.Year => year, DatePrecision.Month => month, _ => day }, CultureInfo.InvariantCulture);
}
