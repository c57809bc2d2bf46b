namespace Search.Core.Tagging;

/// <summary>Whether words are the name of a place by the list of places: <c>Utah</c>, <c>Sydney Australia</c>, <c>Charlotte NC</c>.</summary>
internal static class PlaceName
{
    /// <param name="key">A key of <see cref="TagWords"/>.</param>
    public static bool IsPlace(string key)
    {
        if (Vocabulary.Places.Contains(key))
            return true;
        for (var blank = key.IndexOf(' ', StringComparison.Ordinal); blank > 0; blank = key.IndexOf(' ', blank + 1))
        {
            var second = key[(blank + 1)..];
            if (Vocabulary.Places.Contains(key[..blank]) && (Vocabulary.Places.Contains(second) || Vocabulary.States.ContainsKey(second)))
                return true;
        }
        return false;
    }

    /// <summary>True where the words are names of places one after the other.</summary>
    public static bool AllPlaces(string key)
    {
        var words = TagWords.Split(key);
        for (var at = 0; at < words.Length;)
        {
            var n = Math.Min(4, words.Length - at);
            while (n > 0 && !Vocabulary.Places.Contains(string.Join(" ", words[at..(at + n)])))
                n--;
            if (n == 0)
                return false;
            at += n;
        }
        return words.Length > 0;
    }

    /// <summary>The place without the country or state behind it, as written; null where <paramref name="text"/> is no place with its country.</summary>
    public static string? WithoutCountry(string text, out string? country)
    {
        country = null;
        if (Vocabulary.Places.Contains(TagWords.Key(text)))
            return null;
        for (var blank = text.IndexOf(' ', StringComparison.Ordinal); blank > 0; blank = text.IndexOf(' ', blank + 1))
        {
            var second = TagWords.Key(text[(blank + 1)..]);
            if (!Vocabulary.Places.Contains(TagWords.Key(text[..blank])) || !Vocabulary.Places.Contains(second) && !Vocabulary.States.ContainsKey(second))
                continue;
            country = second;
            return TagText.Trim(text[..blank]);
        }
        return null;
    }
}
