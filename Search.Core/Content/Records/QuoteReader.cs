using System.Globalization;
using Search.Core.Model;

namespace Search.Core.Content;

/// <summary>Reads quotations: those of a <c>quotes.yml</c>, and a Markdown file of <c>_quotes</c> whose body, or <c>text</c>, is the quotation.</summary>
internal sealed class QuoteReader(ContentSource source, ReadOptions options)
{
    private SiteConfiguration Site => source.Site;

    public IEnumerable<ReadItem> ReadFile(ContentFile file, Stream content)
    {
        var log = new ProblemLog(file.Path);
        var text = Decode(content, log);
        var count = 0;
        foreach (var document in YamlRecords.Read(text, log))
            foreach (var item in Records(document))
            {
                var quote = Read(file, item, ++count, log);
                foreach (var problem in log.Take())
                    yield return new ProblemRead(problem);
                yield return quote;
            }
        foreach (var problem in log.Take())
            yield return new ProblemRead(problem);
    }

    public IEnumerable<ReadItem> ReadMarkdown(ContentFile file, Stream content)
    {
        var log = new ProblemLog(file.Path);
        var (keys, block) = FrontMatterReader.Read(FrontMatterSplitter.Split(Decode(content, log), log), log);
        var place = new FilePlace(source.PlacePrefix + file.Path, Site);
        ReadItem item;
        if (keys.Flag("published") == false && !options.Drafts)
            item = new Skipped(SkipReason.Unpublished, log.At(0), "published: false");
        else
        {
            var bodies = new BodyReader(Site, log);
            var words = Words(keys) is { } given ? bodies.Plain(given, 1) : bodies.Plain(block.Body, block.BodyLine);
            item = Make(keys, words, file.Path, place.Id, log.At(0), log) is { } quote
                ? new QuoteRead(quote)
                : new Skipped(SkipReason.Unreadable, log.At(0), "the quotation has no words");
        }
        return [.. log.Take().Select(problem => new ProblemRead(problem)), item];
    }

    /// <summary>A quotation from the keys of a record; null where it has no words.</summary>
    public Quote? Make(FrontMap keys, string words, string key, string id, SourceSpan place, ProblemLog log)
    {
        words = WithoutMarks(words.Trim());
        if (words.Length == 0)
        {
            log.Warn("quote-without-text", place.Line, "The quotation has no `text`", "left out", "Give it a `text:`");
            return null;
        }
        var speaker = keys.Text("speaker") ?? keys.Text("author") ?? keys.Text("by") ?? keys.Text("who") ?? keys.Text("attribution");
        var dates = new PostDates(Site, log);
        return new Quote
        {
            Key = key,
            Id = keys.Text("id") ?? keys.Text("_id") ?? id,
            Text = words,
            Speaker = OneLine(speaker),
            SpeakerText = OneLine(speaker),
            Role = OneLine(keys.Text("role")),
            Date = dates.Published(keys, null, out _),
            DatePrecision = dates.Precision,
            Source = OneLine(keys.Text("source") ?? keys.Text("work") ?? keys.Text("from")),
            Url = keys.Text("url") ?? keys.Text("link"),
            Tags = Listing.Read("tags", keys["tags"] ?? keys["tag"], Listing.Words.OneName, log),
            Categories = Listing.Read("categories", keys["categories"] ?? keys["category"], Listing.Words.OneName, log),
            Place = place,
        };
    }

    private ReadItem Read(ContentFile file, FrontValue record, int number, ProblemLog log)
    {
        var place = log.At(record.Line);
        var key = string.Create(CultureInfo.InvariantCulture, $"{file.Path}#{record.Line}");
        var id = string.Create(CultureInfo.InvariantCulture, $"{Path.GetFileNameWithoutExtension(file.Path)}-{number}");
        var keys = record as FrontMap ?? FrontMap.Empty;
        var words = record.AsText ?? Words(keys) ?? "";
        return Make(keys, new BodyReader(Site, log).Plain(words, record.Line), key, id, place, log) is { } quote
            ? new QuoteRead(quote)
            : new Skipped(SkipReason.Unreadable, place, "the quotation has no words");
    }

    private static string? Words(FrontMap keys) => keys.Text("text") ?? keys.Text("quote") ?? keys.Text("body") ?? keys.Text("words") ?? keys.Text("quotation");

    // A list of records; a map of lists of them; a map from a name to a record; one record.
    private static IEnumerable<FrontValue> Records(FrontValue document)
    {
        switch (document)
        {
            case FrontList list:
                return list.Items;
            case FrontMap map when Words(map) is not null:
                return [map];
            case FrontMap map:
                return map.Entries.SelectMany(entry => entry.Value is FrontList list ? list.Items : [entry.Value]);
            default:
                return [document];
        }
    }

    private static string? OneLine(string? text) => text is null ? null : PostFields.OneLine(text) is { Length: > 0 } line ? line : null;

    // The outer marks, where they enclose the whole and no others of their kind stand inside.
    private static string WithoutMarks(string words)
    {
        if (words.Length < 2)
            return words;
        var (open, close) = words[0] switch { '"' => ('"', '"'), '\u201C' => ('\u201C', '\u201D'), '\u201E' => ('\u201E', '\u201C'), '\u00AB' => ('\u00AB', '\u00BB'), _ => default };
        return open != default && words[^1] == close && words.AsSpan(1, words.Length - 2).IndexOfAny(open, close) < 0 ? words[1..^1].Trim() : words;
    }

    private string Decode(Stream content, ProblemLog log)
    {
        var text = ContentText.Decode(BoundedBytes.Read(content, options.MaxDocumentBytes, out var cut), log);
        if (cut)
            log.Fail("file-too-large", 0, $"The file is larger than {options.MaxDocumentBytes} bytes", "its beginning", "Part it into several files");
        return text;
    }
}
