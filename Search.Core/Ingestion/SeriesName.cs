using System.IO.Hashing;
using System.Runtime.InteropServices;
using System.Text;

namespace Search.Core.Ingestion;

/// <summary>What the titles of a series have in common, as words for people: what most of them begin with, without the numbers and dates that part them.</summary>
internal static class SeriesName
{
    private const double Most = 0.6;
    private const double AlikeShare = 0.5;
    private const int MaxWords = 16;

    /// <summary>Hashes of the different words of a title, with numbers as one sign, ascending: at most <see cref="MaxWords"/> of them.</summary>
    public static uint[] WordsOf(string title)
    {
        var words = Words(title).Take(MaxWords).Select(word => XxHash32.HashToUInt32(MemoryMarshal.AsBytes(word.AsSpan()))).Distinct().ToArray();
        Array.Sort(words);
        return words;
    }

    /// <summary>True where two titles have half of their words (<see cref="WordsOf"/>) in common.</summary>
    public static bool AreAlike(ReadOnlySpan<uint> first, ReadOnlySpan<uint> second)
    {
        var common = 0;
        for (int i = 0, j = 0; i < first.Length && j < second.Length;)
        {
            var compared = first[i].CompareTo(second[j]);
            common += compared == 0 ? 1 : 0;
            i += compared <= 0 ? 1 : 0;
            j += compared >= 0 ? 1 : 0;
        }
        return common > 0 && common >= AlikeShare * (first.Length + second.Length - common);
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
        var words = string.Join(' ', name);
        // A bracket that is opened and not closed goes, with what stands in it.
        if (words.LastIndexOf('(') is > 0 and var open && !words[open..].Contains(')'))
            words = words[..open];
        var joined = words.Trim(' ', ':', '-', '–', '—', ',', '#', '|', '(', '/', '.');
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
