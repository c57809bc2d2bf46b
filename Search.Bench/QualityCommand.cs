using System.CommandLine;
using System.Globalization;
using Search.Bench.Evaluation;
using Search.Core.Content;
using Search.Core.People;
using Search.Core.Quotes;

namespace Search.Bench;

/// <summary>
/// <c>quality</c>: precision, recall and F1 with counts of people and quotations over all labelled sets of a folder, in one table, so that a
/// change shows; with <c>--cost</c> what recognition adds to reading the content.
/// </summary>
internal static class QualityCommand
{
    public static Command Create()
    {
        var shared = new Argument<DirectoryInfo>("shared") { Description = "Folder with gold/ and eval/; a set that is absent is passed over" };
        var content = new Option<DirectoryInfo?>("--content") { Description = "Folder of the posts that gold/ labels" };
        var cost = new Option<bool>("--cost") { Description = "Also measures the processor time of reading the content, of finding people, and of finding quotations" };
        var command = new Command("quality", "People and quotations against all labelled sets") { shared, content, cost };
        command.SetAction(result =>
        {
            var folder = result.GetRequiredValue(shared).FullName;
            if (result.GetValue(content) is { } posts)
                Labelled(folder, posts.FullName, result.GetValue(cost));
            if (At(folder, "eval/ner/wikigold.jsonl.gz") is { } marked)
            {
                Row("persons, encyclopaedia", PeopleScore.Strings(marked, null));
                Row("the same as one collection", PeopleScore.StringsOfCollection(marked, withOpen: false, null));
            }
            if (At(folder, "eval/quotes/polnear-dev.jsonl.gz") is { } news)
                Row("quotations, news", LabelledNews.Score(news, 5, null));
            return 0;
        });
        return command;
    }

    private static void Labelled(string folder, string content, bool withCost)
    {
        var source = ContentSource.Open(content);
        var reader = new ContentReader(source, new ReadOptions { Future = true, Drafts = true });
        if (At(folder, "gold/people.dev.jsonl") is { } people)
            Row("people a post", PeopleScore.Read(source.Files().SelectMany(reader.Read).OfType<PostRead>().Select(p => p.Post), source.People).Posts(people, null));
        var read = new ContentPosts(content);
        if (At(folder, "gold/quotes.dev.jsonl") is { } quotes)
            Row("quotations, posts", LabelledPosts.Score(quotes, read.At, null));
        if (At(folder, "gold/excerpts.dev.jsonl") is { } excerpts)
            Row("excerpts", LabelledExcerpts.Score(excerpts, read.At, null));
        if (withCost)
            Cost(source, reader);
    }

    // Processor time, so that other work on the machine does not count.
    private static void Cost(ContentSource source, ContentReader reader)
    {
        var start = Environment.CpuUsage.TotalTime;
        var posts = source.Files().SelectMany(reader.Read).OfType<PostRead>().Select(p => p.Post).ToList();
        var reading = Environment.CpuUsage.TotalTime - start;
        var finder = new NameFinder(NameData.Default, source.People);
        start = Environment.CpuUsage.TotalTime;
        var names = posts.ConvertAll(finder.Find);
        var finding = Environment.CpuUsage.TotalTime - start;
        var quoteFinder = new QuoteFinder(finder);
        start = Environment.CpuUsage.TotalTime;
        var found = 0;
        for (var i = 0; i < posts.Count; i++)
            found += quoteFinder.Read(posts[i], names[i]).InText.Count;
        var quoting = Environment.CpuUsage.TotalTime - start;
        start = Environment.CpuUsage.TotalTime;
        var builder = new PeopleCatalogBuilder(NameData.Default);
        for (var i = 0; i < posts.Count; i++)
            builder.Add(posts[i].Date, NameFacts.Of(names[i]));
        var catalog = builder.Build();
        for (var i = 0; i < posts.Count; i++)
            catalog.Resolve(names[i], posts[i].Date);
        var resolving = Environment.CpuUsage.TotalTime - start;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"processor time: reading {posts.Count} posts {reading.TotalSeconds:0.0} s; people {finding.TotalSeconds:0.0} s; who is who {resolving.TotalSeconds:0.0} s; {found} quotations {quoting.TotalSeconds:0.0} s"));
    }

    private static string? At(string folder, string path) => Path.Combine(folder, path) is var full && File.Exists(full) ? full : null;

    private static void Row(string what, object score) => Console.WriteLine($"{what,-28}{score}");
}
