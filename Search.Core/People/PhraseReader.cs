namespace Search.Core.People;

/// <summary>
/// Finds the capitalised phrases of a text: words with a capital that belong together, with the particles, initials, nicknames and
/// suffixes between them.
/// </summary>
internal sealed class PhraseReader(string text, List<NameToken> tokens, Vocabulary vocabulary, ForeignText? foreign)
{
    private const int MostWords = 14;

    /// <summary>Tokens of the words of the phrase last read, in order.</summary>
    public List<int> Words { get; } = new(MostWords);

    /// <summary>Token of a nickname in marks within the phrase; -1 where there is none.</summary>
    public int Nickname { get; private set; }

    /// <summary>True where an ampersand joins words of it.</summary>
    public bool HasAmpersand { get; private set; }

    /// <summary>Reads the next phrase at or after a token; false at the end of the text. <paramref name="at"/> moves behind it.</summary>
    public bool Next(ref int at)
    {
        while (at < tokens.Count && !MayBegin(at))
            at++;
        if (at >= tokens.Count)
            return false;
        Words.Clear();
        Nickname = -1;
        HasAmpersand = false;
        var i = at;
        Words.Add(i);
        while (Words.Count < MostWords && Continue(i) is var next && next > 0)
            i = next;
        at = i + 1;
        return true;
    }

    private bool MayBegin(int i)
    {
        if (tokens[i].IsCapital)
            return true;
        return IsStartingParticle(tokens[i]) && !IsPreposition(i) && i + 1 < tokens.Count && tokens[i + 1].Shape is WordShape.Capital or WordShape.Mixed && tokens[i + 1].Has(TokenFlags.SpaceBefore)
            && !tokens[i + 1].Has(TokenFlags.SentenceStart) && !tokens[i + 1].Is(NameTraits.Place | NameTraits.Designator | NameTraits.Demonym);
    }

    // "Câmara de Lisboa", "die Rede von Meier": in those languages the particle is grammar first; "sagte von Storch" is a name.
    private bool IsPreposition(int i)
        => foreign is not null && foreign.IsSmallWord(tokens[i], vocabulary) && (foreign.IsRomance || i == 0 || !tokens[i - 1].Is(NameTraits.Saying));

    // The last token taken when the phrase goes on behind token i, otherwise 0.
    private int Continue(int i)
    {
        var next = i + 1;
        if (next >= tokens.Count || tokens[i].Has(TokenFlags.Possessive | TokenFlags.Compound))
            return 0;
        var token = tokens[next];
        if (token.IsCapital)
            return token.Has(TokenFlags.SpaceBefore) && !token.Has(TokenFlags.SentenceStart) || tokens[i].Shape is WordShape.Initial or WordShape.Initials && !token.Has(TokenFlags.SentenceStart) ? Take(next) : 0;
        if (token.Has(TokenFlags.SentenceStart))
            return token.Mark == '“' || token.Mark == '‘' ? QuotedNickname(next) : 0;
        if (token.IsLower && token.Is(NameTraits.Particle) && !tokens[i].Has(TokenFlags.SentenceStart) | !tokens[i].Is(NameTraits.Function))
            return Particles(i, next);
        switch (token.Mark)
        {
            case '&' when next + 1 < tokens.Count && tokens[next + 1].IsCapital:
                if (IsFullName() && next + 2 < tokens.Count && tokens[next + 1].Is(NameTraits.Given) && tokens[next + 2].IsCapital)
                    return 0;
                HasAmpersand = true;
                return Take(next + 1);
            case ',' when next + 1 < tokens.Count && IsSuffix(tokens[next + 1]):
                return Take(next + 1);
            case '“' or '‘' or '(':
                return QuotedNickname(next);
            default:
                return 0;
        }
    }

    // "Ann Lee & Bob Fox" are two people, "Ernst & Young" is a firm.
    private bool IsFullName() => Words.Count is 2 or 3 && tokens[Words[0]].Is(NameTraits.Given) && !tokens[Words[0]].Is(NameTraits.Word | NameTraits.Place);

    private int Particles(int i, int next)
    {
        var last = next;
        while (last + 1 < tokens.Count && last - next < 2 && tokens[last + 1].IsLower && tokens[last + 1].Is(NameTraits.Particle))
            last++;
        if (last + 1 >= tokens.Count || !tokens[last + 1].IsCapital || tokens[last + 1].Has(TokenFlags.SentenceStart) || tokens[i].Is(NameTraits.Function))
            return 0;
        // In German a name goes on behind a given name or an office only: "Otto von Bismarck", but "sagte Hinz der Zeitung", "Meier von der Polizei".
        if (foreign is { IsRomance: true } && IsAnd(next) && !JoinsFamilyNames(last + 1) || foreign is { IsRomance: false } && foreign.IsSmallWord(tokens[next], vocabulary) && !tokens[i].Is(NameTraits.Given | NameTraits.Title | NameTraits.Role))
            return 0;
        for (var j = next; j <= last; j++)
            Words.Add(j);
        return Take(last + 1);
    }

    private bool IsAnd(int i) => text.AsSpan(tokens[i].Start, tokens[i].End - tokens[i].Start) is "y" or "e";

    // "José Ortega y Gasset" is one man, "Lionel Messi y Cristiano Ronaldo" are two.
    private bool JoinsFamilyNames(int behind)
        => Words.Count >= 2 && !tokens[behind].Is(NameTraits.Given) && !(behind + 1 < tokens.Count && tokens[behind + 1].IsCapital && tokens[behind + 1].Has(TokenFlags.SpaceBefore) && !tokens[behind + 1].Has(TokenFlags.SentenceStart));

    // Edwin "Buzz" Aldrin, William (Bill) Smith, Thomas "Two Shoes" Quill
    private int QuotedNickname(int open)
    {
        const int mostWords = 3;
        if (Nickname >= 0 || open + 3 >= tokens.Count || !tokens[open].Has(TokenFlags.SpaceBefore))
            return 0;
        var last = open + 1;
        while (tokens[open].Mark != '(' && last - open < mostWords && last + 2 < tokens.Count && tokens[last + 1].Shape > WordShape.Number)
            last++;
        if (last + 2 >= tokens.Count)
            return 0;
        var name = tokens[open + 1];
        var close = tokens[last + 1].Mark;
        var behind = tokens[last + 2];
        var fits = tokens[open].Mark switch { '“' => close is '”' or '“', '‘' => close is '’' or '‘', _ => close == ')' };
        if (!fits || !name.IsCapital || name.Shape == WordShape.Upper && tokens[open].Mark == '(' || name.Is(NameTraits.Demonym | NameTraits.Place | NameTraits.Designator) && !name.Is(NameTraits.Given)
            || !behind.IsCapital || behind.Has(TokenFlags.ParagraphStart) || behind.Is(NameTraits.Function))
            return 0;
        Nickname = open + 1;
        return Take(last + 2);
    }

    private int Take(int token)
    {
        Words.Add(token);
        return token;
    }

    public static bool IsSuffix(in NameToken token)
        => token.Is(NameTraits.Suffix) && token.End - token.Start <= 5 && (token.Shape == WordShape.Upper || token.Shape == WordShape.Capital && token.Is(NameTraits.Abbreviation));

    private bool IsStartingParticle(in NameToken token)
        => token.IsLower && token.Is(NameTraits.Particle) && text.AsSpan(token.Start, token.End - token.Start) is "van" or "von" or "de" or "del" or "della" or "di" or "da" or "du" or "bin" or "ibn" or "al" or "el" or "ter" or "ten" or "zu" or "dos" or "das" or "le" or "la";
}
