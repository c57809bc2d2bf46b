using System.Globalization;
using Microsoft.OpenApi;

namespace Search.Api.Parameters;

/// <summary>A year, a month or a day; a year or month means its first day as a beginning and its last as an end.</summary>
internal sealed class DayParameter : Parameter<DateOnly?>
{
    public required bool IsEnd { get; init; }

    public override OpenApiSchema Schema => new() { Type = JsonSchemaType.String, Pattern = "^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$" };

    public override DateOnly? Read(IReadOnlyList<string> given, Action<string> reject)
    {
        var text = given[0];
        if (text.Length is 4 or 7 or 10 && DateOnly.TryParseExact(text + "0001-01-01"[text.Length..], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var first))
        {
            return (IsEnd, text.Length) switch
            {
                (true, 4) => new DateOnly(first.Year, 12, 31),
                (true, 7) => new DateOnly(first.Year, first.Month, DateTime.DaysInMonth(first.Year, first.Month)),
                _ => first,
            };
        }
        reject($"'{Quoted.Shorten(text)}' is not accepted; it takes yyyy, yyyy-MM or yyyy-MM-dd, such as 2025, 2025-02 or 2025-02-28");
        return Default;
    }

    public override string Canonical(DateOnly? value) => value?.ToString("O", CultureInfo.InvariantCulture) ?? "";
}
