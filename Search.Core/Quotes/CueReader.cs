namespace Search.Core.Quotes;

/// <summary>
/// Finds who a quotation's own sentence says that it comes from: after it (“…,” X said), before it (X said “…”, X’s claim that “…”),
/// or at the sentence's end. Reads one paragraph's tokens.
/// </summary>
/// <param name="tongue">The text's language; null for English.</param>
internal sealed partial class CueReader(Tongue? tongue)
{
    private const int MaxReach = 60;
    private const int MaxSentence = 150;

    private readonly SubjectReader _subjects = new();
    private List<Token> _t = [];
    private List<MarkedSpan> _spans = [];
    private string _text = "";
    private int[] _sentence = [];

    /// <summary>Sets the paragraph.</summary>
    public void Begin(string text, List<Token> tokens, List<MarkedSpan> spans)
    {
        (_text, _t, _spans) = (text, tokens, spans);
        _subjects.Begin(text, tokens);
        if (_sentence.Length < tokens.Count)
            _sentence = new int[Math.Max(tokens.Count, _sentence.Length * 2)];
        var number = 0;
        for (var i = 0; i < tokens.Count; i++)
        {
            _sentence[i] = number;
            if (tokens[i].Kind is WordKind.Stop or WordKind.Semicolon || tokens[i].Kind == WordKind.Quote && EndsSentence(i))
                number++;
        }
    }

    /// <summary>The number of the sentence that a token stands in.</summary>
    public int SentenceOf(int token) => _sentence[token];

    /// <summary>The attribution in the sentence of the quotation at token <paramref name="q"/>; null where it gives none.</summary>
    public Attribution? Of(int q)
    {
        var floor = FloorOf(q);
        var ceiling = q + 1;
        while (ceiling < _t.Count && ceiling - q < MaxSentence && _sentence[ceiling] == _sentence[q])
            ceiling++;
        var opensSentence = !HasWords(floor, q);
        if ((opensSentence || EndsOpen(q)) && After(q, ceiling) is { } after)
            return after;
        if (Signed(q, ceiling) is { } signed)
            return signed;
        var before = Before(q, floor);
        if (before is { Ground: not Ground.Mind })
            return before;
        return After(q, ceiling) ?? Tail(q, ceiling) ?? before;
    }

    /// <summary>The subject of the sentence that token <paramref name="end"/> closes, with the verb of saying where it has one: what introduces the words after it.</summary>
    public Attribution? Introduction(int end)
    {
        var last = end - 1;
        while (last >= 0 && _t[last].Kind is WordKind.Stop or WordKind.Colon or WordKind.Comma or WordKind.Dash)
            last--;
        if (last < 0)
            return null;
        var floor = FloorOf(last);
        // “…, Doe:”
        if (_t[last] is { Kind: WordKind.Name, Possessive: false } && end > last + 1 && _t[last + 1].Kind == WordKind.Colon && (last == floor || _t[last - 1].Kind is WordKind.Comma or WordKind.Dash or WordKind.Conjunction))
            return new Attribution(new SpeakerPhrase(_t[last].Start, _t[last].End, WordKind.Name, _t[last].Index), Ground.Introduced);
        if (CueBefore(last + 1, floor) is { } cue)
            return cue with { Ground = Ground.Introduced };
        // “From the paper’s report:”, “Via the paper:”
        if (_t[floor].Kind == WordKind.Preposition && _t[end - 1].Kind == WordKind.Colon)
            return (_t[last].Kind == WordKind.SpeechNoun ? _subjects.OwnerOf(last, floor + 1) : _subjects.Phrase(floor + 1, last + 1)) is { } source && (source.Head == WordKind.Name || IsProper(source))
                ? new Attribution(source, Ground.Introduced) : null;
        return _subjects.Clause(floor, last + 1) is { } subject ? new Attribution(subject, Ground.Subject) : null;
    }

    /// <summary>The last attribution by a verb of saying in the sentences before token <paramref name="end"/>, the nearest first.</summary>
    public Attribution? LastCue(int end)
    {
        for (var stop = end; stop > 0 && end - stop < MaxSentence;)
        {
            var floor = FloorOf(stop - 1);
            if (CueBefore(stop, floor) is { Ground: Ground.Before } cue)
                return cue;
            stop = floor;
        }
        return null;
    }

    /// <summary>Who a remark in the paragraph says that speaks: <c>…, ajoute X, …</c>, <c>… —dijo X— …</c>; null where there is none.</summary>
    public Attribution? Remark()
    {
        for (var v = 1; v + 1 < _t.Count; v++)
        {
            if (!IsSaying(v))
                continue;
            var mark = v - 1;
            while (mark > 0 && _t[mark].Kind == WordKind.Auxiliary)
                mark--;
            if (_t[mark].Kind is not (WordKind.Comma or WordKind.Dash) || _subjects.After(v + 1, _t.Count) is not { } speaker || speaker.Head == WordKind.Plain && _t[mark].Kind == WordKind.Comma)
                continue;
            var behind = v + 1;
            while (behind < _t.Count && _t[behind].Start < Math.Max(speaker.End, speaker.RoleEnd))
                behind++;
            if (behind == _t.Count || _t[behind].Kind is WordKind.Comma or WordKind.Dash or WordKind.Stop)
                return new Attribution(speaker, Ground.After, _t[v].Start, _t[v].End);
        }
        return null;
    }

    /// <summary>True where a verb of saying introduces a quotation without a subject, as Spanish, Italian and Portuguese leave it out: <c>Y añadió: “…”</c>.</summary>
    public bool LeavesSubjectOut(int q)
    {
        if (tongue is null)
            return false;
        for (var i = FloorOf(q); i < q; i++)
        {
            if (IsSaying(i))
                return true;
            if (_t[i].Kind is not (WordKind.Conjunction or WordKind.Auxiliary or WordKind.Adverb or WordKind.Comma or WordKind.Time))
                return false;
        }
        return false;
    }

    /// <summary>The subject of the sentence around a quotation, without a verb of saying.</summary>
    public SpeakerPhrase? SubjectOfSentence(int q)
    {
        var floor = FloorOf(q);
        return HasWords(floor, q) ? _subjects.Clause(floor, q) : null;
    }

    // “…,” X said · “…,” said X · “…,” according to X
    private Attribution? After(int q, int ceiling)
    {
        var i = q + 1;
        while (i < ceiling && _t[i].Kind is WordKind.Comma or WordKind.Dash)
            i++;
        while (tongue is not null && i < ceiling && _t[i].Kind is WordKind.Auxiliary)
            i++; // “…”, a déclaré X
        if (i >= ceiling)
            return null;
        if (IsAccording(i, out var named) && _subjects.Phrase(named, ceiling) is { } source)
            return new Attribution(source, Ground.After, _t[i].Start, _t[named - 1].End);
        if (Is(i, "as") && i + 1 < ceiling)
            i++;
        var verb = i;
        while (verb < ceiling && _t[verb].Kind == WordKind.Adverb)
            verb++;
        if (verb < ceiling && IsSaying(verb))
            return _subjects.After(verb + 1, ceiling) is { } inverted ? new Attribution(inverted, Ground.After, _t[verb].Start, _t[verb].End) : null;
        if (!CanBeSubject(i))
            return null;
        // “…,” a former official.
        if (_text[_spans[_t[q].Index].End - 1] == ',' && Bare(i, ceiling) is { } bare)
            return bare;
        var reach = Math.Min(ceiling, i + MaxReach);
        for (var v = i + 1; v < reach; v++)
        {
            if (_t[v].Kind is WordKind.Quote or WordKind.Colon)
                return null;
            if (!IsSaying(v))
                continue;
            if (_subjects.Phrase(i, v, beforeVerb: true) is not { } subject || !ReachesVerb(i, v))
                return null;
            // “…” a number of times, Doe said.
            if (subject.Head == WordKind.Plain && v - 2 > i && _t[v - 2].Kind == WordKind.Comma && _subjects.Phrase(v - 1, v, beforeVerb: true) is { Head: WordKind.Name or WordKind.Pronoun } nearer)
                subject = nearer;
            return new Attribution(subject, Ground.After, _t[v].Start, _t[v].End);
        }
        return null;
    }

    private Attribution? Bare(int from, int ceiling)
    {
        if (_t[from].Kind is WordKind.Name or WordKind.Capital && _subjects.Phrase(from, ceiling, beforeVerb: true) is { Head: WordKind.Name } named && named.RoleStart > named.End
            && IsVerbless(from, ceiling))
            return new Attribution(named, Ground.Tail); // “…,” Jane Doe, a nurse.
        for (var i = from; i < ceiling; i++)
        {
            if (_t[i].Kind is WordKind.Verb or WordKind.Auxiliary or WordKind.Quote or WordKind.Relative or WordKind.Comma or WordKind.Colon or WordKind.Conjunction or WordKind.Subordinator)
                return null;
            if (_t[i].Kind == WordKind.Stop)
                return i - from <= 8 && _subjects.Phrase(from, i, beforeVerb: true) is { } speaker && speaker.End >= _t[i - 1].End ? new Attribution(speaker, Ground.Tail) : null;
        }
        return null;
    }

    private bool IsVerbless(int from, int ceiling)
    {
        for (var i = from; i < ceiling; i++)
            if (_t[i].Kind is WordKind.Verb or WordKind.Auxiliary or WordKind.Quote or WordKind.Colon)
                return false;
        return ceiling - from <= 25;
    }

    // “…” – X · ‘…’: X …
    private Attribution? Signed(int q, int ceiling)
    {
        if (q + 1 >= ceiling || _t[q + 1].Kind is not (WordKind.Dash or WordKind.Colon) || HasWords(FloorOf(q), q))
            return null;
        var name = q + 2;
        if (name >= ceiling || _t[q + 1].Kind == WordKind.Colon && _t[name].Kind != WordKind.Name || _subjects.Phrase(name, ceiling) is not { } speaker)
            return null;
        return speaker.Head != WordKind.Pronoun && char.IsUpper(_text[speaker.Start]) ? new Attribution(speaker, Ground.Signed) : null;
    }

    private Attribution? Before(int q, int floor)
    {
        if (IsPassive(q, out var agent))
            return _subjects.Phrase(agent, _t.Count) is { } by ? new Attribution(by, Ground.Before) : null;
        return CueBefore(q, floor);
    }

    // The nearest verb of saying or naming to the left with a subject; a noun (“X’s claim that”) or “according to X”; failing those a verb of thinking.
    private Attribution? CueBefore(int q, int floor)
    {
        Attribution? weak = null;
        var reach = Math.Max(floor, q - MaxReach);
        for (var i = q - 1; i >= reach; i--)
        {
            var token = _t[i];
            if (token.Kind == WordKind.Verb)
            {
                if (weak is not null && token.Verb != VerbClass.Say)
                    continue;
                if (IsNamed(i))
                    continue;
                if (_subjects.Before(i, floor) is not { } subject)
                {
                    // “Said Hester: “…””
                    if (i == floor && _subjects.After(i + 1, q) is { } inverted)
                        return new Attribution(inverted, Ground.Before, token.Start, token.End);
                    continue;
                }
                if (IsAnybody(subject) || IsRelative(i) && IsIndefinite(subject))
                {
                    // “told a woman who suggested that …”: whoever told comes first.
                    weak ??= new Attribution(subject, Ground.Mind, token.Start, token.End);
                    continue;
                }
                var found = new Attribution(subject, token.Verb == VerbClass.Mind ? Ground.Mind : Ground.Before, token.Start, token.End);
                if (token.Verb != VerbClass.Mind)
                    return found;
                weak ??= found;
            }
            else if (token.Kind == WordKind.SpeechNoun && q - i < 20 && _subjects.OwnerOf(i, floor) is { } owner)
            {
                // “X’s claim that “…””; further off, a verb of saying comes first.
                if (q - i <= 3)
                    return new Attribution(owner, Ground.Noun);
                weak ??= new Attribution(owner, Ground.Noun);
            }
            else if (IsAccording(i, out var named) && named < q && _subjects.Phrase(named, q) is { } source)
            {
                return new Attribution(source, Ground.Before, token.Start, _t[named - 1].End);
            }
        }
        if (weak is null && q > floor && _t[q - 1].Kind == WordKind.Colon && _subjects.Clause(floor, q - 1) is { } subjectOfColon)
            return new Attribution(subjectOfColon, Ground.Before); // “X: “…””
        return weak;
    }

    // “… “a handful” …, X said.”
    private Attribution? Tail(int q, int ceiling)
    {
        var reach = Math.Min(ceiling, q + MaxReach);
        for (var v = reach - 1; v > q + 2; v--)
        {
            if (!IsSaying(v) || _t[v - 1].Kind != WordKind.Comma && v + 1 < ceiling && _t[v + 1].Kind is not (WordKind.Stop or WordKind.Comma or WordKind.Preposition or WordKind.Time or WordKind.Adverb or WordKind.Semicolon))
                continue;
            if (_t[v - 1].Kind == WordKind.Comma && v + 1 < ceiling && _subjects.After(v + 1, ceiling) is { } inverted)
                return new Attribution(inverted, Ground.Tail, _t[v].Start, _t[v].End);
            var subject = v - 1;
            while (subject > q && _t[subject].Kind is not (WordKind.Comma or WordKind.Quote))
                subject--;
            if (subject > q && _t[subject].Kind == WordKind.Comma && _subjects.Phrase(subject + 1, v, beforeVerb: true) is { } speaker)
                return new Attribution(speaker, Ground.Tail, _t[v].Start, _t[v].End);
        }
        return null;
    }
}
