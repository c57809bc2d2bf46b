using System.Text.Json;
using Search.Core.Model;
using Search.Core.People;
using Search.Core.Quotes;

namespace Search.Bench.Evaluation;

/// <summary>
/// Scores the finder on posts with labelled quotations: <c>quotes</c> with <c>text</c> (long ones as their first and last words around an ellipsis),
/// <c>speaker</c> and <c>kind</c>, and <c>not_quotes</c>. By words, for the labels have no offsets.
/// </summary>
public static class LabelledPosts
{
    /// <summary>Scores every labelled post that <paramref name="postOf"/> can give.</summary>
    /// <param name="path">JSON lines.</param>
    /// <param name="postOf">The post at a path of the content.</param>
    /// <param name="misses">Receives every error; null for none.</param>
    public static QuoteScore Score(string path, Func<string, Post?> postOf, TextWriter? misses)
    {
        ArgumentNullException.ThrowIfNull(postOf);
        var score = new QuoteScore();
        var finder = new QuoteFinder(new NameFinder(NameData.Default));
        foreach (var line in File.ReadLines(path))
        {
            using var json = JsonDocument.Parse(line);
            var root = json.RootElement;
            var id = root.GetProperty("post").GetString()!;
            if (postOf(id) is not { } post)
                continue;
            var found = finder.Find(post);
            var taken = new bool[found.Count];
            var matched = 0;
            var labels = root.GetProperty("quotes").EnumerateArray().ToList();
            foreach (var label in labels)
            {
                var words = label.GetProperty("text").GetString()!;
                var hit = Enumerable.Range(0, found.Count).FirstOrDefault(f => !taken[f] && IsSame(words, found[f].NormalisedKey), -1);
                if (hit < 0)
                {
                    misses?.WriteLine($"MISSED   {id}: {words} [{label.GetProperty("speaker").GetString()}]");
                    continue;
                }
                taken[hit] = true;
                matched++;
                var right = IsSpeaker(label, found[hit]);
                score.AddSpeaker(right);
                if (!right)
                    misses?.WriteLine($"SPEAKER  {id}: '{found[hit].SpeakerName}' / '{found[hit].SpeakerText}' ({found[hit].Confidence}) is '{label.GetProperty("speaker").GetString()}': {words}");
            }
            // One printing of the same words is enough: a heading's or a pull quote's repetition is neither right nor wrong.
            var counted = found.Where((f, i) => taken[i] || !found.Where((_, k) => taken[k]).Any(t => QuoteKey.Covers(t.NormalisedKey, f.NormalisedKey))).ToList();
            foreach (var f in counted.Where(f => !taken[found.ToList().IndexOf(f)]))
                misses?.WriteLine($"NOT ONE  {id}: [{f.Form} {f.Confidence} {f.SpeakerText}] {(f.Text.Length > 200 ? f.Text[..150] + " … " + f.Text[^45..] : f.Text)}");
            score.Add(labels.Count, counted.Count, matched);
        }
        return score;
    }

    private static bool IsSame(string label, string key)
    {
        var cut = label.IndexOf(" … ", StringComparison.Ordinal);
        if (cut < 0)
            return QuoteKey.Of(label) == key || QuoteKey.Of(label).Length * 10 >= key.Length * 7 && QuoteKey.Covers(QuoteKey.Of(label), key) && key.Length * 10 >= QuoteKey.Of(label).Length * 7;
        var (head, tail) = (QuoteKey.Of(label[..cut]), QuoteKey.Of(label[(cut + 3)..]));
        return key.StartsWith(head, StringComparison.Ordinal) && key.EndsWith(tail, StringComparison.Ordinal);
    }

    private static bool IsSpeaker(JsonElement label, FoundQuote quote)
    {
        var speaker = label.GetProperty("speaker").GetString();
        if (speaker is null)
            return quote.SpeakerName is null;
        if (label.TryGetProperty("unnamed_role", out var unnamed) && unnamed.GetBoolean())
            return quote.SpeakerName is null && QuoteScore.ShareWord(speaker, quote.SpeakerText);
        if (label.GetProperty("kind").GetString() == "publication")
            return QuoteScore.ShareWord(speaker, quote.SpeakerText) || speaker.Contains(QuoteScore.Surname(quote.SpeakerName ?? "-"), StringComparison.OrdinalIgnoreCase);
        return QuoteScore.Surname(quote.SpeakerName ?? quote.SpeakerText) == QuoteScore.Surname(speaker);
    }
}
