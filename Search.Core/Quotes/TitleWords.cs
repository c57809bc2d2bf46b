namespace Search.Core.Quotes;

/// <summary>
/// Tells the title of a work, a law or a show from words that somebody said, by its capitals: in a title every word but the small ones has one.
/// </summary>
internal static class TitleWords
{
    /// <summary>True where the words are set like a title in a sentence that is not.</summary>
    public static bool IsTitle(ReadOnlySpan<char> words)
    {
        int capital = 0, lower = 0, total = 0;
        var shouts = true;
        foreach (var range in words.SplitAny(' ', '\u00A0', '\n'))
        {
            var word = words[range].Trim("“”\"'‘’[](),.;:!?…—–-*_");
            if (word.IsEmpty || !char.IsLetter(word[0]))
                continue;
            total++;
            if (char.IsUpper(word[0]))
            {
                capital++;
                shouts &= word.Length == 1 || char.IsUpper(word[^1]);
            }
            else
            {
                shouts = false;
                if (word.Length > 3 && Words.Of(word) is not (WordKind.Preposition or WordKind.Conjunction or WordKind.Determiner or WordKind.Subordinator))
                    lower++;
            }
        }
        return total > 1 && !shouts && lower == 0 && capital * 2 > total && capital > 1;
    }

    /// <summary>How many words: stretches between blanks that hold a letter or digit; of scripts without blanks, two characters a word.</summary>
    public static int Count(ReadOnlySpan<char> text)
    {
        int count = 0, unspaced = 0;
        var inside = false;
        foreach (var c in text)
        {
            if (char.IsWhiteSpace(c) || c is '—' or '–')
                inside = false;
            else if (c is >= '\u3040' and <= '\u9FFF' or >= '\uAC00' and <= '\uD7AF')
                unspaced++;
            else if (!inside && char.IsLetterOrDigit(c))
            {
                inside = true;
                count++;
            }
        }
        return count + unspaced / 2;
    }
}
