using System.Text;
using Search.Core.Text;

namespace Search.Core.Quotes;

/// <summary>
/// One key for the same words however they were printed: case, diacritics, marks, brackets, dots and blanks do not count. Equal keys are one
/// quotation, in an excerpt and in the body, and across posts.
/// </summary>
public static class QuoteKey
{
    /// <summary>The words in folded letters and digits, parted by single blanks; empty where there are none.</summary>
    public static string Of(string words)
    {
        var folded = Folding.Fold(words);
        var key = new StringBuilder(folded.Length);
        foreach (var c in folded)
        {
            if (char.IsLetterOrDigit(c) || char.IsSurrogate(c))
                key.Append(c);
            else if (c is not ('\'' or '’' or '‘' or '[' or ']') && key.Length > 0 && key[^1] != ' ')
                key.Append(' '); // don't = don’t = dont; “[s]he” = “she”
        }
        if (key.Length > 0 && key[^1] == ' ')
            key.Length--;
        return key.ToString();
    }

    /// <summary>True where one key holds the other whole, so that a shortened excerpt is the same quotation as the words in the body.</summary>
    /// <param name="a">A key.</param>
    /// <param name="b">Another.</param>
    /// <param name="minWords">The shorter one counts only from this many words on.</param>
    public static bool Covers(string a, string b, int minWords = 5)
    {
        ArgumentNullException.ThrowIfNull(a);
        ArgumentNullException.ThrowIfNull(b);
        var (longer, shorter) = a.Length >= b.Length ? (a, b) : (b, a);
        if (shorter.Length == 0 || WordCount(shorter) < minWords)
            return false;
        for (var at = longer.IndexOf(shorter, StringComparison.Ordinal); at >= 0; at = longer.IndexOf(shorter, at + 1, StringComparison.Ordinal))
            if ((at == 0 || longer[at - 1] == ' ') && (at + shorter.Length == longer.Length || longer[at + shorter.Length] == ' '))
                return true;
        return false;
    }

    private static int WordCount(string key) => key.AsSpan().Count(' ') + 1;
}
