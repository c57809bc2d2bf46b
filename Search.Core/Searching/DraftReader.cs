namespace Search.Core.Searching;

/// <summary>Tags, categories and people for a draft: those of the posts most like it, weighted by likeness.</summary>
internal sealed class DraftReader(OpenGeneration generation, CancellationToken cancel)
{
    private const int Neighbours = 20;
    private const int Most = 10;

    public TagSuggestAnswer Suggest(string title, string body)
    {
        var related = RelatedAnswers.Of(generation, new RelatedReader(generation, new(), cancel).OfDraft(title, body, new() { Limit = Neighbours, Lambda = 1 })).Related;
        return new(Vote(related, h => h.Tags), Vote(related, h => h.Categories), Vote(related, h => h.People));
    }

    private static List<SuggestedLabel> Vote(IReadOnlyList<RelatedHit> related, Func<RelatedHit, IReadOnlyList<LabelView>> labels)
    {
        var all = related.Sum(h => h.Score);
        if (all <= 0)
            return [];
        return
        [
            .. related
                .SelectMany(hit => labels(hit).Select(label => (Label: label, hit.Score)))
                .GroupBy(l => l.Label)
                .Select(g => new SuggestedLabel(g.Key.Slug, g.Key.Label, Math.Round(g.Sum(l => l.Score) / all, 4), $"{g.Count()} of the {related.Count} most similar posts have it"))
                .OrderByDescending(s => s.Score)
                .ThenBy(s => s.Slug, StringComparer.Ordinal)
                .Take(Most),
        ];
    }
}
