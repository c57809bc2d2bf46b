using System.Text.Json;
using Lucene.Net.Search;
using Search.Core.Generations;
using Search.Core.Indexing;
using Search.Core.Model;
using Search.Core.Postings;
using Search.Core.Ranking;
using Search.Core.Searching;
using Xunit;

namespace Search.Tests.Behaviour;

/// <summary>The served search by the kernels of impacts against the same service scoring every match: nothing may differ but the time.</summary>
public sealed class ExhaustiveAnswersTests : IDisposable
{
    private const int Words = 120;

    private readonly TestSite site = new();
    private readonly Random random = new(23);

    [Fact]
    public void Random_requests_are_answered_as_if_every_match_were_scored()
    {
        BuildSegments();
        Same(site.IndexFolder, Enumerable.Range(0, 250).Select(_ => Request()));
    }

    [Fact]
    public void Related_posts_are_those_that_scoring_every_match_finds()
    {
        BuildSegments();
        using var fast = SearchService.Open(site.IndexFolder, new());
        using var exhaustive = SearchService.Open(site.IndexFolder, new() { ScoresEverything = true });
        var found = 0;
        for (var i = 0; i < 60; i++)
        {
            var (title, body) = ($"{Word()} {Word()}", string.Join(' ', Enumerable.Range(0, 30).Select(_ => Word())));
            var expected = exhaustive.RelatedToText(title, body, new() { Limit = 50 });
            found += expected.Related.Count;
            Assert.Equal(JsonSerializer.Serialize(expected), JsonSerializer.Serialize(fast.RelatedToText(title, body, new() { Limit = 50 })));
        }
        var posts = fast.Search(new() { Query = "w1", Limit = 60, Kind = DocumentKind.Post, Highlight = false }).Hits;
        foreach (var post in posts)
        {
            var options = new RelatedOptions { Limit = 50, Dates = random.Next(2) == 0 ? RelatedDates.Older : RelatedDates.Any };
            var expected = exhaustive.RelatedById(post.Id, options)!;
            found += expected.Related.Count;
            Assert.Equal(JsonSerializer.Serialize(expected), JsonSerializer.Serialize(fast.RelatedById(post.Id, options)));
        }
        Assert.True(found > 100, $"{found} related posts");
    }

    [Fact]
    public void The_words_of_a_query_are_looked_up_in_the_impacts()
    {
        site.Post("2024-01-01", "a", "A lantern burns whale oil.", title: "One");
        site.Index();
        var store = GenerationStore.Open(site.IndexFolder, create: false, site.Clock);
        var generation = OpenGeneration.Open(store, store.CurrentId()!, new());
        var query = new BooleanQuery(disableCoord: true) { { new TermQuery(new(IndexFields.Ranked, "lantern")), Occur.MUST }, { DocumentsFilter.Query(generation.Posts), Occur.MUST } };
        Assert.True(generation.Impacts.Covers(query));
        generation.Release();
    }

    [Fact]
    public void Titles_and_words_of_a_real_blog_are_answered_as_if_every_match_were_scored()
    {
        var index = BlogCorpus.Index();
        List<string> titles;
        using (var service = SearchService.Open(index, new()))
            titles = [.. Enumerable.Range(0, 1).SelectMany(page => service.Search(new() { Limit = 100, Offset = page * 100, Kind = DocumentKind.Post, Facets = [] }).Hits.Select(h => h.Title))];
        Same(index, titles.Select((t, i) => new SearchRequest { Query = Shortened(t, i), Limit = 30, Offset = i % 7 == 0 ? 15 : 0, Highlight = false }));
    }

    public void Dispose() => site.Dispose();

    private static void Same(string index, IEnumerable<SearchRequest> requests)
    {
        // With so few looked at again, what the first stage leaves out is seen.
        var profile = new RankingProfile { Rescored = 20 };
        using var fast = SearchService.Open(index, new() { Profile = profile });
        using var exhaustive = SearchService.Open(index, new() { Profile = profile, ScoresEverything = true });
        foreach (var first in requests)
        {
            var request = first;
            // The page behind the first goes another way.
            for (var page = 0; page < 2; page++)
            {
                var (expected, found) = (exhaustive.Search(request), fast.Search(request));
                Assert.Equal(Text(expected), Text(found));
                if (expected.Next is null)
                    break;
                request = request with { Cursor = expected.Next };
            }
        }
    }

    private static string Text(SearchAnswer answer) => JsonSerializer.Serialize(answer with { TookMs = 0 });

    private static string Shortened(string title, int i) => string.Join(' ', title.Split(' ').Take(1 + i % 6));

    // Several segments with deleted documents; copies and few dates, so that many scores are equal.
    private void BuildSegments()
    {
        for (var build = 0; build < 3; build++)
        {
            for (var i = 0; i < 140; i++)
                Post(build * 100 + i);
            site.Index();
        }
    }

    private void Post(int number)
    {
        var words = string.Join(' ', Enumerable.Range(0, random.Next(3, 40)).Select(_ => Word()));
        var quote = random.Next(6) == 0 ? $"\n\n“{Word()} {Word()} {Word()} {Word()} {Word()},” said Ada Lovelace." : "";
        var text = random.Next(4) == 0 ? "w1 w2 w3 w5" : words;
        site.Post($"2024-01-{1 + number % 9:00}", $"p{number}", text + quote, $"{Word()} {Word()}", tags: $"t{random.Next(5)}, t{random.Next(9)}", categories: $"c{random.Next(3)}");
    }

    private string Word() => $"w{(int)Math.Pow(Words, random.NextDouble())}";

    private SearchRequest Request() => new()
    {
        Query = Query(),
        Kind = random.Next(5) switch { 0 => DocumentKind.Post, 1 => DocumentKind.Quote, _ => null },
        Tags = random.Next(3) == 0 ? new([[$"t{random.Next(5)}", $"t{random.Next(5)}"]], random.Next(2) == 0 ? [$"t{random.Next(9)}"] : []) : SlugFilter.None,
        From = random.Next(4) == 0 ? new(2024, 1, random.Next(1, 9)) : null,
        Sort = random.Next(6) == 0 ? SearchSort.Oldest : null,
        Limit = random.Next(3) == 0 ? 100 : 7,
        Offset = random.Next(4) == 0 ? 15 : 0,
        Facets = [FacetField.Tag, FacetField.Kind, FacetField.Year],
        Highlight = false,
        Fold = random.Next(4) == 0,
        Explain = random.Next(8) == 0,
    };

    private string Query() => random.Next(12) switch
    {
        0 => Word(),
        1 => $"{Word()} {Word()}",
        2 => $"{Word()} OR {Word()} OR {Word()}",
        3 => $"{Word()} OR {Word()} OR {Word()} OR {Word()} OR {Word()} OR {Word()}",
        4 => $"+{Word()} {Word()} {Word()}",
        5 => $"{Word()} -{Word()}",
        6 => $"\"{Word()} {Word()}\" OR {Word()}",
        7 => $"{Word()} title:{Word()}",
        8 => $"({Word()} OR {Word()}) {Word()} -({Word()} {Word()})",
        9 => $"w{random.Next(9)}* {Word()}",
        10 => $"{Word()} tag:t{random.Next(9)}",
        _ => $"{Word()} {Word()} {Word()} {Word()} {Word()}",
    };
}
