using System.IO.Compression;
using System.Text.Json;

namespace Search.Bench.Retrieval;

/// <summary>A stretch of a document's body.</summary>
/// <param name="Id">The document's, and where the passage begins in it.</param>
/// <param name="Labels">The first folders of the document's id, and its first tag: what facets count.</param>
/// <param name="Text">Words with single spaces between.</param>
internal sealed record Passage(string Id, IReadOnlyList<string> Labels, string Text);

/// <summary>
/// Cuts the bodies of JSON lines (<c>id</c>, <c>body</c>, <c>tags</c>; plain or gzip) into passages of equal length. What one reading does
/// not yield, further readings do, each with its cuts shifted, so that overlapping passages stand far apart.
/// </summary>
internal static class Passages
{
    private const int Readings = 8;
    private const int ShortestWords = 30;

    // In which order the shifts come, so that the first few overlap least.
    private static readonly int[] Eighths = [0, 4, 2, 6, 1, 5, 3, 7];

    public static IEnumerable<Passage> Read(string path, int wordsEach, int most)
    {
        var count = 0;
        for (var reading = 0; reading < Readings; reading++)
            foreach (var passage in Once(path, wordsEach, Eighths[reading] * wordsEach / Readings))
            {
                yield return passage;
                if (++count == most)
                    yield break;
            }
    }

    private static IEnumerable<Passage> Once(string path, int wordsEach, int shift)
    {
        using Stream file = File.OpenRead(path);
        using var lines = new StreamReader(path.EndsWith(".gz", StringComparison.Ordinal) ? new GZipStream(file, CompressionMode.Decompress) : file);
        while (lines.ReadLine() is { } line)
        {
            using var json = JsonDocument.Parse(line);
            var id = json.RootElement.GetProperty("id").GetString() ?? "";
            var words = (json.RootElement.GetProperty("body").GetString() ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
            var labels = LabelsOf(id, json.RootElement);
            for (var start = shift; start < words.Length; start += wordsEach)
            {
                var count = Math.Min(wordsEach, words.Length - start);
                if (count < ShortestWords && start > 0)
                    break;
                yield return new($"{id}#{start}", labels, string.Join(' ', words, start, count));
            }
        }
    }

    private static List<string> LabelsOf(string id, JsonElement document)
    {
        var folders = id.Split('/');
        var labels = new List<string>();
        for (var depth = 1; depth <= 3 && depth < folders.Length; depth++)
            labels.Add(string.Join('/', folders, 0, depth));
        if (document.TryGetProperty("tags", out var tags) && tags.ValueKind == JsonValueKind.Array && tags.GetArrayLength() > 0 && tags[0].GetString() is { Length: > 0 and < 60 } tag)
            labels.Add(tag);
        return labels;
    }
}
