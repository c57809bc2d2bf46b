using System.Globalization;
using System.Text.Json;

namespace Search.Core.Content;

/// <summary>
/// Reads a Ghost export: a first pass gathers tags, authors and which post has which, a second reads the posts one by one; memory grows with the
/// longest post and with the ids, not with the texts. Pages, drafts, and posts that are not for everybody are left out with their reason.
/// </summary>
internal sealed class GhostReader(ContentSource source, ReadOptions options)
{
    private readonly HashSet<string> seen = new(StringComparer.Ordinal);

    public IEnumerable<ReadItem> Read(ContentFile file, Stream content)
    {
        var log = new ProblemLog(file.Path);
        var whole = content;
        if (!content.CanSeek)
            whole = new MemoryStream(BoundedBytes.Read(content, options.MaxDocumentBytes, out _).ToArray());
        var origin = whole.Position;
        var tables = Tables(whole);
        whole.Position = origin;
        var posts = new RowReader(new JsonPull(whole, options.MaxRecordBytes), "posts");
        while (true)
        {
            JsonDocument? row = null;
            try
            {
                if (!posts.Next(out row))
                    break;
            }
            catch (JsonException exception)
            {
                log.Fail("json-not-valid", 1 + (int)(exception.LineNumber ?? 0), $"The export is not valid JSON: {exception.Message}", "what stands before it", "Export the site again");
            }
            if (log.Take() is { Count: > 0 } failed)
            {
                foreach (var problem in failed)
                    yield return new ProblemRead(problem);
                yield break;
            }
            if (row is null)
            {
                log.Fail("record-too-large", 1, $"A post is longer than {options.MaxRecordBytes} bytes", "left out", "Shorten the post, or leave it out of the export");
                foreach (var problem in log.Take())
                    yield return new ProblemRead(problem);
                yield return new Skipped(SkipReason.Unreadable, log.At(1), "too long a post");
                continue;
            }
            using (row)
            {
                var item = row.RootElement.ValueKind == JsonValueKind.Object ? Post(file, row.RootElement, tables, log) : new Skipped(SkipReason.Unreadable, log.At(1), "no object");
                foreach (var problem in log.Take())
                    yield return new ProblemRead(problem);
                yield return item;
            }
        }
    }

    // What is damaged is reported where the posts are read; the tables up to there are used.
    private GhostTables Tables(Stream content)
    {
        var tables = new GhostTables();
        try
        {
            var rows = new RowReader(new JsonPull(content, options.MaxRecordBytes), "tags", "users", "posts_tags", "posts_authors", "posts_meta", "settings");
            while (rows.Next(out var row))
                using (row)
                    if (row is not null)
                        tables.Add(rows.Table, row.RootElement);
        }
        catch (JsonException)
        {
            return tables;
        }
        return tables;
    }

    private ReadItem Post(ContentFile file, JsonElement row, GhostTables tables, ProblemLog log)
    {
        var place = log.At(1);
        var id = GhostTables.Id(row, "id") ?? GhostTables.Id(row, "uuid") ?? string.Create(CultureInfo.InvariantCulture, $"n{seen.Count}");
        var title = GhostTables.Text(row, "title") ?? "";
        if (NotAPost(row, title) is { } left)
            return new Skipped(left.Reason, place, left.Why);
        if (!seen.Add(id))
            return new Skipped(SkipReason.Duplicate, place, $"the post {id} stands above");
        var (body, format) = GhostBody.Of(row);
        var slug = GhostTables.Text(row, "slug");
        return new RecordPosts(source, options).Make(
            new PostRecord
            {
                Key = $"{file.Path}#{id}",
                Id = slug ?? id,
                Title = title,
                Body = body.Replace("__GHOST_URL__", "", StringComparison.Ordinal),
                Format = format,
                BodyLine = 1,
                IsOneLine = true,
                Keys = Keys(row, id, slug, tables),
                Place = place,
            },
            log);
    }

    private (SkipReason Reason, string Why)? NotAPost(JsonElement row, string title)
    {
        var isPage = GhostTables.Text(row, "type") is { } type ? type != "post" : GhostTables.Has(row, "page", out var page) && page.ValueKind is JsonValueKind.True || Number(row, "page") == 1;
        if (isPage)
            return (SkipReason.NotAPost, $"a page, not a post: {(title.Length <= 60 ? title : title[..60] + "…")}");
        if (options.Drafts)
            return null;
        return GhostTables.Text(row, "status") switch
        {
            "draft" => (SkipReason.Draft, "status: draft"),
            // "sent" went out as a letter only and stands on no page. What was scheduled for a day that has come by now has appeared.
            "sent" => (SkipReason.Unpublished, "status: sent"),
            _ => GhostTables.Text(row, "visibility") is { } visibility && visibility != "public" ? (SkipReason.Unpublished, $"visibility: {visibility}") : null,
        };
    }

    private FrontMap Keys(JsonElement row, string id, string? slug, GhostTables tables)
    {
        var keys = new List<FrontEntry>();
        void Add(string key, string? text)
        {
            if (!string.IsNullOrWhiteSpace(text))
                keys.Add(new FrontEntry(key, new FrontScalar(text, true, 1), 1));
        }
        Add("url", GhostTables.Text(row, "canonical_url") ?? (slug is null ? null : source.Site.Absolute($"/{slug}/")));
        Add("date", Moment(row, "published_at", tables) ?? Moment(row, "created_at", tables));
        Add("updated", Moment(row, "updated_at", tables));
        Add("excerpt", GhostTables.Text(row, "custom_excerpt") ?? GhostTables.Text(row, "meta_description") ?? tables.DescriptionOf(id));
        Add("lang", GhostTables.Text(row, "locale"));
        List("tags", tables.TagsOf(id));
        List("authors", tables.AuthorsOf(id, GhostTables.Id(row, "author_id")));
        return new FrontMap(keys, 1);

        void List(string key, IEnumerable<string> names) =>
            keys.Add(new FrontEntry(key, new FrontList([.. names.Select(name => new FrontScalar(name, true, 1))], 1), 1));
    }

    // ISO 8601 in UTC; milliseconds since 1970 in old exports. Shown in the site's zone, which the export itself names.
    private static string? Moment(JsonElement row, string name, GhostTables tables)
    {
        const string format = "yyyy-MM-dd HH:mm:ss zzz";
        DateTimeOffset moment;
        if (Number(row, name) is { } milliseconds and > -62_135_596_800_000 and < 253_402_300_799_000)
            moment = DateTimeOffset.FromUnixTimeMilliseconds((long)milliseconds);
        else if (GhostTables.Text(row, name) is not { } text)
            return null;
        else if (!DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out moment))
            return text;
        return (tables.TimeZone is { } zone && TimeZoneInfo.TryFindSystemTimeZoneById(zone, out var known) ? TimeZoneInfo.ConvertTime(moment, known) : moment).ToString(format, CultureInfo.InvariantCulture);
    }

    private static double? Number(JsonElement row, string name) =>
        GhostTables.Has(row, name, out var value) && value.ValueKind == JsonValueKind.Number && value.TryGetDouble(out var number) ? number : null;

    // Goes into {"db": [{"data": {table: [rows]}}]}, with or without its outer parts.
    private sealed class RowReader(JsonPull json, params string[] wanted)
    {
        private bool isInTable;
        private string last = "";

        public string Table { get; private set; } = "";

        public bool Next(out JsonDocument? row)
        {
            row = null;
            while (true)
            {
                if (isInTable)
                {
                    if (json.NextItem(out row))
                        return true;
                    isInTable = false;
                }
                if (!json.Next())
                    return false;
                if (json.Token == JsonTokenType.PropertyName)
                {
                    last = json.Name;
                    if (last is not ("db" or "data") && !wanted.Contains(last))
                        json.Skip();
                }
                else if (json.Token == JsonTokenType.StartArray && wanted.Contains(last))
                    (isInTable, Table) = (true, last);
            }
        }
    }
}
