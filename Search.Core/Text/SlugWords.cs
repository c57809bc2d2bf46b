using System.Text;

namespace Search.Core.Text;

/// <summary>
/// The words of a file's name or address: its writer's own short title, which often says in other words what the title says. Parted at signs and
/// where capitals begin (<c>2024-03-14-PiDayWalk</c> has <c>Pi Day Walk</c>); numbers and single letters are left out, so that an id that is no more than
/// an id has none.
/// </summary>
internal static class SlugWords
{
    private const int MostWords = 24;
    private const int LeastLetters = 2;

    /// <summary>The words with blanks between; empty for none.</summary>
    public static string Of(string slug)
    {
        var words = new StringBuilder();
        var count = 0;
        for (int start = 0, at = 0; at <= slug.Length && count < MostWords; at++)
        {
            if (at < slug.Length && char.IsLetter(slug[at]) && !(at > start && StartsWord(slug, at)))
                continue;
            if (at - start >= LeastLetters)
                words.Append(count++ == 0 ? "" : " ").Append(slug, start, at - start);
            start = at < slug.Length && char.IsLetter(slug[at]) ? at : at + 1;
        }
        return words.ToString();
    }

    // WalkHome and NASAHome both have Home.
    private static bool StartsWord(string slug, int at) =>
        char.IsUpper(slug[at]) && (char.IsLower(slug[at - 1]) || (at + 1 < slug.Length && char.IsLower(slug[at + 1])));
}
