using System.Globalization;
using System.Text;
using Search.Core.Model;

namespace Search.Core.Content;

/// <summary>
/// The ids that a site gives its headings: kramdown's with the GFM parser for Jekyll (kramdown-parser-gfm, <c>generate_gfm_header_id</c>),
/// Hugo's <c>github</c> kind (markup/goldmark/autoid.go), GitHub's for the others.
/// </summary>
internal static class Anchors
{
    public static void Give(List<DraftBlock> blocks, SiteConfiguration site)
    {
        var isHugo = site.Generator is SiteGenerator.Hugo or SiteGenerator.Zola;
        var used = new Dictionary<string, int>();
        foreach (var block in blocks)
        {
            if (block.Kind != BlockKind.Heading)
                continue;
            if (block.Anchor is { Length: > 0 } own)
            {
                used.TryAdd(own, 0);
                continue;
            }
            var id = isHugo ? Hugo(block.Text) : Gfm(block.Text, site.Generator == SiteGenerator.Jekyll);
            if (isHugo && id.Length == 0)
                id = "heading";
            if (!used.TryAdd(id, 0))
            {
                var count = ++used[id];
                id = string.Create(CultureInfo.InvariantCulture, $"{id}-{count}");
                used.TryAdd(id, 0);
            }
            block.Anchor = id;
        }
    }

    /// <summary>GitHub's slug of a text, as Astro makes the names of its entries.</summary>
    public static string GitHub(string text) => Gfm(text, isKramdown: false);

    // \p{Word}, hyphen, blank and tab stay; kramdown has made dashes of two or three hyphens by then, which go.
    private static string Gfm(string text, bool isKramdown)
    {
        var id = new StringBuilder(text.Length);
        if (isKramdown)
            text = text.Replace("---", "", StringComparison.Ordinal).Replace("--", "", StringComparison.Ordinal);
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune.Value is ' ' or '\t' or '\n')
                id.Append('-');
            else if (rune.Value == '-' || IsWord(rune))
                id.Append(Rune.ToLowerInvariant(rune).ToString());
        }
        return id.ToString();
    }

    private static string Hugo(string text)
    {
        var id = new StringBuilder(text.Length);
        foreach (var rune in text.Trim().EnumerateRunes())
        {
            if (rune.Value is ' ' or '-' or '\n')
                id.Append('-');
            else if (rune.Value == '_' || Rune.IsLetter(rune) || Rune.GetUnicodeCategory(rune) == UnicodeCategory.DecimalDigitNumber)
                id.Append(Rune.ToLowerInvariant(rune).ToString());
        }
        return id.ToString();
    }

    private static bool IsWord(Rune rune) => Rune.IsLetter(rune) || Rune.GetUnicodeCategory(rune) is UnicodeCategory.DecimalDigitNumber or UnicodeCategory.LetterNumber
        or UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark or UnicodeCategory.ConnectorPunctuation;
}
