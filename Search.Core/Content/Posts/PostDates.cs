using Search.Core.Model;

namespace Search.Core.Content;

/// <summary>The dates of a post: from its front matter, else from its file's name, each oddity reported.</summary>
internal sealed class PostDates(SiteConfiguration site, ProblemLog log, ContentFile? file = null)
{
    private static readonly string[] DateKeys = ["date", "pubDate", "publishDate", "published_at", "publish_date", "pub_date", "published", "datePublished", "pubDatetime", "publishedAt", "publishedDate", "publishedOn", "publicationDate", "dateCreated", "posted", "created", "created_at", "createdAt", "creation_date"];
    private static readonly string[] UpdatedKeys = ["lastmod", "last_modified_at", "last-modified-at", "updated", "updated_at", "updatedDate", "updatedAt", "modified", "modified_at", "dateModified", "modDatetime", "modifiedAt", "modifiedDate", "lastUpdated", "updatedOn", "lastModified", "last_modified", "last_updated", "update"];

    /// <summary>True where Hugo took the date from the file's name, and so takes the slug from it as well.</summary>
    public bool NameGivesSlug { get; private set; }

    /// <summary>What is known of the date that was found.</summary>
    public DatePrecision Precision { get; private set; }

    private DateReader.SlashOrder Order => site.Generator is SiteGenerator.Jekyll && site.Language?.StartsWith("en-US", StringComparison.OrdinalIgnoreCase) != true
        ? DateReader.SlashOrder.DayFirst
        : DateReader.SlashOrder.MonthFirst;

    /// <summary>The date of publication; null where nothing gives one.</summary>
    /// <param name="keys">Front matter.</param>
    /// <param name="named">The date in the file's name; null where there is none.</param>
    /// <param name="forUrl">The moment as the site's generator understands it, which its address is made of.</param>
    public DateTimeOffset? Published(FrontMap keys, DatedName? named, out DateTimeOffset? forUrl)
    {
        foreach (var key in InOrder("date", DateKeys))
        {
            if (key == ":filename" && Named(named) is { } first)
            {
                NameGivesSlug = true;
                return forUrl = first;
            }
            if (keys[key] is not FrontScalar { IsNull: false } scalar || (key is "published" && scalar.AsFlag is not null))
                continue;
            if (Read(key, scalar) is not { } read)
                continue;
            Precision = read.Precision;
            forUrl = site.Generator == SiteGenerator.Jekyll && IsUtcToJekyll(scalar, read)
                ? TimeZoneInfo.ConvertTime(new DateTimeOffset(read.Value.DateTime, TimeSpan.Zero), site.TimeZone)
                : read.HasOffset && site.Generator == SiteGenerator.Jekyll ? TimeZoneInfo.ConvertTime(read.Value, site.TimeZone) : read.Value;
            return read.Value;
        }
        return forUrl = Named(named);
    }

    /// <summary>The moment from which the site shows the post: Hugo goes by <c>publishDate</c> where there is one, whatever the date says.</summary>
    public DateTimeOffset? Appears(FrontMap keys, DateTimeOffset? date) => (site.Generator == SiteGenerator.Hugo ? At(keys, "publishDate") : null) ?? date;

    private DateTimeOffset? Named(DatedName? named)
    {
        if (named?.Day is not { } day)
            return null;
        var local = day.ToDateTime(TimeOnly.MinValue, DateTimeKind.Unspecified);
        var offset = DateReader.OffsetIn(site.TimeZone, local);
        // The first and last days of the calendar leave it in some zones.
        return local.Ticks - offset.Ticks >= 0 && local.Ticks - offset.Ticks <= DateTime.MaxValue.Ticks ? new DateTimeOffset(local, offset) : null;
    }

    // Those of the site's configuration first.
    private IEnumerable<string> InOrder(string which, string[] usual) => site.Generator == SiteGenerator.Hugo
        ? HugoSite.DateKeys(site.Settings, which).SelectMany(key => key == ":default" ? usual : [key]).Concat(usual).Distinct()
        : usual;

    /// <summary>The date of the last change; null where none is given.</summary>
    public DateTimeOffset? Updated(FrontMap keys)
    {
        foreach (var key in InOrder("lastmod", UpdatedKeys))
            if (keys[key] is FrontScalar { IsNull: false } scalar && Read(key, scalar, "nothing") is { } read)
                return read.Value;
        return null;
    }

    /// <summary>A date under any key, without a report; null where it is none.</summary>
    public DateTimeOffset? At(FrontMap keys, string key) => DateReader.Read(keys.Text(key), site.TimeZone, Order)?.Value;

    private DateRead? Read(string key, FrontScalar scalar, string otherwise = "the date of the file's name, if there is one")
    {
        var text = Invisible.Strip(scalar.Text).Trim();
        if (text.Length == 0 || text.StartsWith("{{", StringComparison.Ordinal))
            return null;
        if (site.Generator == SiteGenerator.Eleventy && text is "Last Modified" or "Created" or "git Last Modified" or "git Created")
            return OfFile(key, text, scalar.Line, otherwise);
        var read = DateReader.Read(text, site.TimeZone, Order);
        if (read is null)
            log.Warn("date-not-read", scalar.Line, $"“{Shorten(text)}” under `{key}` is no date", otherwise, "Write yyyy-MM-dd HH:mm");
        else if (read.Note is not null)
            log.Info("date-odd", scalar.Line, $"“{Shorten(text)}” under `{key}`: {read.Note}", $"{read.Value:yyyy-MM-dd HH:mm:ss}", $"Write {read.Value:yyyy-MM-dd HH:mm}");
        return read;
    }

    // Eleventy asks the file system, or git's history, which is not read here.
    private DateRead? OfFile(string key, string word, int line, string otherwise)
    {
        if (word.StartsWith("git ", StringComparison.Ordinal))
        {
            log.Info("date-of-git", line, $"`{key}: {word}` is the time of a commit, which the files do not say", otherwise, "Write yyyy-MM-dd HH:mm");
            return null;
        }
        if (file is null)
            return null;
        var time = word == "Created" ? new DateTimeOffset(File.GetCreationTimeUtc(file.FullPath), TimeSpan.Zero) : file.LastWrite;
        return time.Year < 1980 ? null : new DateRead(TimeZoneInfo.ConvertTime(time.AddTicks(-(time.Ticks % TimeSpan.TicksPerSecond)), site.TimeZone), DatePrecision.Day, true, true, null);
    }

    // Jekyll's YAML takes an unquoted timestamp with seconds and without an offset for UTC (safe_yaml's TIME_MATCHER).
    private static bool IsUtcToJekyll(FrontScalar scalar, DateRead read)
    {
        if (scalar.Quoted || read.HasOffset || !read.HasTime)
            return false;
        var text = scalar.Text.Trim();
        return text.Length >= 15 && text[4] == '-' && text.AsSpan().Count(':') == 2 && text.All(c => char.IsAsciiDigit(c) || c is '-' or ':' or '.' or ' ' or 'T' or 't');
    }

    private static string Shorten(string text) => text.Length <= 40 ? text : text[..40] + "…";
}
