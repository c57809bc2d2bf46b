using System.Text;

namespace Search.Core.Text;

/// <summary>
/// The name of a tag, category or person in filters and URLs: lower case, diacritics folded, runs of anything but letters and digits
/// become one <c>-</c>.
/// </summary>
public static class Slug
{
    /// <summary>The slug of a label; empty where it has neither letters nor digits. Letters of every script count.</summary>
    public static string Of(string label)
    {
        var folded = Folding.Fold(label);
        var slug = new StringBuilder(folded.Length);
        foreach (var rune in folded.EnumerateRunes())
        {
            if (Rune.IsLetterOrDigit(rune) || Rune.GetUnicodeCategory(rune) is System.Globalization.UnicodeCategory.SpacingCombiningMark
                or System.Globalization.UnicodeCategory.NonSpacingMark)
                slug.Append(rune.ToString());
            else if (slug.Length > 0 && slug[^1] != '-')
                slug.Append('-');
        }
        if (slug.Length > 0 && slug[^1] == '-')
            slug.Length--;
        return slug.ToString();
    }
}
