using System.Net;
using System.Text;
using Search.Core.Text;

namespace Search.Core.Content;

/// <summary>The fields of a post's front matter as the index knows them, whatever the generator calls them.</summary>
internal sealed class PostFields(SiteConfiguration site, FrontMap keys, ProblemLog log)
{
    private static readonly string[] FormattingTags = ["em", "i", "b", "strong", "code", "span", "sup", "sub", "small", "br", "u", "wbr", "cite", "q"];

    // Eleventy makes its collections by tags; its starters leave these out where tags are shown.
    private static readonly string[] EleventyCollections = ["all", "nav", "post", "posts"];

    /// <summary>The title; null where there is none, or only the template's own word.</summary>
    public string? Title()
    {
        if (keys["title"] is not FrontScalar { IsNull: false } scalar)
        {
            if (keys["title"] is { } odd and not FrontScalar && Listing.Read("title", odd, Listing.Words.OneName, log) is { Count: > 0 } parts)
                return OneLine(string.Join(" ", parts));
            return keys.Text("linktitle") is { } link ? OneLine(link) : null;
        }
        var title = OneLine(scalar.Text);
        if (title.Length == 0 || title.Equals("title", StringComparison.OrdinalIgnoreCase) || title.Equals("untitled", StringComparison.OrdinalIgnoreCase))
        {
            if (title.Length > 0)
                log.Warn("title-placeholder", scalar.Line, $"The title is “{title}”", "no title", "Write the title");
            return null;
        }
        return title;
    }

    public List<string> Tags()
    {
        var tags = Listing.Read("tags", keys["tags"], PluralWords, log);
        Join(tags, Listing.Read("tag", keys["tag"], Listing.Words.OneName, log));
        if (keys.Map("taxonomies") is { } taxonomies)
            foreach (var entry in taxonomies.Entries)
                if (entry.Key is not ("categories" or "authors" or "series"))
                    Join(tags, Listing.Read(entry.Key, entry.Value, Listing.Words.OneName, log));
        if (site.Generator == SiteGenerator.Hugo && site.Settings.Map("taxonomies") is { } configured)
            foreach (var entry in configured.Entries)
                if (entry.Value.AsText is { } plural && plural is not ("tags" or "categories" or "authors" or "author" or "series" or "people") && entry.Key is not ("author" or "person"))
                    Join(tags, Listing.Read(plural, keys[plural], Listing.Words.OneName, log));
        if (site.Generator == SiteGenerator.Eleventy)
            tags.RemoveAll(EleventyCollections.Contains);
        return tags;
    }

    /// <summary>Categories, those of the folders above Jekyll's <c>_posts</c> first.</summary>
    public List<string> Categories(IReadOnlyList<string> folders)
    {
        var categories = new List<string>(folders);
        var written = Listing.Read("categories", keys["categories"], PluralWords, log);
        if (folders.Count == 0)
            categories = written;
        else
            Join(categories, written);
        Join(categories, Listing.Read("category", keys["category"], Listing.Words.OneName, log));
        if (keys.Map("taxonomies")?["categories"] is { } nested)
            Join(categories, Listing.Read("categories", nested, Listing.Words.OneName, log));
        return categories;
    }

    public List<string> People() => Listing.Read("people", keys["people"], Listing.Words.OneName, log);

    /// <param name="names">Names of authors whom the site knows by a key; null where it knows none.</param>
    public string? Author(AuthorNames? names = null)
    {
        var authors = Listing.Read("author", keys["author"] is { IsNull: false } one ? one : keys["authors"] ?? keys.Map("taxonomies")?["authors"], Listing.Words.OneName, log);
        return authors.Count == 0 ? null : string.Join(", ", authors.Select(author => names?.Of(author) ?? author));
    }

    public string? Series()
    {
        var series = Listing.Read("series", keys["series"] ?? keys.Map("taxonomies")?["series"], Listing.Words.OneName, log);
        return series.Count == 0 ? null : series[0];
    }

    /// <summary>The author's summary as written (Markdown), with its line; null where there is none.</summary>
    public FrontScalar? Excerpt()
    {
        foreach (var key in new[] { "excerpt", "summary", "description", "abstract", "subtitle" })
            if (keys[key] is FrontScalar { IsNull: false } scalar && !string.IsNullOrWhiteSpace(scalar.Text) && !scalar.Text.Equals(key, StringComparison.OrdinalIgnoreCase))
                return scalar;
        return null;
    }

    public string? Language() => SiteUrls.LanguageTag(keys.Text("lang") ?? keys.Text("language") ?? keys.Text("locale"));

    private Listing.Words PluralWords => site.Generator == SiteGenerator.Jekyll ? Listing.Words.ManyNames : Listing.Words.OneName;

    /// <summary>One line without invisible characters, tags of formatting and entities.</summary>
    public static string OneLine(string text)
    {
        text = Invisible.Strip(Folding.WellFormed(text));
        if (text.Contains('<'))
            text = WithoutTags(text);
        if (text.Contains('&'))
            text = WebUtility.HtmlDecode(text);
        var line = new StringBuilder(text.Length);
        foreach (var c in text)
            if (!char.IsWhiteSpace(c))
                line.Append(c);
            else if (line.Length > 0 && line[^1] != ' ')
                line.Append(' ');
        return line.ToString().Trim();
    }

    private static string WithoutTags(string text)
    {
        var kept = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '<' && text.AsSpan(i, Math.Min(200, text.Length - i)).IndexOf('>') is > 0 and var length
                && HtmlTag.Read(text.Substring(i, length + 1)) is { } tag && FormattingTags.Contains(tag.Name))
            {
                if (tag.Name == "br")
                    kept.Append(' ');
                i += length;
                continue;
            }
            kept.Append(text[i]);
        }
        return kept.ToString();
    }

    private static void Join(List<string> names, List<string> more)
    {
        foreach (var name in more)
            if (!names.Contains(name))
                names.Add(name);
    }
}
