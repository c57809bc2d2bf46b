namespace Search.Core.Tagging;

/// <summary>
/// A list of words and phrases that mark a name by where they stand in it: at its beginning (<c>^</c>), at its end (<c>$</c>) or anywhere.
/// Works on keys (see <see cref="TagWords"/>), by whole words.
/// </summary>
internal sealed class PhraseList
{
    private readonly HashSet<string> _first = new(StringComparer.Ordinal);
    private readonly HashSet<string> _last = new(StringComparer.Ordinal);
    private readonly HashSet<string> _anywhere = new(StringComparer.Ordinal);
    private int _longest = 1;

    public PhraseList(IEnumerable<string> lines)
    {
        foreach (var line in lines)
        {
            var phrase = TagWords.Key(line.TrimStart('^', '$'));
            _longest = Math.Max(_longest, TagWords.Split(phrase).Length);
            (line[0] switch { '^' => _first, '$' => _last, _ => _anywhere }).Add(phrase);
        }
    }

    /// <summary>Number of words of the longest phrase that <paramref name="words"/> begin with; 0 where there is none.</summary>
    public int AtStart(ReadOnlySpan<string> words)
    {
        for (var n = Math.Min(_longest, words.Length); n > 0; n--)
            if (_first.Contains(string.Join(' ', words[..n])))
                return n;
        return 0;
    }

    /// <summary>Number of words of the longest phrase that <paramref name="words"/> end with; 0 where there is none.</summary>
    public int AtEnd(ReadOnlySpan<string> words)
    {
        for (var n = Math.Min(_longest, words.Length); n > 0; n--)
            if (_last.Contains(string.Join(' ', words[^n..])))
                return n;
        return 0;
    }

    public bool Within(ReadOnlySpan<string> words)
    {
        if (_anywhere.Count == 0)
            return false;
        for (var start = 0; start < words.Length; start++)
            for (var n = Math.Min(_longest, words.Length - start); n > 0; n--)
                if (_anywhere.Contains(string.Join(' ', words.Slice(start, n))))
                    return true;
        return false;
    }
}
