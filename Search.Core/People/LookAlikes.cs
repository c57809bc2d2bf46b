namespace Search.Core.People;

/// <summary>Marks the words of a phrase that are a known place, firm or figure whose name reads like a person's.</summary>
internal sealed class LookAlikes(NameData data, Vocabulary vocabulary, List<NameToken> tokens)
{
    private readonly char[] _phrase = new char[256];
    private readonly bool[] _dead = new bool[64];

    /// <summary>For each word of the phrase last marked whether it can be no part of a name.</summary>
    public ReadOnlySpan<bool> Dead => _dead;

    public void Mark(List<int> words)
    {
        Array.Clear(_dead);
        for (var i = 0; i < words.Count; i++)
        {
            if (!tokens[words[i]].Is(NameTraits.PhraseHead) || _dead[i])
                continue;
            for (var count = Math.Min(4, words.Count - i); count >= 1; count--)
            {
                var key = Key(words, i, count);
                var place = count > 1 && data.IsPlacePhrase(key);
                if (!place && !(count > 1 && data.IsLookAlike(key)))
                    continue;
                _dead.AsSpan(i, count).Fill(true);
                break;
            }
        }
    }

    private ReadOnlySpan<char> Key(List<int> words, int first, int count)
    {
        var length = 0;
        for (var i = first; i < first + count; i++)
        {
            var id = tokens[words[i]].Word;
            if (id < 0)
                return default;
            var folded = vocabulary.Folded(id);
            if (length + folded.Length + 1 > _phrase.Length)
                return default;
            if (i > first)
                _phrase[length++] = ' ';
            folded.CopyTo(_phrase.AsSpan(length));
            length += folded.Length;
        }
        return _phrase.AsSpan(0, length);
    }
}
