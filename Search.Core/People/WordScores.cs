namespace Search.Core.People;

/// <summary>
/// How much a word speaks for a name as its first, middle or last word, in log-odds-like points. The points were set by hand from what
/// the traits mean; a name with 2 points or more is taken for one without help from its surroundings.
/// </summary>
internal static class WordScores
{
    private const NameTraits Ambiguous = NameTraits.Word | NameTraits.Place | NameTraits.Calendar | NameTraits.Designator | NameTraits.Demonym | NameTraits.Acronym | NameTraits.Function | NameTraits.Role;

    public static double First(in NameToken token)
    {
        if (token.Is(NameTraits.Function) && !(token.Shape == WordShape.Initial && token.Has(TokenFlags.Dotted)))
            return -3;
        switch (token.Shape)
        {
            case WordShape.Initial:
                return token.Has(TokenFlags.Dotted) ? 2.0 : 0.6;
            case WordShape.Initials:
                return token.Is(NameTraits.Acronym | NameTraits.Place) ? -3 : 2.2;
            case WordShape.Upper when !token.Has(TokenFlags.CapitalsLine):
                return token.End - token.Start == 2 && !token.Is(NameTraits.Acronym) ? 0.9 : token.Is(NameTraits.Given) && !token.Is(Ambiguous) ? 1.5 : -2.5;
        }
        if (token.Is(NameTraits.Given))
            return token.Is(Ambiguous | NameTraits.Particle) ? token.Has(TokenFlags.SentenceStart) ? 0.7 : 1.2 : token.Is(NameTraits.Surname) ? 2.3 : 2.5;
        if (token.Is(NameTraits.Demonym | NameTraits.Acronym | NameTraits.Calendar))
            return -3;
        if (token.Is(NameTraits.Surname | NameTraits.FamilyFirst))
            return token.Is(Ambiguous) ? -0.8 : 0.4;
        if (token.Is(NameTraits.Designator | NameTraits.Title | NameTraits.Role))
            return -3;
        if (token.Is(NameTraits.Place))
            return -2;
        if (token.Is(NameTraits.Word))
            return -2.2;
        if (token.Is(NameTraits.Particle))
            return 0.3;
        if (token.Shape == WordShape.Mixed && !token.Is(NameTraits.SurnameForm))
            return -0.3;
        if (token.Is(NameTraits.Foreign))
            return -0.5;
        return token.Has(TokenFlags.SentenceStart) ? 0.1 : 0.2;
    }

    public static double Middle(in NameToken token)
    {
        if (token.Is(NameTraits.Function) && token.Shape != WordShape.Initial)
            return -4;
        if (token.Shape is WordShape.Initial or WordShape.Initials)
            return token.Is(NameTraits.Acronym | NameTraits.Place) && token.Shape == WordShape.Initials ? -2 : 1.5;
        if (token.Shape == WordShape.Upper && !token.Has(TokenFlags.CapitalsLine))
            return -1.5;
        if (token.Is(NameTraits.Given | NameTraits.Surname | NameTraits.FamilyFirst))
            return token.Is(Ambiguous) ? 0 : 0.4;
        if (token.Is(NameTraits.Particle))
            return 0.5;
        if (token.Is(NameTraits.Designator))
            return -4;
        if (token.Is(NameTraits.Demonym | NameTraits.Calendar | NameTraits.Acronym))
            return -2.5;
        if (token.Is(NameTraits.Title | NameTraits.Role))
            return -2;
        if (token.Is(NameTraits.Place))
            return -0.8;
        return token.Is(NameTraits.Word) ? -1.2 : 0.2;
    }

    public static double Last(in NameToken token)
    {
        if (token.Is(NameTraits.Function) && token.Shape != WordShape.Initial)
            return -0.3;
        if (token.Shape is WordShape.Initial)
            return token.Mark == '\0' && !token.Has(TokenFlags.Dotted) ? -0.3 : 0.2;
        if (token.Shape is WordShape.Initials)
            return -2;
        if (token.Shape is WordShape.Upper && !token.Has(TokenFlags.CapitalsLine))
            return token.Is(NameTraits.Surname) && !token.Is(Ambiguous) && token.End - token.Start > 3 ? 1 : -2;
        if (token.Is(NameTraits.Surname))
            return token.Is(NameTraits.Demonym | NameTraits.Calendar | NameTraits.Acronym) ? 0 : token.Is(NameTraits.Designator) ? 0.2 : token.Is(Ambiguous) ? 0.8 : 1.5;
        if (token.Is(NameTraits.Designator))
            return -5;
        if (token.Is(NameTraits.Demonym | NameTraits.Calendar | NameTraits.Acronym))
            return -3;
        if (token.Is(NameTraits.FamilyFirst))
            return 0.7;
        if (token.Is(NameTraits.Given))
            return token.Is(Ambiguous) ? -0.2 : 0.8;
        if (token.Is(NameTraits.Title | NameTraits.Role))
            return -3;
        if (token.Is(NameTraits.Place))
            return -1.3;
        if (token.Is(NameTraits.Word))
            return -1.8;
        if (token.Is(NameTraits.SurnameForm))
            return 1.1;
        if (token.Shape == WordShape.Mixed)
            return token.Has(TokenFlags.Hyphenated) ? 0.7 : -0.8;
        return 0.7;
    }

    /// <summary>A name of one word.</summary>
    public static double Alone(in NameToken token)
    {
        if (token.Is(NameTraits.Function | NameTraits.Demonym | NameTraits.Calendar) || token.Shape is WordShape.Initial or WordShape.Initials)
            return -4;
        if (token.Shape == WordShape.Upper && !token.Has(TokenFlags.CapitalsLine))
            return token.Is(NameTraits.Surname) && !token.Is(Ambiguous) && token.End - token.Start > 3 ? 0.3 : -2.5;
        var start = token.Has(TokenFlags.SentenceStart);
        if (token.Is(NameTraits.Company))
            return -0.8;
        if (token.Is(NameTraits.Given))
            return token.Is(NameTraits.Place) ? -1.2 : token.Is(Ambiguous) ? start ? -1 : -0.3 : 1.9;
        if (token.Is(NameTraits.Surname))
            return token.Is(NameTraits.Place) ? -1 : token.Is(Ambiguous) ? start ? -1.5 : -0.6 : 1.6;
        if (token.Is(NameTraits.Designator | NameTraits.Place | NameTraits.Acronym | NameTraits.Title | NameTraits.Role))
            return -3;
        if (token.Is(NameTraits.Word))
            return start ? -3.5 : -2;
        if (token.Is(NameTraits.FamilyFirst))
            return 0.3;
        if (token.Shape == WordShape.Mixed)
            return token.Is(NameTraits.SurnameForm) ? 0.8 : -0.8;
        return token.Is(NameTraits.SurnameForm) ? 0.6 : 0.1;
    }
}
