using System.Globalization;

namespace Search.Core.Content;

/// <summary>The time of day in a written date: <c>9:44 AM</c>, <c>14:52</c>, <c>4:00:52 PM</c>, <c>T10:43:00.123</c>, <c>093000</c>, <c>9pm</c>.</summary>
internal static class TimeOfDay
{
    public static TimeOnly? Read(List<DateToken> tokens, int from, out int after, out string? note)
    {
        note = null;
        after = from;
        var i = from;
        // Whatever stands between day and time: a blank, T, "at", a comma, a slip of the finger. An offset alone is no time.
        var skipped = 0;
        while (i < tokens.Count && !tokens[i].IsNumber && skipped < 6)
        {
            if (tokens[i].IsWord && tokens[i].Text is not ("T" or "t" or "at" or "um" or "à" or "om" or "kl" or "a" or "las" or "alle" or "às" or "в" or "о"))
                note = "a letter stands between day and time";
            i++;
            skipped++;
        }
        if (i >= tokens.Count || !tokens[i].IsNumber || (i > 0 && tokens[i - 1].Text is "+" or "-"))
        {
            note = null;
            return null;
        }
        if (tokens[i].Text.Length is 4 or 6 && (i + 1 >= tokens.Count || tokens[i + 1].Text is not (":" or ".")))
            return Compact(tokens, i, out after);
        return Parted(tokens, i, ref note, out after);
    }

    private static TimeOnly? Compact(List<DateToken> tokens, int i, out int after)
    {
        var digits = tokens[i].Text;
        after = i + 1;
        var hour = Int(digits[..2]);
        var minute = Int(digits[2..4]);
        var second = digits.Length == 6 ? Int(digits[4..]) : 0;
        return hour < 24 && minute < 60 && second < 60 ? new TimeOnly(hour, minute, second) : null;
    }

    private static TimeOnly? Parted(List<DateToken> tokens, int i, ref string? note, out int after)
    {
        var hour = Int(tokens[i].Text);
        int minute = 0, second = 0, millisecond = 0;
        after = i + 1;
        var parts = 1;
        if (NumberAfter(tokens, after, ":", "h", "H", ".") is { } minutes)
        {
            minute = Int(minutes);
            after += 2;
            parts = 2;
            if (NumberAfter(tokens, after, ":") is { } seconds)
            {
                second = Int(seconds);
                after += 2;
                if (NumberAfter(tokens, after, ".", ",") is { } fraction)
                {
                    millisecond = Int(fraction.PadRight(3, '0')[..3]);
                    after += 2;
                }
            }
        }
        var half = HalfOfDay(tokens, after, out var behind);
        if (half is null && parts == 1)
            return null;
        if (half is not null)
        {
            after = behind;
            if (hour is >= 1 and <= 12)
                hour = hour % 12 + (half == 'p' ? 12 : 0);
            else if (hour > 12)
                note = "a 24-hour time with AM or PM";
        }
        if (second == 60)
            second = 59;
        if (hour == 24 && minute == 0 && second == 0)
            (hour, note) = (0, "24:00 read as 0:00");
        if (hour is < 0 or > 23 || minute is < 0 or > 59 || second is < 0 or > 59 || millisecond < 0)
        {
            note = "the time does not exist, only the day was read";
            return null;
        }
        return new TimeOnly(hour, minute, second, millisecond);
    }

    // AM, P.M., "PMa": the first letter decides where an m follows.
    private static char? HalfOfDay(List<DateToken> tokens, int i, out int after)
    {
        after = i;
        while (after < tokens.Count && (tokens[after].IsBlank || tokens[after].Text is "\u202F"))
            after++;
        if (after >= tokens.Count || !tokens[after].IsWord)
            return null;
        var word = tokens[after].Text.ToLowerInvariant();
        var dotted = word is "a" or "p" && after + 2 < tokens.Count && tokens[after + 1].Text == "." && tokens[after + 2].Text is "m" or "M";
        if (!dotted && !(word.Length >= 2 && word[0] is 'a' or 'p' && word[1] == 'm'))
            return null;
        after += dotted ? 3 : 1;
        if (dotted && after < tokens.Count && tokens[after].Text == ".")
            after++;
        return word[0];
    }

    private static string? NumberAfter(List<DateToken> tokens, int i, params ReadOnlySpan<string> separators) =>
        i + 1 < tokens.Count && separators.Contains(tokens[i].Text) && tokens[i + 1].IsNumber ? tokens[i + 1].Text : null;

    private static int Int(string digits) => int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value : -1;
}
