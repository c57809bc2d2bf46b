using System.Globalization;
using Search.Core.Model;
using Search.Core.Searching;
using Search.Core.Text;

namespace Search.Bench.Relevance;

/// <summary>Asks for every post by its title, as it stands or with one edit in its longest word, and counts where the post comes.</summary>
internal static class TitleQueries
{
    private const int Seed = 20261125;

    public static void Measure(SearchService service, int every, bool withTypo, TextWriter output, TextWriter? log)
    {
        var random = new Random(Seed);
        int asked = 0, first = 0, topThree = 0;
        var titles = Titles(service).ToList();
        for (var i = 0; i < titles.Count; i += every)
        {
            var (id, title) = titles[i];
            if (title.Length == 0)
                continue;
            var query = withTypo ? WithEdit(title, random) : title;
            var hits = service.Search(new() { Query = query, Limit = 3, Kind = DocumentKind.Post, Facets = [], Highlight = false }).Hits;
            // Of two posts with one title either is right.
            var place = hits.ToList().FindIndex(h => h.Id == id || Folding.Fold(h.Title) == Folding.Fold(title));
            asked++;
            first += place == 0 ? 1 : 0;
            topThree += place >= 0 ? 1 : 0;
            if (place != 0 && (!withTypo || place < 0))
                log?.WriteLine($"{place + 1}  {query}   →   {(hits.Count > 0 ? hits[0].Title : "nothing")}");
        }
        output.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{(withTypo ? "titles with a typo" : "titles"),-18} {asked,4} titles   first {(double)first / asked:0.0000}   in the top 3 {(double)topThree / asked:0.0000}"));
    }

    private static IEnumerable<(string Id, string Title)> Titles(SearchService service)
    {
        string? cursor = null;
        do
        {
            var page = service.Search(new() { Kind = DocumentKind.Post, Limit = 100, Cursor = cursor, Facets = [], Highlight = false });
            foreach (var hit in page.Hits)
                yield return (hit.Id, hit.Title);
            cursor = page.Next;
        }
        while (cursor is not null);
    }

    // A letter left out, put in, replaced or swapped with the next, somewhere in the longest word.
    private static string WithEdit(string title, Random random)
    {
        var (start, length) = LongestWord(title);
        if (length < 2)
            return title;
        var word = title.Substring(start, length);
        var at = random.Next(length - 1);
        var letter = (char)('a' + random.Next(26));
        var edited = random.Next(4) switch
        {
            0 => word.Remove(at, 1),
            1 => word.Insert(at, letter.ToString()),
            2 => word[..at] + letter + word[(at + 1)..],
            _ => word[..at] + word[at + 1] + word[at] + word[(at + 2)..],
        };
        return title[..start] + edited + title[(start + length)..];
    }

    private static (int Start, int Length) LongestWord(string title)
    {
        var longest = (Start: 0, Length: 0);
        for (var i = 0; i < title.Length;)
        {
            var start = i;
            while (i < title.Length && char.IsLetter(title[i]))
                i++;
            if (i - start > longest.Length)
                longest = (start, i - start);
            if (i == start)
                i++;
        }
        return longest;
    }
}
