using System.IO.Compression;
using System.Text.Json;
using Search.Core.People;
using Xunit;

namespace Search.Tests.People;

/// <summary>Keeps the quality on labelled texts from falling; the figures are those of <c>Search.Bench people</c>.</summary>
public class PeopleQualityTests
{
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
