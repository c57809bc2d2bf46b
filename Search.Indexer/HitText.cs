using System.Globalization;
using Search.Core.Model;
using Search.Core.Searching;

namespace Search.Indexer;

/// <summary>A hit in a few lines of a terminal.</summary>
internal static class HitText
{
    private const int MaxExcerptChars = 200;

    public static void Write(Hit hit, TextWriter output)
    {
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{hit.Score,8:0.00}  {Plain(hit.Title)}"));
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"          {hit.Date?.Iso(hit.DatePrecision),-10}  {Plain(hit.Id)}  {Plain(hit.Url ?? "")}"));
        var excerpt = hit.Excerpt.Length > MaxExcerptChars ? $"{hit.Excerpt[..MaxExcerptChars]}…" : hit.Excerpt;
        if (excerpt.Length > 0)
            output.WriteLine($"          {Plain(excerpt)}");
    }

    // What comes from the content must not steer the terminal.
    private static string Plain(string text) => string.Concat(text.Select(c => char.IsControl(c) ? ' ' : c));
}
