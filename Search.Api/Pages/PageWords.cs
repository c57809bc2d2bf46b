using System.Globalization;

namespace Search.Api.Pages;

/// <summary>Numbers, dates and counted nouns as the pages write them.</summary>
internal static class PageWords
{
    public static string Number(int value) => value.ToString("N0", CultureInfo.InvariantCulture);

    /// <summary>"1 result", "12,345 results".</summary>
    public static string Counted(int count, string one) => $"{Number(count)} {one}{(count == 1 ? "" : "s")}";

    public static string People(int value) => $"{Number(value)} {(value == 1 ? "person" : "people")}";

    public static string Iso(DateTimeOffset date) => date.ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture);

    public static string Milliseconds(double ms) => string.Create(CultureInfo.InvariantCulture, $"{(ms < 10 ? $"{ms:0.0}" : $"{ms:0}")} ms");

    /// <summary>The shortest form of a bound that means the same: a year, a month or a day.</summary>
    public static string Bound(DateOnly day, bool isEnd)
    {
        var next = isEnd && day < DateOnly.MaxValue ? day.AddDays(1) : day;
        var format = next.Day != 1 ? "yyyy-MM-dd" : next.Month != 1 ? "yyyy-MM" : "yyyy";
        return day.ToString(format, CultureInfo.InvariantCulture);
    }
}
