namespace Search.Core.Tagging;

/// <summary>
/// A list of words and phrases that mark a name by where they stand in it: at its beginning (<c>^</c>), at its end (<c>$</c>) or anywhere.
/// Works on the words of keys (see <see cref="TagWords"/>), by whole words, in time linear in the name.
/// </summary>
internal sealed class PhraseList
{
    private readonly Dictionary<string, List<string[]>> _byFirst = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<string[]>> _byLast = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<string[]>> _anywhere = new(StringComparer.Ordinal);

    public PhraseList(IEnumerable<string> lines)
    {
        foreach (var line in lines)
        {
            var words = TagWords.Split(TagWords.Key(line.TrimStart('^', '$')));
            var (table, word) = line[0] switch { '^' => (_byFirst, words[0]), '$' => (_byLast, words[^1]), _ => (_anywhere, words[0]) };
            if (!table.TryGetValue(word, out var phrases))
                table.Add(word, phrases = []);
            phrases.Add(words);
        }
        // The longest first.
        foreach (var phrases in _byFirst.Values.Concat(_byLast.Values).Concat(_anywhere.Values))
            phrases.Sort(static (a, b) => b.Length.CompareTo(a.Length));
    }

    /// <summary>Number of words of the longest phrase that <paramref name="words"/> begin with; 0 where there is none.</summary>
    public int AtStart(ReadOnlySpan<string> words)
    {
        if (words.Length > 0 && _byFirst.TryGetValue(words[0], out var phrases))
            foreach (var phrase in phrases)
                if (phrase.Length <= words.Length && words[..phrase.Length].SequenceEqual(phrase))
                    return phrase.Length;
        return 0;
    }

    /// <summary>Number of words of the longest phrase that <paramref name="words"/> end with; 0 where there is none.</summary>
    public int AtEnd(ReadOnlySpan<string> words)
    {
        if (words.Length > 0 && _byLast.TryGetValue(words[^1], out var phrases))
            foreach (var phrase in phrases)
                if (phrase.Length <= words.Length && words[^phrase.Length..].SequenceEqual(phrase))
                    return phrase.Length;
        return 0;
    }

    public bool Within(ReadOnlySpan<string> words)
    {
        for (var start = 0; start < words.Length; start++)
            if (_anywhere.TryGetValue(words[start], out var phrases))
                foreach (var phrase in phrases)
                    if (phrase.Length <= words.Length - start && words.Slice(start, phrase.Length).SequenceEqual(phrase))
                        return true;
        return false;
    }

    /// <summary>True where the words begin, end or go on as the list says.</summary>
    public bool Marks(ReadOnlySpan<string> words) => AtEnd(words) > 0 || AtStart(words) > 0 || Within(words);
}
