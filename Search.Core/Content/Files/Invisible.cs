using System.Buffers;
using System.Text;

namespace Search.Core.Content;

/// <summary>
/// Takes out characters that nobody sees and that part words for a machine: zero-width blanks, byte order marks, soft hyphens. The joiners of
/// emoji and of Arabic and Indic letters stay, and so does the zero-width blank between letters of scripts that are written without blanks.
/// </summary>
internal static class Invisible
{
    private static readonly SearchValues<char> Characters = SearchValues.Create('\u200B', '\uFEFF', '\u2060', '\u00AD', '\u200E', '\u200F', '\u180E');

    public static string Strip(string text)
    {
        var first = text.AsSpan().IndexOfAny(Characters);
        if (first < 0)
            return text;
        var stripped = new StringBuilder(text.Length).Append(text, 0, first);
        for (var i = first; i < text.Length; i++)
            if (!Characters.Contains(text[i]) || (text[i] == '\u200B' && i > 0 && IsWithoutBlanks(text[i - 1])))
                stripped.Append(text[i]);
        return stripped.ToString();
    }

    // Thai, Lao, Tibetan, Myanmar and Khmer.
    private static bool IsWithoutBlanks(char c) => c is >= '\u0E00' and <= '\u109F' or >= '\u1780' and <= '\u17FF';
}
