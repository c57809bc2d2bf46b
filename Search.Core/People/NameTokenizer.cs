using System.Globalization;

namespace Search.Core.People;

/// <summary>
/// Cuts a text into words, numbers and marks in one pass, telling sentence starts, abbreviations, initials and possessives. It never
/// fails, whatever the text.
/// </summary>
internal sealed class NameTokenizer(Vocabulary vocabulary)
{
    private static readonly string[] NamePrefixes = ["Mc", "Mac", "De", "Di", "Du", "Da", "La", "Le", "Van", "Von", "Fitz", "O'", "O’", "D'", "D’", "L'", "L’", "St", "Ver", "Ten", "Del", "Della"];

    private string _text = "";
    private List<NameToken> _tokens = [];
    private TokenFlags _pending;

    public void Read(string text, List<NameToken> tokens)
    {
        _text = text;
        _tokens = tokens;
        _pending = TokenFlags.SentenceStart | TokenFlags.LineStart | TokenFlags.ParagraphStart;
        var i = 0;
        while (i < text.Length)
        {
            var c = text[i];
            if (c is ' ' or '\t' or '\r' or '\n' || c > 127 && (char.IsWhiteSpace(c) || c is '\u200B' or '\u200C' or '\u200D' or '\uFEFF' or '\u00AD'))
                i = Blank(i);
            else if (char.IsAsciiLetter(c) || c > 127 && IsLetter(c))
                i = Word(i);
            else if (char.IsDigit(c))
                i = Number(i);
            else
                i = Mark(i, c);
        }
        _text = "";
        _tokens = [];
    }

    private static bool IsLetter(char c) => char.IsLetter(c) || char.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;

    private int Blank(int i)
    {
        var start = i;
        var newlines = 0;
        while (i < _text.Length && (char.IsWhiteSpace(_text[i]) || _text[i] is '\u200B' or '\u200C' or '\u200D' or '\uFEFF' or '\u00AD'))
            if (_text[i++] == '\n')
                newlines++;
        _pending |= TokenFlags.SpaceBefore;
        if (newlines >= 2)
            _pending |= TokenFlags.ParagraphStart | TokenFlags.LineStart | TokenFlags.SentenceStart;
        else if (newlines == 1 && !IsWrapped(start))
            _pending |= TokenFlags.LineStart | TokenFlags.SentenceStart;
        return i;
    }

    // A line broken by an editor at some width goes on: it is as long as editors make lines, and does not end a sentence.
    private bool IsWrapped(int newline)
    {
        const int least = 60;
        const int most = 105;
        if (newline < least || _text[newline - 1] is '.' or '!' or '?' or ':' or '"' or '”')
            return false;
        var length = newline - 1 - _text.LastIndexOf('\n', newline - 1, Math.Min(newline, most + 1));
        return length is >= least and <= most;
    }

    private int Word(int i)
    {
        var start = i;
        if (char.IsUpper(_text[i]) && i + 1 < _text.Length && _text[i + 1] == '.' && (i + 2 >= _text.Length || !char.IsLower(_text[i + 2])))
            return InitialLetters(i);
        i = Letters(i);
        while (i + 1 < _text.Length)
        {
            var c = _text[i];
            var next = _text[i + 1];
            if (c is '\'' or '’' && char.IsLetter(next))
            {
                var end = Letters(i + 1);
                if (IsEnding(_text.AsSpan(i + 1, end - i - 1)))
                    break;
                i = end;
            }
            else if (c is '-' or '‐' or '‑' && (char.IsLetter(next)))
            {
                if (char.IsLower(_text[start]) && char.IsUpper(next) && !IsArabicArticle(_text.AsSpan(start, i - start)))
                    break;
                if (char.IsUpper(_text[start]) && char.IsLower(next))
                    return Compound(start, i);
                i = Letters(i + 1);
            }
            else
            {
                break;
            }
        }
        if (i + 1 < _text.Length && _text[i] == '.' && char.IsAsciiLetterLower(_text[i + 1]))
            return Machine(start);
        return Finish(start, i, TokenFlags.None);
    }

    // "Paris-based" is an adjective of its first part; "Jong-un" and "Ki-moon" are one name.
    private int Compound(int start, int hyphen)
    {
        var end = Letters(hyphen + 1);
        while (end + 1 < _text.Length && _text[end] is '-' or '‐' or '‑' && char.IsLetter(_text[end + 1]))
            end = Letters(end + 1);
        var second = _text.AsSpan(hyphen + 1, end - hyphen - 1);
        var id = vocabulary.IdOf(second);
        var isWord = id < 0 || (vocabulary.Traits(id) & (NameTraits.Word | NameTraits.Function | NameTraits.Doing | NameTraits.Adjectival | NameTraits.Role)) != 0;
        var whole = vocabulary.IdOf(_text.AsSpan(start, end - start));
        var afterFamily = _tokens.Count > 0 && _tokens[^1].IsCapital && _tokens[^1].Is(NameTraits.FamilyFirst) && (_pending & TokenFlags.SpaceBefore) != 0;
        if (whole >= 0 && (vocabulary.Traits(whole) & NameTraits.EasternSyllables) != 0 && (afterFamily || !isWord))
            return Finish(start, end, TokenFlags.Hyphenated);
        if (second.Length <= 4 && !isWord && second.Length >= 2)
            return Finish(start, end, TokenFlags.Hyphenated);
        Finish(start, hyphen, TokenFlags.Compound);
        Add(hyphen, hyphen + 1, -1, 0, WordShape.Mark, TokenFlags.None, '-');
        return Finish(hyphen + 1, end, TokenFlags.None);
    }

    private int InitialLetters(int i)
    {
        var start = i;
        var letters = 0;
        while (i + 1 < _text.Length && char.IsUpper(_text[i]) && _text[i + 1] == '.')
        {
            i += 2;
            letters++;
        }
        var id = vocabulary.IdOf(_text.AsSpan(start, i - start));
        var traits = id < 0 ? 0 : vocabulary.Traits(id);
        Add(start, i, id, traits, letters == 1 ? WordShape.Initial : WordShape.Initials, TokenFlags.Dotted);
        return i;
    }

    private int Letters(int i)
    {
        while (i < _text.Length && (char.IsAsciiLetterOrDigit(_text[i]) || _text[i] > 127 && (IsLetter(_text[i]) || char.IsDigit(_text[i]))))
            i++;
        return i;
    }

    private int Number(int i)
    {
        var start = i;
        while (i < _text.Length && (char.IsLetterOrDigit(_text[i]) || _text[i] is '.' or ',' or ':' && i + 1 < _text.Length && char.IsDigit(_text[i + 1])))
            i++;
        Add(start, i, -1, 0, WordShape.Number, TokenFlags.None);
        return i;
    }

    private int Mark(int i, char c)
    {
        if (c is '@' or '#' && i + 1 < _text.Length && char.IsLetter(_text[i + 1]))
            return Machine(i);
        // A possessive ending that stands apart, as in texts cut into words before: "Clinton 's".
        if (c is '\'' or '’' && _tokens.Count > 0 && i + 1 < _text.Length && _text[i + 1] == 's' && (i + 2 >= _text.Length || !char.IsLetterOrDigit(_text[i + 2])))
        {
            _tokens[^1] = _tokens[^1] with { Flags = _tokens[^1].Flags | TokenFlags.Possessive };
            return i + 2;
        }
        var open = i == 0 || char.IsWhiteSpace(_text[i - 1]) || _text[i - 1] is '(' or '[' or '—' or '–';
        var mark = c switch
        {
            '“' or '«' or '„' => '“',
            '”' or '»' => '”',
            '"' => open ? '“' : '”',
            '‘' => '‘',
            '\'' or '’' => open ? '‘' : '’',
            '–' or '—' or '―' => '–',
            '…' => '.',
            _ => c,
        };
        var starts = mark is '.' or '!' or '?' or ':' or '•' or '|' or '*';
        if (mark == '.' && _tokens.Count > 0 && _tokens[^1].End == i && _tokens[^1].Has(TokenFlags.Dotted))
            starts = false;
        Add(i, i + 1, -1, 0, WordShape.Mark, TokenFlags.None, mark);
        if (starts)
            _pending |= TokenFlags.SentenceStart;
        else if (mark is '“' or '‘')
            _pending |= TokenFlags.SentenceStart | TokenFlags.AfterOpeningMark;
        else if (mark is '”' or '’' or ')' or ']')
            _pending |= _tokens.Count > 1 && _tokens[^2].Mark is '.' or '!' or '?' ? TokenFlags.SentenceStart : 0;
        return i + 1;
    }

    // Addresses, handles and tags name nobody in prose.
    private int Machine(int start)
    {
        var i = start + 1;
        while (i < _text.Length && !char.IsWhiteSpace(_text[i]) && _text[i] is not (',' or ';' or ')' or ']' or '"' or '”' or ':' or '(' or '’' or '\''))
            i++;
        while (i > start + 1 && _text[i - 1] is '.' or '!' or '?')
            i--;
        Add(start, i, -1, 0, WordShape.Lower, TokenFlags.Machine);
        return i;
    }

    private int Finish(int start, int end, TokenFlags flags)
    {
        var id = vocabulary.IdOf(_text.AsSpan(start, end - start));
        var traits = id < 0 ? 0 : vocabulary.Traits(id);
        var shape = ShapeOf(start, end);
        // "Ann Lee, R-Ohio"
        if (end - start >= 4 && _text[start] is 'D' or 'R' or 'I' && _text[start + 1] is '-' or '‑')
            flags |= TokenFlags.Machine;
        if (shape == WordShape.Mixed && HasNamePrefix(_text.AsSpan(start, end - start)))
            traits |= NameTraits.SurnameForm;
        if (shape == WordShape.Lower && id >= 0)
            vocabulary.SeenInLowerCase(id);
        var next = end;
        if ((traits & NameTraits.Abbreviation) != 0 && end < _text.Length && _text[end] == '.' && shape != WordShape.Lower)
        {
            flags |= TokenFlags.Dotted;
            next = end + 1;
        }
        if (next + 1 < _text.Length && _text[next] is '\'' or '’' or '`')
        {
            var tail = next + 1;
            var stop = Letters(tail);
            if (stop > tail && IsEnding(_text.AsSpan(tail, stop - tail)))
            {
                flags |= _text[tail] is 's' or 'S' ? TokenFlags.Possessive : TokenFlags.None;
                next = stop;
            }
            else if (stop == tail && _text[next - 1] is 's' or 'S' && shape != WordShape.Lower && char.IsWhiteSpace(_text[tail]))
            {
                flags |= TokenFlags.Possessive;
                next = tail;
            }
        }
        Add(start, flags.HasFlag(TokenFlags.Dotted) ? end + 1 : end, id, traits, shape, flags);
        return Math.Max(next, end);
    }

    private void Add(int start, int end, int word, NameTraits traits, WordShape shape, TokenFlags flags, char mark = '\0')
    {
        // After "Inc." or "U.S." only a word of grammar tells that a sentence begins.
        if (_tokens.Count > 0 && _tokens[^1].Has(TokenFlags.Dotted) && (traits & NameTraits.Function) != 0 && shape is WordShape.Capital)
            _pending |= TokenFlags.SentenceStart;
        _tokens.Add(new NameToken(start, end, word, traits, shape, flags | _pending, mark));
        _pending = mark is '(' or '[' or '–' or '-' or '*' or '•' ? _pending & TokenFlags.SentenceStart : TokenFlags.None;
    }

    private WordShape ShapeOf(int start, int end)
    {
        if (!char.IsUpper(_text[start]))
        {
            // "al-Sadr", "d'Estaing": the capital stands inside.
            var inner = _text.AsSpan(start, end - start).IndexOfAny('-', '\'', '’');
            return inner > 0 && inner + 1 < end - start && char.IsUpper(_text[start + inner + 1]) ? WordShape.Capital : WordShape.Lower;
        }
        if (end - start == 1)
            return WordShape.Initial;
        var upper = 0;
        var lower = 0;
        var innerUpper = false;
        for (var i = start; i < end; i++)
        {
            if (char.IsUpper(_text[i]))
            {
                upper++;
                innerUpper |= i > start && char.IsLetter(_text[i - 1]);
            }
            else if (char.IsLower(_text[i]))
            {
                lower++;
            }
        }
        if (lower == 0)
            return WordShape.Upper;
        return innerUpper ? WordShape.Mixed : WordShape.Capital;
    }

    // "DeSantis", "LaPierre", "MacAskill": the prefix tells them from "YouTube".
    private static bool HasNamePrefix(ReadOnlySpan<char> word)
    {
        foreach (var prefix in NamePrefixes)
            if (word.Length > prefix.Length + 2 && word.StartsWith(prefix, StringComparison.Ordinal) && char.IsUpper(word[prefix.Length]) && char.IsLower(word[prefix.Length + 1]))
                return true;
        return false;
    }

    private static bool IsEnding(ReadOnlySpan<char> letters) => letters.Length switch
    {
        1 => letters[0] is 's' or 'S' or 'd' or 'm',
        2 => letters is "ll" or "ve" or "re",
        _ => false,
    };

    private static bool IsArabicArticle(ReadOnlySpan<char> prefix)
        => prefix is "al" or "el" or "ul" or "ar" or "as" or "at" or "az" or "ad" or "an" or "ash" or "bin" or "abu" or "ibn" or "ud" or "ur" or "da" or "de" or "di";
}
