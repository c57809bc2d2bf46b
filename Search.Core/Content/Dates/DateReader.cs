using System.Globalization;
using Search.Core.Model;

namespace Search.Core.Content;

/// <summary>A date as it was read.</summary>
/// <param name="Value">With the offset that was written, or that of the site's zone.</param>
/// <param name="Precision">What was written of the day.</param>
/// <param name="HasTime">False where only a day, month or year was written.</param>
/// <param name="HasOffset">True where an offset or zone was written.</param>
/// <param name="Note">What was odd; null where the form is a usual one.</param>
internal sealed record DateRead(DateTimeOffset Value, DatePrecision Precision, bool HasTime, bool HasOffset, string? Note);

/// <summary>
/// Reads the dates that people write: ISO 8601 and its relatives with 12- or 24-hour times, RFC 2822, month names, numbers of seconds. A day
/// that does not exist is no date; a time that does not is left out and noted. Linear in the length of the text; never fails.
/// </summary>
internal static class DateReader
{
    private const int MaxLength = 100;

    /// <summary>Which of the first two numbers of <c>03/04/2024</c> is the day.</summary>
    public enum SlashOrder
    {
        DayFirst,
        MonthFirst,
    }

    /// <summary>The date; null where there is none in the text.</summary>
    public static DateRead? Read(string? text, TimeZoneInfo zone, SlashOrder order = SlashOrder.MonthFirst)
    {
        if (string.IsNullOrWhiteSpace(text) || text.Length > MaxLength)
            return null;
        var tokens = DateTokens.Of(text.Trim());
        if (Epoch(tokens) is { } epoch)
            return new DateRead(TimeZoneInfo.ConvertTime(epoch, zone), DatePrecision.Day, true, true, "a number of seconds since 1970");
        if (DayOf(tokens, order, out var next, out var note) is not var (day, precision))
            return null;
        next = BehindYear(tokens, next);
        var time = TimeOfDay.Read(tokens, next, out var after, out var timeNote);
        var offset = time is null ? null : Offsets.Read(tokens, after, out after);
        note ??= timeNote;
        if (note is null && after < tokens.Count && tokens[after..].Exists(token => token.IsWord || token.IsNumber))
            note = "what follows the date is no time";
        var local = day.ToDateTime(time ?? TimeOnly.MinValue, DateTimeKind.Unspecified);
        return Place(local, offset ?? OffsetIn(zone, local)) is { } value ? new DateRead(value, time is null ? precision : DatePrecision.Day, time is not null, offset is not null, note) : null;
    }

    /// <summary>True for text that a key named like "date" would be expected to have.</summary>
    public static bool LooksLikeDate(string text) => Read(text, TimeZoneInfo.Utc) is not null && text.AsSpan().ContainsAnyInRange('0', '9') && text.Length >= 6;

    /// <summary>The offset of the zone at a local time; in the hour that a clock change leaves out, the offset before it.</summary>
    public static TimeSpan OffsetIn(TimeZoneInfo zone, DateTime local) =>
        zone.IsInvalidTime(local) ? zone.GetUtcOffset(local.AddHours(-1)) : zone.GetUtcOffset(local);

    // Near the ends of the calendar an offset would leave it.
    private static DateTimeOffset? Place(DateTime local, TimeSpan offset)
    {
        var utc = local.Ticks - offset.Ticks;
        return utc < DateTime.MinValue.Ticks || utc > DateTime.MaxValue.Ticks ? null : new DateTimeOffset(local, offset);
    }

    private static DateTimeOffset? Epoch(List<DateToken> tokens)
    {
        if (tokens is not [{ IsNumber: true } only] || !long.TryParse(only.Text, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            return null;
        return only.Text.Length switch
        {
            9 or 10 => DateTimeOffset.FromUnixTimeSeconds(number),
            13 => DateTimeOffset.FromUnixTimeMilliseconds(number),
            _ => null,
        };
    }

    private static (DateOnly Day, DatePrecision Precision)? DayOf(List<DateToken> tokens, SlashOrder order, out int next, out string? note)
    {
        note = null;
        next = 0;
        var i = SkipWeekday(tokens);
        if (i >= tokens.Count)
            return null;
        if (tokens[i].IsNumber)
            return Numeric(tokens, i, order, out next, out note) ?? NumberThenMonth(tokens, i, out next);
        return MonthThenNumber(tokens, i, out next);
    }

    private static int SkipWeekday(List<DateToken> tokens)
    {
        var i = 0;
        while (i < tokens.Count && (tokens[i].IsWord && MonthNames.Number(tokens[i].Text) == 0 || tokens[i].IsMark))
            i++;
        return i <= 3 ? i : tokens.Count;
    }

    private static (DateOnly Day, DatePrecision Precision)? Numeric(List<DateToken> tokens, int i, SlashOrder order, out int next, out string? note)
    {
        note = null;
        next = i + 1;
        var first = tokens[i];
        if (first.Text.Length is 8 && Day(Int(first.Text[..4]), Int(first.Text[4..6]), Int(first.Text[6..])) is { } compact)
            return compact;
        if (first.Text.Length == 14 && Day(Int(first.Text[..4]), Int(first.Text[4..6]), Int(first.Text[6..8])) is { } stamp)
            return stamp;
        if (first.Text.Length == 4 && !IsSeparator(tokens, i + 1))
            return next == tokens.Count || tokens[next].IsBlank ? Day(Int(first.Text), null, null) : null;
        if (!IsSeparator(tokens, i + 1) || i + 2 >= tokens.Count || !tokens[i + 2].IsNumber)
            return null;
        var second = tokens[i + 2];
        var third = IsSeparator(tokens, i + 3) && i + 4 < tokens.Count && tokens[i + 4].IsNumber ? tokens[i + 4] : null;
        if (first.Text.Length == 4)
        {
            next = third is null ? i + 3 : i + 5;
            return Day(Int(first.Text), Int(second.Text), third is null ? null : Int(third.Text));
        }
        if (third is not { Text.Length: 4 or 2 } || first.Text.Length > 2 || second.Text.Length > 2)
            return null;
        next = i + 5;
        var year = third.Text.Length == 4 ? Int(third.Text) : 2000 + Int(third.Text);
        int a = Int(first.Text), b = Int(second.Text);
        if (tokens[i + 1].Text == ".")
            return Day(year, b, a);
        if (a <= 12 && b <= 12 && a != b)
            note = order == SlashOrder.DayFirst ? "read with the day first" : "read with the month first";
        return order == SlashOrder.DayFirst ? Day(year, b, a) ?? Day(year, a, b) : Day(year, a, b) ?? Day(year, b, a);
    }

    // 2 Jan 2006; 2. Januar 2006; 2 de enero de 2006; 2-Jan-2006
    private static (DateOnly Day, DatePrecision Precision)? NumberThenMonth(List<DateToken> tokens, int i, out int next)
    {
        next = i + 1;
        var month = NextWord(tokens, i + 1, out var at);
        if (month == 0 || tokens[i].Text.Length > 2)
            return null;
        var year = NextNumber(tokens, at + 1);
        if (year < 0 || tokens[year].Text.Length != 4)
            return null;
        next = year + 1;
        return Day(Int(tokens[year].Text), month, Int(tokens[i].Text));
    }

    // January 2, 2006; January 2006
    private static (DateOnly Day, DatePrecision Precision)? MonthThenNumber(List<DateToken> tokens, int i, out int next)
    {
        next = i + 1;
        var month = MonthNames.Number(tokens[i].Text);
        var day = NextNumber(tokens, i + 1);
        if (month == 0 || day < 0)
            return null;
        next = day + 1;
        if (tokens[day].Text.Length == 4)
            return Day(Int(tokens[day].Text), month, null);
        var year = NextNumber(tokens, day + 1);
        if (year < 0 || tokens[year].Text.Length != 4)
            return null;
        next = year + 1;
        return Day(Int(tokens[year].Text), month, Int(tokens[day].Text));
    }

    // 5 января 2024 г.; 2024年7月15日; 2024년 7월 15일
    private static int BehindYear(List<DateToken> tokens, int next)
    {
        var word = next < tokens.Count && tokens[next].IsBlank ? next + 1 : next;
        return word < tokens.Count && tokens[word].Text is "г" or "года" or "р" or "року" or "日" or "月" or "年" or "일" or "월" or "년" ? word + 1 : next;
    }

    private static int NextWord(List<DateToken> tokens, int from, out int at)
    {
        for (at = from; at < tokens.Count && at < from + 5; at++)
            if (tokens[at].IsWord && MonthNames.Number(tokens[at].Text) is > 0 and var month)
                return month;
            else if (tokens[at].IsNumber)
                break;
        return 0;
    }

    private static int NextNumber(List<DateToken> tokens, int from)
    {
        for (var i = from; i < tokens.Count && i < from + 5; i++)
            if (tokens[i].IsNumber)
                return i;
        return -1;
    }

    private static bool IsSeparator(List<DateToken> tokens, int i) => i < tokens.Count && tokens[i].Text is "-" or "/" or "." or "\u2013" or "\u2010" or "\u2011" or "\u2212" or "年" or "月" or "년" or "월";

    private static int Int(string digits) => int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value : -1;

    // What is not written is null.
    private static (DateOnly Day, DatePrecision Precision)? Day(int year, int? month, int? day)
    {
        var precision = day is not null ? DatePrecision.Day : month is not null ? DatePrecision.Month : DatePrecision.Year;
        var (inYear, inMonth) = (month ?? 1, day ?? 1);
        return year is >= 1 and <= 9999 && inYear is >= 1 and <= 12 && inMonth >= 1 && inMonth <= DateTime.DaysInMonth(year, inYear) ? (new(year, inYear, inMonth), precision) : null;
    }
}
