using System.Diagnostics;
using System.Globalization;
using Search.Core.Facets;
using Search.Core.Related;
using Search.Core.Searching;

namespace Search.Bench.Relatedness;

/// <summary>How long related posts take: worked out, and from memory.</summary>
internal static class RelatedSpeed
{
    private const int Most = 1000;

    public static void Measure(OpenGeneration generation, TextWriter output)
    {
        var posts = new List<int>();
        var step = Math.Max(1, generation.Posts.Cardinality / Most);
        var number = 0;
        for (var post = DayColumn.Next(generation.Posts, 0); post >= 0; post = DayColumn.Next(generation.Posts, post + 1))
            if (number++ % step == 0)
                posts.Add(post);
        var reader = new RelatedReader(generation, new RelatedWeights(), CancellationToken.None);
        output.WriteLine($"worked out: {Times(posts, post => reader.OfPost(post, new()))}");
        output.WriteLine($"from memory: {Times(posts, post => RelatedAnswers.Of(generation, reader.OfPost(post, new())))}");
    }

    private static string Times(List<int> posts, Action<int> ask)
    {
        var times = new List<double>(posts.Count);
        foreach (var post in posts)
        {
            var start = Stopwatch.GetTimestamp();
            ask(post);
            times.Add(Stopwatch.GetElapsedTime(start).TotalMicroseconds);
        }
        times.Sort();
        return string.Create(CultureInfo.InvariantCulture, $"p50 {times[times.Count / 2]:0} µs, p99 {times[times.Count * 99 / 100]:0} µs over {times.Count} posts");
    }
}
