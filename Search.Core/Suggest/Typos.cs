namespace Search.Core.Suggest;

/// <summary>
/// How many typing errors a word may have, and how many it has: Damerau–Levenshtein distance in its restricted form (optimal string
/// alignment), where a letter too many, too few, a wrong one or two neighbours swapped cost one each, and any of these at the first letter two.
/// </summary>
internal static class Typos
{
    /// <summary>Longer words are compared exactly only.</summary>
    public const int MaxChars = 40;

    /// <summary>Two typos at most, whatever the length.</summary>
    public const int Most = 2;

    /// <summary>No match within the budget.</summary>
    public const int TooMany = int.MaxValue;

    /// <summary>None up to four letters, one up to eight, two from nine on; none in what holds a digit, because 2024 is not 2025.</summary>
    public static int Budget(ReadOnlySpan<char> word) =>
        word.Length <= 4 || word.Length > MaxChars || word.IndexOfAnyInRange('0', '9') >= 0 ? 0 : word.Length <= 8 ? 1 : Most;

    /// <summary>Typos between what was typed and the beginning of a word that comes closest to it.</summary>
    /// <param name="typed">Folded.</param>
    /// <param name="word">Folded.</param>
    /// <param name="budget">0 to 2.</param>
    /// <returns><see cref="TooMany"/> where it takes more than the budget.</returns>
    public static int InPrefix(ReadOnlySpan<char> typed, ReadOnlySpan<char> word, int budget) => Between(typed, word, budget, wholeWord: false);

    /// <summary>Typos between two whole words.</summary>
    public static int InWord(ReadOnlySpan<char> typed, ReadOnlySpan<char> word, int budget) => Between(typed, word, budget, wholeWord: true);

    private static int Between(ReadOnlySpan<char> typed, ReadOnlySpan<char> word, int budget, bool wholeWord)
    {
        if (wholeWord ? word.SequenceEqual(typed) : word.StartsWith(typed))
            return 0;
        if (budget == 0 || typed.IsEmpty || word.IsEmpty || typed.Length > MaxChars)
            return TooMany;
        if (typed[0] != word[0])
            return budget >= 2 && DiffersAtTheFirstLetter(typed, word, wholeWord) ? 2 : TooMany;
        var length = Math.Min(word.Length, typed.Length + budget);
        if (typed.Length > word.Length + budget || (wholeWord && word.Length > length))
            return TooMany;
        // Three rows are enough; a row of one letter of the word, a column of one letter typed.
        Span<byte> rows = stackalloc byte[3 * RowLength];
        FillFirstRow(rows);
        var best = wholeWord ? TooMany : typed.Length;
        for (var i = 1; i <= length; i++)
        {
            var row = rows.Slice(i % 3 * RowLength, RowLength);
            var least = FillRow(row, rows.Slice((i + 2) % 3 * RowLength, RowLength), rows.Slice((i + 1) % 3 * RowLength, RowLength), typed, word, i, budget);
            if (least > budget)
                break;
            if (!wholeWord || i == word.Length)
                best = Math.Min(best, row[typed.Length]);
        }
        return best <= budget ? best : TooMany;
    }

    /// <summary>Room for one row of distances, with one cell more than the longest word needs.</summary>
    public const int RowLength = MaxChars + 2;

    private const byte Far = 100;

    /// <summary>Distances of no letter of a word to each beginning of what was typed.</summary>
    public static void FillFirstRow(Span<byte> row)
    {
        for (var j = 0; j < RowLength; j++)
            row[j] = (byte)j;
    }

    /// <summary>
    /// Distances of a word's first <paramref name="i"/> letters to each beginning of what was typed, from the two rows before; only those that can be
    /// within the budget, which lie at most that far from the diagonal.
    /// </summary>
    /// <returns>The least of them.</returns>
    public static int FillRow(Span<byte> row, ReadOnlySpan<byte> before, ReadOnlySpan<byte> twoBefore, ReadOnlySpan<char> typed, ReadOnlySpan<char> word, int i, int budget)
    {
        var letter = word[i - 1];
        var (from, to) = (Math.Max(1, i - budget), Math.Min(typed.Length, i + budget));
        row[from - 1] = from == 1 && i <= budget ? (byte)i : Far;
        int least = row[from - 1];
        // A word much longer than what was typed has left the diagonal behind.
        row[typed.Length] = Far;
        for (var j = from; j <= to; j++)
        {
            var cost = Math.Min(Math.Min(before[j], row[j - 1]) + 1, before[j - 1] + (typed[j - 1] == letter ? 0 : 1));
            if (i > 1 && j > 1 && typed[j - 1] == word[i - 2] && typed[j - 2] == letter)
                cost = Math.Min(cost, twoBefore[j - 2] + 1);
            row[j] = (byte)cost;
            least = Math.Min(least, cost);
        }
        if (to < typed.Length)
            row[to + 1] = Far;
        return least;
    }

    // Swapped with the second, too many, wrong, or left out; the rest must be right.
    private static bool DiffersAtTheFirstLetter(ReadOnlySpan<char> typed, ReadOnlySpan<char> word, bool wholeWord)
    {
        if (typed.Length > 1 && word.Length > 1 && typed[0] == word[1] && typed[1] == word[0] && IsRest(typed[2..], word[2..], wholeWord))
            return true;
        return IsRest(typed[1..], word, wholeWord) || IsRest(typed[1..], word[1..], wholeWord) || IsRest(typed, word[1..], wholeWord);
    }

    private static bool IsRest(ReadOnlySpan<char> typed, ReadOnlySpan<char> word, bool wholeWord) => wholeWord ? word.SequenceEqual(typed) : word.StartsWith(typed);
}
