namespace Search.Core.Suggest;

/// <summary>
/// What was typed, as words, each a beginning of a word to be found in a name, in whatever order. Tells whether a name goes with it, at how
/// many typos, and which of its letters were typed.
/// </summary>
internal sealed class TypedWords
{
    /// <summary>What goes beyond these is not looked at.</summary>
    private const int MaxChars = 512;

    private const int MaxWords = 32;

    /// <summary>Joining or parting words is thought of from so many letters on.</summary>
    public const int MinJoinedChars = 5;

    private readonly string[] _words;
    private readonly int[] _budgets;

    private readonly string _text;

    private TypedWords(string text, string[] words)
    {
        _text = text;
        _words = words;
        _budgets = [.. words.Select(word => Typos.Budget(word))];
    }

    public int Count => _words.Length;

    public string this[int index] => _words[index];

    /// <summary>The words with one blank between them.</summary>
    public string Key => string.Join(' ', _words);

    public int Budget(int index) => _budgets[index];

    public static TypedWords Of(string query)
    {
        var text = query.Length > MaxChars ? query[..MaxChars] : query;
        return new(text.TrimStart(), [.. SuggestWords.Of(text).Where(word => !word.IsPart).Take(MaxWords).Select(word => word.Text)]);
    }

    /// <summary>True where a name begins with exactly what was typed, signs and the blank at its end included, but for case.</summary>
    public bool BeginAsTyped(string name) => name.AsSpan().TrimStart().StartsWith(_text, StringComparison.OrdinalIgnoreCase);

    /// <summary>True where two words typed may be one, or one may be two.</summary>
    public static bool MayJoin(ReadOnlySpan<char> joined) => joined.Length is >= MinJoinedChars and <= Typos.MaxChars && joined.IndexOfAnyInRange('0', '9') < 0;

    /// <summary>True where each word typed begins a word of the name as it stands.</summary>
    public bool BeginWordsOf(List<SuggestWord> name)
    {
        foreach (var typed in _words)
            if (!Begins(typed, name))
                return false;
        return true;
    }

    /// <summary>The fewest typos with which all that was typed goes with a name; <see cref="Typos.TooMany"/> where there are more than two.</summary>
    public int TyposIn(List<SuggestWord> name)
    {
        // least[i]: for the first i words typed.
        Span<int> least = stackalloc int[MaxWords + 1];
        least[0] = 0;
        for (var i = 0; i < _words.Length; i++)
        {
            var typos = Sum(least[i], TyposOf(i, name));
            if (i > 0 && typos > 0 && IsJoined(i, name))
                typos = Math.Min(typos, Sum(least[i - 1], 1));
            least[i + 1] = typos;
            if (typos == Typos.TooMany && (i + 1 == _words.Length || least[i] == Typos.TooMany))
                return Typos.TooMany;
        }
        return least[_words.Length];
    }

    /// <summary>The stretches of a text that were typed: the beginning of a word as far as it was typed, or the word where a typo was overlooked.</summary>
    public IReadOnlyList<(int Start, int Length)> RangesIn(string text, List<SuggestWord> name)
    {
        var ranges = new List<(int Start, int Length)>();
        var used = new HashSet<int>();
        for (var i = 0; i < _words.Length; i++)
        {
            var (best, bestTypos) = (-1, Typos.TooMany);
            for (var n = 0; n < name.Count; n++)
            {
                var typos = Typos.InPrefix(_words[i], name[n].Text, _budgets[i]);
                // Each word typed has a word of its own where it can.
                if (typos != Typos.TooMany && (best < 0 || typos < bestTypos || (typos == bestTypos && used.Contains(best) && !used.Contains(n))))
                    (best, bestTypos) = (n, typos);
            }
            if (best >= 0 && used.Add(best))
                ranges.Add((name[best].Start, bestTypos == 0 ? LengthTyped(text, name[best], _words[i].Length) : name[best].Length));
            else if (best < 0)
                AddJoined(i, name, ranges);
        }
        return Merged(ranges);
    }

    private int TyposOf(int i, List<SuggestWord> name)
    {
        if (Begins(_words[i], name))
            return 0;
        var least = Typos.TooMany;
        if (_budgets[i] > 0)
            foreach (var word in name)
                least = Math.Min(least, Typos.InPrefix(_words[i], word.Text, _budgets[i]));
        return least > 1 && PartedAt(i, name) >= 0 ? 1 : least;
    }

    /// <summary>Where two neighbours of the name, run together, begin as the word typed does: whitehouse. The first one's index, or -1.</summary>
    private int PartedAt(int i, List<SuggestWord> name)
    {
        var typed = _words[i].AsSpan();
        if (MayJoin(typed))
            for (var n = 0; n + 1 < name.Count; n++)
                if (!name[n].IsPart && !name[n + 1].IsPart && typed.Length > name[n].Text.Length && typed.StartsWith(name[n].Text)
                    && name[n + 1].Text.AsSpan().StartsWith(typed[name[n].Text.Length..]))
                    return n;
        return -1;
    }

    /// <summary>True where the word typed and the one before it are one word of the name: face book.</summary>
    private bool IsJoined(int i, List<SuggestWord> name)
    {
        var joined = _words[i - 1] + _words[i];
        return MayJoin(joined) && Begins(joined, name);
    }

    private void AddJoined(int i, List<SuggestWord> name, List<(int, int)> ranges)
    {
        if (PartedAt(i, name) is >= 0 and var first)
            ranges.Add((name[first].Start, name[first + 1].End - name[first].Start));
        else if (i > 0)
            foreach (var word in name)
                if (word.Text.StartsWith(_words[i - 1] + _words[i], StringComparison.Ordinal))
                    ranges.Add((word.Start, word.Length));
    }

    private static bool Begins(string typed, List<SuggestWord> name)
    {
        foreach (var word in name)
            if (word.Text.StartsWith(typed, StringComparison.Ordinal))
                return true;
        return false;
    }

    /// <summary>Length in the text of a word's first so many folded letters: more than that where signs or folded letters lie between.</summary>
    private static int LengthTyped(string text, SuggestWord word, int letters)
    {
        if (word.Text.Length == word.Length || letters >= word.Text.Length)
            return letters >= word.Text.Length ? word.Length : letters;
        for (var length = 1; length < word.Length; length++)
            if (SuggestWords.Of(text.Substring(word.Start, length)) is [var beginning, ..] && beginning.Text.Length >= letters)
                return length;
        return word.Length;
    }

    private static List<(int Start, int Length)> Merged(List<(int Start, int Length)> ranges)
    {
        ranges.Sort();
        var merged = new List<(int Start, int Length)>(ranges.Count);
        foreach (var (start, length) in ranges)
            if (merged.Count > 0 && start < merged[^1].Start + merged[^1].Length)
                merged[^1] = (merged[^1].Start, Math.Max(merged[^1].Length, start + length - merged[^1].Start));
            else
                merged.Add((start, length));
        return merged;
    }

    private static int Sum(int a, int b) => a == Typos.TooMany || b == Typos.TooMany || a + b > Typos.Most ? Typos.TooMany : a + b;
}
