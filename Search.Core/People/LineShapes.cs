namespace Search.Core.People;

/// <summary>
/// Tells lines in which a capital says nothing: headlines set in capitals, and titles in which nearly every word has one. Tells lines
/// of results and league tables too.
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
            if (IsTable(tokens, start, i))
                Flag(tokens, start, i, TokenFlags.TableLine);
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
        Flag(tokens, start, end, flag);
    }

    private static void Flag(List<NameToken> tokens, int start, int end, TokenFlags flag)
    {
        for (var i = start; i < end; i++)
            tokens[i] = tokens[i] with { Flags = tokens[i].Flags | flag };
    }

    // "Marwick Rovers 2 Dunholm Athletic 1", "Dunholm 4 3 1 0 9 4 10": capitals and numbers only, beginning with capitals.
    private static bool IsTable(List<NameToken> tokens, int start, int end)
    {
        if (end - start is < 4 or > MostWordsOfTitle || !tokens[start].IsCapital)
            return false;
        int numbers = 0, turns = 0, trailing = 0;
        for (var i = start; i < end; i++)
        {
            if (tokens[i].Shape == WordShape.Number)
            {
                numbers++;
                trailing++;
            }
            else if (tokens[i].IsCapital)
            {
                turns += trailing > 0 ? 1 : 0;
                trailing = 0;
            }
            else if (tokens[i].Mark is not ('-' or '.'))
            {
                return false;
            }
        }
        return turns == 1 && numbers == 2 && trailing == 1 || turns == 0 && numbers >= 5;
    }
}
