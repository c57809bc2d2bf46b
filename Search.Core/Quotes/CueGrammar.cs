namespace Search.Core.Quotes;

// What words and marks around a quotation are to it.
internal sealed partial class CueReader
{
    private bool IsProper(SpeakerPhrase phrase)
    {
        foreach (var word in _text.AsSpan(phrase.Start, phrase.End - phrase.Start).EnumerateRunes())
            if (System.Text.Rune.IsUpper(word))
                return true;
        return false;
    }

    private bool IsAnybody(SpeakerPhrase subject) =>
        subject.Head == WordKind.Pronoun && _text.AsSpan(subject.Start, subject.End - subject.Start) is var word
        && (word.EndsWith("body", StringComparison.OrdinalIgnoreCase) || word.EndsWith("one", StringComparison.OrdinalIgnoreCase));

    private bool IsIndefinite(SpeakerPhrase subject) =>
        subject.Head == WordKind.Plain && _text.AsSpan(subject.Start, subject.End - subject.Start) is var words
        && (words.StartsWith("a ", StringComparison.OrdinalIgnoreCase) || words.StartsWith("an ", StringComparison.OrdinalIgnoreCase) || char.IsLower(words[0]));

    private bool IsRelative(int verb)
    {
        var i = verb - 1;
        while (i > 0 && _t[i].Kind is WordKind.Adverb or WordKind.Auxiliary)
            i--;
        return i >= 0 && _t[i].Kind is WordKind.Relative or WordKind.Subordinator;
    }

    // “was called “…” by X”
    private bool IsPassive(int q, out int agent)
    {
        agent = q + 2;
        return q > 1 && agent < _t.Count && Is(q + 1, "by") && _t[q - 1].Kind == WordKind.Verb && _t[q - 2].Kind is WordKind.Auxiliary or WordKind.Adverb;
    }

    // “a game called “…””: a name is given, nothing is said.
    private bool IsNamed(int verb) =>
        Is(verb, "called") && verb > 0 && _t[verb - 1].Kind is WordKind.Plain or WordKind.Auxiliary && verb + 1 < _t.Count && _t[verb + 1].Kind == WordKind.Quote && !IsPassive(verb + 1, out _);

    // Between the subject and its verb nothing but what may part them.
    private bool ReachesVerb(int from, int verb)
    {
        var i = from;
        while (i < verb && _t[i].Kind is WordKind.Name or WordKind.Capital or WordKind.Plain or WordKind.SpeechNoun or WordKind.Number or WordKind.Determiner or WordKind.Possessive or WordKind.Pronoun)
            i++;
        if (i == verb)
            return true;
        if (_t[i].Kind == WordKind.Conjunction && !Is(i, "and"))
            return false;
        return _t[i].Kind is WordKind.Comma or WordKind.Relative or WordKind.Preposition or WordKind.Adverb or WordKind.Auxiliary or WordKind.Time or WordKind.Dash or WordKind.Conjunction or WordKind.Verb;
    }

    private bool CanBeSubject(int i)
    {
        var token = _t[i];
        return token.Kind switch
        {
            WordKind.Name or WordKind.Capital or WordKind.Determiner or WordKind.Possessive or WordKind.Number => !token.Possessive || token.Kind is WordKind.Name or WordKind.Capital,
            WordKind.Pronoun => true,
            WordKind.Plain or WordKind.SpeechNoun => i + 1 < _t.Count && (_t[i + 1].Kind is WordKind.Verb or WordKind.Name or WordKind.Capital || i + 2 < _t.Count && _t[i + 2].Kind is WordKind.Verb or WordKind.Name),
            _ => false,
        };
    }

    // A quotation ends its sentence where its own last mark does and no attribution can follow: “… out.” The court
    private bool EndsSentence(int q)
    {
        var span = _spans[_t[q].Index];
        var last = _text[Math.Max(span.Start, span.End - 1)];
        if (last is '’' or '”' or '"' or '\'' or ')' or ']' && span.End - 2 >= span.Start)
            last = _text[span.End - 2];
        if (last is not ('.' or '!' or '?' or '…'))
            return false;
        if (q + 1 >= _t.Count || _t[q + 1].Kind == WordKind.Quote)
            return true;
        var next = _t[q + 1];
        if (!char.IsUpper(_text[next.Start]))
            return false;
        if (next.Kind is not (WordKind.Name or WordKind.Capital))
            return true;
        // “Why?” Smith asked. – but not: “It is out.” Smith said that …
        var verb = q + 2;
        while (verb < _t.Count && verb - q < 7 && _t[verb].Kind is WordKind.Name or WordKind.Capital or WordKind.Adverb or WordKind.Plain or WordKind.Auxiliary)
            verb++;
        if (verb >= _t.Count || !IsSaying(verb))
            return true;
        return last == '.' && !(verb + 1 >= _t.Count || _t[verb + 1].Kind is WordKind.Stop or WordKind.Preposition or WordKind.Time);
    }

    private bool EndsOpen(int q)
    {
        var span = _spans[_t[q].Index];
        return _text[span.End - 1] is ',' or '?' or '!' or '—' or '–' or '…' || q + 1 < _t.Count && _t[q + 1].Kind is WordKind.Comma or WordKind.Dash && _t[q + 1].Start - span.Close <= 1;
    }

    private bool HasWords(int from, int to)
    {
        for (var i = from; i < to; i++)
            if (_t[i].Kind is not (WordKind.Comma or WordKind.Dash or WordKind.Conjunction))
                return true;
        return false;
    }

    // The start of a token's sentence; a sentence without end is read a bounded way, so that a text of marks stays linear.
    private int FloorOf(int token)
    {
        var floor = token;
        while (floor > 0 && token - floor < MaxSentence && _sentence[floor - 1] == _sentence[token])
            floor--;
        return floor;
    }

    private bool IsSaying(int i) => _t[i] is { Kind: WordKind.Verb, Verb: VerbClass.Say, Form: VerbForm.Finite };

    private bool IsAccording(int i, out int named)
    {
        if (tongue is not null)
            return IsAccordingThere(i, out named);
        named = i + 1;
        if (Is(i, "per"))
            return true;
        named = i + 2;
        return i + 2 < _t.Count && (Is(i, "according") && Is(i + 1, "to") || Is(i, "words") && Is(i + 1, "of"));
    }

    private bool IsAccordingThere(int i, out int named)
    {
        named = i;
        for (var p = 0; p < tongue!.According.Count; p++)
        {
            var words = tongue.According[p];
            var k = 0;
            while (k < words.Length && i + k < _t.Count && (Is(i + k, words[k]) || words[k][^1] == '’' && _t[i + k].End - _t[i + k].Start == words[k].Length && Is(i + k, words[k][..^1] + "'")))
                k++;
            named = i + k;
            if (k < words.Length || named >= _t.Count)
                continue;
            if (!tongue.NeedsName(p) || _subjects.Phrase(named, _t.Count) is { Head: WordKind.Name } source && IsBesideMarks(i, source))
                return true;
        }
        return false;
    }

    // “Para X, “…””, “„…“, so X weiter.”: nothing but the name between the word and the quotation, or the quotation and the word.
    private bool IsBesideMarks(int i, SpeakerPhrase source)
    {
        var before = i - 1;
        while (before >= 0 && _t[before].Kind == WordKind.Comma)
            before--;
        if (before >= 0 && _t[before].Kind == WordKind.Quote)
            return true;
        var after = i;
        while (after < _t.Count && _t[after].Start < source.End)
            after++;
        while (after < _t.Count && _t[after].Kind is WordKind.Comma or WordKind.Auxiliary or WordKind.Adverb)
            after++;
        return after < _t.Count && _t[after].Kind == WordKind.Quote;
    }

    private bool Is(int i, string word) => _text.AsSpan(_t[i].Start, _t[i].End - _t[i].Start).Equals(word, StringComparison.OrdinalIgnoreCase);
}
