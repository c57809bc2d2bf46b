using System.Text;

namespace Search.Core.Ingestion;

/// <summary>What the titles of a series have in common, as words for people: what most of them begin with, without the numbers and dates that part them.</summary>
internal static class SeriesName
{
    private const double Most = 0.6;
    private const double AlikeShare = 0.5;
    private const int MaxWords = 16;

    /// <summary>True where two titles have half of their words, with numbers as one sign, in common.</summary>
    public static bool AreAlike(string a, string b)
    {
        HashSet<string> first = [.. Words(a)], second = [.. Words(b)];
        var common = first.Count(second.Contains);
        return common > 0 && common >= AlikeShare * (first.Count + second.Count - common);
    }

    public static string Of(IReadOnlyList<string> titles)
    {
        var split = titles.Select(title => title.Split(' ', StringSplitOptions.RemoveEmptyEntries).Where(word => word.Any(char.IsLetter) && !word.Any(char.IsDigit)).ToList()).ToList();
        var name = new List<string>();
        // Word by word what most of those that agree so far go on with.
        while (name.Count < MaxWords)
        {
            var next = split.Where(words => words.Count > name.Count).GroupBy(words => words[name.Count], StringComparer.OrdinalIgnoreCase).MaxBy(words => words.Count());
            if (next is null || next.Count() < Most * titles.Count)
                break;
            name.Add(next.First()[name.Count]);
            split = [.. next];
        }
        var joined = string.Join(' ', name).Trim(' ', ':', '-', '–', '—', ',', '#', '|', '(', '/', '.');
        return joined.Length > 0 ? joined : titles[0];
    }

    private static IEnumerable<string> Words(string title)
    {
        var word = new StringBuilder();
        foreach (var c in title)
        {
            if (char.IsLetter(c))
                word.Append(char.ToLowerInvariant(c));
            else if (char.IsDigit(c))
                word.Append(word.Length > 0 && word[^1] == '#' ? "" : "#");
            else if (word.Length > 0)
            {
                yield return word.ToString();
                word.Clear();
            }
        }
        if (word.Length > 0)
            yield return word.ToString();
    }
}
