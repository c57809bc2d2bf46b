using System.Globalization;
using Search.Core.Model;
using Search.Core.Text;

namespace Search.Core.Content;

/// <summary>Reads a Markdown or HTML file: one post, or the reason for none, with its problems before it.</summary>
internal sealed class PostReader(ContentSource source, ReadOptions options)
{
    private const int MaxHeadlineBlock = 12;
    private const int MaxFirstWords = 80;

    private SiteConfiguration Site => source.Site;

    public IEnumerable<ReadItem> Read(ContentFile file, Stream content)
    {
        var log = new ProblemLog(file.Path);
        var text = ContentText.Decode(BoundedBytes.Read(content, options.MaxDocumentBytes, out var cut), log);
        if (cut)
            log.Fail("file-too-large", 0, $"The file is larger than {options.MaxDocumentBytes} bytes", "its beginning", "Part it into several files");
        var item = Read(file, text, log);
        return [.. log.Take().Select(problem => new ProblemRead(problem)), item];
    }

    private ReadItem Read(ContentFile file, string text, ProblemLog log)
    {
        var place = new FilePlace(source.PlacePrefix + file.Path, Site);
        var (keys, block) = FrontMatterReader.Read(FrontMatterSplitter.Split(text, log), log);
        if (block.Notation == FrontNotation.None && NotWithoutFrontMatter(file, place) is { } reason)
            return Skip(SkipReason.NotAPost, file, log, reason);
        if (file.Form == ContentForm.HtmlPost && !place.IsInPosts && IsTemplate(block.Body))
            return Skip(SkipReason.NotAPost, file, log, "a page that lists others, without words of its own");
        if (Site.Generator == SiteGenerator.Jekyll)
            keys = JekyllDefaults.Under(keys, place.Path, place.IsDraft ? "drafts" : place.Collection ?? "pages", Site);
        keys = source.FolderData?.Under(keys, place.Path) ?? keys;
        if (Site.Generator == SiteGenerator.Hugo && !IsPage(place.Path) && source.BundleOf(place.Path) is { } page)
            return Skip(SkipReason.NotAPost, file, log, $"a resource of {page}, without a page of its own");
        if (Site.Generator == SiteGenerator.Eleventy && keys.Flag("eleventyExcludeFromCollections") == true)
            return Skip(SkipReason.NotAPost, file, log, "eleventyExcludeFromCollections: true");
        if (LeftOut(place, keys) is { } left)
            return Skip(left.Reason, file, log, left.Why);
        var dates = new PostDates(Site, log, file);
        var date = dates.Published(keys, place.Named, out var forUrl);
        if (!options.Future && !Site.PublishesFuture && dates.Appears(keys, date) is { } appears && appears > options.Clock.GetUtcNow())
            return Skip(SkipReason.Future, file, log, $"dated {appears.ToString("yyyy-MM-dd HH:mm zzz", CultureInfo.InvariantCulture)}");
        if (!options.Drafts && dates.At(keys, "expiryDate") is { } expiry && expiry < options.Clock.GetUtcNow())
            return Skip(SkipReason.Unpublished, file, log, $"expired on {expiry.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}");

        var fields = new PostFields(Site, keys, log);
        var title = fields.Title();
        var tags = fields.Tags();
        var format = file.Form == ContentForm.HtmlPost || keys.Text("format") is "html" ? BodyFormat.Html : BodyFormat.Markdown;
        var bodies = new BodyReader(Site, log);
        var body = bodies.Read(place.Path.EndsWith(".mdx", StringComparison.OrdinalIgnoreCase) ? MdxMarkup.Prose(block.Body) : block.Body, block.BodyLine, format, keys, title, tags);
        if (format == BodyFormat.Html && !place.IsInPosts && body.Text.Length == 0)
            return Skip(SkipReason.NotAPost, file, log, "a page without words of its own");
        var inferred = title ?? TitleFrom(body, place);
        if (title is null)
            log.Info("title-missing", keys["title"]?.Line ?? 0, "The post has no title", inferred, "Give it a `title:`");
        var categories = fields.Categories(place.FolderCategories);
        return new PostRead(new Post
        {
            Key = file.Path,
            Id = place.Id,
            Title = inferred,
            TitleIsInferred = title is null,
            Headline = HeadlineOf(body, inferred),
            Url = PostUrls.Of(new PostPlace { Path = place.UrlPath, Keys = keys, Title = inferred, Date = forUrl, Categories = categories, Collection = place.Collection, Translation = place.Translation, NamedSlug = dates.NameGivesSlug ? place.Named?.Name.Trim(' ', '-', '_') : null }, Site),
            Date = date,
            DatePrecision = dates.Precision,
            Updated = dates.Updated(keys),
            Author = fields.Author(source.Authors),
            Bylines = body.Bylines,
            Text = body.Text,
            Blocks = body.Blocks,
            Code = body.Code,
            Excerpt = fields.Excerpt() is { } excerpt ? NullIfEmpty(bodies.Plain(excerpt.Text, excerpt.Line)) : null,
            Outline = body.Outline,
            Links = body.Links,
            Asides = body.Asides,
            Tags = tags,
            Categories = categories,
            People = fields.People(),
            Series = fields.Series(),
            Language = fields.Language() ?? place.Translation,
            Source = log.At(0),
        });
    }

    private static Skipped Skip(SkipReason reason, ContentFile file, ProblemLog log, string why)
    {
        log.Take();
        return new Skipped(reason, new SourceSpan(file.Path), why);
    }

    // Without front matter a Markdown file is a post where its place says so; elsewhere generators copy it as it is.
    private string? NotWithoutFrontMatter(ContentFile file, FilePlace place)
    {
        if (file.Form == ContentForm.HtmlPost)
            return "an HTML file without front matter";
        return place.IsInPosts || Site.Generator is SiteGenerator.None or SiteGenerator.Hugo or SiteGenerator.Zola or SiteGenerator.Eleventy || place.Path.Contains("src/", StringComparison.Ordinal)
            ? null
            : "a Markdown file without front matter";
    }

    private (SkipReason Reason, string Why)? LeftOut(FilePlace place, FrontMap keys)
    {
        if (!options.Drafts && !Site.PublishesDrafts)
        {
            if (place.IsDraft)
                return (SkipReason.Draft, "in the folder of drafts");
            if (keys.Flag("draft") == true || keys.Flag("isDraft") == true)
                return (SkipReason.Draft, "draft: true");
            if (keys.Text("status")?.ToLowerInvariant() is "draft" or "drafts" or "pending")
                return (SkipReason.Draft, $"status: {keys.Text("status")}");
        }
        if (!options.Drafts && !Site.PublishesUnpublished)
        {
            if (keys.Flag("published") == false)
                return (SkipReason.Unpublished, "published: false");
            if (keys.Flag("publish") == false)
                return (SkipReason.Unpublished, "publish: false");
            if (keys.Text("status")?.ToLowerInvariant() is "private" or "hidden" or "trash")
                return (SkipReason.Unpublished, $"status: {keys.Text("status")}");
            if (Site.Generator == SiteGenerator.Eleventy && keys.Text("permalink") is "false")
                return (SkipReason.Unpublished, "permalink: false");
        }
        return null;
    }

    // A page that loops over the site's posts repeats their words.
    private static bool IsTemplate(string body) =>
        body.Contains("{% for", StringComparison.Ordinal) || body.Contains("{%- for", StringComparison.Ordinal) || body.Contains("paginator.", StringComparison.Ordinal);

    // index.md, index.de.md
    private static bool IsPage(string path) => path[(path.LastIndexOf('/') + 1)..].Split('.')[0] is "index" or "_index";

    // A short note in a file that is named by a number has no title; its first words tell it from the others.
    private static string TitleFrom(Body body, FilePlace place)
    {
        if (body.Outline is [var first, ..] && body.Blocks.Take(3).Any(block => block.Kind == BlockKind.Heading))
            return first.Text;
        return place.Humanised.Any(char.IsLetter) || body.Text.Length == 0 ? place.Humanised : FirstWords(body.Text);
    }

    private static string FirstWords(string text)
    {
        var line = text.AsSpan(0, text.IndexOf('\n') is >= 0 and var end ? end : text.Length);
        if (line.Length <= MaxFirstWords)
            return line.ToString();
        var cut = line[..MaxFirstWords].LastIndexOf(' ');
        cut = cut > MaxFirstWords / 2 ? cut : char.IsHighSurrogate(line[MaxFirstWords - 1]) ? MaxFirstWords - 1 : MaxFirstWords;
        return string.Concat(line[..cut].TrimEnd(), "…");
    }

    // A quoted article's own headline: the first heading, where it says something else than the title.
    private static string? HeadlineOf(Body body, string title)
    {
        if (body.Outline.Count == 0)
            return null;
        var heading = body.Outline[0];
        for (var i = 0; i < body.Blocks.Count && i < MaxHeadlineBlock; i++)
            if (body.Blocks[i].Kind == BlockKind.Heading)
                return Slug.Of(heading.Text) == Slug.Of(title) ? null : heading.Text;
        return null;
    }

    private static string? NullIfEmpty(string text) => text.Length == 0 ? null : text;
}
