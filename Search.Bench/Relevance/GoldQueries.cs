using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using Search.Core.Evaluation;
using Search.Core.Model;
using Search.Core.Searching;

namespace Search.Bench.Relevance;

/// <summary>A judged query. <c>Relevant</c>: grades by path of the post; <c>Judged</c>: all paths that were looked at.</summary>
internal sealed record GoldQuery(
    string Query, string Type, Dictionary<string, int> Relevant, IReadOnlyList<string> Judged, [property: JsonPropertyName("typo")] bool? Typo);

/// <summary>Measures judged queries by their type: nDCG@10 over the judged posts of a ranking, and where the first relevant one stands.</summary>
internal static class GoldQueries
{
    private const int Depth = 100;

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    public static void Measure(SearchService service, string file, TextWriter output, TextWriter? log)
    {
        var rows = new List<(GoldQuery Query, Measures Condensed, Measures Whole)>();
        foreach (var line in File.ReadLines(file))
        {
            var query = JsonSerializer.Deserialize<GoldQuery>(line, Json)!;
            var judged = query.Judged.Concat(query.Relevant.Keys).Select(p => IdOf(service, p)).ToHashSet(StringComparer.Ordinal);
            var grades = query.Relevant.ToDictionary(r => IdOf(service, r.Key), r => r.Value, StringComparer.Ordinal);
            var answer = service.Search(new() { Query = query.Query, Kind = DocumentKind.Post, Limit = Depth, Facets = [], Highlight = false });
            // By place: the order shown is what is measured.
            var ranking = answer.Hits.Select((h, i) => new RankedId(h.Id, -i)).ToList();
            var condensed = Measures.Of(ranking.Where(r => judged.Contains(r.Id)), grades);
            rows.Add((query, condensed, Measures.Of(ranking, grades)));
            if (log is not null && condensed.NdcgAt10 < 0.95)
                Log(log, query, answer, judged, grades, condensed);
        }
        foreach (var type in rows.GroupBy(r => r.Query.Type).OrderBy(g => g.Key, StringComparer.Ordinal))
            Write(output, type.Key, [.. type]);
        Write(output, "known-item, typo", [.. rows.Where(r => r.Query.Type == "known-item" && r.Query.Typo == true)]);
    }

    private static void Write(TextWriter output, string name, IReadOnlyList<(GoldQuery Query, Measures Condensed, Measures Whole)> rows)
    {
        if (rows.Count > 0)
            output.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{name,-18} {rows.Count,3} queries   nDCG@10 of judged {rows.Average(r => r.Condensed.NdcgAt10):0.000}   MRR of judged {rows.Average(r => r.Condensed.Mrr):0.000}   MRR {rows.Average(r => r.Whole.Mrr):0.000}"));
    }

    private static void Log(TextWriter log, GoldQuery query, SearchAnswer answer, HashSet<string> judged, Dictionary<string, int> grades, Measures measures)
    {
        log.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{measures.NdcgAt10:0.000} [{query.Type}] {query.Query}  ({answer.Total} found; {answer.DidYouMean} {answer.Relaxed})"));
        foreach (var hit in answer.Hits.Take(8))
            log.WriteLine(string.Create(CultureInfo.InvariantCulture, $"      {(judged.Contains(hit.Id) ? grades.GetValueOrDefault(hit.Id).ToString(CultureInfo.InvariantCulture) : "?")}  {hit.Score,8:0.00}  {hit.Title}"));
        foreach (var (id, grade) in grades.OrderByDescending(g => g.Value))
            if (answer.Hits.Take(8).All(h => h.Id != id))
                log.WriteLine(string.Create(CultureInfo.InvariantCulture, $"      missing {grade} at {answer.Hits.ToList().FindIndex(h => h.Id == id) + 1}: {id}"));

        
    }

    // The id of the post in a file: its name, with as many parent folders before it as it takes.
    private static string IdOf(SearchService service, string path)
    {
        var parts = Path.ChangeExtension(path, null).Split('/');
        var id = parts[^1];
        for (var i = parts.Length - 2; i >= 0 && service.Post(id, annotations: false) is null; i--)
            id = $"{parts[i]}-{id}";
        return id;
    }
}
