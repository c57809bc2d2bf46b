using System.Globalization;

namespace Search.Core.Querying;

/// <summary>
/// Dates as queries give them: <c>yyyy</c>, <c>yyyy-MM</c> or <c>yyyy-MM-dd</c>, of the Gregorian calendar from year 1 to 9999.
/// </summary>
internal static class DateValue
{
    private static readonly string[] Forms = ["yyyy", "yyyy-MM", "yyyy-MM-dd"];

    /// <summary>The first day of the year or month, or the day; null where the text is no date.</summary>
    public static DateOnly? FirstDay(string text) =>
        DateOnly.TryParseExact(text, Forms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
