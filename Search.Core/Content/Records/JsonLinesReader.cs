using System.Globalization;
using System.IO.Compression;
using System.IO.Hashing;
using System.Text;
using System.Text.Json;
using Search.Core.Model;
using Search.Core.Text;

namespace Search.Core.Content;

/// <summary>
/// Reads JSON lines, one document a line, in memory that does not grow with the file but for 32 bytes a document, by which repeated records are
/// known. A line that cannot be read is reported and costs no other.
/// </summary>
internal sealed class JsonLinesReader(ContentSource source, ReadOptions options)
{
    private static readonly JsonDocumentOptions Json = new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip, MaxDepth = 32 };

    private readonly Dictionary<UInt128, UInt128> seen = [];

    public IEnumerable<ReadItem> Read(ContentFile file, Stream content)
    {
        using var plain = Decompressed(file, content);
        var lines = new ByteLines(plain, options.MaxRecordBytes);
        while (lines.Next())
        {
            if (lines.WasCut)
            {
                yield return new ProblemRead(new ContentProblem("record-too-large", ProblemSeverity.Error, new SourceSpan(file.Path, lines.Number), $"The record is longer than {options.MaxRecordBytes} bytes", "left out", "Part it into several records"));
                yield return new Skipped(SkipReason.Unreadable, new SourceSpan(file.Path, lines.Number), "too long a record");
                continue;
            }
            if (lines.Current.Span.Trim(" \t\r\n"u8).IsEmpty)
                continue;
            foreach (var item in Record(file, lines.Current.Span, lines.Number))
                yield return item;
        }
    }

    private static Stream Decompressed(ContentFile file, Stream content) =>
        file.Path.EndsWith(".gz", StringComparison.OrdinalIgnoreCase) ? new GZipStream(content, CompressionMode.Decompress, leaveOpen: true) : content;

    private List<ReadItem> Record(ContentFile file, ReadOnlySpan<byte> bytes, int number)
    {
        var log = new ProblemLog(file.Path);
        ReadItem item;
        try
        {
            item = Document(file, bytes, number, log);
        }
        catch (JsonException exception)
        {
            log.Fail("json-not-valid", number, $"The line is not valid JSON: {exception.Message}", "left out", "Write one JSON object a line; a line end within a text is \\n", column: (int)(exception.BytePositionInLine ?? 0) + 1);
            item = new Skipped(SkipReason.Unreadable, new SourceSpan(file.Path, number), "not valid JSON");
        }
        var items = new List<ReadItem>();
        foreach (var problem in log.Take())
            items.Add(new ProblemRead(problem with { Place = problem.Place with { Line = number } }));
        items.Add(item);
        return items;
    }

    private ReadItem Document(ContentFile file, ReadOnlySpan<byte> bytes, int number, ProblemLog log)
    {
        if (bytes.StartsWith(Encoding.UTF8.Preamble))
            bytes = bytes[3..];
        var reader = new Utf8JsonReader(Valid(bytes, log), new JsonReaderOptions { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip, MaxDepth = Json.MaxDepth });
        using var document = JsonDocument.ParseValue(ref reader);
        if (JsonFrontReader.Value(document.RootElement, number) is not FrontMap keys)
        {
            log.Fail("record-not-an-object", number, "The line is JSON, but no object", "left out", "Write {…} with an `id` and a `title` or a `body`");
            return new Skipped(SkipReason.Unreadable, new SourceSpan(file.Path, number), "no object");
        }
        var place = new SourceSpan(file.Path, number);
        var id = (keys.Text("id") ?? keys.Text("_id") ?? keys.Text("docid") ?? keys.Text("doc_id"))?.Trim();
        var title = keys.Text("title") ?? "";
        var body = keys.Text("body") ?? keys.Text("text") ?? keys.Text("content") ?? "";
        if (string.IsNullOrEmpty(id) || (string.IsNullOrWhiteSpace(title) && string.IsNullOrWhiteSpace(body)))
        {
            var lack = string.IsNullOrEmpty(id) ? "`id`" : "`title` and no `body`";
            log.Fail("record-incomplete", number, $"The record has no {lack}", "left out", "Give each line an `id` and a `title` or a `body`");
            return new Skipped(SkipReason.Unreadable, place, $"no {lack}");
        }
        if (IsRepeated(id, bytes, out var idRepeats))
            return new Skipped(SkipReason.Duplicate, place, $"the record {id} stands above");
        if (idRepeats)
            log.Warn("duplicate-id", number, $"The id {id} stands above, with another record", "a document of its own", "Give each record its own id");
        if (LeftOut(keys) is { } left)
            return new Skipped(left.Reason, place, left.Why);
        return keys.Text("kind") is "quote" or "quotation" ? Quote(file, keys, id, body.Length > 0 ? body : title, place, log) : Post(file, keys, id, title, body, place, log);
    }

    private ReadItem Post(ContentFile file, FrontMap keys, string id, string title, string body, SourceSpan place, ProblemLog log)
    {
        var line = RecordPosts.Normalised(body);
        return new RecordPosts(source, options).Make(
            new PostRecord
            {
                Key = string.Create(CultureInfo.InvariantCulture, $"{file.Path}#{place.Line}"),
                Id = id,
                Title = title,
                Body = line,
                Format = keys.Text("format") switch { "markdown" or "md" => BodyFormat.Markdown, "html" => BodyFormat.Html, "text" or "plain" => BodyFormat.Plain, _ => PlainText.Guess(line) },
                BodyLine = place.Line,
                IsOneLine = true,
                Keys = keys,
                Place = place,
            },
            log);
    }

    private ReadItem Quote(ContentFile file, FrontMap keys, string id, string words, SourceSpan place, ProblemLog log)
    {
        var key = string.Create(CultureInfo.InvariantCulture, $"{file.Path}#{place.Line}");
        return new QuoteReader(source, options).Make(keys, RecordPosts.Normalised(words), key, id, place, log) is { } quote
            ? new QuoteRead(quote)
            : new Skipped(SkipReason.Unreadable, place, "the quotation has no words");
    }

    private (SkipReason Reason, string Why)? LeftOut(FrontMap keys)
    {
        if (options.Drafts)
            return null;
        if (keys.Flag("draft") == true)
            return (SkipReason.Draft, "draft: true");
        return keys.Flag("published") == false ? (SkipReason.Unpublished, "published: false") : null;
    }

    private bool IsRepeated(string id, ReadOnlySpan<byte> bytes, out bool idRepeats)
    {
        var idHash = XxHash128.HashToUInt128(Encoding.UTF8.GetBytes(Folding.WellFormed(id)));
        var hash = XxHash128.HashToUInt128(bytes);
        idRepeats = !seen.TryAdd(idHash, hash);
        return idRepeats && seen[idHash] == hash;
    }

    // Bytes that are not UTF-8 are read one by one, as in other files.
    private static ReadOnlySpan<byte> Valid(ReadOnlySpan<byte> bytes, ProblemLog log)
    {
        if (System.Text.Unicode.Utf8.IsValid(bytes))
            return bytes;
        return Encoding.UTF8.GetBytes(ContentText.Decode(bytes, log));
    }
}
