namespace Search.Core.Quotes;

/// <summary>
/// Which person a pronoun or an office word means: the subject of the nearest sentence before it whose name agrees, names inside quotations
/// and prepositional phrases last. Looks back a bounded way.
/// </summary>
internal sealed class Antecedents
{
    private const int MaxMentions = 40;
    private const int MaxChars = 2500;
    private const int OfficeReach = 200;

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
        var sentence = at;
        var from = _people.FirstFrom(at) - 1;
        for (var m = from; m >= 0 && from - m < MaxMentions; m--)
        {
            var mention = _people[m];
            if (at - mention.Start > MaxChars)
                break;
            if (_quoted[m] || !Agrees(mention.Person, gender))
                continue;
            var oblique = IsOblique(m);
            if (best >= 0 && HasStop(mention.End, sentence) && (!IsOblique(best) || oblique))
                break; // the nearest sentence with an agreeing subject has been read whole
            // Leftwards in one sentence, the first name is the subject; an object or owner only where nothing else agrees.
            if (best < 0 || !oblique)
                best = m;
            sentence = mention.Start;
        }
        return best < 0 ? -1 : _people[best].Person;
    }

    /// <summary>
    /// The person whom the text gives the office that a phrase names (“the senator” → “Sen. Jane Doe”): of those who have it before <paramref name="at"/>, the one
    /// named last; -1 where none has.
    /// </summary>
    public int OfOffice(ReadOnlySpan<char> phrase, int at)
    {
        var office = phrase[(phrase.IndexOf(' ') + 1)..];
        while (office.IndexOf(' ') is > 0 and var space && Bygone.Contains(office[..space]))
            office = office[(space + 1)..];
        while (true)
        {
            if (office.Length >= 4 && LastWith(office, at) is >= 0 and var person)
                return person;
            var space = office.IndexOf(' ');
            if (space < 0 || Degrees.Contains(office[..space]))
                return -1; // a vice president is no president
            office = office[(space + 1)..];
        }
    }

    /// <summary>The one person whom the text after <paramref name="at"/> gives the office of an indefinite phrase (“a federal judge … Judge Jane Doe”); -1 where it is none, several, or no office of one person.</summary>
    public int OfOfficeAhead(ReadOnlySpan<char> phrase, int at)
    {
        var office = phrase[(phrase.LastIndexOf(' ') + 1)..];
        var known = false;
        foreach (var (word, _) in Abbreviations)
            known |= office.Equals(word, StringComparison.OrdinalIgnoreCase);
        if (!known)
            return -1;
        var person = -1;
        var from = _people.FirstFrom(at);
        for (var m = from; m < _people.Count && m - from < OfficeReach; m++)
        {
            if (_people[m].Person == person || !HasOffice(m, office))
                continue;
            if (person >= 0)
                return -1;
            person = _people[m].Person;
        }
        return person;
    }

    private int LastWith(ReadOnlySpan<char> office, int at)
    {
        var from = _people.FirstFrom(at) - 1;
        var floor = Math.Max(-1, from - OfficeReach);
        Span<bool> holds = stackalloc bool[OfficeReach];
        holds.Clear();
        for (var m = from; m > floor; m--)
            holds[from - m] = HasOffice(m, office);
        for (var m = from; m > floor; m--)
        {
            if (_quoted[m])
                continue;
            for (var k = from; k > floor; k--)
                if (holds[from - k] && _people[k].Person == _people[m].Person)
                    return _people[m].Person;
        }
        return -1;
    }

    private bool HasOffice(int m, ReadOnlySpan<char> office)
    {
        var mention = _people[m];
        var from = Math.Max(m > 0 ? _people[m - 1].End : 0, mention.Start - 50);
        var before = _text.AsSpan(from, mention.Start - from);
        if (before.LastIndexOfAny(",\n”:;") is >= 0 and var cut)
            before = before[(cut + 1)..];
        if (HasOffice(before, office))
            return true;
        var after = _text.AsSpan(mention.End, Math.Min(90, _text.Length - mention.End));
        return after.Length > 3 && (after[0] == ',' || after[0] == ' ' && after[1] == '(') && HasOffice(Apposition(after), office);
    }

    private static ReadOnlySpan<char> Apposition(ReadOnlySpan<char> after)
    {
        var stop = after[1..].IndexOfAny(".,;\n");
        return stop < 0 ? after : after[..(stop + 1)];
    }

    private static bool HasOffice(ReadOnlySpan<char> words, ReadOnlySpan<char> office)
    {
        if (ContainsWord(words, office))
            return true;
        foreach (var (word, abbreviation) in Abbreviations)
            if (office.Equals(word, StringComparison.OrdinalIgnoreCase) && words.Contains(abbreviation, StringComparison.Ordinal))
                return true;
        return false;
    }

    private static bool ContainsWord(ReadOnlySpan<char> words, ReadOnlySpan<char> word)
    {
        for (var from = 0; words[from..].IndexOf(word, StringComparison.OrdinalIgnoreCase) is >= 0 and var at;)
        {
            at += from;
            if ((at == 0 || !char.IsLetter(words[at - 1])) && (at + word.Length == words.Length || !char.IsLetter(words[at + word.Length])))
                return true;
            from = at + 1;
        }
        return false;
    }

    private static readonly System.Collections.Frozen.FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Bygone = Words("former then current late retired new longtime outgoing incoming acting embattled veteran");
    private static readonly System.Collections.Frozen.FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Degrees = Words("vice deputy assistant associate under");

    private static System.Collections.Frozen.FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Words(string words) =>
        System.Collections.Frozen.FrozenSet.ToFrozenSet(words.Split(' '), StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

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
        return !word.IsEmpty && Quotes.Words.Of(word) == WordKind.Preposition;
    }

    private bool HasStop(int from, int to)
    {
        for (var i = from; i < to; i++)
            if (_text[i] == '\n' || _text[i] is '.' or '!' or '?' && Text.Sentences.EndsAt(_text, i, to))
                return true;
        return false;
    }
}
