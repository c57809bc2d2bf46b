namespace Search.Core.Tagging;

/// <summary>
/// Finds words that differ by one letter, or by two where they are long or a doubling has moved, without comparing all with all: words that are near share a
/// form with as many letters left out (deletion neighbourhood; W. Garbe, "SymSpell", after F. Mor and A. Fraenkel, 1982).
/// </summary>
internal static class NearWords
{
    private const int FewEnoughForAll = 24;
    private const int LongWord = 8;
    private const int LongestWord = 24;

    /// <summary>How many letters two words of these lengths may differ by; 0 where they are too short.</summary>
    public static int Limit(int length) => length >= LongWord ? 2 : length >= 4 ? 1 : 0;

    /// <summary>Calls <paramref name="found"/> once for every pair of items whose words are near, with their positions.</summary>
    public static void Pairs<T>(IReadOnlyList<T> items, Func<T, string> wordOf, Action<T, T> found)
    {
        if (items.Count <= FewEnoughForAll)
        {
            for (var i = 0; i < items.Count; i++)
                for (var j = i + 1; j < items.Count; j++)
                    if (AreNear(wordOf(items[i]), wordOf(items[j])))
                        found(items[i], items[j]);
            return;
        }
        var byForm = new Dictionary<ulong, List<int>>();
        for (var i = 0; i < items.Count; i++)
            foreach (var form in Forms(wordOf(items[i])))
            {
                if (!byForm.TryGetValue(form, out var list))
                    byForm.Add(form, list = []);
                if (list.Count == 0 || list[^1] != i)
                    list.Add(i);
            }
        var seen = new HashSet<(int, int)>();
        foreach (var list in byForm.Values)
        {
            // A form that so many words share tells nothing of them; without this, made-up tags could make the search quadratic.
            if (list.Count is < 2 or > 200)
                continue;
            for (var a = 0; a < list.Count; a++)
                for (var b = a + 1; b < list.Count; b++)
                    if (AreNear(wordOf(items[list[a]]), wordOf(items[list[b]])) && seen.Add((list[a], list[b])))
                        found(items[list[a]], items[list[b]]);
        }
    }

    public static bool AreNear(string a, string b)
    {
        var limit = Limit(Math.Min(a.Length, b.Length));
        return limit > 0 && a != b && (EditDistance.Between(a, b, limit) <= limit || IsDoublingMoved(a, b));
    }

    /// <summary>True where the wrong letter is doubled, one slip of the pen though two letters differ: <c>tarrifs</c>, <c>tariffs</c>.</summary>
    public static bool IsDoublingMoved(string a, string b) => a.Length == b.Length && a.Length >= 5 && a != b && Single(a) is var single && single.Length == a.Length - 1 && single == Single(b);

    // The word with each letter once where it stands twice.
    private static string Single(string word) => string.Concat(word.Where((letter, i) => i == 0 || letter != word[i - 1]));

    // The word and its forms with one letter left out, with two where it is long.
    private static IEnumerable<ulong> Forms(string word)
    {
        var limit = Limit(word.Length + 1);
        if (limit == 0 || word.Length > LongestWord)
            yield break;
        yield return Hash(word, -1, -1);
        yield return Hash(Single(word), -1, -1);
        for (var i = 0; i < word.Length; i++)
        {
            yield return Hash(word, i, -1);
            for (var j = i + 1; limit > 1 && j < word.Length; j++)
                yield return Hash(word, i, j);
        }
    }

    // FNV-1a over the letters that stay.
    private static ulong Hash(string word, int without, int andWithout)
    {
        var hash = 14695981039346656037UL;
        for (var i = 0; i < word.Length; i++)
            if (i != without && i != andWithout)
                hash = (hash ^ word[i]) * 1099511628211UL;
        return hash;
    }
}
