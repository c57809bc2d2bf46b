using System.Text;
using Search.Core.Model;
using Search.Core.Searching;
using Xunit;

namespace Search.Tests.Behaviour;

/// <summary>What recurs across posts, what is a copy and what a series: known of the whole collection, and the same whichever way the index came about.</summary>
public sealed class RepetitionTests : IDisposable
{
    private const string Biography = "Nora Quill keeps the lighthouse at Sable Point and writes about lamps.";

    private readonly TestSite site = new();

    public void Dispose() => site.Dispose();

    // Prose that is like no other of another seed.
    private static string Prose(int seed, int words = 120)
    {
        var random = new Random(seed);
        var text = new StringBuilder();
        for (var i = 0; i < words; i++)
            text.Append(i % 12 == 0 ? "The " : "").Append('w').Append((char)('a' + random.Next(26))).Append((char)('a' + random.Next(26))).Append((char)('a' + random.Next(26))).Append(i % 12 == 11 ? ". " : " ");
        return text.ToString().Trim() + ".";
    }

    private void Posts(int from, int to, string? ending = null)
    {
        for (var i = from; i < to; i++)
            site.Post($"2024-01-{1 + i:00}", $"p{i}", ending is null ? Prose(i) : $"{Prose(i)}\n\n{ending}", title: $"Number {(char)('a' + i)}{(char)('a' + i)}{(char)('a' + i)}");
    }

    private PostView View(string id)
    {
        using var service = site.Open();
        return Assert.IsType<PostView>(service.Post(id, annotations: false));
    }

    private List<string> Found(string query)
    {
        using var service = site.Open();
        return [.. service.Search(new() { Query = query, Kind = DocumentKind.Post, Limit = 100 }).Hits.Select(hit => hit.Id)];
    }

    [Fact]
    public void What_memory_does_not_hold_is_indexed_as_what_it_holds()
    {
        string[] Index(bool holdsNothing)
        {
            using var other = new TestSite { HoldsNothing = holdsNothing };
            for (var i = 0; i < 9; i++)
                other.Post($"2024-01-{1 + i:00}", $"p{i}", $"{Prose(i)} \"The lamp of tower {(char)('A' + i)} is out tonight,\" said Ada Lovelace.\n\n{Biography}");
            for (var i = 0; i < 4; i++)
                other.Post($"2024-02-{1 + i:00}", $"table{i}", $"{Prose(50)}\n\nTide {i} at {i + 3} metres.", title: $"Tides of day {i}");
            other.Write("more.jsonl", string.Join('\n', Enumerable.Range(0, 5).Select(i => $$"""{"id":"r{{i}}","title":"Record {{i}}","body":"{{Prose(100 + i)}} {{Biography}}","tags":["x"]}""")) + "\n" + """{"id":"q","kind":"quote","body":"Light is cheap.","speaker":"Nora Quill"}""");
            other.Index();
            // Which names come first in their file depends on the processors; their places and the ledger's stamps with them.
            var folder = Directory.GetDirectories(Path.Combine(other.IndexFolder, "generations")).Single();
            return [.. Directory.GetFiles(folder).Where(file => Path.GetExtension(file) is not (".json" or ".si") && Path.GetFileName(file) is not ("ledger.bin" or "names.bin")).Order(StringComparer.Ordinal)
                .Select(file => $"{Path.GetFileName(file)} {Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(File.ReadAllBytes(file)))}")];
        }

        var held = Index(false);
        Assert.NotEmpty(held);
        Assert.Equal(held, Index(true));
    }

    [Fact]
    public void A_biography_under_many_posts_is_set_aside_and_stays_readable()
    {
        Posts(0, 6, Biography);
        site.Index();
        var view = View("2024-01-01-p0");
        Assert.DoesNotContain("lighthouse", view.Text, StringComparison.Ordinal);
        Assert.Equal(Biography, Assert.Single(view.Asides, aside => aside.Kind == AsideKind.Recurring).Text);
        Assert.DoesNotContain(view.People, person => person.Label == "Nora Quill");
        Assert.Empty(Found("\"keeps the lighthouse\""));
    }

    [Fact]
    public void A_sentence_of_a_few_posts_is_theirs()
    {
        Posts(0, 3, Biography);
        Posts(3, 9);
        site.Index();
        Assert.Contains("lighthouse", View("2024-01-01-p0").Text, StringComparison.Ordinal);
        Assert.Equal(3, Found("\"keeps the lighthouse\"").Count);
    }

    [Fact]
    public void A_post_of_nothing_but_what_recurs_keeps_it()
    {
        for (var i = 0; i < 6; i++)
            site.Post($"2024-01-{1 + i:00}", $"p{i}", Biography);
        site.Index();
        Assert.Equal(Biography, View("2024-01-01-p0").Text);
    }

    [Fact]
    public void The_index_is_the_same_whether_a_sentence_came_to_recur_step_by_step_or_at_once()
    {
        Posts(0, 3, Biography);
        site.Index();
        Assert.Contains("lighthouse", View("2024-01-01-p0").Text, StringComparison.Ordinal);
        Posts(3, 6, Biography);
        var report = site.Index();
        Assert.Equal((3, 3), (report.Added, report.Changed));
        var grown = All();
        Assert.DoesNotContain("lighthouse", grown);
        site.Index(full: true);
        Assert.Equal(All(), grown);

        site.Delete("_posts/2024-01-06-p5.md");
        site.Delete("_posts/2024-01-05-p4.md");
        site.Delete("_posts/2024-01-04-p3.md");
        Assert.Equal((3, 3), (site.Index() is var shrunk ? shrunk.Removed : 0, shrunk.Changed));
        var after = All();
        Assert.Contains("lighthouse", after, StringComparison.Ordinal);
        site.Index(full: true);
        Assert.Equal(All(), after);
    }

    private string All()
    {
        using var service = site.Open();
        var ids = service.Search(new() { Kind = DocumentKind.Post, Limit = 100 }).Hits.Select(hit => hit.Id);
        return string.Join('\n', ids.Select(id => service.Post(id, annotations: true)!).Select(post => $"{post.Id} {post.Text} {string.Join(',', post.People.Select(p => p.Slug + p.Count))} {post.Series} {post.CopyOf}"));
    }

    [Fact]
    public void A_text_published_twice_is_a_copy_of_the_older()
    {
        Posts(0, 3);
        site.Post("2024-03-01", "again", Prose(1).Replace("The w", "A w", StringComparison.Ordinal), title: "Another name");
        site.Index();
        Assert.Null(View("2024-01-02-p1").CopyOf);
        Assert.Equal("2024-01-02-p1", View("2024-03-01-again").CopyOf);
        Assert.Null(View("2024-03-01-again").Series);
        Assert.Null(View("2024-01-01-p0").CopyOf);
    }

    [Fact]
    public void Other_news_over_one_long_description_is_no_copy()
    {
        Posts(0, 3);
        var description = Prose(70, 300);
        site.Post("2024-03-01", "storm", $"{Prose(71, 100)}\n\n{description}", title: "A storm at the strand");
        site.Post("2024-03-02", "regatta", $"{Prose(72, 100)}\n\n{description}", title: "Sails in the harbour");
        site.Index();
        Assert.Equal((null, null), (View("2024-03-02-regatta").CopyOf, View("2024-03-02-regatta").Series));
        Assert.Equal(2, Found(string.Join(' ', description.Split(' ')[1..6])).Count);
        using var service = site.Open();
        Assert.All(service.Search(new() { Query = $"\"{string.Join(' ', description.Split(' ')[1..5])}\"", Fold = true }).Hits, hit => Assert.Null(hit.More));
    }

    [Fact]
    public void A_copy_with_a_word_changed_in_every_sentence_folds_with_the_older()
    {
        Posts(0, 3);
        site.Post("2024-03-01", "first", Prose(80, 240), title: "A storm at the strand");
        site.Post("2024-03-02", "second", Prose(80, 240).Replace("The ", "That ", StringComparison.Ordinal), title: "Sails in the harbour");
        site.Index();
        Assert.Equal("2024-03-01-first", View("2024-03-02-second").CopyOf);
    }

    [Fact]
    public void Posts_of_one_template_are_a_series_and_no_copies()
    {
        Posts(0, 3);
        var random = new Random(5);
        for (var day = 1; day <= 5; day++)
            site.Post($"2024-05-{day:00}", $"tides{day}", Table(random), title: $"Tides of 2024-05-{day:00}");
        site.Index();
        Assert.All(Enumerable.Range(1, 5), day => Assert.Equal(("Tides of", null), (View($"2024-05-{day:00}-tides{day}").Series, View($"2024-05-{day:00}-tides{day}").CopyOf)));
        Assert.Null(View("2024-01-01-p0").Series);
    }

    private static string Table(Random random)
    {
        var table = new StringBuilder("| place | high | low |\n|---|---|---|\n");
        foreach (var place in new[] { "Sable Point", "Grey Harbour", "North Sound", "Old Quay", "Long Strand", "Salt Island", "Dun Head", "Fair Reach" })
            table.Append("| ").Append(place).Append(" | ").Append(random.Next(100, 999)).Append(" | ").Append(random.Next(100, 999)).Append(" |\n");
        return table.ToString();
    }

    [Fact]
    public void What_a_series_shares_stays_in_its_posts()
    {
        for (var day = 1; day <= 6; day++)
            site.Post($"2024-05-{day:00}", $"tides{day}", "All heights are taken at the tide gauge of the old customs quay.\n\n" + Table(new Random(day)), title: $"Tides of 2024-05-{day:00}");
        site.Index();
        Assert.Contains("customs quay", View("2024-05-01-tides1").Text, StringComparison.Ordinal);
    }
}
