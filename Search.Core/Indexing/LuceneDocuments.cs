using System.Globalization;
using Lucene.Net.Documents;
using Lucene.Net.Index;
using Lucene.Net.Util;
using Search.Core.Analysis;
using Search.Core.Model;

namespace Search.Core.Indexing;

/// <summary>Turns an <see cref="IndexDocument"/> into Lucene's form.</summary>
internal static class LuceneDocuments
{
    /// <summary>Characters of text that stand in for an excerpt where the author wrote none.</summary>
    private const int OpeningChars = 280;

    private static readonly FieldType Exact = Freeze(new(StringField.TYPE_NOT_STORED));
    private static readonly FieldType RankedType = Freeze(new(TextField.TYPE_NOT_STORED) { IndexOptions = IndexOptions.DOCS_AND_FREQS });
    private static readonly FieldType WordsType = Freeze(new(TextField.TYPE_NOT_STORED) { IndexOptions = IndexOptions.DOCS_ONLY, OmitNorms = true });
    private static readonly FieldType PositionsType = Freeze(new(TextField.TYPE_NOT_STORED) { OmitNorms = true });

    public static Document Of(IndexDocument source)
    {
        var document = new Document
        {
            new Field(Fields.Key, source.Key, Exact),
            new Field(Fields.Id, source.Id, Exact),
            new Field(Fields.Kind, KindName(source.Kind), Exact),
        };
        AddColumns(document, source);
        AddText(document, source);
        AddSlugs(document, Fields.Tag, source.Tags.Select(t => t.Label.Slug));
        AddSlugs(document, Fields.Category, source.Categories.Select(c => c.Slug));
        AddSlugs(document, Fields.Person, source.People.Select(p => p.Slug));
        if (source.Speaker is { } speaker)
            document.Add(new Field(Fields.Speaker, speaker.Slug, Exact));
        if (source.PostId is { } post)
            document.Add(new Field(Fields.PostId, post, Exact));
        if (UrlPath(source.Url) is { } path && source.Kind == DocumentKind.Post)
            document.Add(new Field(Fields.UrlPath, path, Exact));
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

    private static void AddColumns(Document document, IndexDocument source)
    {
        document.Add(new SortedDocValuesField(Fields.Kind, new BytesRef(KindName(source.Kind))));
        document.Add(new NumericDocValuesField(Fields.Instant, source.Date?.ToUnixTimeSeconds() ?? long.MinValue));
        document.Add(new NumericDocValuesField(Fields.Day, source.Date is { } date ? date.Year * 10000 + date.Month * 100 + date.Day : 0));
        document.Add(new BinaryDocValuesField(Fields.Head, new BytesRef(Head(source).ToBytes())));
        document.Add(new StoredField(Fields.Body, source.Body.ToBytes()));
    }

    private static void AddText(Document document, IndexDocument source)
    {
        var parts = new List<(string Text, int Weight)>();
        Part(source.Title, Fields.TitleWeight);
        Part(source.Headline, Fields.HeadlineWeight);
        foreach (var heading in source.Headings)
            Part(heading, Fields.HeadingWeight);
        foreach (var tag in source.Tags)
            if (tag.Ranked)
                Part(tag.Label.Text, Fields.TagWeight);
        foreach (var category in source.Categories)
            Part(category.Text, Fields.CategoryWeight);
        foreach (var person in source.People)
            Part(person.Text, Fields.PersonWeight);
        Part(source.Speaker?.Text, Fields.PersonWeight);
        Part(source.SpeakerText, Fields.TextWeight);
        Part(source.Role, Fields.TextWeight);
        Part(source.Excerpt, Fields.ExcerptWeight);
        Part(source.Text, Fields.TextWeight);
        Part(source.Code, Fields.TextWeight);
        document.Add(new Field(Fields.Ranked, new WeightedStream(SearchAnalyzers.Stem, parts), RankedType));
        foreach (var (text, _) in parts)
            document.Add(new Field(Fields.Words, text, WordsType));
        document.Add(new Field(Fields.Title, source.Title, PositionsType));
        foreach (var text in new[] { source.Title, source.Headline, source.Excerpt, source.Text, source.Code })
            if (!string.IsNullOrEmpty(text))
                document.Add(new Field(Fields.Prose, text, PositionsType));
        foreach (var text in new[] { source.Speaker?.Text, source.SpeakerText, source.Role })
            if (!string.IsNullOrEmpty(text))
                document.Add(new Field(Fields.SpeakerWords, text, PositionsType));

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
        Url = source.Url,
        Date = source.Date,
        Excerpt = source.Kind == DocumentKind.Quote ? source.Text : string.IsNullOrWhiteSpace(source.Excerpt) ? Opening(source.Text) : source.Excerpt,
        SpeakerSlug = source.Speaker?.Slug,
        SpeakerText = source.SpeakerText,
        PostId = source.PostId,
        Group = source.Group,
        Tags = [.. source.Tags.Select(t => t.Label.Slug).Distinct(StringComparer.Ordinal)],
        Categories = [.. source.Categories.Select(c => c.Slug).Distinct(StringComparer.Ordinal)],
        People = [.. source.People.Select(p => p.Slug).Distinct(StringComparer.Ordinal)],
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
