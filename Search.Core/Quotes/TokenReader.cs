using Search.Core.Text;

namespace Search.Core.Quotes;

/// <summary>
/// Reads a paragraph as tokens for attribution: its quotations are one token each, its persons' names are one token each, words in round
/// brackets are left out (a party, an age, an aside). One pass.
/// </summary>
/// <param name="tongue">The text's language; null for English.</param>
internal sealed class TokenReader(Tongue? tongue)
{
    private const int MaxBracket = 200;

    private readonly List<Token> _tokens = [];

    /// <summary>The tokens of <c>text[start..end]</c>; valid until the next call.</summary>
    /// <param name="text">The whole text.</param>
    /// <param name="start">Start of the stretch.</param>
    /// <param name="end">End of the stretch.</param>
    /// <param name="spans">The quotations of the whole text, in order.</param>
    /// <param name="span">Index of the first quotation that ends after <paramref name="start"/>.</param>
    /// <param name="people">The names of the whole text.</param>
    public List<Token> Read(string text, int start, int end, List<MarkedSpan> spans, int span, PersonMentions people)
    {
        _tokens.Clear();
        var mention = people.FirstFrom(start);
        var i = start;
        while (i < end)
        {
            while (span < spans.Count && (spans[span].Close <= i || IsNickname(text, spans[span])))
                span++;
            if (span < spans.Count && i >= spans[span].Open)
            {
                var close = Math.Min(end, Math.Max(spans[span].Close, i + 1));
                _tokens.Add(new Token(i, close, WordKind.Quote, span));
                i = close;
                span++;
                continue;
            }
            while (mention < people.Count && people[mention].Start < i)
                mention++;
            if (mention < people.Count && people[mention].Start == i && people[mention].End <= end && people[mention].End > i)
            {
                var stop = people[mention].End;
                if (OpensSentence() && text.AsSpan(i, stop - i).StartsWith("Said ", StringComparison.Ordinal) && text.AsSpan(i + 5, stop - i - 5).Contains(' '))
                {
                    _tokens.Add(new Token(i, i + 4, WordKind.Verb, Verb: VerbClass.Say)); // “Said Jane Doe: …”, though Said is a name too
                    i += 5;
                }
                var after = stop;
                var owned = tongue is null && IsPossessive(text, stop, end, out after);
                _tokens.Add(new Token(i, stop, WordKind.Name, mention, owned));
                i = after;
                continue;
            }
            i = ReadOne(text, i, end, span < spans.Count ? spans[span].Open : end);
        }
        return _tokens;
    }

    // Jane “Jay” Doe
    private static bool IsNickname(string text, MarkedSpan span) =>
        span.End - span.Start <= 20 && char.IsUpper(text[span.Start]) && span.Open >= 2 && text[span.Open - 1] == ' ' && char.IsLetter(text[span.Open - 2])
        && span.Close + 1 < text.Length && text[span.Close] == ' ' && char.IsUpper(text[span.Close + 1]) && text.AsSpan(span.Start, span.End - span.Start).IndexOfAny(".,!?") < 0
        && StartsUpper(text, span.Open - 2);

    private static bool StartsUpper(string text, int last)
    {
        while (last > 0 && char.IsLetter(text[last - 1]))
            last--;
        return char.IsUpper(text[last]);
    }

    private int ReadOne(string text, int i, int end, int nextQuote)
    {
        var c = text[i];
        if (char.IsLetter(c) || c == '@' && i + 1 < end && char.IsLetter(text[i + 1]))
            return ReadWord(text, i, Math.Min(end, Math.Max(nextQuote, i + 1)));
        if (char.IsDigit(c))
        {
            var stop = i + 1;
            while (stop < end && (char.IsLetterOrDigit(text[stop]) || text[stop] is '.' or ',' && stop + 1 < end && char.IsDigit(text[stop + 1])))
                stop++;
            _tokens.Add(new Token(i, stop, WordKind.Number));
            return stop;
        }
        if (c == '(')
        {
            var close = text.AsSpan(i, Math.Min(MaxBracket, end - i)).IndexOf(')');
            if (close > 0 && i + close < nextQuote)
                return i + close + 1;
        }
        var kind = c switch
        {
            ',' => WordKind.Comma,
            ':' => WordKind.Colon,
            ';' or '#' => WordKind.Semicolon,
            '—' or '–' or '―' => WordKind.Dash,
            '-' => i > 0 && char.IsWhiteSpace(text[i - 1]) || i + 1 < end && text[i + 1] == '-' ? WordKind.Dash : WordKind.Plain,
            '.' or '!' or '?' or '…' or '。' => Sentences.EndsAt(text, i, end) ? WordKind.Stop : WordKind.Plain,
            _ => WordKind.Plain,
        };
        if (kind != WordKind.Plain && !(kind == WordKind.Dash && _tokens.Count > 0 && _tokens[^1].Kind == WordKind.Dash))
            _tokens.Add(new Token(i, i + 1, kind));
        return i + 1;
    }

    private int ReadWord(string text, int i, int end)
    {
        var stop = i + 1;
        while (stop < end && (char.IsLetterOrDigit(text[stop]) || IsInner(text, stop, end)))
        {
            if (tongue is not null && text[stop] is '’' or '\'')
                return ReadForeign(text, i, stop + 1); // d’|Hélène, s’|est
            stop++;
        }
        // The stop of an abbreviation belongs to it: Sen., U.S.
        if (stop < end && text[stop] == '.' && !Sentences.EndsAt(text, stop, end))
            stop++;
        if (tongue is not null)
            return ReadForeign(text, i, stop);
        var owned = IsPossessive(text, stop, end, out var after);
        if (!owned && stop - i > 2 && text[stop - 1] is 's' && text[stop - 2] is '’' or '\'')
        {
            owned = true;
            after = stop;
            stop -= 2;
        }
        _tokens.Add(Classify(text, i, stop, owned));
        return after;
    }

    private int ReadForeign(string text, int start, int stop)
    {
        var word = text.AsSpan(start, stop - start);
        if (tongue!.HasPronounBehind(word, out var verbEnd, out var pronoun))
        {
            Add(start, start + verbEnd);
            _tokens.Add(new Token(start + pronoun, stop, WordKind.Pronoun));
        }
        else
            Add(start, stop);
        return stop;

        void Add(int from, int to)
        {
            var kind = tongue.KindOf(text.AsSpan(from, to - from));
            _tokens.Add(new Token(from, to, kind, Verb: kind == WordKind.Verb ? VerbClass.Say : VerbClass.None));
        }
    }

    private Token Classify(string text, int start, int stop, bool owned)
    {
        var word = text.AsSpan(start, stop - start);
        var kind = IsShouted(word) ? WordKind.Capital : Words.Of(word); // NOW in a name is no adverb
        if (kind == WordKind.Capital && word.EndsWith("ly", StringComparison.Ordinal) && word.Length > 5 && OpensSentence() && stop < text.Length && text[stop] is ',' or ' ')
            kind = WordKind.Adverb; // “Eventually, …”
        if (word.Length is 3 or 4 && word.StartsWith("put", StringComparison.OrdinalIgnoreCase) && text.AsSpan(stop).StartsWith(" it", StringComparison.Ordinal))
            return new Token(start, stop, WordKind.Verb, Verb: VerbClass.Say); // “as the paper puts it”
        var verb = SpeechVerbs.Of(word);
        if ((kind is WordKind.Plain or WordKind.Capital) && word.IndexOfAny('’', '\'') is > 0 and var mark && Words.Of(word[..mark]) == WordKind.Pronoun)
            return new Token(start, stop, WordKind.Pronoun, Possessive: true); // they’re, I’ve
        if (verb.Class == VerbClass.None || owned || kind is not (WordKind.Plain or WordKind.Capital or WordKind.SpeechNoun))
            return new Token(start, stop, kind, Possessive: owned);
        if (_tokens.Count > 0 && IsArticle(text, _tokens[^1]))
        {
            if (!SpeechVerbs.IsOfOtherLanguage(word))
                return new Token(start, stop, kind == WordKind.SpeechNoun ? kind : WordKind.Plain); // “a written statement”
            _tokens.RemoveAt(_tokens.Count - 1); // the auxiliary of “a déclaré”
        }
        // A capitalised verb inside a sentence is a name's part (United States, Call of Duty).
        if (char.IsUpper(word[0]) && _tokens.Count > 0 && _tokens[^1].Kind is not (WordKind.Stop or WordKind.Quote or WordKind.Dash or WordKind.Colon) && !IsHeadline(word))
            return new Token(start, stop, WordKind.Capital);
        if (verb.Form == VerbForm.FiniteOrNoun && IsNounHere(text, word))
            return new Token(start, stop, kind == WordKind.SpeechNoun ? kind : WordKind.Plain);
        return new Token(start, stop, WordKind.Verb, Verb: verb.Class, Form: verb.Form == VerbForm.Gerund ? VerbForm.Gerund : VerbForm.Finite);
    }

    // “the claims”, “his report”, “of comments”, “false claims” are nouns; “officials claim”, “the letter claims”, “he reports” are verbs.
    private bool IsNounHere(string text, ReadOnlySpan<char> word)
    {
        // The bare form needs its subject beside it: “officials claim”, “they claim”; but “…,” state Sen. Doe said.
        var bare = word[^1] != 's' && !word.EndsWith("ed", StringComparison.Ordinal) && !word.EndsWith("ght", StringComparison.Ordinal);
        if (_tokens.Count == 0)
            return bare;
        var before = _tokens[^1];
        var beforeText = text.AsSpan(before.Start, before.End - before.Start);
        return before.Kind switch
        {
            WordKind.Determiner or WordKind.Possessive or WordKind.Number => true,
            WordKind.Name or WordKind.Capital => before.Possessive || bare && beforeText[^1] != 's',
            WordKind.Preposition => !beforeText.Equals("to", StringComparison.OrdinalIgnoreCase),
            WordKind.Plain or WordKind.SpeechNoun => before.Possessive
                || beforeText.EndsWith("ing", StringComparison.Ordinal) || (word[^1] == 's' ? beforeText[^1] == 's' : beforeText[^1] != 's' && !word.EndsWith("ed", StringComparison.Ordinal)),
            WordKind.Pronoun or WordKind.Auxiliary or WordKind.Adverb or WordKind.Relative or WordKind.Conjunction or WordKind.Subordinator => false,
            _ => bare,
        };
    }

    private static bool IsShouted(ReadOnlySpan<char> word)
    {
        foreach (var c in word)
            if (!char.IsUpper(c))
                return false;
        return word.Length > 1;
    }

    private bool OpensSentence() => _tokens.Count == 0 || _tokens[^1].Kind is WordKind.Stop or WordKind.Quote;

    private static bool IsArticle(string text, Token token) =>
        token.Kind == WordKind.Possessive || token.Kind == WordKind.Determiner && text.AsSpan(token.Start, token.End - token.Start) is var word
        && (word.Equals("a", StringComparison.OrdinalIgnoreCase) || word.Equals("an", StringComparison.OrdinalIgnoreCase) || word.Equals("the", StringComparison.OrdinalIgnoreCase));

    private static bool IsHeadline(ReadOnlySpan<char> word) => SpeechVerbs.Of(word) is { Class: VerbClass.Say, Form: VerbForm.Finite };

    private static bool IsInner(string text, int i, int end) => text[i] switch
    {
        '-' or '’' or '\'' or '&' or '_' or '@' => i + 1 < end && char.IsLetterOrDigit(text[i + 1]),
        '.' => i + 1 < end && char.IsLetter(text[i + 1]),
        _ => char.GetUnicodeCategory(text[i]) is System.Globalization.UnicodeCategory.NonSpacingMark or System.Globalization.UnicodeCategory.SpacingCombiningMark,
    };

    private static bool IsPossessive(string text, int at, int end, out int after)
    {
        after = at;
        if (at >= end || text[at] is not ('’' or '\''))
            return false;
        if (at + 1 < end && text[at + 1] is 's' or 'S' && (at + 2 >= end || !char.IsLetterOrDigit(text[at + 2])))
        {
            after = at + 2;
            return true;
        }
        if (at > 0 && text[at - 1] is 's' or 'z' or 'x' or 'S' && (at + 1 >= end || !char.IsLetterOrDigit(text[at + 1])))
        {
            after = at + 1;
            return true;
        }
        return false;
    }
}
