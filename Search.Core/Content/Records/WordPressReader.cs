using System.Globalization;
using System.Text;
using Search.Core.Text;

namespace Search.Core.Content;

/// <summary>
/// Reads a WordPress export (WXR) item by item, in memory that grows with the longest item and not with the file. Posts are read; pages, attachments,
/// menus and revisions are left out with their reason. What an item's XML gets wrong costs that item at most.
/// </summary>
internal sealed class WordPressReader(ContentSource source, ReadOptions options)
{
    private readonly Dictionary<string, string> authors = new(StringComparer.Ordinal);
    private readonly HashSet<string> seen = new(StringComparer.Ordinal);
    private int number;

    public IEnumerable<ReadItem> Read(ContentFile file, Stream content)
    {
        using var plain = Utf8(content);
        var items = new XmlItems(plain, options.MaxRecordBytes);
        while (items.Next())
        {
            var log = new ProblemLog(file.Path);
            if (items.WasCut && items.IsItem)
            {
                log.Fail("record-too-large", items.Line, $"The item is longer than {options.MaxRecordBytes} bytes", "left out", "Shorten the post, or leave it out of the export");
                yield return new ProblemRead(log.Take()[0]);
                yield return new Skipped(SkipReason.Unreadable, log.At(items.Line), "too long an item");
                continue;
            }
            var line = items.Line;
            var xml = ContentText.Decode(items.Current.Span, log);
            if (!items.IsItem)
            {
                ReadAuthors(xml, line);
                continue;
            }
            var item = Item(file, xml, line, log);
            foreach (var problem in log.Take())
                yield return new ProblemRead(problem with { Place = problem.Place.Line < line ? problem.Place with { Line = line } : problem.Place });
            yield return item;
        }
    }

    private void ReadAuthors(string xml, int line)
    {
        for (var at = xml.IndexOf("<wp:author>", StringComparison.Ordinal); at >= 0 && authors.Count < 100_000; at = xml.IndexOf("<wp:author>", at + 11, StringComparison.Ordinal))
        {
            var end = xml.IndexOf("</wp:author>", at, StringComparison.Ordinal);
            if (end < 0)
                return;
            var parts = XmlElements.Of(xml[(at + 11)..end], line).ToList();
            if (Text(parts, "wp:author_login") is { } login && Text(parts, "wp:author_display_name") is { } name)
                authors[login] = name;
            at = end - 11;
        }
    }

    private ReadItem Item(ContentFile file, string xml, int line, ProblemLog log)
    {
        number++;
        var open = xml.IndexOf('>');
        var parts = XmlElements.Of(xml[(open + 1)..], line + xml.AsSpan(0, open + 1).Count('\n')).ToList();
        var place = log.At(line);
        if (!xml.EndsWith("</item>", StringComparison.Ordinal))
            log.Warn("item-not-closed", line, "The item is not closed", "up to the next item, or the end of the file", "Write </item>; the export may have been cut short");
        var id = Text(parts, "wp:post_id") ?? string.Create(CultureInfo.InvariantCulture, $"n{number}");
        var title = Text(parts, "title") ?? "";
        if (NotAPost(parts, title) is { } left)
            return new Skipped(left.Reason, place, left.Why);
        if (!seen.Add(id))
        {
            log.Warn("duplicate-id", line, $"The post {id} stands above", "left out", "Export the site again");
            return new Skipped(SkipReason.Duplicate, place, $"the post {id} stands above");
        }
        var body = parts.Find(part => part.Name == "content:encoded");
        var slug = Text(parts, "wp:post_name");
        return new RecordPosts(source, options).Make(
            new PostRecord
            {
                Key = $"{file.Path}#{id}",
                Id = string.IsNullOrWhiteSpace(slug) ? $"{System.IO.Path.GetFileNameWithoutExtension(file.Path)}-{id}" : Uri.UnescapeDataString(slug),
                Title = title,
                Body = WordPressMarkup.ToHtml(body?.Text ?? ""),
                Format = BodyFormat.Html,
                BodyLine = body?.Line ?? line,
                Keys = Keys(parts, line),
                Place = place,
            },
            log);
    }

    private (SkipReason Reason, string Why)? NotAPost(List<XmlElement> parts, string title)
    {
        var type = Text(parts, "wp:post_type") ?? "post";
        if (type != "post")
            return (SkipReason.NotAPost, $"{Article(type)}, not a post: {Shorten(title)}");
        var status = Text(parts, "wp:status") ?? "publish";
        if (status is "trash" or "auto-draft" or "inherit")
            return (SkipReason.Unpublished, $"status: {status}");
        if (options.Drafts)
            return null;
        if (status is "draft" or "pending")
            return (SkipReason.Draft, $"status: {status}");
        // A post that was to appear on a day that has come by now has appeared.
        if (status is not ("publish" or "future"))
            return (SkipReason.Unpublished, $"status: {status}");
        return Text(parts, "wp:post_password") is { Length: > 0 } ? (SkipReason.Unpublished, "behind a password") : null;
    }

    private FrontMap Keys(List<XmlElement> parts, int line)
    {
        var keys = new List<FrontEntry>();
        void Add(string key, string? text)
        {
            if (!string.IsNullOrWhiteSpace(text))
                keys.Add(new FrontEntry(key, new FrontScalar(text, true, line), line));
        }
        Add("url", Text(parts, "link"));
        Add("date", Moment(parts, "wp:post_date") ?? Text(parts, "pubDate"));
        Add("updated", Moment(parts, "wp:post_modified"));
        Add("excerpt", Text(parts, "excerpt:encoded"));
        List<FrontValue> tags = [], categories = [], written = [];
        foreach (var part in parts)
        {
            if (part.Name != "category" || part.Text.Trim() is not { Length: > 0 } name)
                continue;
            var domain = part.Attribute("domain") ?? "category";
            // What WordPress puts in where nobody chose a category says nothing.
            if (domain is "post_format" or "nav_menu" || (domain == "category" && part.Attribute("nicename") == "uncategorized"))
                continue;
            (domain switch { "category" => categories, "author" => written, _ => tags }).Add(new FrontScalar(PostFields.OneLine(name), true, part.Line));
        }
        if (written.Count == 0 && Text(parts, "dc:creator") is { Length: > 0 } login)
            written.Add(new FrontScalar(authors.GetValueOrDefault(login, login), true, line));
        keys.Add(new FrontEntry("tags", new FrontList(tags, line), line));
        keys.Add(new FrontEntry("categories", new FrontList(categories, line), line));
        keys.Add(new FrontEntry("authors", new FrontList(written, line), line));
        return new FrontMap(keys, line);
    }

    // The local time with the offset that the time in UTC beside it gives; null where there is none ("0000-00-00 00:00:00").
    private static string? Moment(List<XmlElement> parts, string name)
    {
        const string format = "yyyy-MM-dd HH:mm:ss";
        if (!DateTime.TryParseExact(Text(parts, name), format, CultureInfo.InvariantCulture, DateTimeStyles.None, out var local))
            return null;
        if (!DateTime.TryParseExact(Text(parts, name + "_gmt"), format, CultureInfo.InvariantCulture, DateTimeStyles.None, out var utc))
            return local.ToString(format, CultureInfo.InvariantCulture);
        var offset = TimeSpan.FromMinutes(Math.Round((local - utc).TotalMinutes));
        return Math.Abs(offset.TotalHours) > 14
            ? local.ToString(format, CultureInfo.InvariantCulture)
            : new DateTimeOffset(local, offset).ToString("yyyy-MM-dd HH:mm:ss zzz", CultureInfo.InvariantCulture);
    }

    private static string? Text(List<XmlElement> parts, string name) => parts.Find(part => part.Name == name) is { } part ? Folding.WellFormed(part.Text).Trim() : null;

    private static string Article(string type) => type switch
    {
        "page" => "a page",
        "attachment" => "an attachment",
        "nav_menu_item" => "an item of a menu",
        "revision" => "a revision",
        _ => $"of the type {Shorten(type)}",
    };

    private static string Shorten(string text)
    {
        var line = PostFields.OneLine(text);
        return line.Length <= 60 ? line : line[..60] + "…";
    }

    // The cutter looks for ASCII; UTF-16 is made UTF-8 on the way.
    private static Stream Utf8(Stream content)
    {
        var head = new byte[2];
        var read = content.ReadAtLeast(head, 2, throwOnEndOfStream: false);
        var whole = new PrefixedStream(head.AsMemory(0, read), content);
        var encoding = head is [0xFF, 0xFE] ? Encoding.Unicode : head is [0xFE, 0xFF] ? Encoding.BigEndianUnicode : null;
        return encoding is null ? whole : Encoding.CreateTranscodingStream(whole, encoding, Encoding.UTF8);
    }
}
