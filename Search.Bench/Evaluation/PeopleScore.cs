using System.Globalization;
using System.IO.Compression;
using System.Text.Json;

namespace Search.Bench.Evaluation;

/// <summary>Counts of right, wrong and missed answers, with the measures made of them.</summary>
internal sealed class Counts
{
    public int Right { get; set; }

    public int Wrong { get; set; }

    public int Missed { get; set; }

    public double Precision => Right + Wrong == 0 ? 0 : (double)Right / (Right + Wrong);

    public double Recall => Right + Missed == 0 ? 0 : (double)Right / (Right + Missed);

    public double F1 => Right == 0 ? 0 : 2.0 * Right / (2 * Right + Wrong + Missed);

    public override string ToString()
        => string.Create(CultureInfo.InvariantCulture, $"precision {Precision:0.000}  recall {Recall:0.000}  F1 {F1:0.000}  (right {Right}, wrong {Wrong}, missed {Missed})");
}

/// <summary>
/// Scores the recognition of people: distinct person strings a document on texts with marked persons (wikigold's form).
/// </summary>
internal static class PeopleScore
{
    public sealed record Marked(string Id, string Text, HashSet<string> Persons, HashSet<string> Others);

    public static List<Marked> ReadMarked(string path)
    {
        using var file = File.OpenRead(path);
        using var unzipped = path.EndsWith(".gz", StringComparison.Ordinal) ? new GZipStream(file, CompressionMode.Decompress) : (Stream)file;
        using var reader = new StreamReader(unzipped);
        var documents = new List<Marked>();
        while (reader.ReadLine() is { } line)
        {
            using var json = JsonDocument.Parse(line);
            var root = json.RootElement;
            documents.Add(new Marked(root.GetProperty("id").ToString(), root.GetProperty("text").GetString()!,
                root.GetProperty("persons").EnumerateArray().Select(p => p.GetProperty("text").GetString()!).ToHashSet(StringComparer.Ordinal),
                root.TryGetProperty("others", out var others) ? others.EnumerateArray().Select(p => p.GetProperty("text").GetString()!).ToHashSet(StringComparer.Ordinal) : []));
        }
        return documents;
    }

    /// <summary>Distinct strings of person mentions per document against those marked.</summary>
    public static Counts Strings(IReadOnlyList<Marked> documents, Func<string, IEnumerable<string>> find, TextWriter? errors)
    {
        var counts = new Counts();
        foreach (var document in documents)
        {
            var found = find(document.Text).ToHashSet(StringComparer.Ordinal);
            counts.Right += found.Count(document.Persons.Contains);
            counts.Wrong += found.Count(f => !document.Persons.Contains(f));
            counts.Missed += document.Persons.Count(p => !found.Contains(p));
            if (errors is null)
                continue;
            foreach (var wrong in found.Where(f => !document.Persons.Contains(f)).Order(StringComparer.Ordinal))
                errors.WriteLine($"wrong   {document.Id}  {wrong}{(document.Others.Contains(wrong) ? "  (marked as something else)" : "")}");
            foreach (var missed in document.Persons.Where(p => !found.Contains(p)).Order(StringComparer.Ordinal))
                errors.WriteLine($"missed  {document.Id}  {missed}");
        }
        return counts;
    }
}
