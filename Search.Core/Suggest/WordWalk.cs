namespace Search.Core.Suggest;

/// <summary>Words with one beginning, and how many typos lie between it and what was typed.</summary>
internal readonly record struct WordRange(int From, int To, int Typos);

/// <summary>
/// Finds the words of a list that begin nearly as what was typed does, or are nearly that word. The sorted list is walked as the trie that it
/// is in disguise: rows of the edit distance are kept for the letters that neighbours share, and where no row can come within the
/// budget again, all words with that beginning are skipped at once.
/// </summary>
internal static class WordWalk
{
    /// <summary>Ranges of words with at least one typo and at most the budget; a word in two of them has the smaller number.</summary>
    public static void FindPrefixes(WordList words, ReadOnlySpan<char> typed, int budget, List<WordRange> found) => Find(words, typed, budget, wholeWord: false, found);

    /// <summary>The same for whole words; each range is one word.</summary>
    public static void FindWords(WordList words, ReadOnlySpan<char> typed, int budget, List<WordRange> found) => Find(words, typed, budget, wholeWord: true, found);

    private static void Find(WordList words, ReadOnlySpan<char> typed, int budget, bool wholeWord, List<WordRange> found)
    {
        if (budget <= 0 || typed.IsEmpty || typed.Length > Typos.MaxChars || words.Count == 0)
            return;
        Walk(words, typed, budget, wholeWord, found);
        if (budget >= 2)
            FindOtherFirstLetters(words, typed, wholeWord, found);
    }

    private static void Walk(WordList words, ReadOnlySpan<char> typed, int budget, bool wholeWord, List<WordRange> found)
    {
        var (number, end) = words.Range(typed[..1]);
        if (number == end)
            return;
        // Row i: the word's first i letters against each beginning of what was typed. Longer words can't come within the budget.
        var depth = Math.Min(typed.Length + budget, SuggestWords.MaxWordChars);
        Span<byte> rows = stackalloc byte[(Typos.MaxChars + Typos.Most + 1) * Typos.RowLength];
        Typos.FillFirstRow(rows);
        // Up to which number all words with two typos are found already.
        var foundTo = 0;
        var cursor = new WordList.Cursor(words, number, stackalloc char[SuggestWords.MaxWordChars]);
        Span<char> left = stackalloc char[SuggestWords.MaxWordChars];
        // So many rows are right for the word at the cursor.
        var valid = 0;
        while (true)
        {
            var word = cursor.Word;
            var goal = foundTo > cursor.Number ? 1 : budget;
            var (skipTo, past) = (-1, 0);
            for (var i = 1; i <= word.Length && skipTo < 0 && past == 0; i++)
            {
                if (i > depth)
                {
                    past = i;
                    break;
                }
                var row = rows.Slice(i * Typos.RowLength, Typos.RowLength);
                if (i > valid)
                {
                    var before = rows.Slice((i - 1) * Typos.RowLength, Typos.RowLength);
                    row[^1] = (byte)Typos.FillRow(row[..^1], before, i > 1 ? rows.Slice((i - 2) * Typos.RowLength, Typos.RowLength) : default, typed, word, i, budget);
                    valid = i;
                }
                int typos = row[typed.Length];
                if (!wholeWord && typos <= goal)
                {
                    var to = words.AfterPrefix(word[..i], cursor.Number);
                    if (typos > 0)
                        found.Add(new WordRange(cursor.Number, to, typos));
                    if (typos <= 1)
                        skipTo = to;
                    else
                        (foundTo, goal) = (to, 1);
                }
                if (skipTo < 0 && row[^1] > goal)
                    past = i;
                else if (wholeWord && i == word.Length && typos > 0 && typos <= goal)
                    found.Add(new WordRange(cursor.Number, cursor.Number + 1, typos));
            }
            if (skipTo >= 0)
            {
                if (skipTo >= end)
                    return;
                var length = word.Length;
                word.CopyTo(left);
                cursor.MoveTo(skipTo);
                valid = Math.Min(valid, cursor.Word.CommonPrefixLength(left[..length]));
                continue;
            }
            if (!(past > 0 ? cursor.MovePast(past) : cursor.MoveNext()) || cursor.Number >= end)
                return;
            valid = Math.Min(valid, cursor.Shared);
        }
    }

    // Two typos each: the first letter left out, too many, wrong, or swapped with the second. The rest is right, so each is one look-up.
    private static void FindOtherFirstLetters(WordList words, ReadOnlySpan<char> typed, bool wholeWord, List<WordRange> found)
    {
        if (typed.Length < 2)
            return;
        Span<char> other = stackalloc char[Typos.MaxChars + 1];
        typed[1..].CopyTo(other);
        Add(words, other[..(typed.Length - 1)], typed[0], wholeWord, found);
        typed.CopyTo(other);
        (other[0], other[1]) = (typed[1], typed[0]);
        Add(words, other[..typed.Length], typed[0], wholeWord, found);
        Span<char> buffer = stackalloc char[SuggestWords.MaxWordChars];
        for (var first = 0; first < words.Count;)
        {
            other[0] = new WordList.Cursor(words, first, buffer).Word[0];
            first = words.AfterPrefix(other[..1], first);
            typed[1..].CopyTo(other[1..]);
            Add(words, other[..typed.Length], typed[0], wholeWord, found);
            typed.CopyTo(other[1..]);
            Add(words, other[..(typed.Length + 1)], typed[0], wholeWord, found);
        }
    }

    private static void Add(WordList words, ReadOnlySpan<char> beginning, char typedFirst, bool wholeWord, List<WordRange> found)
    {
        if (beginning[0] == typedFirst)
            return;
        var (from, to) = words.Range(beginning);
        if (wholeWord)
            to = words.Find(beginning) is var number && number >= 0 ? (from = number) + 1 : from;
        if (from < to)
            found.Add(new WordRange(from, to, 2));
    }
}
