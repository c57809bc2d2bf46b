using System.Globalization;
using System.Text;
using Search.Core.Model;
using Search.Core.Text;

namespace Search.Core.Content;

/// <summary>Makes posts of the records of a file (JSON lines, exports): the same rules for dates, lists, bodies and summaries whatever the record came in.</summary>
internal sealed class RecordPosts(ContentSource source, ReadOptions options)
{
    /// <summary>The post of a record; a skip where its date lies in the future.</summary>
    /// <param name="record">What the record says, with keys named as in front matter.</param>
    /// <param name="log">Takes the problems.</param>
    public ReadItem Make(PostRecord record, ProblemLog log)
    {
        var keys = record.Keys;
        var dates = new PostDates(source.Site, log);
        var date = dates.Published(keys, null, out _);
        if (!options.Future && !source.Site.PublishesFuture && date > options.Clock.GetUtcNow())
            return new Skipped(SkipReason.Future, record.Place, $"dated {date.Value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}");
        var fields = new PostFields(source.Site, keys, log);
        var tags = fields.Tags();
        var bodies = new BodyReader(source.Site, log);
        var body = bodies.Read(Normalised(record.Body), record.BodyLine, record.Format, keys, record.Title, tags);
        var title = PostFields.OneLine(record.Title);
        return new PostRead(new Post
        {
            Key = record.Key,
            Id = record.Id,
            Title = title.Length > 0 ? title : FirstWords(body.Text) is { Length: > 0 } words ? words : record.Id,
            TitleIsInferred = title.Length == 0,
            Url = keys.Text("url") ?? keys.Text("link"),
            Date = date,
            DatePrecision = dates.Precision,
            Updated = dates.Updated(keys),
            Author = fields.Author(),
            Bylines = body.Bylines,
            Text = body.Text,
            Blocks = record.IsOneLine ? [.. body.Blocks.Select(block => block with { Line = record.Place.Line })] : body.Blocks,
            Code = body.Code,
            Excerpt = keys.Text("excerpt") is { } excerpt ? Excerpt(bodies, excerpt, record) : null,
            Outline = body.Outline,
            Links = body.Links,
            Asides = record.IsOneLine ? [.. body.Asides.Select(aside => aside with { Line = record.Place.Line })] : body.Asides,
            Tags = tags,
            Categories = fields.Categories([]),
            People = fields.People(),
            Language = fields.Language(),
            Source = record.Place,
        });
    }

    /// <summary>Control characters out: they come in as escapes, after the bytes were looked at.</summary>
    public static string Normalised(string text) => text.AsSpan().IndexOfAnyInRange('\0', '\u0008') < 0 && !text.Contains('\r')
        ? text
        : ContentText.Decode(Encoding.UTF8.GetBytes(Folding.WellFormed(text)), new ProblemLog(""));

    private static string? Excerpt(BodyReader bodies, string excerpt, PostRecord record)
    {
        if (record.Format != BodyFormat.Html)
            return bodies.Plain(excerpt, record.Place.Line);
        var text = bodies.Read(Normalised(excerpt), record.Place.Line, BodyFormat.Html, FrontMap.Empty, null, []).Text;
        return text.Length > 0 ? text : null;
    }

    private static string FirstWords(string text)
    {
        const int max = 80;
        var end = text.IndexOf('\n');
        var line = end < 0 ? text : text[..end];
        if (line.Length <= max)
            return line;
        var blank = line.LastIndexOf(' ', max);
        return line[..(blank > 0 ? blank : max)] + "…";
    }
}

/// <summary>A record that is a post.</summary>
internal sealed record PostRecord
{
    /// <summary>Unique in the source.</summary>
    public required string Key { get; init; }

    public required string Id { get; init; }

    public required string Title { get; init; }

    public required string Body { get; init; }

    public required BodyFormat Format { get; init; }

    /// <summary>Line of the file on which the body begins.</summary>
    public required int BodyLine { get; init; }

    /// <summary>True where the whole record stands on one line, so that lines within its body are none of the file.</summary>
    public bool IsOneLine { get; init; }

    /// <summary>Dates, lists and the rest, as front matter would name them.</summary>
    public required FrontMap Keys { get; init; }

    public required SourceSpan Place { get; init; }
}
