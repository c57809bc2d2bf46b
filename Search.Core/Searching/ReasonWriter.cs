using Search.Core.Indexing;
using Search.Core.Related;

namespace Search.Core.Searching;

/// <summary>Why a post is related, in words that a reader of the site understands: the strongest evidence first.</summary>
internal sealed class ReasonWriter(OpenGeneration generation, RelatedSubject subject, Comparison comparison)
{
    private const int MostNames = 3;

    // Words with less than this share of the strongest one's weight explain nothing.
    private const double LeastShare = 0.3;

    // From here on two posts tell one story, if they are near in time; the scores of judged pairs part there.
    private const double StoryWords = 0.25;
    private const double StoryNearness = 0.5;

    // What more than this share of the posts has is no reason.
    private const double MaxShare = 0.1;
    private const int FewPosts = 5;

    public IReadOnlyList<string> Of(Candidate candidate)
    {
        var reasons = new List<string>();
        if (subject.LinksTo.Contains(candidate.Document))
            reasons.Add(subject.IsDraft ? "same story: this text links to it" : "same story: this post links to it");
        if (subject.LinkedFrom.Contains(candidate.Document))
            reasons.Add("same story: it links to this post");
        var people = SharedPeople(candidate.Signature);
        var names = people.Select(p => p.Label).ToList();
        if (Words(candidate.Signature, names) is { Count: > 0 } words)
            reasons.Add($"{(IsStory(candidate.Score) ? "same story" : "same subject")}: {string.Join(", ", words)}");
        var quoted = people.Where(p => p.BothQuote).Select(p => p.Label).Take(MostNames).ToList();
        if (quoted.Count > 0)
            reasons.Add($"both quote {string.Join(", ", quoted)}");
        if (people.Where(p => !p.BothQuote).Select(p => p.Label).Take(MostNames).ToList() is { Count: > 0 } others)
            reasons.Add($"same people: {string.Join(", ", others)}");
        if (SharedTags(candidate.Signature, names) is { Count: > 0 } tags)
            reasons.Add($"same tags: {string.Join(", ", tags)}");
        if (SharedSource(candidate.Signature) is { } source)
            reasons.Add($"same source: both link to {source}");
        return reasons;
    }

    private static bool IsStory(RelatedScore score) => score.Words >= StoryWords && score.Nearness >= StoryNearness;

    // Phrases before their words, and no word of a name that is given as a person.
    private List<string> Words(PostSignature other, List<string> people)
    {
        var chosen = new List<string>();
        double? top = null;
        foreach (var (feature, weight) in comparison.SharedWords(other))
        {
            top ??= weight;
            if (weight < top * LeastShare || chosen.Count == MostNames)
                break;
            if (subject.Text.SpokenOf(feature) is not { } spoken || !IsTelling(feature) || people.Exists(p => Holds(p, spoken)))
                continue;
            if (chosen.FindIndex(c => Holds(spoken, c)) is >= 0 and var part)
                chosen[part] = spoken;
            else if (!chosen.Exists(c => Holds(c, spoken)))
                chosen.Add(spoken);
        }
        return chosen;
    }

    private List<(string Label, bool BothQuote)> SharedPeople(PostSignature other)
    {
        var mine = subject.Text.Signature.People.ToDictionary(p => p.Feature);
        var theirs = other.People.ToDictionary(p => p.Feature);
        return
        [
            .. subject.People
                .Select(slug => (Slug: slug, Feature: Feature.Person(slug)))
                .Where(p => mine.ContainsKey(p.Feature) && theirs.ContainsKey(p.Feature) && IsTelling(p.Feature))
                .OrderBy(p => generation.Related.Counts.Of(p.Feature))
                .ThenBy(p => p.Slug, StringComparer.Ordinal)
                .Select(p => (generation.People.LabelOf(p.Slug).Text, mine[p.Feature].Speaks && theirs[p.Feature].Speaks)),
        ];
    }

    private List<string> SharedTags(PostSignature other, List<string> people)
    {
        var theirs = other.Tags.ToHashSet();
        return
        [
            .. subject.Tags
                .Where(slug => theirs.Contains(Feature.Tag(slug)) && IsTelling(Feature.Tag(slug)))
                .OrderBy(slug => generation.Related.Counts.Of(Feature.Tag(slug)))
                .ThenBy(slug => slug, StringComparer.Ordinal)
                .Select(slug => generation.Tags.LabelOf(slug).Text)
                .Where(label => !people.Contains(label))
                .Take(MostNames),
        ];
    }

    private string? SharedSource(PostSignature other)
    {
        var theirs = other.Sources.ToHashSet();
        var link = subject.Links.FirstOrDefault(l => Feature.Source(l) is not 0 and var source && theirs.Contains(source) && IsTelling(source));
        return Uri.TryCreate(link, UriKind.Absolute, out var address) ? $"a page of {address.Host}" : null;
    }

    private bool IsTelling(uint feature) => generation.Related.Counts.Of(feature) <= Math.Max(FewPosts, generation.Related.Counts.Posts * MaxShare);

    private static bool Holds(string text, string part) => text.Contains(part, StringComparison.OrdinalIgnoreCase);
}
