using System.Text.Json;
using Search.Core.Model;
using Search.Core.People;
using Search.Core.Quotes;

namespace Search.Bench.Evaluation;

/// <summary>Scores the reading of excerpts: is it a quotation, and whose.</summary>
public static class LabelledExcerpts
{
    /// <summary>The share of labelled excerpts for which both are right, as <see cref="QuoteScore.SpeakerAccuracy"/>; the rest of the score counts <c>is_quote</c>.</summary>
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
            if (postOf(id)?.Excerpt is not { } excerpt)
                continue;
            var isQuote = root.GetProperty("is_quote").GetBoolean();
            var found = finder.ReadExcerpt(excerpt);
            score.Add(isQuote ? 1 : 0, found is null ? 0 : 1, isQuote && found is not null ? 1 : 0);
            var speaker = isQuote ? root.GetProperty("speaker").GetString() : null;
            var right = isQuote == found is not null && (speaker is null
                ? found?.SpeakerText is null
                : root.GetProperty("speaker_kind").GetString() == "person"
                    ? QuoteScore.Surname(found?.SpeakerName) == QuoteScore.Surname(speaker)
                    : QuoteScore.ShareWord(speaker, found?.SpeakerText));
            score.AddSpeaker(right);
            if (!right)
                misses?.WriteLine($"EXCERPT  {id}: {(found is null ? "none" : $"'{found.SpeakerName}' / '{found.SpeakerText}' / '{found.Role}'")} is {isQuote} '{speaker}': {excerpt}");
        }
        return score;
    }
}
