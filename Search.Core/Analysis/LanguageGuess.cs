namespace Search.Core.Analysis;

/// <summary>Tells the language of a site that does not name it, by the share of each language's function words among its words.</summary>
internal static class LanguageGuess
{
    /// <summary>Fewer words say nothing.</summary>
    private const int MinWords = 100;

    /// <summary>What is read of one text, in UTF-16 code units.</summary>
    private const int MaxChars = 4000;

    // Running text of every language of the list has more than a fifth; lists of names and code have next to none.
    private const double MinShare = 0.12;

    /// <summary>The most likely language; English where there is too little to go by.</summary>
    public static TextLanguage Of(IEnumerable<string> texts)
    {
        var languages = TextLanguage.All.OrderBy(l => l.Code, StringComparer.Ordinal).ToList();
        var hits = new int[languages.Count];
        var words = 0;
        foreach (var text in texts)
            foreach (var word in TextAnalysis.English.Surface(text.Length > MaxChars ? text[..MaxChars] : text))
            {
                words++;
                for (var i = 0; i < hits.Length; i++)
                    hits[i] += languages[i].IsStopWord(word.Term) ? 1 : 0;
            }
        if (words < MinWords)
            return TextLanguage.English;
        // Of equals English wins: lists share words, and most sites are English.
        var english = languages.FindIndex(l => l.Code == "en");
        var best = english;
        for (var i = 0; i < hits.Length; i++)
            if (hits[i] > hits[best] * (best == english ? 1.2 : 1))
                best = i;
        return hits[best] >= MinShare * words ? languages[best] : TextLanguage.English;
    }
}
