namespace Search.Core.Quotes;

/// <summary>
/// Which person a pronoun or an office word means: the subject of the nearest sentence before it whose name agrees, names inside quotations
/// and prepositional phrases last. Looks back a bounded way.
/// </summary>
internal sealed class Antecedents
{
    private const int MaxMentions = 40;
    private const int MaxChars = 2500;

    private readonly string _text;
    private readonly PersonMentions _people;
    private readonly bool[] _quoted;

    /// <param name="text">The post's text.</param>
    /// <param name="people">Its names.</param>
    /// <param name="spans">Its quotations: a name inside one is seldom meant by a pronoun outside.</param>
    public Antecedents(string text, PersonMentions people, List<MarkedSpan> spans)
    {
        (_text, _people) = (text, people);
        _quoted = new bool[people.Count];
        var s = 0;
        for (var m = 0; m < people.Count; m++)
        {
            while (s < spans.Count && spans[s].End <= people[m].Start)
                s++;
            _quoted[m] = s < spans.Count && spans[s].Start <= people[m].Start;
        }
    }

    /// <summary>The person that a third person's singular pronoun at <paramref name="at"/> means; -1 where no name agrees.</summary>
    public int OfPronoun(int at, PersonGender gender)
    {
        var best = -1;
        var sentence = 0;
        for (var m = _people.FirstFrom(at) - 1; m >= 0; m--)
        {
            var mention = _people[m];
            if (at - mention.Start > MaxChars || _people.FirstFrom(at) - m > MaxMentions)
                break;
            if (_quoted[m] || !Agrees(mention.Person, gender))
                continue;
            if (best >= 0 && HasStop(mention.End, sentence))
                break; // the nearest sentence with an agreeing name has been read whole
            // Leftwards in one sentence, the first name is the subject; an object or owner only where nothing else agrees.
            if (best < 0 || !IsOblique(m) || IsOblique(best))
                best = m;
            sentence = mention.Start;
        }
        return best < 0 ? -1 : _people[best].Person;
    }

    /// <summary>The person whom the text gives the office that a phrase ends in (“the senator” → “Sen. Jane Doe”); -1 where none or more than one is as near.</summary>
    public int OfOffice(ReadOnlySpan<char> phrase, int at)
    {
        var office = phrase[(phrase.LastIndexOf(' ') + 1)..];
        if (office.Length < 4)
            return -1;
        var from = _people.FirstFrom(at) - 1;
        for (var m = from; m >= 0 && from - m < 4 * MaxMentions; m--)
        {
            var mention = _people[m];
            var before = _text.AsSpan(Math.Max(0, mention.Start - 40), mention.Start - Math.Max(0, mention.Start - 40));
            var stop = before.LastIndexOfAny(".,\n”");
            if (stop >= 0 && before[stop] != '.')
                before = before[(stop + 1)..];
            var after = _text.AsSpan(mention.End, Math.Min(70, _text.Length - mention.End));
            if (HasOffice(before, office) || after.Length > 2 && after[0] is ',' or '(' or ' ' && HasOffice(Apposition(after), office))
                return mention.Person;
        }
        return -1;
    }

    private static ReadOnlySpan<char> Apposition(ReadOnlySpan<char> after)
    {
        if (after[0] == ' ' && after[1] != '(')
            return default;
        var stop = after[1..].IndexOfAny(".,;\n");
        return stop < 0 ? after : after[..(stop + 1)];
    }

    private static bool HasOffice(ReadOnlySpan<char> words, ReadOnlySpan<char> office)
    {
        if (words.IsEmpty)
            return false;
        if (words.Contains(office, StringComparison.OrdinalIgnoreCase))
            return true;
        foreach (var (word, abbreviation) in Abbreviations)
            if (office.Equals(word, StringComparison.OrdinalIgnoreCase) && words.Contains(abbreviation, StringComparison.Ordinal))
                return true;
        return false;
    }

    private static readonly (string Word, string Abbreviation)[] Abbreviations =
    [
        ("senator", "Sen."), ("representative", "Rep."), ("congressman", "Rep."), ("congresswoman", "Rep."), ("lawmaker", "Rep."), ("lawmaker", "Sen."), ("governor", "Gov."), ("general", "Gen."),
        ("doctor", "Dr."), ("professor", "Prof."), ("lieutenant", "Lt."), ("captain", "Capt."), ("colonel", "Col."), ("sergeant", "Sgt."), ("officer", "Sgt."), ("judge", "Judge"), ("justice", "Justice"),
        ("Democrat", "(D-"), ("Democrat", "(D)"), ("Republican", "(R-"), ("Republican", "(R)"), ("reverend", "Rev."), ("pastor", "Rev."), ("admiral", "Adm."), ("attorney", "Atty."),
    ];

    private bool Agrees(int person, PersonGender gender)
    {
        var known = _people.GenderOf(person);
        return gender == PersonGender.Unknown || known == PersonGender.Unknown || known == gender;
    }

    // An owner (“Doe’s plan”) or the object of a preposition (“to Doe”).
    private bool IsOblique(int m)
    {
        var mention = _people[m];
        if (mention.End < _text.Length && _text[mention.End] is '’' or '\'')
            return true;
        var before = _text.AsSpan(Math.Max(0, mention.Start - 14), Math.Min(14, mention.Start)).TrimEnd();
        var word = before[(before.LastIndexOfAny(' ', '\n') + 1)..];
        return !word.IsEmpty && Words.Of(word) == WordKind.Preposition;
    }

    private bool HasStop(int from, int to)
    {
        for (var i = from; i < to; i++)
            if (_text[i] == '\n' || _text[i] is '.' or '!' or '?' && Text.Sentences.EndsAt(_text, i, to))
                return true;
        return false;
    }
}
