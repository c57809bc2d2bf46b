using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Search.Bench.Load;

namespace Search.Bench;

/// <summary>
/// <c>http</c>: requests a second of the API's endpoints against a constant answer of the same size from the same Kestrel, in turn, so
/// that both meet the same machine; and the time from the start of the process to the first answer.
/// </summary>
internal static class HttpCommand
{
    private const int Connections = 4;

    public static Command Create()
    {
        var index = new Option<DirectoryInfo>("--index") { Description = "The index to serve", Required = true };
        var api = new Option<FileInfo>("--api") { Description = "Search.Api.dll, or a published program", Required = true };
        var seconds = new Option<double>("--seconds") { Description = "Length of one measurement", DefaultValueFactory = _ => 2 };
        var rounds = new Option<int>("--rounds") { Description = "Measurements of each kind; the median is told", DefaultValueFactory = _ => 5 };
        var command = new Command("http", "Requests a second against a constant answer of the same Kestrel") { index, api, seconds, rounds };
        command.SetAction(result =>
        {
            Measure(result.GetRequiredValue(index).FullName, result.GetRequiredValue(api).FullName, result.GetValue(seconds), result.GetValue(rounds));
            return 0;
        });
        return command;
    }

    private static void Measure(string index, string api, double seconds, int rounds)
    {
        string[] arguments = ["--index", index, "--urls", "{url}"];
        var starts = Enumerable.Range(0, rounds).Select(_ =>
        {
            using var once = ServerProcess.Start(api, arguments, "/api/search?q=the");
            return once.FirstAnswer.TotalMilliseconds;
        }).ToList();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"From process start to the first answered query: {Median(starts):0} ms (median of {rounds}, {starts.Min():0} to {starts.Max():0})."));

        using var ours = ServerProcess.Start(api, arguments, "/api/search?q=the");
        using var constant = ServerProcess.Start(typeof(HttpCommand).Assembly.Location, ["constant", "--url", "{url}"], "/100");
        var (queries, prefixes) = Questions(ours.Port);
        var searches = queries.Select(q => $"/api/search?q={Uri.EscapeDataString(q)}").ToList();
        var suggests = prefixes.Select(q => $"/api/suggest?q={Uri.EscapeDataString(q)}").ToList();
        var conditional = searches.Select(s => $"{s}\nIf-None-Match: {TagOf(ours.Port, s)}").ToList();

        Console.WriteLine();
        Console.WriteLine($"{"",-34}{"requests/s",12}{"constant/s",12}{"ratio",8}   bytes");
        // Each question once: nothing of it has been made before.
        var first = HttpLoad.Run(ours.Port, [.. searches.Select(s => s + "&facetLimit=9")], Connections, double.MaxValue, 200, once: true);
        var reference = HttpLoad.Run(constant.Port, [$"/{first.BodyBytes / first.Requests}"], Connections, seconds, 200);
        Print("search, asked for the first time", [first.PerSecond], [reference.PerSecond], first.BodyBytes / first.Requests);
        Compare("search, asked again", ours.Port, searches, constant.Port, 200, seconds, rounds);
        var firstSuggest = HttpLoad.Run(ours.Port, [.. suggests.Select(s => s + "&limit=7")], Connections, double.MaxValue, 200, once: true);
        reference = HttpLoad.Run(constant.Port, [$"/{firstSuggest.BodyBytes / firstSuggest.Requests}"], Connections, seconds, 200);
        Print("suggest, asked for the first time", [firstSuggest.PerSecond], [reference.PerSecond], firstSuggest.BodyBytes / firstSuggest.Requests);
        Compare("suggest, asked again", ours.Port, suggests, constant.Port, 200, seconds, rounds);
        Compare("search, conditional (304)", ours.Port, conditional, constant.Port, 304, seconds, rounds);
        Console.WriteLine();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Memory of the API afterwards: {ours.ResidentBytes / 1_000_000} MB resident."));
    }

    private static void Compare(string name, int port, List<string> requests, int constantPort, int status, double seconds, int rounds)
    {
        HttpLoad.Run(port, requests, Connections, seconds, status);
        var bytes = 0L;
        List<double> ours = [], theirs = [];
        for (var round = 0; round < rounds; round++)
        {
            var result = HttpLoad.Run(port, requests, Connections, seconds, status);
            bytes = result.BodyBytes / result.Requests;
            ours.Add(result.PerSecond);
            theirs.Add(HttpLoad.Run(constantPort, [$"/{Math.Max(2, bytes)}"], Connections, seconds, 200).PerSecond);
        }
        Print(name, ours, theirs, bytes);
    }

    private static void Print(string name, List<double> ours, List<double> theirs, long bytes) => Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
        $"{name,-34}{Median(ours),12:0}{Median(theirs),12:0}{Median([.. ours.Zip(theirs, (a, b) => a / b)]),8:0.00}   {bytes}"));

    private static double Median(List<double> values) => values.Order().ElementAt(values.Count / 2);

    // Two neighbouring words of a title, and the beginnings of titles: what people type.
    private static (List<string> Queries, List<string> Prefixes) Questions(int port)
    {
        using var client = new HttpClient { BaseAddress = new($"http://127.0.0.1:{port}") };
        List<string> queries = [], prefixes = [];
        string? next = null;
        for (var page = 0; page < 5; page++)
        {
            using var answer = JsonDocument.Parse(client.GetStringAsync($"/api/search?kind=post&limit=100&facets=none&highlight=false{(next is null ? "" : "&cursor=" + Uri.EscapeDataString(next))}").GetAwaiter().GetResult());
            foreach (var hit in answer.RootElement.GetProperty("hits").EnumerateArray())
            {
                var title = hit.GetProperty("title").GetString()!;
                var words = title.Split(' ', StringSplitOptions.RemoveEmptyEntries).Where(w => w.Length > 3 && w.All(char.IsLetter)).ToList();
                for (var i = 0; i + 1 < words.Count; i += 2)
                    queries.Add($"{words[i]} {words[i + 1]}");
                prefixes.Add(title[..Math.Min(title.Length, 3 + (prefixes.Count % 12))]);
            }
            next = answer.RootElement.GetProperty("next").GetString();
            if (next is null)
                break;
        }
        return ([.. queries.Distinct()], [.. prefixes.Where(p => p.Trim().Length > 1).Distinct()]);
    }

    private static string TagOf(int port, string path)
    {
        using var client = new HttpClient { BaseAddress = new($"http://127.0.0.1:{port}") };
        using var answer = client.Send(new(HttpMethod.Head, path));
        return answer.Headers.ETag!.ToString();
    }
}
