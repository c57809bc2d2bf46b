namespace Search.Core.People;

/// <summary>
/// Tells lines in which a capital says nothing: headlines set in capitals, and titles in which nearly every word has one.
/// </summary>
internal static class LineShapes
{
    private const int MostWordsOfTitle = 30;

    public static void Mark(List<NameToken> tokens)
    {
        var start = 0;
        for (var i = 1; i <= tokens.Count; i++)
        {
            if (i < tokens.Count && !tokens[i].Has(TokenFlags.LineStart))
                continue;
            MarkLine(tokens, start, i);
            start = i;
        }
    }

    private static void MarkLine(List<NameToken> tokens, int start, int end)
    {
        int upper = 0, upperLetters = 0, capital = 0, ordinary = 0, lower = 0, words = 0;
        for (var i = start; i < end; i++)
        {
            var token = tokens[i];
            if (token.Shape < WordShape.Lower || token.Has(TokenFlags.Machine))
                continue;
            words++;
            if (token.Shape is WordShape.Upper)
            {
                upper++;
                upperLetters += token.End - token.Start;
            }
            else if (token.Shape is WordShape.Capital or WordShape.Mixed)
            {
                capital++;
                if (token.Is(NameTraits.Word) && !token.Is(NameTraits.Given | NameTraits.Title) && !token.Has(TokenFlags.LineStart))
                    ordinary++;
            }
            else if (token.IsLower && !token.Is(NameTraits.Function | NameTraits.Particle))
            {
                lower++;
            }
        }
        TokenFlags flag;
        if (upper >= 2 && upperLetters >= 6 && capital == 0 && lower == 0)
            flag = TokenFlags.CapitalsLine;
        else if (words is >= 3 and <= MostWordsOfTitle && ordinary >= 1 && lower * 5 <= capital && (ordinary >= 2 || lower == 0 && words >= 4))
            flag = TokenFlags.TitleLine;
        else
            return;
        for (var i = start; i < end; i++)
            tokens[i] = tokens[i] with { Flags = tokens[i].Flags | flag };
    }
}
