using Search.Core.Analysis;
using Search.Core.Model;
using Search.Core.Searching;
using Xunit;

namespace Search.Tests.Behaviour;

/// <summary>Totals and facet counts against a recount by brute force, for random queries and filters.</summary>
public sealed class RecountTests
{
    private const int Queries = 200;

    private static readonly string[] Words = ["moon", "sun", "rocket", "engine", "crew", "orbit", "launch", "code", "stack", "loop", "byte", "logic"];
    private static readonly string[] Tags = ["Apollo", "Soyuz", "ENIAC", "Colossus", "Mercury", "Gemini", "COBOL"];
    private static readonly string[] Categories = ["Space", "Computing", "History"];

    [Fact]
    public void Totals_and_facets_of_random_queries_agree_with_a_recount()
    {
        using var site = new TestSite();
        var random = new Random(20261122);
        for (var i = 0; i < 120; i++)
        {
            var date = new DateOnly(2020, 1, 1).AddDays(random.Next(2000));
            site.Post(
                date.ToString("yyyy-MM-dd", null),
                $"post{i}",
                string.Join(' ', Pick(random, Words, 2, 12)),
                title: string.Join(' ', Pick(random, Words, 1, 3)),
                tags: string.Join(", ", Pick(random, Tags, 0, 4)),
                categories: string.Join(", ", Pick(random, Categories, 0, 2)));
        }
        site.Index();
        using var service = site.Open();
        Check(service, Documents(service), random, Words);
    }

    [Fact]
    public void Totals_and_facets_over_the_corpus_agree_with_a_recount()
    {
        using var service = SearchService.Open(BlogCorpus.Index(), new());
        var words = new[] { "putin", "musk", "tariffs", "court", "election", "judge", "senate", "2025", "economy", "immigration", "jobs", "health" };
        Check(service, Documents(service), new Random(7), words);
    }

    private static void Check(SearchService service, List<Document> documents, Random random, string[] words)
    {
        var tags = documents.SelectMany(d => d.Tags).Distinct().Order(StringComparer.Ordinal).ToArray();
        var categories = documents.SelectMany(d => d.Categories).Distinct().Order(StringComparer.Ordinal).ToArray();
        for (var i = 0; i < Queries; i++)
        {
            var wanted = Pick(random, words, 1, 2);
            var chosenTags = Pick(random, tags, 0, 2);
            var chosenCategories = Pick(random, categories, 0, 1);
            var none = random.Next(4) == 0 ? Pick(random, tags, 1, 1) : [];
            var anyOf = random.Next(3) == 0;
            DateOnly? from = random.Next(3) == 0 ? new DateOnly(2020 + random.Next(6), 1 + random.Next(12), 1) : null;
            var request = new SearchRequest
            {
                Query = string.Join(' ', wanted.Select(w => $"+{w}")),
                Kind = DocumentKind.Post,
                Tags = new(anyOf && chosenTags.Count > 0 ? [chosenTags] : [.. chosenTags.Select(t => new[] { t })], none),
                Categories = new([.. chosenCategories.Select(c => new[] { c })], []),
                From = from,
                FacetLimit = 1000,
                Facets = [FacetField.Tag, FacetField.Category, FacetField.Year, FacetField.Month],
                Limit = 1,
            };
            var stems = wanted.SelectMany(w => TextAnalysis.English.Stems(w)).Select(t => t.Term).ToList();
            var answer = service.Search(request);

            bool Base(Document d) => stems.TrueForAll(d.Stems.Contains) && !none.Exists(d.Tags.Contains) && (from is null || d.Day is { } day && day >= from);
            bool InTags(Document d) => chosenTags.Count == 0 || (anyOf ? chosenTags.Exists(d.Tags.Contains) : chosenTags.TrueForAll(d.Tags.Contains));
            bool InCategories(Document d) => chosenCategories.TrueForAll(d.Categories.Contains);

            var all = documents.Where(d => Base(d) && InTags(d) && InCategories(d)).ToList();
            Assert.Equal(all.Count, answer.Total);
            AssertFacet(answer.Facets["tag"], documents.Where(d => Base(d) && InCategories(d)).SelectMany(d => d.Tags));
            AssertFacet(answer.Facets["category"], documents.Where(d => Base(d) && InTags(d)).SelectMany(d => d.Categories));
            AssertFacet(answer.Facets["year"], all.Where(d => d.Day is not null).Select(d => $"{d.Day!.Value.Year:0000}"));
            AssertFacet(answer.Facets["month"], all.Where(d => d.Day is not null).Select(d => $"{d.Day!.Value.Year:0000}-{d.Day!.Value.Month:00}"));
        }
    }

    private static void AssertFacet(FacetAnswer answer, IEnumerable<string> slugs)
    {
        var expected = slugs.GroupBy(s => s, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.Count(), StringComparer.Ordinal);
        Assert.Equal(expected.Count, answer.Distinct);
        Assert.Equal(expected.Values.Sum(), answer.Values.Sum(v => v.Count) + answer.Others);
        foreach (var value in answer.Values)
            Assert.Equal(expected.GetValueOrDefault(value.Slug), value.Count);
        // Chosen values are shown beyond the limit.
        Assert.InRange(answer.Values.Count(v => v.Count > 0 && !v.Selected), Math.Min(1000, expected.Count) - answer.Values.Count(v => v.Selected), 1000);
    }

    // Every post as the service gives it in full; what it matches is worked out from that, not from the index.
    private static List<Document> Documents(SearchService service)
    {
        var documents = new List<Document>();
        string? cursor = null;
        do
        {
            var page = service.Search(new() { Kind = DocumentKind.Post, Limit = 100, Cursor = cursor, Facets = [] });
            foreach (var hit in page.Hits)
            {
                var post = service.Post(hit.Id, annotations: false)!;
                var text = string.Join('\n', new[] { post.Title, post.Headline, post.Excerpt, post.Text, post.Code }
                    .Concat(post.Outline.Select(h => h.Text))
                    .Concat(post.Tags.Where(t => !t.Boilerplate).Select(t => t.Label))
                    .Concat(post.Categories.Select(c => c.Label))
                    .Concat(post.People.Select(p => p.Label)));
                documents.Add(new(
                    [.. TextAnalysis.English.Stems(text).Select(t => t.Term)],
                    [.. post.Tags.Select(t => t.Slug)],
                    [.. post.Categories.Select(c => c.Slug)],
                    post.Date is { } date ? DateOnly.FromDateTime(date.DateTime) : null));
            }
            cursor = page.Next;
        }
        while (cursor is not null);
        return documents;
    }

    private static List<string> Pick(Random random, string[] from, int least, int most)
    {
        var count = random.Next(least, most + 1);
        return [.. Enumerable.Range(0, count).Select(_ => from[random.Next(from.Length)]).Distinct(StringComparer.Ordinal)];
    }

    private sealed record Document(HashSet<string> Stems, HashSet<string> Tags, HashSet<string> Categories, DateOnly? Day);
}
