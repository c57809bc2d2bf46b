namespace Search.Core.Tagging;

/// <summary>A date at the end of a tag: <c>April 23 2025</c>, <c>3 March 2021</c>, <c>2020-01-05</c>, <c>January 2025</c>.</summary>
internal static class TagDate
{
    private static readonly string[] Months =
        ["january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"];

    /// <summary>The text before a date at its end, or the text itself; <paramref name="date"/> is the date's key, null where there is none.</summary>
    public static string Cut(string text, out string? date)
    {
        date = null;
        // Every form of a date ends with a digit.
        var trimmed = text.AsSpan().TrimEnd(" .,)");
        if (trimmed.Length == 0 || !char.IsAsciiDigit(trimmed[^1]))
            return text;
        var words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        for (var n = Math.Min(3, words.Length); n > 0; n--)
        {
            var keys = words[^n..].Select(TagWords.Key).ToArray();
            if (!IsDate(keys))
                continue;
            date = string.Join(' ', keys);
            return TagText.Trim(string.Join(' ', words[..^n]));
        }
        return text;
    }

    public static bool IsMonth(string key) => Array.IndexOf(Months, key) >= 0;

    private static bool IsDate(string[] keys) => keys switch
    {
        [var month, var day, var year] when IsMonth(month) => IsDay(day) && IsYear(year),
        [var day, var month, var year] when IsMonth(month) => IsDay(day) && IsYear(year),
        [var month, var year] => IsMonth(month) && IsYear(year),
        [var iso] => iso.Length == 10 && iso[4] == ' ' && iso[7] == ' ' && IsYear(iso[..4]),
        _ => false,
    };

    private static bool IsDay(string key)
    {
        var digits = key.TrimEnd('s', 't', 'n', 'd', 'r', 'h');
        return digits.Length is 1 or 2 && digits.All(char.IsAsciiDigit);
    }

    private static bool IsYear(string key) => key.Length == 4 && key[0] is '1' or '2' && key.All(char.IsAsciiDigit);
}
