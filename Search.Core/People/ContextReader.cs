namespace Search.Core.People;

/// <summary>
/// Weighs what stands before and behind a candidate: titles and kin words, verbs of saying, ages, party and state in brackets,
/// appositions, articles and prepositions of place. Points add up to at most 4 either way.
/// </summary>
internal sealed class ContextReader(string text, Vocabulary vocabulary, List<NameToken> tokens)
{
    private const double Most = 4;

    public void Weigh(ref NameCandidate candidate)
    {
        var flags = candidate.Flags;
        if (tokens[candidate.First].Has(TokenFlags.CapitalsLine | TokenFlags.TitleLine))
        {
            candidate.Context = TitlePoints(candidate);
            if (tokens[candidate.End - 1].Has(TokenFlags.Possessive))
                candidate.Flags |= CandidateFlags.Possessive;
            return;
        }
        var points = TitlePoints(candidate) + Before(candidate, ref flags) + Behind(candidate, ref flags) + SportsReader.Points(text, tokens, candidate) + ThingReader.Points(text, vocabulary, tokens, candidate) + ThingReader.BodyPoints(vocabulary, tokens, candidate);
        if (candidate.Has(CandidateFlags.Fragment))
            points -= candidate.Words == 1 ? 2 : 0.8;
        // "the Smith campaign": the article belongs to the campaign.
        if ((flags & (CandidateFlags.Adjectival | CandidateFlags.AfterThe)) == (CandidateFlags.Adjectival | CandidateFlags.AfterThe))
            points += 2.2;
        candidate.Context = Math.Clamp(points, -Most, Most);
        candidate.Flags = flags;
    }

    private double TitlePoints(in NameCandidate candidate)
    {
        if (candidate.Titles == 0)
            return 0;
        if ((candidate.Titles & NameTraits.Title) != 0)
            return tokens[candidate.First - 1].Has(TokenFlags.Dotted) || candidate.First - candidate.Outer > 1 ? 3.5 : 2.6;
        return 1.8;
    }

    private double Before(in NameCandidate candidate, ref CandidateFlags flags)
    {
        var at = candidate.Outer - 1;
        if (at < 0 || tokens[candidate.Outer].Has(TokenFlags.ParagraphStart))
            return 0;
        var token = tokens[at];
        var single = candidate.Words == 1;
        var opening = token.Mark is '“' or '‘';
        if (opening && ClosesAt(candidate.End))
        {
            flags |= CandidateFlags.Quoted;
            return -1.5;
        }
        if (token.Mark == ',' && at > 0)
        {
            // "his wife, Mary, …" but not "he left his wife, Mary said"
            if (tokens[at - 1].IsLower && tokens[at - 1].Is(NameTraits.Kin | NameTraits.Role))
                return tokens[at - 1].Is(NameTraits.Kin) ? 2 : 1.2;
            return 0;
        }
        if (token.Mark == '-')
            return -0.5;
        if (token.Mark == '.' && at > 0 && Word(at - 1) is "v" or "vs")
        {
            flags |= CandidateFlags.CaseName;
            return -1;
        }
        if (token.Is(NameTraits.Function) && Word(at) is "and" or "or" && at > 0 && tokens[at - 1].IsCapital && tokens[at - 1].Is(NameTraits.Given) && !tokens[at - 1].Is(NameTraits.Word | NameTraits.Place))
            return 0.4;
        // A signature under a quotation: "— Ann Lee"
        if (token.Mark == '–' && !single && (candidate.End >= tokens.Count || tokens[candidate.End].Has(TokenFlags.LineStart) || tokens[candidate.End].Mark == ','))
            return 1.2;
        if (token.Shape == WordShape.Mark)
            return 0;
        if (!token.IsLower)
            return token.IsCapital && token.Has(TokenFlags.Possessive) && !single ? 0.5 : Article(token, candidate, ref flags);
        if (ThingReader.IsShip(Word(at)))
            return -Most;
        if (token.Is(NameTraits.Kin))
            return 2.5;
        if (token.Is(NameTraits.Role) && !token.Is(NameTraits.Function))
            return single && !tokens[candidate.First].Is(NameTraits.Word | NameTraits.Place) ? 2 : 1.6 + (single ? 0 : 0.6);
        if (Word(at) is "v" or "vs")
        {
            flags |= CandidateFlags.CaseName;
            return -1;
        }
        var points = Article(token, candidate, ref flags);
        if (points != 0)
            return points;
        if (token.Is(NameTraits.Saying) && !token.Is(NameTraits.Function))
            return single ? 1.2 : 1.8;
        if (token.Is(NameTraits.Before))
            return single ? 0.4 : 0.7;
        var word = Word(at);
        switch (word)
        {
            case "in" or "inside" or "outside" or "near" or "at" or "throughout" or "across" or "around" or "via" or "within" or "into":
                return single ? -2 : -0.9;
            case "from" or "to" or "towards" or "toward" or "through":
                return single ? -0.7 : 0;
            case "of" or "for":
                // "University of Houston", but "the father of John Smith"
                if (at > 0 && tokens[at - 1].IsCapital && !tokens[at - 1].Is(NameTraits.Title | NameTraits.Role))
                    return single ? -2.5 : -1.2;
                return at > 0 && tokens[at - 1].Is(NameTraits.Kin | NameTraits.Role) ? 0.5 : 0;
            case "who" or "whom":
                return 0.5;
            default:
                return 0;
        }
    }

    // With the comma inside, as American texts set it: “Hedda Gabler,”
    private bool ClosesAt(int at)
        => at < tokens.Count && tokens[at].Start == tokens[at - 1].End
            && (tokens[at].Mark is '”' or '’' || tokens[at].Mark == ',' && at + 1 < tokens.Count && tokens[at + 1].Mark is '”' or '’' && tokens[at + 1].Start == tokens[at].End);

    private double Article(in NameToken token, in NameCandidate candidate, ref CandidateFlags flags)
    {
        if (!token.Is(NameTraits.Function) || token.Shape is not (WordShape.Lower or WordShape.Capital))
            return 0;
        var word = text.AsSpan(token.Start, token.End - token.Start);
        if (word.Equals("the", StringComparison.OrdinalIgnoreCase))
        {
            // "the Lady Dunmore" is a ship; "the Emperor Hadrian" is not.
            if (candidate.Titles != 0 && !(candidate.Outer == candidate.First - 1 && ThingReader.NamesShips(Word(candidate.Outer))))
                return 0;
            flags |= CandidateFlags.AfterThe;
            return -3;
        }
        if (candidate.Titles == 0 && word is "a" or "an" or "A" or "An" or "this" or "these" or "This" or "These" or "some" or "each" or "every" or "any" or "another")
            return candidate.Words > 1 ? -1.2 : -2;
        return candidate.Titles == 0 && word is "his" or "her" or "its" or "our" or "your" or "my" ? -1 : 0;
    }

    private double Behind(in NameCandidate candidate, ref CandidateFlags flags)
    {
        var last = tokens[candidate.End - 1];
        var at = candidate.End;
        if (last.Has(TokenFlags.Compound))
        {
            flags |= CandidateFlags.Adjectival;
            return -0.3;
        }
        if (last.Has(TokenFlags.Possessive))
        {
            flags |= CandidateFlags.Possessive;
            return at >= tokens.Count || !tokens[at].IsLower ? 0.2 : tokens[at].Is(NameTraits.Kin) ? 2.5 : tokens[at].Is(NameTraits.Role) ? 1 : NamesFinding(at) ? -3 : 0.45;
        }
        if (at >= tokens.Count)
            return 0;
        var token = tokens[at];
        if (token.Has(TokenFlags.ParagraphStart))
            return 0;
        var single = candidate.Words == 1;
        switch (token.Mark)
        {
            case ',':
                return Comma(candidate, at + 1);
            case '(':
                return Bracket(candidate, at + 1);
            case '”' or '’' when at + 1 < tokens.Count:
                at++;
                token = tokens[at];
                break;
        }
        if (!token.IsLower)
            return 0;
        var word = Word(at);
        // "Doe v. Roe"
        if (word is "v" or "vs" && at + 1 < tokens.Count && (tokens[at + 1].IsCapital || tokens[at + 1].Mark == '.' && at + 2 < tokens.Count && tokens[at + 2].IsCapital))
        {
            flags |= CandidateFlags.CaseName;
            return -1;
        }
        if (word is "who" or "whose")
            return 1.5;
        if (word is "himself" or "herself")
            return 2.5;
        if (token.Is(NameTraits.Adjectival))
        {
            flags |= CandidateFlags.Adjectival;
            return single ? 0.3 : 0.2;
        }
        if (token.Is(NameTraits.Saying))
            return single ? 1.1 : 1.8;
        if (word is "and" && at + 1 < tokens.Count && tokens[at + 1].IsLower && Word(at + 1) is "his" or "her")
            return 2;
        if (token.Is(NameTraits.Doing))
            return word is "is" or "was" or "has" or "had" or "will" or "would" ? 0.3 : single ? 0.7 : 1.0;
        if (word is "jr" or "sr" or "aged")
            return 2;
        if (word is "and" or "or" && at + 1 < tokens.Count && tokens[at + 1].IsCapital && tokens[at + 1].Is(NameTraits.Given) && !tokens[at + 1].Is(NameTraits.Word | NameTraits.Place))
            return 0.4;
        // Third person: "Ann finds", "Ann moved".
        return token.Is(NameTraits.Word) && !token.Is(NameTraits.Function | NameTraits.Role) && (word.EndsWith('s') || word.EndsWith("ed", StringComparison.Ordinal)) ? single ? 0.3 : 0.5 : 0;
    }

    // "Hodgkin's disease", "Boyle's law": named after a person, and not about that person.
    private bool NamesFinding(int at)
        => Word(at) is "disease" or "syndrome" or "constant" or "equation" or "equations" or "theorem" or "lemma" or "paradox" or "law" && tokens[at].Is(NameTraits.WorkWord);

    private double Comma(in NameCandidate candidate, int at)
    {
        if (at >= tokens.Count)
            return 0;
        var token = tokens[at];
        // ", 47," ", 47, of Boston"
        if (token.Shape == WordShape.Number)
            return IsAge(token) && at + 1 < tokens.Count && tokens[at + 1].Mark is ',' or '.' or ')' or ';' ? 3.5 : 0;
        if (!token.IsLower)
            return token.IsCapital && token.Is(NameTraits.Title | NameTraits.Role) && candidate.Words > 1 && !token.Is(NameTraits.Given) ? 0.8 : 0;
        var word = Word(at);
        if (word is "who" or "whose" or "whom")
            return 1.8;
        if (word is "also" or "commonly" or "better" or "known" or "best" && at + 1 < tokens.Count && (word == "known" || tokens[at + 1].Word >= 0 && Word(at + 1) == "known"))
            return 1;
        if (word is "aged" or "nicknamed" or "nee" or "born")
            return 2.5;
        if (token.Is(NameTraits.Role | NameTraits.Kin) && !token.Is(NameTraits.Function))
            return 2.2;
        if (word is "a" or "an" or "the" or "his" or "her" or "then" or "former" or "now" || token.Is(NameTraits.RoleModifier))
            return RoleWithin(at + 1, 6) ? 2 : 0;
        return 0;
    }

    private bool RoleWithin(int at, int most)
    {
        for (var i = at; i < tokens.Count && i < at + most; i++)
        {
            if (tokens[i].Shape == WordShape.Mark && tokens[i].Mark is not ('-' or '‘' or '’') || tokens[i].Has(TokenFlags.ParagraphStart))
                return false;
            if (tokens[i].Is(NameTraits.Role | NameTraits.Kin) && !tokens[i].Is(NameTraits.Function))
                return true;
        }
        return false;
    }

    private double Bracket(in NameCandidate candidate, int at)
    {
        if (at + 1 >= tokens.Count)
            return 0;
        var token = tokens[at];
        // "(D-CA)", "(R., Texas)"
        if (token.Shape >= WordShape.Capital && text.AsSpan(token.Start, token.End - token.Start) is ['D' or 'R' or 'I' or 'L', '-' or '–' or '.', ..])
            return 3.5;
        if (token.Shape == WordShape.Initial && text[token.Start] is 'D' or 'R' or 'I' && tokens[at + 1].Mark is ',' or '-' or '–' or ')')
            return 3;
        if (token.Shape == WordShape.Number)
            return IsAge(token) && tokens[at + 1].Mark == ')' ? 2 : token.End - token.Start == 4 && tokens[at + 1].Mark is '-' or '–' ? 3 : 0;
        if (token.IsLower && Word(at) is "himself" or "herself" or "who" or "whom" or "whose" or "aged")
            return 2;
        if (token.IsLower && Word(at) is "born" or "b" or "nee" or "d" or "died")
            return 3.5;
        // "Name (Country) beat Name (Country)"
        if (candidate.Words > 1 && token.IsCapital && token.Is(NameTraits.Place) && tokens[at + 1].Mark == ')')
            return 1.8;
        return candidate.Words > 1 && token.IsCapital && token.Shape == WordShape.Upper && tokens[at + 1].Mark == ')' && token.End - token.Start == 3 ? 0.5 : 0;
    }

    private bool IsAge(in NameToken token)
        => token.End - token.Start is 1 or 2 or 3 && int.TryParse(text.AsSpan(token.Start, token.End - token.Start), System.Globalization.NumberStyles.None, null, out var age) && age is > 0 and < 116;

    private string Word(int at) => tokens[at].Word >= 0 ? vocabulary.Folded(tokens[at].Word) : "";
}
