using System.Buffers;
using System.Globalization;
using System.Text;
using Search.Core.Text;

namespace Search.Core.Suggest;

/// <summary>A folded word and its place in the text it was cut from.</summary>
/// <param name="Text">Folded, without the signs inside it: <c>obrien</c>, <c>us</c>, <c>1000</c>.</param>
/// <param name="Start">Offset in UTF-16 code units.</param>
/// <param name="Length">Length in the text.</param>
/// <param name="IsPart">True for what follows a sign inside a word (<c>alphabet</c> of <c>l'alphabet</c>): it finds, but it is no word of its own.</param>
internal readonly record struct SuggestWord(string Text, int Start, int Length, bool IsPart)
{
    public int End => Start + Length;
}

/// <summary>
/// Cuts titles, names and what is being typed into words, so that the words of a beginning are the beginning of the words: typing on only
/// ever lengthens the last word or adds one. (The analyzer of the index looks ahead and does not promise that: <c>1,0</c> is two words there and
/// <c>1,000</c> is one.)
/// </summary>
internal static class SuggestWords
{
    /// <summary>What goes beyond is not compared.</summary>
    public const int MaxWordChars = 64;

    private const int MinPartChars = 3;

    /// <summary>The words in order; parts right after the word that they end.</summary>
    public static List<SuggestWord> Of(string text) => [.. Each(text)];

    /// <summary>The words without parts, with one blank between them: what entries are sorted by and beginnings are found in.</summary>
    public static string Key(IEnumerable<SuggestWord> words) => string.Join(' ', words.Where(word => !word.IsPart).Select(word => word.Text));

    /// <summary>Compares the key of a text with another key, in ordinal order, without making more of the key than it takes.</summary>
    public static int CompareKey(string text, string key)
    {
        var rest = key.AsSpan();
        var isFirst = true;
        foreach (var word in Each(text))
        {
            if (word.IsPart)
                continue;
            if (rest.IsEmpty)
                return 1;
            if (!isFirst)
            {
                if (rest[0] != ' ')
                    return ' ' - rest[0];
                rest = rest[1..];
            }
            isFirst = false;
            var shared = rest.CommonPrefixLength(word.Text);
            if (shared < word.Text.Length)
                return shared == rest.Length ? 1 : word.Text[shared] - rest[shared];
            rest = rest[shared..];
        }
        return rest.IsEmpty ? 0 : -1;
    }

    private static IEnumerable<SuggestWord> Each(string text)
    {
        for (var at = 0; at < text.Length;)
        {
            var size = LetterAt(text, at, out var standsAlone);
            if (size == 0)
            {
                at++;
                continue;
            }
            var (end, part) = standsAlone ? (at + size, -1) : EndOfWord(text, at);
            if (Folded(text.AsSpan(at, end - at)) is { Length: > 0 } word)
                yield return new SuggestWord(word, at, end - at, false);
            if (end - part >= MinPartChars && part >= 0 && Folded(text.AsSpan(part, end - part)) is { Length: > 0 } last)
                yield return new SuggestWord(last, part, end - part, true);
            at = end;
        }
    }

    /// <summary>Where a word ends, and where what follows the last sign inside it begins; -1 where there is none.</summary>
    private static (int End, int Part) EndOfWord(string text, int start)
    {
        var at = start;
        var part = -1;
        while (at < text.Length)
        {
            var size = LetterAt(text, at, out var standsAlone);
            if (size > 0 && !standsAlone)
            {
                at += size;
                continue;
            }
            if (size > 0 || !Joins(text, at))
                break;
            part = ++at;
        }
        // C#, C++, 10+
        while (at < text.Length && text[at] is '#' or '+')
            at++;
        return (at, part);
    }

    private static bool Joins(string text, int at)
    {
        if (at == 0 || LetterAt(text, at + 1, out var standsAlone) == 0 || standsAlone)
            return false;
        return text[at] switch
        {
            '\'' or '’' or 'ʼ' or '.' or '&' => true,
            ',' => char.IsAsciiDigit(text[at - 1]) && char.IsAsciiDigit(text[at + 1]),
            _ => false,
        };
    }

    private static string Folded(ReadOnlySpan<char> word)
    {
        Span<char> kept = stackalloc char[MaxWordChars];
        var length = 0;
        if (Ascii.IsValid(word))
        {
            foreach (var c in word)
                if (length < MaxWordChars && (char.IsAsciiLetterOrDigit(c) || c is '#' or '+'))
                    kept[length++] = char.ToLowerInvariant(c);
            return kept[..length].ToString();
        }
        foreach (var c in Folding.Fold(word.ToString()))
            if (length < MaxWordChars && !char.IsWhiteSpace(c) && c is not ('\'' or '’' or 'ʼ' or '.' or ',' or '&'))
                kept[length++] = c;
        // Not in the middle of a character.
        if (length > 0 && char.IsHighSurrogate(kept[length - 1]))
            length--;
        return kept[..length].ToString();
    }

    /// <summary>Code units of the letter, digit or mark at a place; 0 where there is none.</summary>
    /// <param name="text">The text.</param>
    /// <param name="at">The place.</param>
    /// <param name="standsAlone">True in scripts that part no words: there each character is a word.</param>
    private static int LetterAt(string text, int at, out bool standsAlone)
    {
        standsAlone = false;
        if (at >= text.Length)
            return 0;
        if (text[at] < 128)
            return char.IsAsciiLetterOrDigit(text[at]) ? 1 : 0;
        if (Rune.DecodeFromUtf16(text.AsSpan(at), out var rune, out var size) != OperationStatus.Done)
            return 0;
        var category = Rune.GetUnicodeCategory(rune);
        standsAlone = category == UnicodeCategory.OtherLetter && rune.Value is >= 0x0E00 and <= 0x0EFF or >= 0x1000 and <= 0x109F or >= 0x1780 and <= 0x17FF
            or >= 0x3040 and <= 0x30FF or >= 0x3400 and <= 0x9FFF or >= 0xF900 and <= 0xFAFF or >= 0x20000 and <= 0x3FFFF;
        return category <= UnicodeCategory.OtherNumber && category != UnicodeCategory.EnclosingMark ? size : 0;
    }
}
