using System.IO.Compression;
using System.Text.Json;
using Search.Core.People;
using Search.Core.Searching;
using Search.Core.Text;
using Xunit;

namespace Search.Tests.People;

/// <summary>Keeps the quality on labelled texts from falling; the figures are those of <c>Search.Bench people</c>.</summary>
public class PeopleQualityTests
{
    [Fact]
    public void People_of_labelled_posts_are_served_under_their_full_names()
    {
        var path = Corpus.Require("gold/people.dev.jsonl");
        using var service = SearchService.Open(BlogCorpus.Index(), new SearchOptions());
        int right = 0, found = 0, expected = 0;
        foreach (var line in File.ReadLines(path))
        {
            using var json = JsonDocument.Parse(line);
            var row = json.RootElement;
            if (service.Post(Path.GetFileNameWithoutExtension(row.GetProperty("post").GetString()!), annotations: true) is not { } post)
                continue;
            var labelled = Set(row, "people");
            var either = Set(row, "optional").Concat(Set(row, "bylines")).Except(labelled).ToHashSet(StringComparer.Ordinal);
            var served = post.People.Where(p => p.Mentions.Count > 0).Select(p => Slug.Of(p.Label)).Where(p => !either.Contains(p)).ToHashSet(StringComparer.Ordinal);
            right += served.Count(labelled.Contains);
            found += served.Count;
            expected += labelled.Count;
        }
        Assert.True(2.0 * right / (found + expected) >= 0.90, $"F1 {2.0 * right / (found + expected):0.000}: right {right}, found {found}, labelled {expected}");
    }

    private static HashSet<string> Set(JsonElement row, string name)
        => row.TryGetProperty(name, out var list) ? list.EnumerateArray().Select(v => Slug.Of(v.GetString()!)).ToHashSet(StringComparer.Ordinal) : [];

    [Fact]
    public void Distinct_person_strings_of_encyclopaedia_articles_are_found()
    {
        var path = Corpus.Require("eval/ner/wikigold.jsonl.gz");
        var finder = new NameFinder(NameData.Default);
        int right = 0, found = 0, expected = 0;
        using var reader = new StreamReader(new GZipStream(File.OpenRead(path), CompressionMode.Decompress));
        while (reader.ReadLine() is { } line)
        {
            using var json = JsonDocument.Parse(line);
            var text = json.RootElement.GetProperty("text").GetString()!;
            var marked = json.RootElement.GetProperty("persons").EnumerateArray().Select(p => p.GetProperty("text").GetString()!).ToHashSet(StringComparer.Ordinal);
            var names = finder.Find(text);
            var strings = names.Mentions.Where(m => names.People[m.Person].IsAccepted).Select(m => text[m.Start..m.End]).ToHashSet(StringComparer.Ordinal);
            right += strings.Count(marked.Contains);
            found += strings.Count;
            expected += marked.Count;
        }
        Assert.True(2.0 * right / (found + expected) >= 0.85, $"F1 {2.0 * right / (found + expected):0.000}: right {right}, found {found}, marked {expected}");
    }
}
