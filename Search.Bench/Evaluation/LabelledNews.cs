using System.IO.Compression;
using System.Text.Json;
using Search.Core.Model;
using Search.Core.People;
using Search.Core.Quotes;

namespace Search.Bench.Evaluation;

/// <summary>
/// Scores the finder on news articles with labelled stretches (JSON lines: <c>text</c>, <c>quotes</c> with <c>start</c>, <c>end</c>, <c>speaker_person</c>), by offsets.
/// </summary>
public static class LabelledNews
{
    /// <summary>Reads the file, gzipped or not, and scores every article.</summary>
    /// <param name="path">The JSON lines.</param>
    /// <param name="minWords">Shorter quotations do not count on either side.</param>
    /// <param name="misses">Receives every error; null for none.</param>
    public static QuoteScore Score(string path, int minWords, TextWriter? misses)
    {
        var score = new QuoteScore();
        var finder = new QuoteFinder(new NameFinder(NameData.Default), minWords);
        foreach (var line in Lines(path))
        {
            using var json = JsonDocument.Parse(line);
            var root = json.RootElement;
            var id = root.GetProperty("id").GetString()!;
            var text = root.GetProperty("text").GetString()!;
            var post = new Post { Key = id, Id = id, Title = root.GetProperty("title").GetString() ?? "", Text = text, Source = new SourceSpan(id) };
            var found = finder.Find(post).ToList();
            var labelled = root.GetProperty("quotes").EnumerateArray().Where(q => WordCount(q.GetProperty("quote").GetString()!) >= minWords).ToList();
            var taken = new bool[found.Count];
            var matched = 0;
            foreach (var label in labelled)
            {
                var start = label.GetProperty("start").GetInt32();
                var end = label.GetProperty("end").GetInt32();
                var hit = found.FindIndex(f => Overlap(f.Start, f.End, start, end) >= 0.5);
                if (hit < 0 || taken[hit])
                {
                    misses?.WriteLine($"MISSED   {id}: {Short(text[start..end])}");
                    continue;
                }
                taken[hit] = true;
                matched++;
                if (label.GetProperty("speaker_person").GetString() is not { } person)
                    continue;
                var said = found[hit].SpeakerName ?? found[hit].SpeakerText;
                var right = QuoteScore.Surname(said) == QuoteScore.Surname(person);
                score.AddSpeaker(right);
                if (!right)
                    misses?.WriteLine($"SPEAKER  {id}: '{found[hit].SpeakerName}' / '{found[hit].SpeakerText}' [{found[hit].Confidence}] is '{person}' ({label.GetProperty("cue").GetString()}): {Context(text, start, end)}");
            }
            for (var f = 0; f < found.Count; f++)
                if (!taken[f])
                    misses?.WriteLine($"NOT ONE  {id}: {Context(text, found[f].Start, found[f].End)}");
            score.Add(labelled.Count, found.Count, matched);
        }
        return score;
    }

    private static IEnumerable<string> Lines(string path)
    {
        using var file = File.OpenRead(path);
        using Stream stream = path.EndsWith(".gz", StringComparison.Ordinal) ? new GZipStream(file, CompressionMode.Decompress) : file;
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
            if (line.Length > 0)
                yield return line;
    }

    private static int WordCount(string text) => text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Count(w => w.Any(char.IsLetterOrDigit));

    private static double Overlap(int a, int b, int c, int d) => Math.Max(0, Math.Min(b, d) - Math.Max(a, c)) / (double)(Math.Max(b, d) - Math.Min(a, c));

    private static string Short(string text) => text.Length <= 120 ? text : text[..70] + " … " + text[^40..];

    private static string Context(string text, int start, int end) =>
        (text[Math.Max(0, start - 120)..start] + "⟦" + Short(text[start..end]) + "⟧" + text[end..Math.Min(text.Length, end + 120)]).Replace("\n", " ¶ ", StringComparison.Ordinal);
}
