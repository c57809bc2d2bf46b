using Search.Core.Tagging;

namespace Search.Core.Searching;

/// <summary>
/// Tags, categories and people for a draft, each with a calibrated score and the reason in words: what the draft names, what similar posts have,
/// what comes with what is named. Boilerplate and headings are never suggested.
/// </summary>
internal sealed class DraftReader(OpenGeneration generation, CancellationToken cancel)
{
    private const int Most = 10;
    private const double Least = 0.05;

    public TagSuggestAnswer Suggest(string title, string body)
    {
        var draft = new DraftEvidence(generation, title, body, except: -1, cancel);
        return new(Best(draft, SuggestedColumn.Tags), Best(draft, SuggestedColumn.Categories), Best(draft, SuggestedColumn.People));
    }

    /// <summary>What would be suggested for a post if it were a draft and not in the index, with what its author chose: to measure by.</summary>
    public IReadOnlyList<(double Score, bool Right)> LeftOut(int document, SuggestedColumn column)
    {
        var body = generation.BodyOf(document);
        var draft = new DraftEvidence(generation, body.Post!.Title, body.Post.Text, document, cancel);
        return [.. Best(draft, column).Select(s => (s.Score, generation.Suggestions.Has(document, column, s.Slug)))];
    }

    private List<SuggestedLabel> Best(DraftEvidence draft, SuggestedColumn column)
    {
        var model = generation.Suggestions.ModelOf(column, cancel);
        var labels = generation.Suggestions.ColumnOf(column);
        return
        [
            .. draft.For(column)
                .Select(evidence => (Evidence: evidence, Score: model.ScoreOf(evidence), Slug: labels.Slugs.SlugOf(evidence.Label)))
                .Where(s => s.Score >= Least)
                .OrderByDescending(s => s.Score)
                .ThenBy(s => s.Slug, StringComparer.Ordinal)
                .Take(Most)
                .Select(s => new SuggestedLabel(s.Slug, labels.LabelOf(s.Evidence.Label).Text, Math.Round(s.Score, 4), Reason(s.Evidence, labels, draft.Nearest))),
        ];
    }

    private static string Reason(LabelEvidence evidence, LabelledColumn labels, int nearest)
    {
        var reasons = new List<string>();
        if (evidence.InTitle)
            reasons.Add("the title names it");
        else if (evidence.Named > 0)
            reasons.Add(evidence.Named == 1 ? "the draft names it" : $"the draft names it {evidence.Named} times");
        if (evidence.Nearest > 0)
            reasons.Add(nearest == 1 ? "the most similar post has it" : $"{evidence.Nearest} of the {nearest} most similar posts {(evidence.Nearest == 1 ? "has" : "have")} it");
        if (evidence.With >= 0 && evidence.WithNamed >= 0.5 && (evidence.Named == 0 || reasons.Count == 0))
            reasons.Add($"it often comes with {labels.LabelOf(evidence.With).Text}, which the draft names");
        return reasons.Count > 0 ? string.Join("; ", reasons) : "posts of similar words have it";
    }
}
