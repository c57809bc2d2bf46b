using System.Globalization;
using System.Text;

namespace Search.Core.Content;

/// <summary>
/// The path under which Jekyll publishes a document: jekyll/url.rb, drops/url_drop.rb, collection.rb and page.rb. The result is rooted and
/// percent-escaped as Jekyll's own.
/// </summary>
internal static class JekyllUrls
{
    private const string OutputEnding = ".html";

    /// <summary>The path; null where the pattern needs a date and there is none.</summary>
    public static string? Path(PostPlace post, SiteConfiguration site)
    {
        var template = post.Keys.Text("permalink") ?? Template(post, site);
        return Fill(template, post) is { } filled ? Sanitize(filled) : null;
    }

    private static string Template(PostPlace post, SiteConfiguration site)
    {
        if (post.Collection is null)
            return post.BaseName == "index" ? "/:pagedir/" : WithSuffix("/:pagedir/:pagename", site.Settings.Text("permalink"));
        if (post.Collection == "posts")
            return Style(site.Permalink);
        return site.Collections.GetValueOrDefault(post.Collection)?.Text("permalink") ?? WithSuffix("/:collection/:path", site.Settings.Text("permalink"));
    }

    private static string Style(string? permalink) => permalink switch
    {
        null or "date" => "/:categories/:year/:month/:day/:title:output_ext",
        "pretty" => "/:categories/:year/:month/:day/:title/",
        "ordinal" => "/:categories/:year/:y_day/:title:output_ext",
        "weekdate" => "/:categories/:year/W:week/:short_day/:title:output_ext",
        "none" => "/:categories/:title:output_ext",
        _ => permalink,
    };

    // utils.rb add_permalink_suffix
    private static string WithSuffix(string template, string? permalink) => permalink switch
    {
        "pretty" => template + "/",
        null or "date" or "ordinal" or "none" => template + ":output_ext",
        _ => template + (permalink.EndsWith('/') ? "/" : "") + (permalink.EndsWith(":output_ext", StringComparison.Ordinal) ? ":output_ext" : ""),
    };

    private static string? Fill(string template, PostPlace post)
    {
        var path = new StringBuilder();
        for (var i = 0; i < template.Length; i++)
        {
            var end = i + 1;
            if (template[i] == ':')
                while (end < template.Length && (template[end] is >= 'a' and <= 'z' or '_'))
                    end++;
            if (end == i + 1)
            {
                path.Append(template[i]);
                continue;
            }
            var name = template[(i + 1)..end];
            // ":month_" is ":month" and "_".
            var value = Value(name, post, out var known);
            if (!known && name.EndsWith('_'))
            {
                value = Value(name[..^1], post, out known);
                end--;
            }
            if (known && value is null)
                return null;
            path.Append(known ? JekyllSlug.Escape(value!) : template[i..end]);
            i = end - 1;
        }
        return path.ToString();
    }

    private static string? Value(string name, PostPlace post, out bool known)
    {
        known = true;
        var date = post.Date;
        string? Dated(string format) => date?.ToString(format, CultureInfo.InvariantCulture);
        switch (name)
        {
            case "title":
                return JekyllSlug.Pretty(post.Keys.Text("slug") ?? NameOf(post));
            case "slug":
                return JekyllSlug.Default(post.Keys.Text("slug") ?? NameOf(post));
            case "name":
                return JekyllSlug.Default(post.BaseName);
            case "path":
                return CleanedPath(post);
            case "pagedir":
                return post.Folder;
            case "pagename":
                return post.BaseName.TrimEnd('.');
            case "basename":
                return post.BaseName;
            case "collection":
                return post.Collection ?? "";
            case "output_ext":
                return OutputEnding;
            case "categories":
                return string.Join('/', post.Categories.Select(category => category.ToLowerInvariant()).Distinct());
            case "slugified_categories":
                return string.Join('/', post.Categories.Select(JekyllSlug.Default).Distinct());
            case "year": return Dated("yyyy");
            case "month": return Dated("MM");
            case "day": return Dated("dd");
            case "hour": return Dated("HH");
            case "minute": return Dated("mm");
            case "second": return Dated("ss");
            case "i_day": return Dated("%d");
            case "i_month": return Dated("%M");
            case "short_month": return Dated("MMM");
            case "long_month": return Dated("MMMM");
            case "short_year": return Dated("yy");
            case "short_day": return Dated("ddd");
            case "long_day": return Dated("dddd");
            case "y_day": return date?.DayOfYear.ToString("000", CultureInfo.InvariantCulture);
            case "w_year": return date is null ? null : ISOWeek.GetYear(date.Value.DateTime).ToString(CultureInfo.InvariantCulture);
            case "week": return date is null ? null : ISOWeek.GetWeekOfYear(date.Value.DateTime).ToString("00", CultureInfo.InvariantCulture);
            case "w_day": return date is null ? null : (date.Value.DayOfWeek == DayOfWeek.Sunday ? 7 : (int)date.Value.DayOfWeek).ToString(CultureInfo.InvariantCulture);
            default:
                known = false;
                return "";
        }
    }

    private static string NameOf(PostPlace post) =>
        (post.Collection is not null && DatedName.Of(post.BaseName) is { } dated ? dated.Name : post.BaseName).TrimEnd('.');

    // Relative to the collection's folder, without ending.
    private static string CleanedPath(PostPlace post)
    {
        var path = post.Folder.Length == 0 ? post.BaseName : $"{post.Folder}/{post.BaseName}";
        var folder = "_" + post.Collection;
        var at = path.IndexOf(folder, StringComparison.Ordinal);
        // A collection's folder stands in that of all collections, a folder of posts anywhere.
        return (at < 0 ? path : post.Collection == "posts" ? path.Remove(at, folder.Length) : path[(at + folder.Length)..]).TrimEnd('.');
    }

    // url.rb sanitize_url
    private static string Sanitize(string path)
    {
        path = ("/" + path).Replace("..", "/", StringComparison.Ordinal).Replace("./", "", StringComparison.Ordinal);
        var squeezed = new StringBuilder(path.Length);
        foreach (var c in path)
            if (c != '/' || squeezed.Length == 0 || squeezed[^1] != '/')
                squeezed.Append(c);
        return squeezed.ToString();
    }
}
