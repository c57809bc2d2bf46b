namespace Search.Core.Ingestion;

/// <summary>Hashes of words and sentences by their letters and digits alone, folded, the same in every run and process.</summary>
internal static class UnitHash
{
    /// <summary>Goes on to the next word: a run of letters and digits, or one sign of a script that is written without blanks.</summary>
    /// <returns>Its length; 0 at the end of the text.</returns>
    public static int NextWord(string text, ref int at, out ulong hash, out bool hasDigit) => NextWord(text, ref at, text.Length, out hash, out hasDigit);

    /// <inheritdoc cref="NextWord(string, ref int, out ulong, out bool)"/>
    public static int NextWord(string text, ref int at, int end, out ulong hash, out bool hasDigit)
    {
        (hash, hasDigit) = (0xCBF29CE484222325, false);
        while (at < end && !char.IsLetterOrDigit(text[at]))
            at++;
        var start = at;
        for (; at < end && char.IsLetterOrDigit(text[at]); at++)
        {
            var c = text[at];
            hasDigit |= char.IsDigit(c);
            hash = (hash ^ char.ToLowerInvariant(c)) * 0x100000001B3;
            if (IsWordOfItsOwn(c))
            {
                at++;
                break;
            }
        }
        hash = Mix(hash);
        return at - start;
    }

    /// <summary>Hash of a stretch of text by its words; 0 where it has fewer than asked for.</summary>
    public static uint Of(string text, int start, int end, int minWords)
    {
        ulong hash = 0;
        var words = 0;
        for (var i = start; NextWord(text, ref i, end, out var word, out _) > 0; words++)
            hash = Mix(hash ^ word) + 0x9E3779B97F4A7C15;
        var folded = (uint)(hash ^ (hash >> 32));
        return words < minWords ? 0 : folded == 0 ? 1 : folded;
    }

    /// <summary>The finalizer of MurmurHash3 (Appleby), which spreads every bit over all others.</summary>
    public static ulong Mix(ulong x)
    {
        x = (x ^ (x >> 33)) * 0xFF51AFD7ED558CCD;
        x = (x ^ (x >> 33)) * 0xC4CEB9FE1A85EC53;
        return x ^ (x >> 33);
    }

    // Kana and ideographs.
    private static bool IsWordOfItsOwn(char c) => c is >= '\u3040' and <= '\u30FF' or >= '\u3400' and <= '\u9FFF';
}
