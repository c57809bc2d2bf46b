using System.Globalization;
using System.Net;
using System.Text;
using Search.Core.Tagging;

namespace Search.Indexer.Tags;

/// <summary>The tag report as one page without scripts or outside addresses: whole lists, readable on a phone, light and dark.</summary>
internal static class TagReportPage
{
    private const string Style = """
        :root { color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif; }
        body { margin: 0 auto; max-width: 60rem; padding: 1rem; }
        h1 { font-size: 1.5rem; } h2 { font-size: 1.15rem; margin-top: 2rem; }
        .wide { overflow-x: auto; } table { border-collapse: collapse; width: 100%; }
        th, td { text-align: left; vertical-align: top; padding: .3rem .6rem .3rem 0; border-bottom: 1px solid color-mix(in srgb, currentColor 20%, transparent); overflow-wrap: anywhere; }
        td.n, th.n { text-align: right; font-variant-numeric: tabular-nums; }
        td { min-width: 7rem; } td.n, td.k, th { min-width: 0; overflow-wrap: normal; white-space: nowrap; }
        """;

    public static string Of(TagReport report)
    {
        var page = new StringBuilder();
        page.Append("<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>Tags</title>\n<style>\n")
            .Append(Style).Append("\n</style>\n</head>\n<body>\n<h1>Tags</h1>\n");
        page.Append(CultureInfo.InvariantCulture, $"<p>{report.Posts} posts; {report.Spellings} spellings come to {report.Tags} tags, {report.UsedOnce} of them in one post alone.</p>\n");
        Table(page, "One tag in several spellings", "Merged by themselves: they differ in case, punctuation, brackets and what stands beside a name.", ["Posts", "Tag", "Kind", "Spellings"], report.Variants,
            tag => [Number(tag.Posts), tag.Label, tag.Kind.ToString().ToLowerInvariant(), string.Join(" · ", tag.Spellings.Select(s => string.Create(CultureInfo.InvariantCulture, $"{s.Text} ({s.Posts})")))]);
        Table(page, "Misspellings", "Proposed; nothing is changed unasked.", ["Score", "Tag", "Would be", "Why"], report.Misspellings, Pair);
        Table(page, "Perhaps the same", "Proposed; nothing is changed unasked.", ["Score", "Tag", "Would be", "Why"], report.Proposals, Pair);
        Table(page, "Headings used as tags", "Words that only open a group.", ["Posts", "Tag"], report.Headings, tag => [Number(tag.Posts), tag.Label]);
        Table(page, "Boilerplate", "With so many posts that it says little of any.", ["Posts", "Tag"], report.Boilerplate, tag => [Number(tag.Posts), tag.Label]);
        Table(page, "Too long", string.Create(CultureInfo.InvariantCulture, $"Longer than {TagReport.MaxLabelChars} characters: lost commas, or titles."), ["Posts", "Tag"], report.Overlong, tag => [Number(tag.Posts), tag.Label]);
        Table(page, "Used once", "They lead to no other post.", ["Tag", "Kind"], report.UsedOnceTags, tag => [tag.Label, tag.Kind.ToString().ToLowerInvariant()]);
        return page.Append("</body>\n</html>\n").ToString();
    }

    private static string[] Pair(TagPair pair) => [pair.Score.ToString("0.00", CultureInfo.InvariantCulture), pair.Label, pair.IntoLabel, pair.Reason];

    private static void Table<T>(StringBuilder page, string title, string note, string[] columns, IReadOnlyList<T> rows, Func<T, string[]> cells)
    {
        page.Append(CultureInfo.InvariantCulture, $"<h2>{WebUtility.HtmlEncode(title)} ({rows.Count})</h2>\n<p>{WebUtility.HtmlEncode(note)}</p>\n");
        if (rows.Count == 0)
            return;
        page.Append("<div class=\"wide\"><table>\n<tr>");
        foreach (var column in columns)
            page.Append("<th").Append(ClassOf(column)).Append('>').Append(column).Append("</th>");
        page.Append("</tr>\n");
        foreach (var row in rows)
        {
            page.Append("<tr>");
            foreach (var (cell, column) in cells(row).Zip(columns))
                page.Append("<td").Append(ClassOf(column)).Append('>').Append(WebUtility.HtmlEncode(cell)).Append("</td>");
            page.Append("</tr>\n");
        }
        page.Append("</table></div>\n");
    }

    // Numbers and kinds are never broken; labels may be, anywhere.
    private static string ClassOf(string column) => column switch
    {
        "Posts" or "Score" => " class=\"n\"",
        "Kind" => " class=\"k\"",
        _ => "",
    };

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
