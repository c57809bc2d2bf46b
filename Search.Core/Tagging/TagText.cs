using System.Text;
using Search.Core.Text;

namespace Search.Core.Tagging;

/// <summary>A stretch of a tag between separators, with the separator that stands before it.</summary>
/// <param name="Text">The words, trimmed.</param>
/// <param name="Separator">The mark before it; <see cref="TagSeparator.None"/> for the first.</param>
internal readonly record struct TagPart(string Text, TagSeparator Separator);

/// <summary>What parts a tag that was the title of a page: <c>Name / Site</c>, <c>Name – Office</c>, <c>Title: subtitle</c>, <c>Title. Date</c>.</summary>
internal enum TagSeparator
{
    None,
    Slash,
    Dash,
    Colon,
    Stop,
    Tab,
}

/// <summary>Reads a tag as it stands in the content: invisible characters, list marks and stray quotes away, then cut at its separators.</summary>
internal static class TagText
{
    /// <summary>Longer tags are compared by their beginning only.</summary>
    public const int MaxChars = 600;

    /// <summary>One line without invisible characters, with single blanks; tabs stay, because they part glued tags.</summary>
    public static string Clean(string raw)
    {
        var text = Folding.WellFormed(raw.Length > MaxChars ? raw[..MaxChars] : raw);
        var clean = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (c == '\t')
            {
                if (clean.Length > 0 && clean[^1] == ' ')
                    clean.Length--;
                if (clean.Length == 0 || clean[^1] != '\t')
                    clean.Append('\t');
            }
            else if (char.IsWhiteSpace(c))
            {
                if (clean.Length > 0 && clean[^1] is not (' ' or '\t'))
                    clean.Append(' ');
                else if (clean.Length > 0 && clean[^1] == ' ' && clean.Length > 1 && IsDash(clean[^2]))
                    clean.Append(' '); // "Name–  subtitle": two blanks after a dash stand for a colon
            }
            else if (!IsInvisible(c))
                clean.Append(c);
        }
        return Trim(clean.ToString());
    }

    /// <summary>The parts of a cleaned tag. Separators inside brackets that close do not part.</summary>
    public static List<TagPart> Parts(string clean)
    {
        var parts = new List<TagPart>();
        var start = 0;
        var separator = TagSeparator.None;
        var bracketEnd = -1;
        for (var i = 0; i < clean.Length; i++)
        {
            if (clean[i] is '(' or '[' && i > bracketEnd)
            {
                var close = clean.IndexOf(clean[i] == '(' ? ')' : ']', i);
                bracketEnd = close < 0 ? bracketEnd : close;
            }
            if (i < bracketEnd)
                continue;
            var length = SeparatorAt(clean, i, out var found);
            if (length == 0)
                continue;
            Add(parts, clean[start..i], separator);
            separator = found;
            start = i + length;
            i = start - 1;
        }
        Add(parts, clean[start..], separator);
        return parts;
    }

    public static string Trim(string text) => text.Trim(' ', '\t', ',', ';', '*', '~', '"', '“', '”', '«', '»', '„', '|', '\\', '_', '•', '·')
        .Trim().TrimEnd(':', '.', '-', '–', '—').TrimStart('-', '–', '—', ':', '.', ')', ']').Trim(' ', '\t', '"', '“', '”') is var trimmed && KeepsDot(text, trimmed) ? Dotted(text, trimmed) : trimmed;

    // "Inc.", "Jr.", "D.C." keep their stop; ".NET" and its like keep theirs.
    private static bool KeepsDot(string text, string trimmed) => trimmed.Length > 0 && (text.TrimEnd().EndsWith(trimmed + ".", StringComparison.Ordinal) && EndsAbbreviated(trimmed)
        || text.TrimStart().StartsWith("." + trimmed, StringComparison.Ordinal) && char.IsUpper(trimmed[0]) && trimmed.Length <= 4);

    private static string Dotted(string text, string trimmed) => text.TrimStart().StartsWith("." + trimmed, StringComparison.Ordinal) ? "." + trimmed : trimmed + ".";

    private static bool EndsAbbreviated(string text)
    {
        var blank = text.LastIndexOf(' ');
        var last = text[(blank + 1)..];
        return last.Contains('.', StringComparison.Ordinal) || last is "Jr" or "Sr" or "Inc" or "Co" or "Corp" or "Ltd" or "No" or "St" || last.Length == 1;
    }

    private static int SeparatorAt(string text, int i, out TagSeparator separator)
    {
        separator = TagSeparator.None;
        var c = text[i];
        if (c == '\t')
        {
            separator = TagSeparator.Tab;
            return 1;
        }
        var spaceBefore = i > 0 && text[i - 1] == ' ';
        var spaceAfter = i + 1 < text.Length && text[i + 1] == ' ';
        if (c is '/' or '|' or '>' or '»' or '•' or '·' or '‹' or '›' && spaceBefore && (spaceAfter || i + 1 == text.Length))
        {
            separator = TagSeparator.Slash;
            return 1;
        }
        if (c == '/' && i + 2 < text.Length && text[i + 1] == '/' && spaceBefore)
        {
            separator = TagSeparator.Slash;
            return 2;
        }
        if (IsDash(c))
        {
            if (spaceBefore && spaceAfter)
            {
                separator = i + 2 < text.Length && text[i + 2] == ' ' ? TagSeparator.Colon : TagSeparator.Dash;
                return 1;
            }
            if (c != '-' && !spaceBefore && spaceAfter)
            {
                separator = TagSeparator.Colon;
                return 1;
            }
        }
        if (c == ':' && spaceAfter)
        {
            var colons = i;
            while (colons > 0 && text[colons - 1] == ':')
                colons--;
            separator = colons > 0 && text[colons - 1] == ' ' ? TagSeparator.Slash : TagSeparator.Colon;
            return 1;
        }
        if (c == '.' && spaceAfter && EndsSentence(text, i))
        {
            separator = TagSeparator.Stop;
            return 1;
        }
        return 0;
    }

    // A stop ends a sentence after a word of three letters and more that is no abbreviation with stops inside.
    private static bool EndsSentence(string text, int stop)
    {
        var start = stop;
        while (start > 0 && text[start - 1] != ' ')
            start--;
        var word = text[start..stop];
        return word.Length >= 4 && !word.Contains('.', StringComparison.Ordinal) && (!word.StartsWith('(') || word.EndsWith(')'))
            && word is not ("Prof" or "Corp" or "Dept" or "Capt" or "Govt" or "Asst" or "Assoc" or "Inc");
    }

    private static void Add(List<TagPart> parts, string text, TagSeparator separator)
    {
        var trimmed = Trim(text);
        if (trimmed.Length > 0)
            parts.Add(new TagPart(trimmed, parts.Count == 0 ? TagSeparator.None : separator));
    }

    internal static bool IsDash(char c) => c is '-' or '–' or '—' or '‒' or '―' or '−';

    private static bool IsInvisible(char c) => char.IsControl(c) || c is '\u00AD' or '\uFEFF' or (>= '\u200B' and <= '\u200F') or (>= '\u202A' and <= '\u202E') or (>= '\u2060' and <= '\u206F') or '\uFE0F';
}
