using System.Text;
using Search.Core.Text;

namespace Search.Core.Tagging;

/// <summary>
/// The words of a tag for comparison: folded, apostrophes dropped, dotted acronyms joined, <c>&amp;</c> read as "and", everything else
/// that is no letter or digit a blank. What tells names apart in technical writing stays: <c>C#</c>, <c>C++</c>, <c>$TAG</c>.
/// </summary>
internal static class TagWords
{
    /// <summary>The words joined by single blanks.</summary>
    public static string Key(string text)
    {
        if (text.Length <= 256 && PlainKey(text) is { } plain)
            return plain;
        var folded = Folding.Fold(text);
        var key = new StringBuilder(folded.Length);
        for (var i = 0; i < folded.Length; i++)
        {
            var c = folded[i];
            if (IsWordChar(folded, i))
                key.Append(c);
            else if (IsApostrophe(c))
                continue;
            else if (c == '.' && EndsDottedLetter(folded, i))
                continue;
            else if (c == '&')
                AppendWord(key, "and");
            else if (c is '#' or '+' && i > 0 && (IsWordChar(folded, i - 1) || folded[i - 1] == '+') && !NextIsLetter(folded, i))
                key.Append(c);
            else if (c == '$' && NextIsLetter(folded, i))
            {
                Blank(key);
                key.Append('$');
            }
            else
                Blank(key);
        }
        while (key.Length > 0 && key[^1] == ' ')
            key.Length--;
        return key.ToString();
    }

    // Most tags are ASCII letters, digits, blanks and a few marks that only part words: no folding, one allocation.
    private static string? PlainKey(string text)
    {
        Span<char> key = stackalloc char[256];
        var length = 0;
        var same = true;
        foreach (var c in text)
        {
            var plain = c;
            if (char.IsAsciiLetterUpper(c))
                plain = (char)(c | 0x20);
            else if (!char.IsAsciiLetterLower(c) && !char.IsAsciiDigit(c))
            {
                if (c is not (' ' or '-' or '/' or '(' or ')' or ',' or ':' or '"' or '\t' or '[' or ']' or '|' or ';' or '!' or '?'))
                    return null;
                plain = ' ';
            }
            if (plain == ' ' && (length == 0 || key[length - 1] == ' '))
            {
                same = false;
                continue;
            }
            same &= plain == c;
            key[length++] = plain;
        }
        if (length > 0 && key[length - 1] == ' ')
        {
            same = false;
            length--;
        }
        return same ? text : new string(key[..length]);
    }

    public static string[] Split(string key) => key.Length == 0 ? [] : key.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>The key without blanks, for spellings that differ only there; null for keys too short to compare so, or with several numbers.</summary>
    public static string? Compact(string key)
    {
        if (key.Length < 7)
            return null;
        var numbers = 0;
        var inNumber = false;
        var compact = new StringBuilder(key.Length);
        foreach (var c in key)
        {
            var digit = char.IsDigit(c);
            if (digit && !inNumber)
                numbers++;
            inNumber = digit;
            if (c != ' ')
                compact.Append(c);
        }
        // "1 12" and "11 2" would fall together.
        return numbers > 1 || compact.Length < 7 ? null : compact.ToString();
    }

    internal static bool IsApostrophe(char c) => c is '\'' or '’' or '‘' or 'ʼ' or '`' or '´' or '′';

    private static bool IsWordChar(string text, int i)
    {
        var c = text[i];
        return char.IsLetterOrDigit(c) || char.IsSurrogate(c) && IsLetterPair(text, i)
            || char.GetUnicodeCategory(c) is System.Globalization.UnicodeCategory.NonSpacingMark or System.Globalization.UnicodeCategory.SpacingCombiningMark && c != '\uFE0F';
    }

    private static bool IsLetterPair(string text, int i)
    {
        var high = char.IsHighSurrogate(text[i]) ? i : i - 1;
        return high >= 0 && high + 1 < text.Length && char.IsSurrogatePair(text[high], text[high + 1]) && Rune.IsLetterOrDigit(new Rune(text[high], text[high + 1]));
    }

    // The dot of "u.s." or "f.b.i": after a single letter, and before a single letter or the end of the word.
    private static bool EndsDottedLetter(string text, int dot)
    {
        if (dot == 0 || !char.IsLetter(text[dot - 1]) || dot > 1 && char.IsLetterOrDigit(text[dot - 2]))
            return false;
        var after = dot + 1;
        var nextIsDottedLetter = after < text.Length && char.IsLetter(text[after]) && (after + 1 == text.Length || !char.IsLetterOrDigit(text[after + 1]));
        return nextIsDottedLetter || dot > 2 && text[dot - 2] == '.' && (after == text.Length || !char.IsLetterOrDigit(text[after]));
    }

    private static bool NextIsLetter(string text, int i) => i + 1 < text.Length && char.IsLetter(text[i + 1]);

    private static void Blank(StringBuilder key)
    {
        if (key.Length > 0 && key[^1] != ' ')
            key.Append(' ');
    }

    private static void AppendWord(StringBuilder key, string word)
    {
        Blank(key);
        key.Append(word).Append(' ');
    }
}
