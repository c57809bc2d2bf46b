using System.Globalization;

namespace Search.Core.Content;

/// <summary>A file name that begins with a date: <c>2024-11-01-name</c>, as Jekyll has it; other hyphens are read too.</summary>
/// <param name="Day">The day; null where there is none of those numbers.</param>
/// <param name="Name">What follows the date.</param>
/// <param name="IsPlain">True where Jekyll itself would read it.</param>
internal sealed record DatedName(DateOnly? Day, string Name, bool IsPlain)
{
    /// <summary>Reads a file name without its ending; null where it does not begin with three numbers parted by hyphens.</summary>
    public static DatedName? Of(string baseName)
    {
        var position = 0;
        Span<int> numbers = stackalloc int[3];
        Span<int> lengths = stackalloc int[3];
        var plain = true;
        for (var i = 0; i < 3; i++)
        {
            var start = position;
            while (position < baseName.Length && char.IsAsciiDigit(baseName[position]))
                position++;
            lengths[i] = position - start;
            if (lengths[i] is 0 or > 4 || position >= baseName.Length)
                return null;
            numbers[i] = int.Parse(baseName.AsSpan(start, lengths[i]), NumberStyles.None, CultureInfo.InvariantCulture);
            if (!IsHyphen(baseName[position]) && !(i == 2 && baseName[position] is '_' or ' '))
                return null;
            plain &= baseName[position] == '-';
            position++;
        }
        if (lengths[0] is 1 or 3 || lengths[1] > 2 || lengths[2] > 2)
            return null;
        var year = lengths[0] == 2 ? 2000 + numbers[0] : numbers[0];
        DateOnly? day = year is >= 1 and <= 9999 && numbers[1] is >= 1 and <= 12 && numbers[2] >= 1 && numbers[2] <= DateTime.DaysInMonth(year, numbers[1])
            ? new DateOnly(year, numbers[1], numbers[2])
            : null;
        return new DatedName(day, baseName[position..], plain);
    }

    private static bool IsHyphen(char c) => c is '-' or '\u2010' or '\u2011' or '\u2012' or '\u2013' or '\u2014' or '\u2212';
}
