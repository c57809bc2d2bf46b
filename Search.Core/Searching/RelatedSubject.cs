using Search.Core.Indexing;
using Search.Core.Related;

namespace Search.Core.Searching;

/// <summary>What related posts are sought for: a post of the index, or a draft.</summary>
internal sealed record RelatedSubject
{
    /// <summary>Number of the post; -1 for a draft.</summary>
    public int Document { get; init; } = -1;

    public required SignedText Text { get; init; }

    /// <summary>Slugs of its people.</summary>
    public IReadOnlyList<string> People { get; init; } = [];

    /// <summary>Slugs of those of its tags that are no boilerplate.</summary>
    public IReadOnlyList<string> Tags { get; init; } = [];

    /// <summary>Addresses that the text links to.</summary>
    public IReadOnlyList<string> Links { get; init; } = [];

    /// <summary>Posts that it links to.</summary>
    public IReadOnlySet<int> LinksTo { get; init; } = new HashSet<int>();

    /// <summary>Posts that link to it.</summary>
    public IReadOnlySet<int> LinkedFrom { get; init; } = new HashSet<int>();

    /// <summary>Its group of copies or its series; null for none.</summary>
    public TextGroup? Group { get; init; }

    public bool IsDraft => Document < 0;

    public static RelatedSubject OfPost(OpenGeneration generation, int document)
    {
        var head = generation.HeadOf(document);
        var body = generation.BodyOf(document);
        var post = body.Post!;
        var speakers = body.Quotes.Select(q => q.SpeakerSlug).ToHashSet(StringComparer.Ordinal);
        string[] tags = [.. head.Tags.Where(t => generation.TagCatalog.BySlug(t) is not { Boilerplate: true })];
        string[] links = [.. LuceneDocuments.LinksOut(post)];
        return new()
        {
            Document = document,
            Text = SignedText.Of(post.Title, post.Headline, post.Text, body.People.Select(p => (p.Slug, p.Spans.Count / 2, speakers.Contains(p.Slug))), tags, links, new(generation.Analysis)),
            People = head.People,
            Tags = tags,
            Links = links,
            LinksTo = LinkGraph.Targets(generation, head, document),
            LinkedFrom = LinkGraph.Sources(generation, head, document),
            Group = head.Group is { } group ? new(group, body.Series is not null) : null,
        };
    }

    public static RelatedSubject OfDraft(OpenGeneration generation, string title, string body)
    {
        var draft = DraftText.Of(title, body);
        return OfDraft(generation, draft, generation.Related.Names.In(draft.Whole));
    }

    /// <param name="generation">Where related posts are sought.</param>
    /// <param name="draft">The draft.</param>
    /// <param name="named">What all of it names.</param>
    public static RelatedSubject OfDraft(OpenGeneration generation, DraftText draft, NamedInText named)
    {
        var targets = draft.Links.Select(l => LuceneDocuments.UrlPath(l) is { } path ? generation.DocumentWith(IndexFields.UrlPath, path) : -1).Where(d => d >= 0).ToHashSet();
        return new()
        {
            Text = SignedText.Of(draft.Title, null, draft.Text, named.People.Select(p => (p.Key, p.Value, false)), named.Tags, draft.Links, new(generation.Analysis)),
            People = [.. named.People.Keys],
            Tags = named.Tags,
            Links = draft.Links,
            LinksTo = targets,
        };
    }
}
