using System.Collections.Frozen;
using System.Globalization;

namespace Search.Core.Content;

/// <summary>The offset in a written date: <c>Z</c>, <c>-0400</c>, <c>+05:30</c>, <c>+2</c>, or one of the abbreviations that mean one offset everywhere they are used.</summary>
internal static class Offsets
{
    // RFC 2822 section 4.3 for the American ones; the others are not taken for anything else in dates of posts.
    private static readonly FrozenDictionary<string, double> Names = new Dictionary<string, double>(StringComparer.OrdinalIgnoreCase)
    {
        ["Z"] = 0, ["UTC"] = 0, ["GMT"] = 0, ["UT"] = 0, ["EST"] = -5, ["EDT"] = -4, ["CST"] = -6, ["CDT"] = -5, ["MST"] = -7, ["MDT"] = -6, ["PST"] = -8,
        ["PDT"] = -7, ["CET"] = 1, ["CEST"] = 2, ["EET"] = 2, ["EEST"] = 3, ["WET"] = 0, ["WEST"] = 1, ["BST"] = 1, ["MSK"] = 3, ["JST"] = 9, ["KST"] = 9,
        ["AEST"] = 10, ["AEDT"] = 11, ["NZST"] = 12, ["NZDT"] = 13, ["HST"] = -10, ["AKST"] = -9, ["AKDT"] = -8,
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    public static TimeSpan? Read(List<DateToken> tokens, int from, out int after)
    {
        after = from;
        var i = from;
        while (i < tokens.Count && tokens[i].IsBlank)
            i++;
        if (i >= tokens.Count)
            return null;
        if (tokens[i].IsWord && Names.TryGetValue(tokens[i].Text, out var hours))
        {
            after = i + 1;
            // "UTC+2"
            return Numeric(tokens, i + 1, ref after) ?? TimeSpan.FromHours(hours);
        }
        return Numeric(tokens, i, ref after);
    }

    private static TimeSpan? Numeric(List<DateToken> tokens, int i, ref int after)
    {
        if (i + 1 >= tokens.Count || tokens[i].Text is not ("+" or "-" or "\u2212") || !tokens[i + 1].IsNumber)
            return null;
        var digits = tokens[i + 1].Text;
        int hours, minutes = 0;
        if (digits.Length == 4)
        {
            hours = Int(digits[..2]);
            minutes = Int(digits[2..]);
        }
        else if (digits.Length <= 2)
            hours = Int(digits);
        else
            return null;
        var end = i + 2;
        if (digits.Length <= 2 && i + 3 < tokens.Count && tokens[i + 2].Text == ":" && tokens[i + 3].IsNumber)
        {
            minutes = Int(tokens[i + 3].Text);
            end = i + 4;
        }
        if (hours is < 0 or > 14 || minutes is < 0 or > 59 || hours == 14 && minutes > 0)
            return null;
        after = end;
        var offset = new TimeSpan(hours, minutes, 0);
        return tokens[i].Text == "+" ? offset : -offset;
    }

    private static int Int(string digits) => int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value : -1;
}
