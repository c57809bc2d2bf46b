using System.Globalization;
using System.Text;

namespace Search.Core.Content;

/// <summary>Jekyll's slugs and path escapes (jekyll/utils.rb <c>slugify</c>, jekyll/url.rb <c>escape_path</c>).</summary>
internal static class JekyllSlug
{
    private const string PrettyMarks = "._~!$&'()+,;=@";

    /// <summary>Mode <c>pretty</c> with the case kept, as <c>:title</c> is made.</summary>
    public static string Pretty(string text) => Make(text, PrettyMarks);

    /// <summary>Mode <c>default</c>, lower case, as <c>:slug</c> is made.</summary>
    public static string Default(string text) => Make(text, "").ToLowerInvariant();

    /// <summary>Percent escapes for what a path segment may not hold.</summary>
    public static string Escape(string path)
    {
        StringBuilder? escaped = null;
        Span<byte> bytes = stackalloc byte[4];
        for (var i = 0; i < path.Length; i++)
        {
            var c = path[i];
            if (char.IsAsciiLetterOrDigit(c) || "-._~!$&'()*+,;=:@/".Contains(c))
            {
                escaped?.Append(c);
                continue;
            }
            escaped ??= new StringBuilder(path.Length + 16).Append(path, 0, i);
            if (Rune.DecodeFromUtf16(path.AsSpan(i), out var rune, out var used) != System.Buffers.OperationStatus.Done)
                rune = Rune.ReplacementChar;
            i += used - 1;
            foreach (var b in bytes[..rune.EncodeToUtf8(bytes)])
                escaped.Append(CultureInfo.InvariantCulture, $"%{b:X2}");
        }
        return escaped?.ToString() ?? path;
    }

    private static string Make(string text, string marks)
    {
        var slug = new StringBuilder(text.Length);
        var gap = false;
        foreach (var rune in text.EnumerateRunes())
        {
            var keep = Rune.GetUnicodeCategory(rune) is UnicodeCategory.UppercaseLetter or UnicodeCategory.LowercaseLetter or UnicodeCategory.TitlecaseLetter
                or UnicodeCategory.ModifierLetter or UnicodeCategory.OtherLetter or UnicodeCategory.DecimalDigitNumber or UnicodeCategory.NonSpacingMark
                or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark || (rune.IsAscii && marks.Contains((char)rune.Value));
            if (!keep)
            {
                gap = true;
                continue;
            }
            if (gap && slug.Length > 0)
                slug.Append('-');
            gap = false;
            slug.Append(rune.ToString());
        }
        return slug.ToString();
    }
}
