using System.IO.Hashing;
using Search.Core.Content;
using Search.Core.Indexing;
using Search.Core.Model;
using Search.Core.People;
using Search.Core.Quotes;
using Search.Core.Text;

namespace Search.Core.Ingestion;

/// <summary>
/// A parsed document and what is known of the collection → the documents that are indexed: itself, and the quotations found in it. May be used by many threads.
/// </summary>
internal sealed class DocumentBuilder(Collection collection, NamesFile namesFile, NameFinder names)
{
    private readonly QuoteFinder quotes = new(names);

    /// <summary>How sure it is that a person is named, as it is shown and kept: coarse, so that it seldom changes with other documents.</summary>
    public static double Confidence(ResolvedPerson person) => Math.Round(person.Confidence, 2);

    /// <summary>The documents of an item, and in its facts what the index then holds.</summary>
    public IReadOnlyList<IndexDocument> Of(ReadItem item, DocumentFacts facts)
    {
        var (documents, resolution) = item switch
        {
            NamedPost named => Of(named, facts),
            QuoteRead { Quote: var quote } => Of(quote, facts),
            _ => throw new ArgumentException($"Nothing is indexed of {item.GetType().Name}.", nameof(item)),
        };
        facts.QuotesInIndex = documents.Count - 1;
        facts.Suggested = SuggestFile.HashOf(documents[0]);
        facts.Indexed = collection.FingerprintOf(facts, resolution);
        return documents;
    }

    private (List<IndexDocument> Documents, PersonResolution Resolution) Of(NamedPost named, DocumentFacts facts)
    {
        var post = named.Post;
        var id = collection.IdOf(facts);
        var resolution = collection.People.Resolve(named.Names, facts.Date);
        var found = FoundIn(post, id, named.Names, resolution, facts);
        var document = new IndexDocument
        {
            Key = post.Key,
            Id = id,
            Kind = DocumentKind.Post,
            Title = post.Title,
            Headline = post.Headline,
            Url = post.Url,
            Date = post.Date,
            DatePrecision = post.DatePrecision,
            Text = post.Text,
            Code = post.Code,
            Excerpt = post.Excerpt,
            Headings = [.. post.Outline.Select(h => h.Text).Where(t => t != post.Headline)],
            Tags = TagsOf(post.Tags),
            Categories = collection.CategoriesOf(post.Categories),
            People = [.. resolution.People.Select(p => LabelOf(p.Person))],
            LinksTo = collection.LinksOf(facts),
            Group = collection.GroupOf(facts),
            Body = new()
            {
                Post = post,
                Series = post.Series ?? collection.SeriesOf(facts),
                CopyOf = collection.CopyOf(facts),
                People = [.. resolution.People.Select(Mentions)],
                Bylines = [.. resolution.Bylines.Select(b => b.Slug)],
                Quotes = [.. found.Select(f => new StoredQuote(f.Id, f.Speaker?.Slug, f.Quote))],
            },
        };
        var documents = new List<IndexDocument> { document };
        foreach (var quote in found)
            documents.Add(new()
            {
                Key = quote.Quote.Key,
                Id = quote.Id,
                Kind = DocumentKind.Quote,
                Title = post.Title,
                Url = quote.Quote.Url,
                Date = post.Date,
                DatePrecision = post.DatePrecision,
                Text = quote.Quote.Text,
                People = quote.People,
                Speaker = quote.Speaker,
                SpeakerText = quote.Quote.SpeakerText,
                Role = quote.Quote.Role,
                PostId = id,
                PostKey = post.Key,
                Group = GroupOf(quote.Quote.Text),
                Body = new() { Quote = quote.Quote },
            });
        return (documents, resolution);
    }

    private List<QuoteInPost> FoundIn(Post post, string postId, DocumentNames inPost, PersonResolution resolution, DocumentFacts facts)
    {
        if (names.IsOfNobody)
            return [];
        var read = quotes.Read(post, inPost);
        var found = new List<QuoteInPost>();
        var lookedUp = new List<string>();
        foreach (var quote in Once(read.InText))
        {
            var people = resolution.People
                .Where(p => p.Mentions.Any(m => m.Field == NameField.Text && m.Start >= quote.Start && m.End <= quote.End))
                .Select(p => LabelOf(p.Person));
            Add(found, post, postId, SpeakerOf(quote.SpeakerGroup, quote.SpeakerName, resolution, lookedUp), people, new()
            {
                Key = "",
                Id = "",
                Text = quote.Text,
                SpeakerText = quote.SpeakerText,
                Role = quote.Role,
                Verb = quote.Verb,
                Confidence = Math.Round(quote.Confidence, 3),
                Url = post.Url is null ? null : TextFragment.Link(post.Url, post.Text, quote.Start, quote.End),
                Start = quote.Start,
                End = quote.End,
                Place = post.Source,
            });
        }
        if (read.InExcerpt is { } excerpt)
            Add(found, post, postId, SpeakerOf(-1, excerpt.SpeakerName, resolution, lookedUp), [], new()
            {
                Key = "",
                Id = "",
                Text = excerpt.Text,
                SpeakerText = excerpt.SpeakerText,
                Role = excerpt.Role,
                Verb = excerpt.Verb,
                Confidence = Math.Round(excerpt.Confidence, 3),
                Url = post.Url,
                Place = post.Source,
            });
        facts.Speakers = lookedUp;
        return found;
    }

    private static void Add(List<QuoteInPost> found, Post post, string postId, Label? speaker, IEnumerable<Label> people, Quote quote)
    {
        var number = found.Count + 1;
        found.Add(new(
            $"{postId}-q{number}",
            speaker,
            [.. (speaker is { } known ? people.Prepend(known) : people).DistinctBy(p => p.Slug, StringComparer.Ordinal)],
            quote with { Key = $"{post.Key}#q{number}", Id = $"{postId}-q{number}", Speaker = speaker?.Text, Date = post.Date, PostKey = post.Key }));
    }

    // Words that a post prints twice (in the article, and again set out of it) are one quotation: the printing that names the speaker best.
    private static IEnumerable<FoundQuote> Once(IReadOnlyList<FoundQuote> quotes)
        => quotes.Select((quote, index) => (quote, index)).GroupBy(q => q.quote.NormalisedKey.Length == 0 ? q.quote.Text : q.quote.NormalisedKey, StringComparer.Ordinal)
            .Select(same => same.OrderByDescending(q => q.quote.SpeakerName is not null).ThenByDescending(q => q.quote.Confidence).ThenBy(q => q.index).First())
            .OrderBy(q => q.index).Select(q => q.quote);

    // The same words in several posts fold into one another. Made of the words alone, so that no post's group depends on another post.
    private static string? GroupOf(string text)
    {
        var key = QuoteKey.Of(text);
        return key.AsSpan().Count(' ') < 4 ? null : $"quote-{XxHash64.HashToUInt64(System.Text.Encoding.UTF8.GetBytes(key)):x16}";
    }

    // The full name as the collection knows it, or the one person of the post whose name ends so.
    private Label? SpeakerOf(int group, string? speakerName, PersonResolution resolution, List<string> lookedUp)
    {
        if (group >= 0 && group < resolution.ByLocal.Count && resolution.ByLocal[group] is { } local)
            return LabelOf(local);
        if (speakerName is not { } name)
            return null;
        lookedUp.Add(name);
        return collection.SpeakerOf(name, resolution) is { } known ? LabelOf(known) : null;
    }

    private (List<IndexDocument> Documents, PersonResolution Resolution) Of(Quote quote, DocumentFacts facts)
    {
        var resolution = collection.People.Resolve(new DocumentNames { People = namesFile.Read(facts.Names).People }, facts.Date);
        var named = resolution.ByLocal.OfType<KnownPerson>().FirstOrDefault();
        var known = quote.Speaker is null ? null : collection.People.FindByName(quote.Speaker) ?? named;
        Label? speaker = known is null ? null : LabelOf(known);
        var document = new IndexDocument
        {
            Key = quote.Key,
            Id = collection.IdOf(facts),
            Kind = DocumentKind.Quote,
            Title = quote.Source ?? speaker?.Text ?? quote.Speaker ?? quote.SpeakerText ?? "",
            Url = quote.Url,
            Date = quote.Date,
            DatePrecision = quote.DatePrecision,
            Text = quote.Text,
            Tags = TagsOf(quote.Tags),
            Categories = collection.CategoriesOf(quote.Categories),
            People = speaker is { } label ? [label] : [],
            Speaker = speaker,
            Source = quote.Source is { } source && Slug.Of(source) is { Length: > 0 } slug ? new Label(slug, source) : null,
            SpeakerText = quote.SpeakerText ?? quote.Speaker,
            Role = quote.Role,
            Group = GroupOf(quote.Text),
            Body = new() { Quote = quote },
        };
        return ([document], resolution);
    }

    private List<IndexTag> TagsOf(IReadOnlyList<string> raw) => [.. collection.TagsOf(raw).Select(t => new IndexTag(new(t.Slug, t.Label), Ranked: !t.Boilerplate))];

    private static Label LabelOf(KnownPerson person) => new(person.Slug, person.Label);

    private static StoredMentions Mentions(ResolvedPerson person) => new(
        person.Person.Slug,
        Confidence(person),
        [.. person.Mentions.Where(m => m.Field == NameField.Text).SelectMany(m => new[] { m.Start, m.End })]);

    private sealed record QuoteInPost(string Id, Label? Speaker, IReadOnlyList<Label> People, Quote Quote);
}
