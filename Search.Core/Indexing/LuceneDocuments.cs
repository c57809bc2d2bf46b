using System.Globalization;
using Lucene.Net.Documents;
using Lucene.Net.Index;
using Lucene.Net.Util;
using Search.Core.Analysis;
using Search.Core.Model;
using Search.Core.Text;

namespace Search.Core.Indexing;

/// <summary>Turns an <see cref="IndexDocument"/> into Lucene's form.</summary>
internal static class LuceneDocuments
{
    /// <summary>Characters of text that stand in for an excerpt where the author wrote none.</summary>
    private const int OpeningChars = 280;

    private static readonly FieldType Exact = Freeze(new(StringField.TYPE_NOT_STORED));
    private static readonly FieldType RankedType = Freeze(new(TextField.TYPE_NOT_STORED) { IndexOptions = IndexOptions.DOCS_AND_FREQS });
    private static readonly FieldType WordsType = Freeze(new(TextField.TYPE_NOT_STORED) { IndexOptions = IndexOptions.DOCS_ONLY, OmitNorms = true });
    private static readonly FieldType TitleType = Freeze(new(TextField.TYPE_NOT_STORED));
    private static readonly FieldType PositionsType = Freeze(new(TextField.TYPE_NOT_STORED) { OmitNorms = true });

    public static Document Of(IndexDocument source, TextAnalysis analysis)
    {
        var document = new Document
        {
            new Field(IndexFields.Key, source.Key, Exact),
            new Field(IndexFields.Id, source.Id, Exact),
            new Field(IndexFields.Kind, KindName(source.Kind), Exact),
        };
        var words = new WordsOfTexts(analysis);
        AddColumns(document, source, words);
        AddText(document, source, words);
        AddSlugs(document, IndexFields.Tag, source.Tags.Select(t => t.Label.Slug));
        AddSlugs(document, IndexFields.Category, source.Categories.Select(c => c.Slug));
        AddSlugs(document, IndexFields.Person, source.People.Select(p => p.Slug));
        if (source.Source is { } named)
            AddSlugs(document, IndexFields.Source, [named.Slug]);
        if (source.Speaker is { } speaker)
            document.Add(new Field(IndexFields.Speaker, speaker.Slug, Exact));
        if (source.PostId is { } post)
            document.Add(new Field(IndexFields.PostId, post, Exact));
        if (source.PostKey is { } postKey)
            document.Add(new Field(IndexFields.PostKey, postKey, Exact));
        foreach (var target in source.LinksTo)
            document.Add(new Field(IndexFields.LinksTo, target, Exact));
        if (UrlPath(source.Url) is { } path && source.Kind == DocumentKind.Post)
            document.Add(new Field(IndexFields.UrlPath, path, Exact));
        return document;
    }

    public static string KindName(DocumentKind kind) => kind == DocumentKind.Post ? "post" : "quote";

    /// <summary>Path of a URL without host, query, fragment, trailing slash or <c>index.html</c>; null for nothing usable.</summary>
    public static string? UrlPath(string? url)
    {
        if (string.IsNullOrWhiteSpace(url))
            return null;
        var path = Uri.TryCreate(url, UriKind.Absolute, out var absolute) && absolute.Scheme is "http" or "https" ? absolute!.AbsolutePath : url;
        var end = path.AsSpan().IndexOfAny('?', '#');
        if (end >= 0)
            path = path[..end];
        if (path.EndsWith("/index.html", StringComparison.Ordinal))
            path = path[..^"index.html".Length];
        path = path.TrimEnd('/');
        try
        {
            path = Uri.UnescapeDataString(path);
        }
        catch (UriFormatException)
        {
            // Left as it was written: it can only be found as it was written.
        }
        return "/" + path.TrimStart('/');
    }

    private static void AddColumns(Document document, IndexDocument source, WordsOfTexts words)
    {
        document.Add(new SortedDocValuesField(IndexFields.Kind, new BytesRef(KindName(source.Kind))));
        document.Add(new NumericDocValuesField(IndexFields.Instant, source.Date?.ToUnixTimeSeconds() ?? long.MinValue));
        document.Add(new NumericDocValuesField(IndexFields.Day, source.Date is { } date ? date.Year * 10000 + date.Month * 100 + date.Day : 0));
        if (source.Group is { } group)
            document.Add(new SortedDocValuesField(IndexFields.Group, new BytesRef(group)));
        document.Add(new BinaryDocValuesField(IndexFields.Head, new BytesRef(Head(source).ToBytes())));
        if (source.Kind == DocumentKind.Post)
            document.Add(new BinaryDocValuesField(IndexFields.Signature, new BytesRef(SignatureOf(source, words).ToBytes())));
        document.Add(new StoredField(IndexFields.Text, source.Text));
        document.Add(new StoredField(IndexFields.Body, WithoutText(source.Body).ToBytes()));
    }

    private static void AddText(Document document, IndexDocument source, WordsOfTexts words)
    {
        var parts = new List<(string Text, int Weight)>();
        Part(source.Title, IndexFields.TitleWeight);
        Part(source.Headline, IndexFields.HeadlineWeight);
        if (source.Kind == DocumentKind.Post)
            Part(SlugWords.Of(source.Id), IndexFields.SlugWeight);
        foreach (var heading in source.Headings)
            Part(heading, IndexFields.HeadingWeight);
        foreach (var tag in source.Tags)
            if (tag.Ranked)
                Part(tag.Label.Text, IndexFields.TagWeight);
        foreach (var category in source.Categories)
            Part(category.Text, IndexFields.CategoryWeight);
        foreach (var person in source.People)
            Part(person.Text, IndexFields.PersonWeight);
        Part(source.Speaker?.Text, IndexFields.PersonWeight);
        Part(source.SpeakerText, IndexFields.TextWeight);
        Part(source.Role, IndexFields.TextWeight);
        Part(source.Excerpt, IndexFields.ExcerptWeight);
        Part(source.Text, IndexFields.TextWeight);
        Part(source.Code, IndexFields.TextWeight);
        document.Add(new Field(IndexFields.RankedOf(source.Kind), new RankedStream([.. parts.Select(part => (words.Of(part.Text), part.Weight))], words.Analysis.Language), RankedType));
        foreach (var (text, _) in parts)
            document.Add(new Field(IndexFields.Words, new SurfaceStream(words.Of(text)), WordsType));
        document.Add(new Field(IndexFields.Title, source.Title, TitleType));
        foreach (var text in new[] { source.Title, source.Headline, source.Excerpt, source.Text, source.Code })
            if (!string.IsNullOrEmpty(text))
                document.Add(new Field(IndexFields.Prose, new ProseStream(words.Of(text), words.Analysis.Language), PositionsType));
        foreach (var text in new[] { source.Speaker?.Text, source.SpeakerText, source.Role })
            if (!string.IsNullOrEmpty(text))
                document.Add(new Field(IndexFields.SpeakerWords, text, PositionsType));

        void Part(string? text, int weight)
        {
            if (!string.IsNullOrWhiteSpace(text))
                parts.Add((text, weight));
        }
    }

    private static void AddSlugs(Document document, string field, IEnumerable<string> slugs)
    {
        foreach (var slug in slugs.Distinct(StringComparer.Ordinal))
        {
            document.Add(new Field(field, slug, Exact));
            document.Add(new SortedSetDocValuesField(field, new BytesRef(slug)));
        }
    }

    private static DocumentHead Head(IndexDocument source) => new()
    {
        Id = source.Id,
        Title = source.Title,
        Headline = source.Headline,
        Url = source.Url,
        Date = source.Date,
        DatePrecision = source.DatePrecision,
        Excerpt = source.Kind == DocumentKind.Quote ? source.Text : string.IsNullOrWhiteSpace(source.Excerpt) ? Opening(source.Text) : source.Excerpt,
        SpeakerSlug = source.Speaker?.Slug,
        SpeakerText = source.SpeakerText,
        PostId = source.PostId,
        Group = source.Group,
        Tags = [.. source.Tags.Select(t => t.Label.Slug).Distinct(StringComparer.Ordinal)],
        Categories = [.. source.Categories.Select(c => c.Slug).Distinct(StringComparer.Ordinal)],
        People = [.. source.People.Select(p => p.Slug).Distinct(StringComparer.Ordinal)],
        LinksTo = source.LinksTo,
    };

    private static PostSignature SignatureOf(IndexDocument source, WordsOfTexts words)
    {
        var speakers = source.Body.Quotes.Select(q => q.SpeakerSlug).ToHashSet();
        var mentions = source.Body.People.ToDictionary(p => p.Slug, p => p.Spans.Count / 2, StringComparer.Ordinal);
        return SignedText.Of(
            source.Title,
            source.Headline,
            source.Text,
            source.People.Select(p => (p.Slug, mentions.GetValueOrDefault(p.Slug), speakers.Contains(p.Slug))),
            source.Tags.Where(t => t.Ranked).Select(t => t.Label.Slug),
            source.Body.Post is { } post ? LinksOut(post) : [],
            words).Signature;
    }

    /// <summary>Addresses that a post's text links to; those in a pasted list are no words of the article.</summary>
    public static IEnumerable<string> LinksOut(Post post) => post.Links.Where(l => l is { Start: >= 0, ToSource: false }).Select(l => l.Target);

    // The text is stored once, in a field of its own, so that a snippet needs nothing else.
    private static DocumentBody WithoutText(DocumentBody body) => body with
    {
        Post = body.Post is { } post ? post with { Text = "" } : null,
        Quote = body.Quote is { } quote ? quote with { Text = "" } : null,
    };

    private static string Opening(string text)
    {
        if (text.Length <= OpeningChars)
            return text.Replace("\n\n", " ", StringComparison.Ordinal);
        var cut = text.LastIndexOf(' ', OpeningChars);
        if (cut < OpeningChars / 2)
            cut = char.IsHighSurrogate(text[OpeningChars - 1]) ? OpeningChars - 1 : OpeningChars;
        return string.Create(CultureInfo.InvariantCulture, $"{text[..cut].Replace("\n\n", " ", StringComparison.Ordinal)}…");
    }

    private static FieldType Freeze(FieldType type)
    {
        type.Freeze();
        return type;
    }
}
