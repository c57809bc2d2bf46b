using Search.Core.People;

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
    public int OfPronoun(int at, Gender gender) =>
        // Whose gender is known comes before whose is not, where both are near.
        Nearest(at, gender, known: true, maxSentences: 3) is >= 0 and var known ? known : Nearest(at, gender, known: false, maxSentences: int.MaxValue);

    private int Nearest(int at, Gender gender, bool known, int maxSentences)
    {
        var best = -1;
        var read = at; // the text is read down to here
        var sentences = 0;
        var from = _people.FirstFrom(at) - 1;
        for (var m = from; m >= 0 && from - m < MaxMentions; m--)
        {
            var mention = _people[m];
            if (at - mention.Start > MaxChars)
                break;
            var isAbove = HasStop(mention.End, read);
            read = mention.Start;
            if (isAbove && ++sentences >= maxSentences)
                break;
            var oblique = IsOblique(m);
            if (isAbove && best >= 0 && (!IsOblique(best) || oblique))
                break; // the nearest sentence with an agreeing subject has been read whole
            if (_quoted[m] || !Agrees(mention.Person, gender, known) || IsBehindPronoun(mention.Start, gender))
                continue;
            // Leftwards in one sentence, the first name is the subject; an object or owner only where nothing else agrees.
            if (best < 0 || !oblique)
                best = m;
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
        if (!Single.Contains(office))
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
        foreach (var role in _people.RolesOf(_people[m].Person))
            if (ContainsWord(role.Text, office))
                return true;
        // “Doe (D-Ohio)” is a Democrat.
        var after = _text.AsSpan(_people[m].End, Math.Min(12, _text.Length - _people[m].End));
        foreach (var (party, letter) in Parties)
            if (office.Equals(party, StringComparison.OrdinalIgnoreCase))
                return after.StartsWith($" ({letter}", StringComparison.Ordinal) || after.StartsWith($", {letter}-", StringComparison.Ordinal) || after.StartsWith($", ({letter}", StringComparison.Ordinal);
        return false;
    }

    private static readonly (string Party, char Letter)[] Parties = [("Democrat", 'D'), ("Republican", 'R'), ("independent", 'I')];

    // Of these a text has one; of officials, reporters and aides any number.
    private static readonly System.Collections.Frozen.FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Single =
        Set("senator representative congressman congresswoman lawmaker governor general doctor professor captain colonel sergeant judge justice mayor sheriff president chancellor minister secretary pope bishop king queen");

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

    private static readonly System.Collections.Frozen.FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Bygone = Set("former then current late retired new longtime outgoing incoming acting embattled veteran");
    private static readonly System.Collections.Frozen.FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Degrees = Set("vice deputy assistant associate under");

    private static System.Collections.Frozen.FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Set(string words) =>
        System.Collections.Frozen.FrozenSet.ToFrozenSet(words.Split(' '), StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    private bool Agrees(int person, Gender gender, bool known) =>
        _people.GenderOf(person) is var own && (own == gender || own == Gender.Unknown && !known);

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

    // True where the sentence of a name has the pronoun before the name: “She met Doe. She said …” is not Doe.
    private bool IsBehindPronoun(int at, Gender gender)
    {
        var floor = Math.Max(0, at - 160);
        var start = at;
        while (start > floor && !(_text[start - 1] == '\n' || _text[start - 1] is '.' or '!' or '?' && Text.Sentences.EndsAt(_text, start - 1, at)))
            start--;
        var words = _text.AsSpan(start, at - start);
        foreach (var range in words.Split(' '))
        {
            var word = words[range].TrimStart("“\"(");
            if (gender == Gender.Female ? word.Equals("she", StringComparison.OrdinalIgnoreCase) : word.Equals("he", StringComparison.OrdinalIgnoreCase))
                return true;
        }
        return false;
    }

    private bool HasStop(int from, int to)
    {
        for (var i = from; i < to; i++)
            if (_text[i] == '\n' || _text[i] is '.' or '!' or '?' && Text.Sentences.EndsAt(_text, i, to))
                return true;
        return false;
    }
}
