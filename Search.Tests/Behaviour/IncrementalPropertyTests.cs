using System.Text.Json;
using System.Text.RegularExpressions;
using Search.Core.Ingestion;
using Search.Core.Searching;
using Xunit;

namespace Search.Tests.Behaviour;

/// <summary>After any sequence of edits and runs an index holds what one built anew from the same content holds.</summary>
public sealed partial class IncrementalPropertyTests
{
    private const int Runs = 5;

    private static readonly string[] Names = ["Ada Lovelace", "Charles Babbage", "Mary Somerville", "Augustus De Morgan", "Lovelace", "Mrs. Somerville", "Ada King", "Dr. Michael Faraday", "Faraday"];
    private static readonly string[] Tags = ["engines", "Engines", "Difference Engine", "difference engine", "Ada Lovelace", "mathematics", "Mathematics", "looms", "Royal Society"];
    private static readonly string[] Categories = ["history", "History", "letters"];
    private static readonly string[] Sentences =
    [
        "The engine weaves patterns of algebra as the loom weaves flowers and leaves.",
        "Steam drove the mill all night and nobody slept in the village below it.",
        "Cards with holes told the machine which number to bring from the store.",
        "The committee asked for another report before it would pay for the wheels.",
        "A letter of that winter describes the drawing room and the guests in it.",
        "Brass was dear and the workshop had two men who could cut it well.",
    ];

    [Theory]
    [InlineData(1, false)]
    [InlineData(2, false)]
    [InlineData(3, true)]
    [InlineData(108, true)]
    [InlineData(118, false)]
    [InlineData(144, true)]
    public void An_index_that_was_updated_again_and_again_holds_what_one_built_anew_holds(int seed, bool holdsNothing)
    {
        var random = new Random(seed);
        using var site = new TestSite { HoldsNothing = holdsNothing };
        using var other = new TemporaryFolder();
        for (var i = 0; i < 8; i++)
            Edit(site, random, i);
        site.Index();
        for (var run = 0; run < Runs; run++)
        {
            var edits = random.Next(1, 4);
            for (var i = 0; i < edits; i++)
            {
                Edit(site, random, random.Next(12));
                // As while following: some changes are published before the collection is brought up to date, some of them twice in a row.
                if (random.Next(2) == 0)
                    site.Index(settleLater: true);
            }
            var report = site.Index();
            Assert.True(report.IsSettled);
            Assert.False(site.Index(settleLater: true).Published);
            SiteIndexer.Run([site.Source], other.In("index"), new() { Clock = site.Clock, Full = true });

            using var updated = site.Open();
            using var anew = SearchService.Open(other.In("index"), new() { Clock = site.Clock });
            Assert.Equal(Everything(anew), Everything(updated));
            Assert.Equal(anew.Status.Posts, report.Posts);
            Assert.Equal(anew.Status.Quotes, report.Quotes);
        }
    }

    [Fact]
    public void A_file_written_twice_within_a_moment_with_the_same_length_is_read_twice()
    {
        using var site = new TestSite();
        site.Post("2026-01-01", "one", "The first text.");
        site.Index();
        var file = Path.Combine(site.Source, "_posts/2026-01-01-one.md");
        var time = File.GetLastWriteTimeUtc(file);
        site.Post("2026-01-01", "one", "The other text.");
        File.SetLastWriteTimeUtc(file, time);
        Assert.Equal(1, site.Index().Changed);
    }

    private static void Edit(TestSite site, Random random, int post)
    {
        var name = $"_posts/2026-02-{post + 1:00}-post{post}.md";
        switch (random.Next(6))
        {
            case 0 when File.Exists(Path.Combine(site.Source, name)):
                site.Delete(name);
                break;
            case 1:
                site.Write("_data/quotes.yml", string.Concat(Enumerable.Range(0, random.Next(3)).Select(i => $"- text: {Some(Sentences)}\n  speaker: {Some(Names)}\n")));
                break;
            case 2 when File.Exists(Path.Combine(site.Source, name)):
                File.AppendAllText(Path.Combine(site.Source, name), Some(Sentences) + "\n");
                break;
            default:
                var body = string.Join("\n\n", Enumerable.Range(0, random.Next(1, 5)).Select(_ =>
                    $"{Some(Sentences)} {Some(Names)} met {Some(Names)} there. “{Some(Sentences)}” said {Some(Names)}. See [the other](/2026/02/post{random.Next(12)}.html)."));
                site.Post($"2026-02-{post + 1:00}", $"post{post}", body, title: $"{Some(Names)} and the {Some(Tags)}",
                    tags: string.Join(", ", Enumerable.Range(0, random.Next(4)).Select(_ => Some(Tags))), categories: Some(Categories));
                break;
        }

        string Some(string[] values) => values[random.Next(values.Length)];
    }

    // Scores are left out: they count deleted documents until their segment is merged.
    private static string Everything(SearchService service)
    {
        var parts = new List<object?>();
        var all = service.Search(new() { Sort = SearchSort.Oldest, Limit = 100, Highlight = false, FacetLimit = 1000 });
        parts.Add(all.Total);
        parts.Add(all.Facets);
        foreach (var hit in all.Hits.OrderBy(h => h.Id, StringComparer.Ordinal))
        {
            parts.Add(hit with { Score = 0 });
            parts.Add(service.Post(hit.Id, annotations: true));
        }
        parts.Add(service.People("", 1000));
        foreach (var person in service.People("", 1000).Values)
            parts.Add(service.Person(person.Slug) is { } view ? view with { Newest = [] } : null);
        parts.Add(service.Tags("", 1000));
        parts.Add(service.Categories("", 1000));
        foreach (var typed in new[] { "a", "e", "m", "love", "h" })
            parts.Add(service.Suggest(typed, 50));
        return GenerationAndTime().Replace(JsonSerializer.Serialize(parts), "");
    }

    [GeneratedRegex("\"(Generation|TookMs)\":[^,}]*,?")]
    private static partial Regex GenerationAndTime();
}
