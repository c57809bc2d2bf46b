using System.Text;
using Search.Core.Model;

namespace Search.Core.Querying;

/// <summary>
/// Cuts a query's text into tokens, each with its sign and field attached, from left to right and never back. What looks like syntax and
/// is none becomes a word with a notice. Brackets and operators are taken as they come; whether they belong together is settled later.
/// </summary>
internal sealed class QueryLexer
{
    private readonly string _text;
    private readonly QueryLimits _limits;
    private readonly NoticeList _notices;
    private readonly QuoteMarks _marks;
    private readonly List<QueryToken> _tokens = [];
    private int _at;
    private int _parts;
    private int _expansions;
    private bool _isPlain;

    private QueryLexer(string text, QueryLimits limits, NoticeList notices, bool isPlain)
    {
        _text = text;
        _limits = limits;
        _notices = notices;
        _isPlain = isPlain;
        _marks = new QuoteMarks(text);
    }

    /// <summary>The tokens of a text; with <paramref name="isPlain"/> nothing in it is syntax.</summary>
    public static List<QueryToken> Read(string text, QueryLimits limits, NoticeList notices, bool isPlain = false) =>
        new QueryLexer(text, limits, notices, isPlain).Run();

    /// <summary>True where the text, wherever it stands, is read as one plain word, itself.</summary>
    public static bool IsPlainWord(string text)
    {
        // Alone such a mark may be a stray one, and beside others the beginning of a phrase.
        if (QuoteMarks.CanOpen(text[0]))
            return false;
        var notices = new NoticeList(1);
        var tokens = Read(text, QueryLimits.Default with { MaxChars = int.MaxValue }, notices);
        return tokens is [{ Kind: TokenKind.Word, Sign: TokenSign.None, Field: null } word] && word.Text == text && notices.InOrder(text.Length).Count == 0;
    }

    private List<QueryToken> Run()
    {
        while (true)
        {
            while (_at < _text.Length && IsBlank(_text[_at]))
                _at++;
            if (_at == _text.Length || _parts > _limits.MaxParts)
                return _tokens;
            if (_isPlain)
                ReadPlain();
            else if (_text[_at] is '(' or ')')
            {
                _tokens.Add(new QueryToken(_text[_at] == '(' ? TokenKind.Open : TokenKind.Close, "", _at, _at, _at + 1));
                _at++;
            }
            else
                ReadPart();
        }
    }

    private void ReadPlain()
    {
        if (_text[_at] is '(' or ')' || QuoteMarks.CanOpen(_text[_at]))
            _at++;
        else
            AddWord(_at, EndOfWord(_at));
    }

    private void ReadPart()
    {
        var sign = TokenSign.None;
        if (_text[_at] is '+' or '-' && _at + 1 < _text.Length && _text[_at + 1] is var next && !IsBlank(next) && next != ')')
        {
            // "--help" and "+-" are no signs.
            if (next is '+' or '-')
            {
                AddWord(_at, EndOfWord(_at));
                return;
            }
            sign = _text[_at] == '+' ? TokenSign.Plus : TokenSign.Minus;
            _at++;
        }
        if (_text[_at] == '(')
        {
            _tokens.Add(new QueryToken(TokenKind.Open, "", _at, _at, _at + 1) { Sign = sign });
            _at++;
        }
        else if (QuoteMarks.CanOpen(_text[_at]))
            ReadQuote(sign);
        else
            ReadWord(sign);
    }

    private void ReadQuote(TokenSign sign)
    {
        if (_marks.Close(_at) >= 0)
            AddPhrase(_at, _at, sign, null);
        else if (QuoteMarks.OnlyOpens(_text[_at]))
            LeaveOpen();
        else
            AddWord(_at, EndOfWord(_at));
    }

    // While a phrase is being typed its end is missing: what follows the mark stays words, or the hits would jump at each "NOT" or "-" in it.
    private void LeaveOpen()
    {
        _notices.Add(QueryNoticeCode.UnclosedQuote, _at, _at + 1, "The quotation mark is not closed; what follows it was searched as plain words.");
        _isPlain = true;
        _at++;
    }

    private void ReadWord(TokenSign sign)
    {
        var start = _at;
        var end = EndOfWord(start);
        var raw = _text[start..end];
        if (raw[0] == '\\' && raw.Length > 1)
        {
            AddWord(start, end, raw[1..], sign);
            return;
        }
        if (sign == TokenSign.None && OperatorOf(raw) is { } kind)
        {
            AddPart(new QueryToken(kind, raw, start, start, end));
            _at = end;
            return;
        }
        if (raw == "*")
        {
            AddPart(new QueryToken(TokenKind.Everything, raw, start, start, end) { Sign = sign });
            _at = end;
            return;
        }
        var name = FieldName(raw);
        if (name.Length > 0)
            ReadField(name, start, end, sign);
        else
        {
            AddPart(ReadLeaf(start, start, end) with { Sign = sign });
            _at = end;
        }
    }

    private void ReadField(string name, int start, int end, TokenSign sign)
    {
        var valueStart = start + name.Length + 1;
        var field = FieldNamed(name);
        var isKnown = field is not null || IsKind(name) || SideNamed(name) is not null;
        var isQuoted = valueStart < _text.Length && QuoteMarks.CanOpen(_text[valueStart]);
        if (isQuoted && _marks.Close(valueStart) >= 0)
        {
            if (!isKnown)
            {
                _notices.Add(QueryNoticeCode.UnknownField, start, valueStart, $"“{name}” is not a field, so it was searched as text. {FieldNames}");
                // Not excluded together with the phrase: what is no field must not take hits away.
                if (sign != TokenSign.Minus)
                    AddWord(start, valueStart);
            }
            AddPhrase(isKnown ? start : valueStart, valueStart, sign, isKnown ? name : null);
            return;
        }
        if (!isKnown)
        {
            // A URL, a scheme or a single letter before the colon was hardly meant as a field.
            if (name.Length > 1 && valueStart < end && _text[valueStart] != '/')
                _notices.Add(QueryNoticeCode.UnknownField, start, end, $"“{name}” is not a field; “{_text[start..end]}” was searched as text. {FieldNames}");
            AddWord(start, end, _text[start..end], sign);
            return;
        }
        if (valueStart == end && field is not null && end < _text.Length && _text[end] == '(')
        {
            AddPart(new QueryToken(TokenKind.Open, "", start, end, end + 1) { Sign = sign, Field = field });
            _at = end + 1;
            return;
        }
        if (valueStart == end)
        {
            _notices.Add(QueryNoticeCode.FieldWithoutValue, start, end, $"Nothing stands right after “{name}:”, so it was searched as text. Write {name}:value, without a blank.");
            AddWord(start, end, _text[start..end], sign);
            return;
        }
        if (isQuoted && QuoteMarks.OnlyOpens(_text[valueStart]))
        {
            ReadFieldLeftOpen(name, field, start, valueStart, sign);
            return;
        }
        AddPart(field is null ? ReadFilter(name, _text[valueStart..end], start, valueStart, end) with { Sign = sign } : ReadLeaf(start, valueStart, end) with { Sign = sign, Field = field });
        _at = end;
    }

    // title:"two wo… while it is being typed: the field keeps the first word.
    private void ReadFieldLeftOpen(string name, QueryField? field, int start, int quote, TokenSign sign)
    {
        _at = quote;
        LeaveOpen();
        var end = EndOfWord(_at);
        if (end == _at)
            return;
        var word = _text[_at..end];
        AddPart(field is null ? ReadFilter(name, word, start, _at, end) with { Sign = sign } : new QueryToken(TokenKind.Word, word, start, _at, end) { Sign = sign, Field = field });
        _at = end;
    }

    private void AddPhrase(int start, int open, TokenSign sign, string? fieldName)
    {
        var close = _marks.Close(open);
        var text = _text[(open + 1)..close].Trim();
        _at = close + 1;
        if (text.Length == 0)
            _notices.Add(QueryNoticeCode.EmptyQuote, start, _at, "There is nothing between the quotation marks; they were left out.");
        else if (fieldName is null || FieldNamed(fieldName) is not null)
            AddPart(new QueryToken(TokenKind.Phrase, text, start, open, _at) { Sign = sign, Field = fieldName is null ? null : FieldNamed(fieldName) });
        else
            AddPart(ReadFilter(fieldName, text, start, open, _at) with { Sign = sign });
    }

    /// <summary>A <c>kind:</c>, <c>before:</c> or <c>after:</c>; a word or phrase where the value is none.</summary>
    private QueryToken ReadFilter(string name, string value, int start, int valueStart, int end)
    {
        if (SideNamed(name) is { } side)
        {
            if (DateValue.FirstDay(value) is { } day)
                return new QueryToken(TokenKind.Date, value, start, valueStart, end) { Side = side, Day = day };
            _notices.Add(QueryNoticeCode.BadDate, start, end, $"“{value}” is not a date, so it was searched as text. Write {name}:2025, {name}:2025-02 or {name}:2025-02-28.");
        }
        else
        {
            if (KindNamed(value) is { } kind)
                return new QueryToken(TokenKind.Kind, value, start, valueStart, end) { DocumentKind = kind };
            _notices.Add(QueryNoticeCode.BadKind, start, end, $"“{value}” is not a kind, so it was searched as text. Write kind:post or kind:quote.");
        }
        return QuoteMarks.CanOpen(_text[valueStart])
            ? new QueryToken(TokenKind.Phrase, value, valueStart, valueStart, end)
            : new QueryToken(TokenKind.Word, _text[start..end], start, start, end);
    }

    /// <summary>A word, prefix or fuzzy word.</summary>
    private QueryToken ReadLeaf(int start, int valueStart, int end)
    {
        var raw = _text[valueStart..end];
        var word = new QueryToken(TokenKind.Word, raw, start, valueStart, end);
        if (raw[0] == '\\' && raw.Length > 1)
            return word with { Text = raw[1..] };
        if (raw[0] is '+' or '-' || QuoteMarks.CanOpen(raw[0]) || (start != valueStart && FieldName(raw).Length > 0))
            return word;
        var star = raw.IndexOf('*', StringComparison.Ordinal);
        if (star >= 0)
            return ReadStar(raw, star, word);
        var tilde = raw.LastIndexOf('~');
        return tilde > 0 && raw.AsSpan(tilde + 1).IndexOfAnyExceptInRange('0', '9') < 0 ? ReadTilde(raw, tilde, word) : word;
    }

    private QueryToken ReadStar(string raw, int star, QueryToken word)
    {
        var letters = LettersIn(raw);
        if (letters == 0)
            return word;
        if (star < raw.Length - 1)
            return Refused(word, QueryNoticeCode.BadStar, $"A star is possible only at the end of a word; “{raw}” was searched as text.");
        if (letters < _limits.MinPrefixLetters)
            return Refused(word with { Text = raw[..star] }, QueryNoticeCode.BadStar, $"At least {_limits.MinPrefixLetters} letters are needed before a star; “{raw[..star]}” was searched as a word.");
        return Expanded(word with { Kind = TokenKind.Prefix, Text = raw[..star] }, "star");
    }

    private QueryToken ReadTilde(string raw, int tilde, QueryToken word)
    {
        var stem = raw[..tilde];
        var letters = LettersIn(stem);
        if (letters == 0)
            return word;
        var edits = raw[(tilde + 1)..] switch
        {
            "" => letters >= 9 ? 2 : 1,
            "1" => 1,
            "2" => 2,
            _ => 0,
        };
        return edits == 0
            ? Refused(word, QueryNoticeCode.BadTilde, $"After a tilde only 1 or 2 is possible; “{raw}” was searched as text.")
            : Expanded(word with { Kind = TokenKind.Fuzzy, Text = stem, MaxEdits = edits }, "tilde");
    }

    private QueryToken Expanded(QueryToken token, string mark) => ++_expansions <= _limits.MaxExpansions
        ? token
        : Refused(token with { Kind = TokenKind.Word }, QueryNoticeCode.TooManyExpansions, $"At most {_limits.MaxExpansions} words may have a star or tilde; this {mark} was left out.");

    private QueryToken Refused(QueryToken token, QueryNoticeCode code, string message)
    {
        _notices.Add(code, token.ValueStart, token.End, message);
        return token;
    }

    private void AddWord(int start, int end) => AddWord(start, end, _text[start..end], TokenSign.None);

    private void AddWord(int start, int end, string word, TokenSign sign)
    {
        AddPart(new QueryToken(TokenKind.Word, word, start, start, end) { Sign = sign });
        _at = end;
    }

    // Operators and fields count as well: each may turn out to be a word.
    private void AddPart(QueryToken token)
    {
        if (++_parts <= _limits.MaxParts)
            _tokens.Add(token);
        else if (_parts == _limits.MaxParts + 1)
            _notices.Add(QueryNoticeCode.TooManyParts, token.Start, _text.Length, $"Only the first {_limits.MaxParts} words were searched; the rest was left out.");
    }

    private int EndOfWord(int start)
    {
        var end = start;
        while (end < _text.Length && !IsBlank(_text[end]) && _text[end] is not ('(' or ')'))
            end++;
        return end;
    }

    private const string FieldNames = "The fields are title, tag, person, category, speaker, kind, before and after.";

    /// <summary>The letters before a word's first colon; empty where there is no colon or something else before it.</summary>
    private static string FieldName(string raw)
    {
        var length = raw.AsSpan().IndexOfAnyExcept(AsciiLetters);
        return length > 0 && raw[length] == ':' ? raw[..length] : "";
    }

    private static readonly System.Buffers.SearchValues<char> AsciiLetters = System.Buffers.SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ");

    // Case does not matter: keyboards of phones begin a query with a capital.
    private static QueryField? FieldNamed(string name) => name.ToLowerInvariant() switch
    {
        "title" => QueryField.Title,
        "tag" => QueryField.Tag,
        "category" => QueryField.Category,
        "person" => QueryField.Person,
        "speaker" => QueryField.Speaker,
        _ => null,
    };

    private static DateSide? SideNamed(string name) => name.ToLowerInvariant() switch
    {
        "before" => DateSide.Before,
        "after" => DateSide.After,
        _ => null,
    };

    private static bool IsKind(string name) => name.Equals("kind", StringComparison.OrdinalIgnoreCase);

    private static DocumentKind? KindNamed(string value) => value.ToLowerInvariant() switch
    {
        "post" or "posts" => DocumentKind.Post,
        "quote" or "quotes" => DocumentKind.Quote,
        _ => null,
    };

    private static TokenKind? OperatorOf(string raw) => raw switch
    {
        "AND" => TokenKind.And,
        "OR" => TokenKind.Or,
        "NOT" => TokenKind.Not,
        _ => null,
    };

    private static int LettersIn(string text)
    {
        var letters = 0;
        foreach (var rune in text.EnumerateRunes())
            if (Rune.IsLetterOrDigit(rune))
                letters++;
        return letters;
    }

    // Control characters and the invisible characters that come along when text is pasted part words like blanks do.
    private static bool IsBlank(char c) => char.IsWhiteSpace(c) || char.IsControl(c) || c is '\u200B' or '\uFEFF';
}
