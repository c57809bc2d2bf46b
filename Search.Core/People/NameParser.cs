namespace Search.Core.People;

/// <summary>
/// Parts a capitalised phrase into what stands before a name (titles, offices, nationalities), the name, and what shows that it is no
/// name after all; the result is at most one candidate a stretch.
/// </summary>
internal sealed class NameParser(NameData data, Vocabulary vocabulary, ForeignText? foreign, List<NameToken> tokens, List<NameCandidate> candidates)
{
    private readonly LookAlikes _lookAlikes = new(data, vocabulary, tokens);

    private ReadOnlySpan<bool> Dead => _lookAlikes.Dead;

    public void Read(PhraseReader phrase)
    {
        var words = phrase.Words;
        var headline = tokens[words[0]].Has(TokenFlags.CapitalsLine | TokenFlags.TitleLine);
        _lookAlikes.Mark(words);
        var start = 0;
        for (var i = 0; i <= words.Count; i++)
        {
            if (i < words.Count && !Parts(words, i, headline))
                continue;
            if (i > start)
                ReadPiece(phrase, start, i, headline);
            // In a headline the family name may be an ordinary word: known people are looked for there later.
            if (i < words.Count && headline && tokens[words[i]].Is(NameTraits.Word) && !tokens[words[i]].Is(NameTraits.Function))
                candidates.Add(new NameCandidate(words[i], words[i] + 1, words[i], 1, -1, -1, 0, -3, 0, CandidateFlags.Headline | CandidateFlags.Weak));
            start = i + 1;
        }
    }

    // A word that cannot stand in a name parts the phrase.
    private bool Parts(List<int> words, int i, bool headline)
    {
        var token = tokens[words[i]];
        if (token.Is(NameTraits.Function) && token.Shape is not (WordShape.Initial or WordShape.Initials) && !(i > 0 && token.IsLower))
        {
            // "John Near": behind a given name and within a sentence, a capital on a word of grammar means a family name.
            if (i > 0 && !headline && !token.Has(TokenFlags.SentenceStart) && token.Shape == WordShape.Capital && token.End - token.Start > 2 && token.Is(NameTraits.Surname) && tokens[words[i - 1]] is var before
                && before.Is(NameTraits.Given) && !before.Is(NameTraits.Word | NameTraits.Place | NameTraits.Function))
                return false;
            return !token.Is(NameTraits.Given) || token.Has(TokenFlags.SentenceStart) || headline;
        }
        // "Anton Wiesner Tuesday told reporters": behind a name even a day that is a given name is the day.
        if (token.Is(NameTraits.Calendar) && (!token.Is(NameTraits.Given) || i > 0 && i == words.Count - 1 && !token.Is(NameTraits.Surname)) || headline && i > 0 && IsVersus(token))
            return true;
        // "Donald Thorn Wins": a word that the text never has in lower case may be the family name.
        if (headline && i > 0 && token.Is(NameTraits.Word) && !token.Is(NameTraits.Saying | NameTraits.Doing) && token.Word >= 0 && !vocabulary.IsInLowerCase(token.Word) && !IsInflected(vocabulary.Folded(token.Word))
            && tokens[words[i - 1]] is var name && (name.Shape == WordShape.Initial || name.Is(NameTraits.Given) && !name.Is(NameTraits.Word | NameTraits.Place | NameTraits.Surname)))
            return false;
        return headline && token.Is(NameTraits.Word | NameTraits.Saying | NameTraits.Doing) && !token.Is(NameTraits.Given | NameTraits.Surname | NameTraits.Designator | NameTraits.Title | NameTraits.Role | NameTraits.Particle);
    }

    // "LEWIS V TUCKER"
    private bool IsVersus(in NameToken token)
        => !token.Has(TokenFlags.Dotted) && token.End - token.Start <= 2 && token.Word >= 0 && vocabulary.Folded(token.Word) is "v" or "vs";

    private static bool IsInflected(string word)
        => word.EndsWith('s') || word.EndsWith("ed", StringComparison.Ordinal) || word.EndsWith("ing", StringComparison.Ordinal);

    private void ReadPiece(PhraseReader phrase, int start, int end, bool headline)
    {
        var words = phrase.Words;
        var suffix = -1;
        while (end - start >= 2 && (IsNameSuffix(tokens[words[end - 1]]) || end - start >= 3 && IsFifth(tokens[words[end - 1]])))
        {
            suffix = words[end - 1];
            end--;
        }
        // "Ann Lee Ann Lee is a writer": a heading ran into its text.
        if (end - start is 4 or 6 && Repeats(words, start, end))
            end -= (end - start) / 2;
        var first = FirstOfName(words, start, end);
        if (first < 0 || end - first < 1)
            return;
        var outer = first;
        while (outer > start && IsTitleOrOffice(tokens[words[outer - 1]]))
            outer--;
        var titles = NameTraits.None;
        for (var i = outer; i < first; i++)
            titles |= tokens[words[i]].Traits & (NameTraits.Title | NameTraits.RoyalTitle | NameTraits.Role);
        var nickname = phrase.Nickname > words[first] && phrase.Nickname < words[end - 1] ? phrase.Nickname : -1;
        var flags = headline ? CandidateFlags.Headline : CandidateFlags.None;
        var form = FormOf(words, first, end, ref flags);
        if (suffix >= 0)
            form += 1.5;
        if (nickname >= 0)
            form += 1.2;
        if (phrase.HasAmpersand)
            form -= 3;
        if (titles != 0)
            flags |= CandidateFlags.HasTitle;
        if (tokens[words[first]].Has(TokenFlags.SentenceStart))
            flags |= CandidateFlags.SentenceStart;
        if (!headline && outer == first && IsFragment(words, start, first))
            flags |= CandidateFlags.Fragment;
        var last = suffix >= 0 ? suffix : words[end - 1];
        candidates.Add(new NameCandidate(words[first], last + 1, words[outer], end - first, suffix, nickname, titles, form, 0, flags));
    }

    private bool Repeats(List<int> words, int start, int end)
    {
        var half = (end - start) / 2;
        for (var i = start; i < start + half; i++)
            if (tokens[words[i]].Word != tokens[words[i + half]].Word)
                return false;
        return true;
    }

    // "Texas Smith" is no name of anybody; "Ask Smith" at the start of a sentence and "Democrat Smith" are.
    private bool IsFragment(List<int> words, int start, int first)
    {
        for (var i = start; i < first; i++)
            if (!tokens[words[i]].Is(NameTraits.Demonym) && !(tokens[words[i]].Has(TokenFlags.SentenceStart) && tokens[words[i]].Is(NameTraits.Word)))
                return true;
        return start > 0 && !tokens[words[start - 1]].Is(NameTraits.Function);
    }

    // Where the name begins: behind the last title or office, otherwise at the first word that a name can begin with.
    private int FirstOfName(List<int> words, int start, int end)
    {
        var first = start;
        for (var i = end - 2; i >= start; i--)
        {
            if (!IsTitleAt(words, start, i, end) || Dead[i + 1] && !tokens[words[i + 1]].Is(NameTraits.Given))
                continue;
            first = i + 1;
            break;
        }
        if (first < end && IsGrammar(tokens[words[first]]))
            return BehindOffice(words, first, end);
        if (IsKindOfPlace(words, first, end) || ThingReader.IsShipPrefix(tokens[words[start]], vocabulary))
            return -1;
        first = BehindNoun(words, first, end);
        while (first < end && (Dead[first] || !MayBeginName(words, first, end)))
        {
            if (++first < end && IsGrammar(tokens[words[first]]))
                return BehindOffice(words, first, end);
            if (IsKindOfPlace(words, first - 1, end))
                return -1;
        }
        return first < end ? BehindNoun(words, first, end) : -1;
    }

    // "Hall of Famer Bill Smith", "Queenslander Ann Lee", "Scots Guardsman Ann Lee"
    private int BehindNoun(List<int> words, int first, int end)
    {
        while (end - first >= 3 && MayStandBefore(tokens[words[first]]) && tokens[words[first + 1]] is var given && given.Is(NameTraits.Given) && !given.Is(NameTraits.Word | NameTraits.Place))
            first++;
        return first;
    }

    private bool IsGrammar(in NameToken token) => token.IsLower && foreign is { IsRomance: true } && foreign.IsSmallWord(token, vocabulary);

    // "Rua Joaquim Vilar": where words go from the kind to the name, the name is the street's.
    private bool IsKindOfPlace(List<int> words, int i, int end)
        => i + 1 < end && foreign is { IsRomance: true } && tokens[words[i]].Is(NameTraits.OrganisationWord) && !tokens[words[i]].Is(NameTraits.Given);

    // "Ministro do Ambiente Nuno Vilar", "Câmara de Lisboa": what is governed stands between office and name, or nobody does.
    private int BehindOffice(List<int> words, int first, int end)
    {
        for (var i = first + 1; i < end - 1; i++)
            if (tokens[words[i]].Is(NameTraits.Given) && !tokens[words[i]].Is(NameTraits.Place | NameTraits.Designator))
                return i;
        return -1;
    }

    private bool IsTitleAt(List<int> words, int start, int i, int end)
    {
        var token = tokens[words[i]];
        if (!IsTitleOrOffice(token) || tokens[words[i + 1]].Is(NameTraits.Designator) && !tokens[words[i + 1]].Is(NameTraits.Given | NameTraits.Surname))
            return false;
        if (token.Has(TokenFlags.Dotted))
            return true;
        if (i > start && token.Is(NameTraits.Surname | NameTraits.Given) && tokens[words[i - 1]] is var before
            && (before.Is(NameTraits.Given) && !before.Is(NameTraits.Title) && !before.Is(NameTraits.Word) || before.Shape == WordShape.Initial))
            return false;
        if (token.Is(NameTraits.RoyalTitle) || !token.Is(NameTraits.Given))
            return true;
        // "Dean Smith" is a name, "Dean John Smith" has a title.
        return end - i > 2 && tokens[words[i + 1]].Is(NameTraits.Given);
    }

    // What may stand before a full name without belonging to it: a noun for a person, the end of an institution's name.
    private bool MayStandBefore(in NameToken token)
    {
        if (token.Is(NameTraits.Surname) && token.Is(NameTraits.Designator | NameTraits.Place | NameTraits.Role) && !token.Is(NameTraits.Given | NameTraits.FamilyFirst))
            return true;
        if (token.Shape != WordShape.Capital || token.Is(NameTraits.Given | NameTraits.Surname | NameTraits.FamilyFirst) || token.Word < 0)
            return false;
        // "Fußballer", "Allemand": of other languages no list has the nouns.
        if (foreign is not null)
            return !token.Is(NameTraits.Particle);
        var word = vocabulary.Folded(token.Word);
        return word.EndsWith("er", StringComparison.Ordinal) || word.EndsWith("ist", StringComparison.Ordinal) || word.EndsWith("ian", StringComparison.Ordinal) || word.EndsWith("ite", StringComparison.Ordinal) || word.EndsWith("man", StringComparison.Ordinal) || word.EndsWith("ic", StringComparison.Ordinal) || word.EndsWith("eer", StringComparison.Ordinal);
    }

    private static bool IsTitleOrOffice(in NameToken token)
        => (token.Shape is WordShape.Capital || token.Shape == WordShape.Upper && token.Is(NameTraits.Role)) && !token.Has(TokenFlags.Possessive) && (token.Is(NameTraits.Title | NameTraits.Role) || token.Has(TokenFlags.Dotted) && !token.Is(NameTraits.Suffix | NameTraits.Calendar | NameTraits.Place));

    private bool MayBeginName(List<int> words, int i, int end)
    {
        var token = tokens[words[i]];
        if (token.Shape is WordShape.Initial or WordShape.Initials)
            return end - i >= 2 && !(token.Shape == WordShape.Initials && token.Is(NameTraits.Acronym | NameTraits.Place)) && !(token.Shape == WordShape.Initial && token.Is(NameTraits.Function) && !token.Has(TokenFlags.Dotted));
        if (token.Is(NameTraits.Given))
            return !(token.Has(TokenFlags.SentenceStart) && token.Is(NameTraits.Word | NameTraits.Function) && end - i >= 3 && tokens[words[i + 1]] is var next && next.Is(NameTraits.Given) && !next.Is(NameTraits.Word));
        if (token.Is(NameTraits.Surname | NameTraits.FamilyFirst))
            return true;
        if (token.Is(NameTraits.Particle))
            return end - i >= 2;
        if (token.Is(NameTraits.Demonym | NameTraits.Acronym | NameTraits.Calendar))
            return false;
        if (token.Is(NameTraits.Word))
            return end - i == 1;
        if (token.Is(NameTraits.Designator | NameTraits.Place | NameTraits.Title | NameTraits.Role))
            return false;
        if (token.Shape == WordShape.Upper && !token.Has(TokenFlags.CapitalsLine))
            return end - i >= 2 && token.End - token.Start <= 3;
        return true;
    }

    private double FormOf(List<int> words, int first, int end, ref CandidateFlags flags)
    {
        var count = end - first;
        for (var i = first; i < end; i++)
            if (Dead[i] && i > first)
                return -6;
        var head = tokens[words[first]];
        if (count == 1)
            return WordScores.Alone(head);
        if (head.Is(NameTraits.FamilyFirst) && IsEastern(words, first, end))
        {
            flags |= CandidateFlags.FamilyFirst;
            return 2.6;
        }
        var tail = tokens[words[end - 1]];
        var form = WordScores.First(head) + WordScores.Last(tail);
        for (var i = first + 1; i < end - 1; i++)
            form += WordScores.Middle(tokens[words[i]]);
        // "Tsung-Dao Lee": a Chinese or Korean given name before the family name.
        if (count == 2 && head.Word >= 0 && head.Is(NameTraits.EasternSyllables) && tail.Is(NameTraits.FamilyFirst) && vocabulary.Folded(head.Word).Contains('-', StringComparison.Ordinal))
            form = Math.Max(form, 2.4);
        // Family name first, as in Hungary and in Japan: "Kojima Minoru".
        if (!head.Is(NameTraits.Given | NameTraits.Word | NameTraits.Place) && head.Is(NameTraits.Surname) && tail.Is(NameTraits.Given) && !tail.Is(NameTraits.Surname | NameTraits.Word) && count == 2)
            form += 1;
        // Behind a given name, a capital on an ordinary word within a sentence means a family name: "Emma Thorn", "Taylor Swift".
        if (tail.Is(NameTraits.Word) && !tail.Is(NameTraits.Surname | NameTraits.Designator | NameTraits.Title | NameTraits.Role | NameTraits.Calendar) && !tail.Has(TokenFlags.TitleLine | TokenFlags.CapitalsLine)
            && head.Is(NameTraits.Given) && !head.Is(NameTraits.Word | NameTraits.Place | NameTraits.Function))
            form += 1;
        // "Lincoln Park" and "Cal Anderson Park" are places, "Jerry Hall" may be a person.
        if (tail.Is(NameTraits.Designator) && (count > 2 && !(tail.Is(NameTraits.Surname | NameTraits.Company) && OnlyInitials(words, first + 1, end - 1)) || !head.Is(NameTraits.Given) || head.Is(NameTraits.Place | NameTraits.Word)))
            form -= 4;
        if (head.Shape == WordShape.Initial && tail.Shape == WordShape.Initial)
            form -= 3;
        if (count > 4)
            form -= count - 4;
        return form;
    }

    // "Michael R. Bloomberg": an initial makes the firm's name a family name again.
    private bool OnlyInitials(List<int> words, int first, int end)
    {
        for (var i = first; i < end; i++)
            if (tokens[words[i]].Shape != WordShape.Initial || !tokens[words[i]].Has(TokenFlags.Dotted))
                return false;
        return true;
    }

    private bool IsEastern(List<int> words, int first, int end)
    {
        if (end - first > 3)
            return false;
        for (var i = first + 1; i < end; i++)
            if (!tokens[words[i]].Is(NameTraits.EasternSyllables) || tokens[words[i]].Shape is not (WordShape.Capital or WordShape.Lower) || tokens[words[i]].Is(NameTraits.Designator | NameTraits.Demonym))
                return false;
        var head = tokens[words[first]];
        var tail = tokens[words[end - 1]];
        // "Lee Dean", "Kim Young": a western given name before a western family name.
        return !(head.Is(NameTraits.Given) && tail.Is(NameTraits.Surname) && !tail.Has(TokenFlags.Hyphenated) && end - first == 2) && !tail.Is(NameTraits.Word) | tail.Has(TokenFlags.Hyphenated) | tail.Is(NameTraits.Given);
    }

    // "Frank Thorn V"
    private bool IsFifth(in NameToken token)
        => token.Shape == WordShape.Initial && !token.Has(TokenFlags.Dotted) && token.Word >= 0 && vocabulary.Folded(token.Word) == "v";

    private static bool IsNameSuffix(in NameToken token) => PhraseReader.IsSuffix(token);
}
