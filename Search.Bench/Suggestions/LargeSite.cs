using System.Diagnostics;
using System.Globalization;
using System.Text;
using Search.Core.Suggest;

namespace Search.Bench.Suggestions;

/// <summary>
/// Suggestions of a made-up large site: titles of eight words, frequent and rare ones mixed as in prose (Zipf), and people and tags of two. The same every
/// time. Times every letter of titles, of names and of titles with a typo.
/// </summary>
internal static class LargeSite
{
    private const int Words = 80_000;
    private const int Titles = 400;

    public static void Measure(int titles, TextWriter output)
    {
        var random = new Random(17);
        var words = Enumerable.Range(0, Words).Select(_ => Word(random)).ToArray();
        var start = Stopwatch.GetTimestamp();
        var entries = new List<SuggestEntry>(titles + (titles / 10));
        for (var i = 0; i < titles; i++)
            entries.Add(new(Name(random, words, 8), SuggestionKind.Post, $"2025-01-01-post-{i}", $"https://example.org/2025/01/post-{i}.html", 1, []));
        for (var i = 0; i < titles / 10; i++)
            entries.Add(new(Name(random, words, 2), i % 2 == 0 ? SuggestionKind.Person : SuggestionKind.Tag, $"name-{i}", null, random.Next(1, 500), []));
        var index = SuggestIndex.Build(entries);
        output.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{entries.Count} entries, {(double)index.Bytes / entries.Count:0.0} bytes an entry, built in {Stopwatch.GetElapsedTime(start).TotalSeconds:0.0} s"));
        var typed = new List<string>();
        for (var i = 0; i < Titles; i++)
        {
            var entry = entries[random.Next(entries.Count)].Text;
            var text = i % 4 == 3 && entry.Length > 6 ? entry.Remove(4, 1) : entry;
            for (var length = 1; length <= text.Length; length++)
                typed.Add(text[..length]);
        }
        foreach (var text in typed.Take(2_000))
            index.Suggest(text, 8);
        var times = new List<(double Ms, string Typed)>(typed.Count);
        foreach (var text in typed)
        {
            var asked = Stopwatch.GetTimestamp();
            index.Suggest(text, 8);
            times.Add((Stopwatch.GetElapsedTime(asked).TotalMilliseconds, text));
        }
        times.Sort((a, b) => a.Ms.CompareTo(b.Ms));
        output.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{times.Count} letters typed: p50 {times[times.Count / 2].Ms:0.000} ms, p90 {times[times.Count * 9 / 10].Ms:0.000} ms, p99 {times[times.Count * 99 / 100].Ms:0.000} ms, most {times[^1].Ms:0.0} ms at “{times[^1].Typed}”"));
    }

    private static string Word(Random random)
    {
        const string consonants = "bcdfghklmnprstvw";
        const string vowels = "aeiou";
        var word = new StringBuilder();
        for (var syllables = random.Next(1, 5); syllables > 0; syllables--)
            word.Append(consonants[random.Next(consonants.Length)]).Append(vowels[random.Next(vowels.Length)]).Append(random.Next(2) == 0 ? "" : consonants[random.Next(consonants.Length)].ToString());
        return word.ToString();
    }

    // The n-th word is drawn in proportion to 1/n.
    private static string Name(Random random, string[] words, int count) =>
        string.Join(' ', Enumerable.Range(0, count).Select(_ => words[(int)Math.Min(words.Length - 1, Math.Pow(words.Length, random.NextDouble()) - 1)]));
}
