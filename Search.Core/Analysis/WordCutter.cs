using System.Collections.Frozen;
using System.Globalization;
using System.Text;

namespace Search.Core.Analysis;

/// <summary>A word's place in the text. <see cref="DropPunctuation"/>: signs inside it are no part of the term (<c>U.S.</c> → <c>us</c>).</summary>
internal readonly record struct WordPlace(int Start, int Length, bool DropPunctuation);

/// <summary>
/// Finds one word after the other in a text; the rules of <see cref="WordTokenizer"/>. A mutable value: keep it in a field or a local.
/// </summary>
/// <param name="elisions">What before an apostrophe is a word of its own.</param>
internal struct WordCutter(FrozenSet<string> elisions)
{
    private int position;

    public bool Next(ReadOnlySpan<char> text, out WordPlace word)
    {
        while (position < text.Length)
        {
            var start = position;
            var size = LetterAt(text, start, out var scriptio);
            if (size == 0)
            {
                position++;
                continue;
            }
            if (scriptio)
            {
                word = Pair(text, start, size);
                return true;
            }
            word = Word(text, start);
            return true;
        }
        word = default;
        return false;
    }

    // Overlapping pairs: 北京市 gives 北京, 京市; a lone character gives itself.
    private WordPlace Pair(ReadOnlySpan<char> text, int start, int size)
    {
        position = start + size;
        var next = LetterAt(text, position, out var scriptio);
        if (next > 0 && scriptio)
        {
            var after = LetterAt(text, position + next, out var more);
            if (after == 0 || !more)
                position += next;
            return new(start, size + next, false);
        }
        return new(start, size, false);
    }

    private WordPlace Word(ReadOnlySpan<char> text, int start)
    {
        var i = start;
        var drop = false;
        while (i < text.Length && i - start < WordTokenizer.MaxWordChars)
        {
            var size = LetterAt(text, i, out var scriptio);
            if (size > 0)
            {
                if (scriptio)
                    break;
                i += size;
                continue;
            }
            var c = text[i];
            var hasNext = i + 1 < text.Length;
            if (hasNext && c is '\'' or '’' or 'ʼ' && hasNext && char.IsLetter(text[i + 1]) && char.IsLetter(text[i - 1]))
            {
                // 's at the end of a word is a possessive or a short "is"; O'Brien and l'alphabet go on.
                if (text[i + 1] is 's' or 'S' && (i + 2 >= text.Length || LetterAt(text, i + 2, out _) == 0))
                {
                    position = i + 2;
                    return new(start, i - start, drop);
                }
                if (elisions.Count > 0 && elisions.GetAlternateLookup<ReadOnlySpan<char>>().Contains(text[start..i]))
                {
                    position = i + 1;
                    return new(start, i - start, drop);
                }
                drop = true;
                i++;
                continue;
            }
            if (c == '.' && hasNext && char.IsDigit(text[i - 1]) && char.IsDigit(text[i + 1]))
            {
                i++;
                continue;
            }
            if (c == ',' && IsThousands(text, i))
            {
                drop = true;
                i++;
                continue;
            }
            if (c == '.' && i - start == 1 && hasNext && char.IsLetter(text[start]) && char.IsLetter(text[i + 1]))
                return Dotted(text, start);
            if (c == '&' && hasNext && i - start <= 3 && JoinsInitials(text, i))
            {
                i++;
                continue;
            }
            if (c == '#' && i - start == 1 && (!hasNext || LetterAt(text, i + 1, out _) == 0))
                i++;
            else if (c == '+' && i - start == 1 && hasNext && text[i + 1] == '+')
                i += 2;
            break;
        }
        // Never between the halves of a surrogate pair.
        position = Math.Max(i, start + 1);
        return new(start, position - start, drop);
    }

    // AT&T in capitals, and at&t as it is typed: then one letter must follow, or salt&pepper would be a word.
    private static bool JoinsInitials(ReadOnlySpan<char> text, int at) =>
        char.IsLetter(text[at - 1]) && char.IsLetter(text[at + 1])
        && ((char.IsUpper(text[at - 1]) && char.IsUpper(text[at + 1])) || LetterAt(text, at + 2, out _) == 0);

    // Letters each followed by a dot: U.S., J.D., e.g.; the last may lack it. Anything else (a.bcd) ends after the first letter.
    private WordPlace Dotted(ReadOnlySpan<char> text, int start)
    {
        var i = start;
        while (i + 1 < text.Length && char.IsLetter(text[i]) && text[i + 1] == '.')
            i += 2;
        if (i < text.Length && char.IsLetter(text[i]) && (i + 1 == text.Length || LetterAt(text, i + 1, out _) == 0))
            i++;
        else if (i < text.Length && char.IsLetter(text[i]))
        {
            // A word follows at once ("J.D.Vance", "a.bcd"): the dotted letters end here.
            position = i;
            return new(start, i - start, true);
        }
        position = i;
        return new(start, i - start, true);
    }

    private static bool IsThousands(ReadOnlySpan<char> text, int comma) =>
        comma > 0 && comma + 3 < text.Length && char.IsDigit(text[comma - 1]) && char.IsDigit(text[comma + 1]) && char.IsDigit(text[comma + 2])
        && char.IsDigit(text[comma + 3]) && (comma + 4 >= text.Length || !char.IsDigit(text[comma + 4]));

    /// <summary>Size in code units of the letter, digit or combining mark at a place; 0 where there is none.</summary>
    private static int LetterAt(ReadOnlySpan<char> text, int at, out bool scriptioContinua)
    {
        scriptioContinua = false;
        if (at >= text.Length)
            return 0;
        var c = text[at];
        if (c < 128)
            return char.IsAsciiLetterOrDigit(c) ? 1 : 0;
        if (Rune.DecodeFromUtf16(text[at..], out var rune, out var size) != System.Buffers.OperationStatus.Done)
            return 0;
        var category = Rune.GetUnicodeCategory(rune);
        if (category is not (UnicodeCategory.UppercaseLetter or UnicodeCategory.LowercaseLetter or UnicodeCategory.TitlecaseLetter or UnicodeCategory.ModifierLetter
            or UnicodeCategory.OtherLetter or UnicodeCategory.DecimalDigitNumber or UnicodeCategory.LetterNumber or UnicodeCategory.OtherNumber
            or UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark))
            return 0;
        scriptioContinua = category == UnicodeCategory.OtherLetter && IsScriptioContinua(rune.Value);
        return size;
    }

    private static bool IsScriptioContinua(int c) =>
        c is >= 0x0E00 and <= 0x0EFF or >= 0x1000 and <= 0x109F or >= 0x1780 and <= 0x17FF or >= 0x3040 and <= 0x30FF or >= 0x3400 and <= 0x9FFF
            or >= 0xAC00 and <= 0xD7AF or >= 0xF900 and <= 0xFAFF or >= 0x20000 and <= 0x3FFFF;
}
