using Search.Core.Content;
using Search.Core.Indexing;
using Search.Core.Model;

namespace Search.Core.Ingestion;

/// <summary>A parsed document and what is known of the collection → the document that is indexed.</summary>
internal sealed class DocumentBuilder(Collection collection)
{
    public IndexDocument Of(ReadItem item, DocumentFacts facts) => item switch
    {
        PostRead { Post: var post } => Of(post) with { LinksTo = collection.LinksOf(facts) },
        QuoteRead { Quote: var quote } => Of(quote),
        _ => throw new ArgumentException($"Nothing is indexed of {item.GetType().Name}.", nameof(item)),
    };

    private IndexDocument Of(Post post)
    {
        var people = Resolve(post.People, collection.People);
        return new()
        {
            Key = post.Key,
            Id = collection.IdOf(post.Key),
            Kind = DocumentKind.Post,
            Title = post.Title,
            Headline = post.Headline,
            Url = post.Url,
            Date = post.Date,
            Text = post.Text,
            Code = post.Code,
            Excerpt = post.Excerpt,
            Headings = [.. post.Outline.Select(h => h.Text).Where(t => t != post.Headline)],
            Tags = [.. Resolve(post.Tags, collection.Tags).Select(t => new IndexTag(t, Ranked: true))],
            Categories = Resolve(post.Categories, collection.Categories),
            People = people,
            Body = new() { Post = post, People = [.. people.Select(p => new StoredMentions(p.Slug, 1, []))] },
        };
    }

    private IndexDocument Of(Quote quote)
    {
        var speaker = quote.Speaker is null ? null : collection.People.Resolve(quote.Speaker);
        return new()
        {
            Key = quote.Key,
            Id = collection.IdOf(quote.Key),
            Kind = DocumentKind.Quote,
            Title = quote.Source ?? speaker?.Text ?? quote.SpeakerText ?? "",
            Url = quote.Url,
            Date = quote.Date,
            Text = quote.Text,
            Tags = [.. Resolve(quote.Tags, collection.Tags).Select(t => new IndexTag(t, Ranked: true))],
            Categories = Resolve(quote.Categories, collection.Categories),
            People = speaker is { } known ? [known] : [],
            Speaker = speaker,
            SpeakerText = quote.SpeakerText ?? quote.Speaker,
            Role = quote.Role,
            Body = new() { Quote = quote },
        };
    }

    private static List<Label> Resolve(IReadOnlyList<string> raw, LabelTable table)
    {
        var labels = new List<Label>(raw.Count);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var spelling in raw)
            if (table.Resolve(spelling) is { } label && seen.Add(label.Slug))
                labels.Add(label);
        return labels;
    }
}
