namespace Search.Core.Quotes;

/// <summary>
/// Finds the phrase that is the subject of a verb in a sentence's tokens: before the verb, after it (“said Jane Doe, a nurse”), or at the head of
/// the clause. Names inside a prepositional phrase or before a possessive are not the subject (“a spokesman for X”, “X’s lawyer”).
/// </summary>
internal sealed partial class SubjectReader
{
    private List<Token> _t = [];
    private string _text = "";

    /// <summary>Sets the sentence's paragraph.</summary>
    public void Begin(string text, List<Token> tokens) => (_text, _t) = (text, tokens);

    /// <summary>The subject of the verb at <paramref name="verb"/>, looking left no further than <paramref name="floor"/>.</summary>
    public SpeakerPhrase? Before(int verb, int floor)
    {
        if (_t[verb].Form == VerbForm.Gerund)
            return Contraction(verb, floor) ?? (verb > floor && _t[verb - 1] is { Kind: WordKind.Name, Possessive: false } ? Of(verb - 1, verb, verb - 1) : Clause(floor, verb));
        var i = verb - 1;
        while (i >= floor && _t[i].Kind is WordKind.Adverb or WordKind.Auxiliary or WordKind.Time)
            i--;
        if (i < floor)
            return null;
        switch (_t[i].Kind)
        {
            case WordKind.Pronoun:
                return IsSubjectPronoun(_t[i]) ? Of(i, i + 1, i) : Clause(floor, verb);
            case WordKind.Name or WordKind.Capital or WordKind.Plain or WordKind.SpeechNoun or WordKind.Number or WordKind.Determiner:
                return EndingAt(i, floor) ?? Clause(floor, verb);
            case WordKind.Relative or WordKind.Subordinator when _t[i].Kind == WordKind.Relative || Is(i, "that") && i > floor && IsNominal(_t[i - 1].Kind):
                var antecedent = i - 1; // “the rule that says”
                while (antecedent >= floor && _t[antecedent].Kind is WordKind.Comma or WordKind.Dash or WordKind.Preposition)
                    antecedent--;
                return antecedent >= floor && IsNominal(_t[antecedent].Kind) ? EndingAt(antecedent, floor) : Clause(floor, verb);
            case WordKind.Quote:
                return null;
            default:
                return Clause(floor, verb);
        }
    }

    /// <summary>The phrase after an inverted verb: <c>said |Jane Doe, a nurse|</c>; null where none begins there.</summary>
    public SpeakerPhrase? After(int from, int ceiling)
    {
        while (from < ceiling && _t[from].Kind is WordKind.Adverb or WordKind.Time)
            from++;
        // “explicó a este diario X”, “sagte am Montag X”: to whom and when, before who.
        if (from + 2 < ceiling && _t[from].Kind == WordKind.Preposition)
        {
            var next = from + 1;
            if (_t[next].Kind is WordKind.Determiner or WordKind.Possessive)
                next++;
            next++;
            if (next < ceiling && _t[next].Kind is WordKind.Name or WordKind.Determiner or WordKind.Capital)
                from = next;
        }
        return Phrase(from, ceiling);
    }

    /// <summary>The first subject of the clause in <c>[from, to)</c>, past what leads it in (“In Ohio,”, “Asked about it,”).</summary>
    public SpeakerPhrase? Clause(int from, int to)
    {
        for (var k = to - 2; k > from; k--)
            if (_t[k].Kind == WordKind.Colon)
            {
                from = k + 1; // “Update: Doe said …”
                break;
            }
        var i = from;
        for (var skipped = 0; skipped < 6; skipped++)
        {
            while (i < to && _t[i].Kind is WordKind.Conjunction or WordKind.Adverb or WordKind.Comma or WordKind.Dash or WordKind.Quote or WordKind.Stop or WordKind.Colon)
                i++;
            if (i >= to)
                break;
            // “As Doe, a nurse, said”
            if (Is(i, "as") && i + 1 < to && Phrase(i + 1, to) is { Head: WordKind.Name } told && CommaAfter(i, to) is > 0 and var end && _t[end - 1].End == told.End)
                return told;
            var comma = CommaAfter(i, to);
            if (comma < 0 || !(IsLeadIn(i) || skipped > 0 && IsPlaceName(i, comma)))
                break;
            i = comma + 1;
        }
        if (i < to && Phrase(i, to) is { } phrase)
            return phrase;
        for (var k = from; k < to; k++)
            if (_t[k].Kind == WordKind.Name && !_t[k].Possessive && !HangsOn(k, from) || _t[k].Kind == WordKind.Pronoun && IsSubjectPronoun(_t[k]))
                return Of(k, k + 1, k);
        return null;
    }

    /// <summary>The phrase that begins at <paramref name="from"/>: its head, and an apposition where the head is no name.</summary>
    /// <param name="from">First token.</param>
    /// <param name="to">End of the tokens that may be read.</param>
    /// <param name="beforeVerb">True where a verb of saying stands at <paramref name="to"/>: what is in between belongs to the subject.</param>
    public SpeakerPhrase? Phrase(int from, int to, bool beforeVerb = false)
    {
        while (from < to && _t[from].Kind is WordKind.Adverb or WordKind.Comma or WordKind.Conjunction)
            from++;
        if (from >= to || _t[from].Kind is not (WordKind.Name or WordKind.Capital or WordKind.Plain or WordKind.SpeechNoun or WordKind.Determiner or WordKind.Possessive or WordKind.Number or WordKind.Pronoun))
            return null;
        if (_t[from].Kind == WordKind.Pronoun)
            return Of(from, from + 1, from);
        var stop = from;
        while (stop < to && (IsNominal(_t[stop].Kind) || _t[stop].Kind is WordKind.Determiner or WordKind.Possessive || IsTitlesOf(stop, to)
            || _t[stop].Kind == WordKind.Adverb && stop > from && _t[stop - 1].Kind == WordKind.Determiner))
            stop++;
        var head = stop - 1;
        while (head > from && _t[head].Kind is WordKind.Number or WordKind.Determiner or WordKind.Adverb)
            head--;
        if (_t[head].Kind == WordKind.Name && !_t[head].Possessive)
            return Named(from, head, stop, to);
        if (!beforeVerb && NameWithVerb(from, stop) is { } named)
            return named;
        if (_t[head].Kind == WordKind.SpeechNoun && OwnerOf(head, from) is { } owner)
            return owner; // “Doe’s post said”
        if (Apposed(from, head, stop, to) is { } apposed)
            return apposed;
        if (_t[head].Kind is WordKind.Determiner && head == from && _t[from].Possessive)
            return null;
        // Office words take what hangs on them: “a person close to X”, “a spokesman for Y”.
        var end = stop;
        while (end < to && end - stop < 10 && (_t[end].Kind == WordKind.Preposition && end + 1 < to && !IsTail(end) || IsNominal(_t[end].Kind) || _t[end].Kind is WordKind.Determiner or WordKind.Possessive))
            end++;
        while (end > stop && !IsNominal(_t[end - 1].Kind))
            end--;
        return Apposed(from, end - 1, end, to) ?? new SpeakerPhrase(_t[from].Start, _t[end - 1].End, WordKind.Plain);
    }

    // “the group’s president, Jane Doe, said”, “the head of the union, Jane Doe, said”
    private SpeakerPhrase? Apposed(int from, int last, int stop, int to)
    {
        if (stop + 1 >= to || _t[stop].Kind != WordKind.Comma)
            return null;
        var name = stop + 1;
        while (name < to && _t[name].Kind == WordKind.Capital)
            name++;
        return name < to && _t[name].Kind == WordKind.Name && !_t[name].Possessive && (name + 1 >= to || _t[name + 1].Kind is WordKind.Comma or WordKind.Verb or WordKind.Stop or WordKind.Auxiliary or WordKind.Quote or WordKind.Dash)
            ? new SpeakerPhrase(_t[stop + 1].Start, _t[name].End, WordKind.Name, _t[name].Index, _t[from].Start, _t[last].End) : null;
    }

    /// <summary>Who owns the noun at <paramref name="noun"/>: <c>Doe’s latest statement</c>, <c>her claim</c>; null where nobody does.</summary>
    public SpeakerPhrase? OwnerOf(int noun, int floor)
    {
        for (var k = noun - 1; k >= floor && noun - k < 5; k--)
        {
            var token = _t[k];
            if (token.Possessive && token.Kind is WordKind.Name or WordKind.Capital or WordKind.Plain)
                return token.Kind == WordKind.Plain ? EndingAt(k, floor) : Of(k, k + 1, k);
            if (token.Kind == WordKind.Possessive)
                return new SpeakerPhrase(token.Start, token.End, WordKind.Pronoun);
            if (token.Kind is not (WordKind.Plain or WordKind.Number or WordKind.Adverb or WordKind.Capital))
                return null;
        }
        return null;
    }

    // “Jane Doe made clear …”: a verb that is in no list follows the name; but “Doe campaign officials” is one noun.
    private SpeakerPhrase? NameWithVerb(int from, int stop)
    {
        for (var k = from; k + 1 < stop; k++)
            if (_t[k].Kind == WordKind.Name && !_t[k].Possessive && _t[k + 1].Kind is WordKind.Plain or WordKind.Determiner or WordKind.Possessive or WordKind.Number
                && !Companions.Contains(_text.AsSpan(_t[k + 1].Start, _t[k + 1].End - _t[k + 1].Start)))
                return Named(from, k, k + 1, k + 1);
        return null;
    }

    // Nouns that stand behind a person's name and make it a group's or an office's.
    private static readonly System.Collections.Frozen.FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Companions =
        System.Collections.Frozen.FrozenSet.ToFrozenSet(
            ("campaign administration spokesman spokeswoman spokesperson spokespeople aide aides adviser advisers advisor advisors ally allies supporter supporters surrogate surrogates official officials team lawyer lawyers "
            + "attorney attorneys family foundation organization camp voter voters backer backers donor donors critic critics rival rivals opponent opponents staffer staffers loyalist loyalists appointee appointees associate "
            + "associates strategist strategists fan fans rally ad ads brief era doctrine policy presidency communications press deputy chief senior media transition operatives operative defender defenders confidant confidants").Split(' '),
            StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    private SpeakerPhrase Named(int from, int head, int stop, int to)
    {
        var role = from;
        while (role < head && _t[role].Kind == WordKind.Determiner)
            role++;
        if (role < head)
            return new SpeakerPhrase(_t[from].Start, _t[head].End, WordKind.Name, _t[head].Index, _t[role].Start, _t[head - 1].End);
        // “Jane Doe, a nurse at the hospital, said”
        if (stop + 1 < to && _t[stop].Kind == WordKind.Comma && (_t[stop + 1].Kind is WordKind.Determiner or WordKind.Possessive or WordKind.Plain
            || _t[stop + 1].Kind is WordKind.Name or WordKind.Capital && _t[stop + 1].Possessive))
        {
            var close = stop + 1;
            while (close < to && close - stop < 25 && _t[close].Kind is not (WordKind.Comma or WordKind.Stop or WordKind.Quote or WordKind.Dash or WordKind.Verb or WordKind.Relative or WordKind.Auxiliary))
                close++;
            var start = stop + 1;
            if (close > start)
                return new SpeakerPhrase(_t[from].Start, _t[head].End, WordKind.Name, _t[head].Index, _t[start].Start, _t[close - 1].End);
        }
        return Of(from, head + 1, head);
    }

    // The noun phrase whose last token is at `last`: its head, or the head that a preposition hangs it on.
    private SpeakerPhrase? EndingAt(int last, int floor)
    {
        var start = last;
        while (start > floor && (IsNominal(_t[start - 1].Kind) || _t[start - 1].Kind is WordKind.Determiner or WordKind.Possessive || IsTitlesOf(start - 1, last + 1)))
            start--;
        if (start > floor && _t[start - 1].Kind == WordKind.Relative)
        {
            var antecedent = start - 2; // “an agent who shot a man told”
            while (antecedent > floor && _t[antecedent].Kind is WordKind.Comma or WordKind.Dash)
                antecedent--;
            return antecedent >= floor && IsNominal(_t[antecedent].Kind) ? EndingAt(antecedent, floor) : null;
        }
        if (start > floor && _t[start - 1].Kind == WordKind.Preposition)
        {
            var before = start - 2;
            if (before < floor)
                return null; // “In Ohio Smith said”: the clause decides
            if (_t[before].Kind == WordKind.Name && !_t[before].Possessive || _t[before].Kind == WordKind.Pronoun && IsSubjectPronoun(_t[before]))
                return EndingAt(before, floor); // “Smith in a statement said”
            if (IsNominal(_t[before].Kind) && !_t[before].Possessive && EndingAt(before, floor) is { } outer)
                return outer.Head == WordKind.Plain ? outer with { End = _t[last].End } : outer; // “a spokesman for Smith said”
            return null;
        }
        return Phrase(start, last + 1, beforeVerb: true);
    }

    // “He’s claiming”: the contraction before a gerund is the subject and its verb.
    private SpeakerPhrase? Contraction(int verb, int floor)
    {
        var i = verb - 1;
        var auxiliary = false;
        while (i >= floor && _t[i].Kind is WordKind.Adverb or WordKind.Auxiliary)
        {
            auxiliary |= _t[i].Kind == WordKind.Auxiliary;
            i--;
        }
        if (i < floor)
            return null;
        if (_t[i].Kind == WordKind.Pronoun && IsSubjectPronoun(_t[i]) && (auxiliary || _t[i].Possessive))
            return Of(i, i + 1, i);
        return auxiliary && IsNominal(_t[i].Kind) ? EndingAt(i, floor) : null;
    }

    // “Secretary of State”, “Secretary of the Navy”: `of` between a title and a name.
    private bool IsTitlesOf(int at, int to)
    {
        if (_t[at].Kind != WordKind.Preposition || at == 0 || _t[at - 1].Kind != WordKind.Capital || _t[at - 1].Possessive || !Is(at, "of"))
            return false;
        var k = at + 1;
        while (k < to && k - at < 5 && (_t[k].Kind == WordKind.Capital || k == at + 1 && Is(k, "the")))
            k++;
        return k > at + 1 && k < to && _t[k].Kind == WordKind.Name;
    }

    private bool HangsOn(int name, int floor)
    {
        while (name > floor && _t[name - 1].Kind is WordKind.Capital or WordKind.Plain)
            name--;
        return name > floor && _t[name - 1].Kind == WordKind.Preposition;
    }

    // A preposition that opens time or place of the saying, not part of the office: “in a statement”, “on Monday”.
    private bool IsTail(int i) => Is(i, "in") || Is(i, "on") || Is(i, "during") || Is(i, "at") || Is(i, "after") || Is(i, "before") || Is(i, "via");

    private bool Is(int i, string word) => _text.AsSpan(_t[i].Start, _t[i].End - _t[i].Start).Equals(word, StringComparison.OrdinalIgnoreCase);

    private static bool IsNominal(WordKind kind) => kind is WordKind.Name or WordKind.Capital or WordKind.Plain or WordKind.SpeechNoun or WordKind.Number;

    private bool IsSubjectPronoun(Token token) =>
        _text.AsSpan(token.Start, token.End - token.Start) is var word
        && !(word.Equals("him", StringComparison.OrdinalIgnoreCase) || word.Equals("them", StringComparison.OrdinalIgnoreCase)
            || word.Equals("me", StringComparison.OrdinalIgnoreCase) || word.Equals("us", StringComparison.OrdinalIgnoreCase));

    private SpeakerPhrase Of(int from, int to, int head) =>
        new(_t[from].Start, _t[to - 1].End, _t[head].Kind == WordKind.Name ? WordKind.Name : _t[head].Kind == WordKind.Pronoun ? WordKind.Pronoun : WordKind.Plain, _t[head].Kind == WordKind.Name ? _t[head].Index : -1);
}
