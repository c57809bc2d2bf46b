using System.Diagnostics;
using System.Globalization;
using Search.Core.Searching;

namespace Search.Bench.Relevance;

/// <summary>Asks random and malicious texts, and counts the errors.</summary>
internal static class HostileQueries
{
    private const int Queries = 10_000;
    private const int Seed = 20261126;

    private static readonly string[] Fragments =
    [
        "\"", "“", "”", "(", ")", "((", "))", "+", "-", "--", "~", "~2", "*", "**", "a*", "th*", "re*", "?", ":", "title:", "tag:", "person:", "speaker:", "kind:", "kind:post",
        "before:", "after:", "after:2024", "before:9999-99", "AND", "OR", "NOT", " ", "\t", "\0", "\u202e", "é", "中国", "😀", "\ud800", "\\", "'", "`", "<script>", "%00", "C#", "AT&T",
        "U.S.", "1,000", "2024", "the", "of", "and", "trump", "court", "election~", "presidant", "moon", "zzzzzzzzqq", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
        "𝒳", "İ", "ß", "ﬁ", "\ufeff", "[", "]", "{", "}", "/", "^", "&&", "||", "!", "$", ";", "=", "#", "@", "—", "…",
    ];

    public static void Measure(SearchService service, TextWriter output)
    {
        var random = new Random(Seed);
        var errors = 0;
        var slowest = (Ms: 0.0, Query: "");
        for (var i = 0; i < Queries; i++)
        {
            var query = Random(random);
            var watch = Stopwatch.GetTimestamp();
            try
            {
                service.Search(new() { Query = query, Limit = 10, Explain = random.Next(4) == 0, Fold = random.Next(2) == 0 });
            }
            catch (Exception e) when (e is not OutOfMemoryException)
            {
                errors++;
                if (errors <= 10)
                    output.WriteLine($"{e.GetType().Name}: {e.Message} for {(query.Length > 80 ? query[..80] : query)}\n{e.StackTrace}");
            }
            var ms = Stopwatch.GetElapsedTime(watch).TotalMilliseconds;
            if (ms > slowest.Ms)
                slowest = (ms, query);
        }
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"hostile texts      {Queries} queries   {errors} errors   slowest {slowest.Ms:0} ms: {slowest.Query[..Math.Min(80, slowest.Query.Length)]}"));
    }

    private static string Random(Random random)
    {
        var length = random.Next(100) switch { 0 => 2000, < 10 => 200, _ => 12 };
        var parts = Enumerable.Range(0, random.Next(length)).Select(_ => random.Next(5) switch
        {
            0 => ((char)random.Next(0x10000)).ToString(),
            1 => ((char)random.Next(32, 127)).ToString(),
            2 => new string((char)('a' + random.Next(26)), random.Next(1, 4)) + " ",
            _ => Fragments[random.Next(Fragments.Length)] + (random.Next(2) == 0 ? " " : ""),
        });
        return string.Concat(parts);
    }
}
