namespace Search.Core.People;

/// <summary>
/// Gathers the candidates of one text into people: the same name, forms of one name, and parts of it (<c>Smith</c> behind
/// <c>Ann Smith</c>). Evidence of all mentions is added up before any is taken or left.
/// </summary>
internal sealed partial class NameClusters(NameData data, Vocabulary vocabulary, List<NameToken> tokens, List<NameCandidate> candidates, NamePartsReader parts, bool twoFamilyNames)
{
    // Keeps the work linear where a text has thousands of people of one family name.
    private const int MostOfOneSurname = 48;
    private const double ClearlyAhead = 0.5;
    private const int LeastList = 4;

    private readonly Dictionary<string, Group> _groups = new(StringComparer.Ordinal);
    private readonly List<Group> _inOrder = [];
    private readonly Dictionary<string, List<PersonDraft>> _bySurname = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<PersonDraft>> _byGiven = new(StringComparer.Ordinal);

    public List<PersonDraft> People { get; } = [];

    /// <summary>For each candidate its person and how sure the tie is; null where it is none.</summary>
    public (PersonDraft? Person, MentionKind Kind, double Tie)[] Ties { get; private set; } = [];

    public void Gather()
    {
        Ties = new (PersonDraft?, MentionKind, double)[candidates.Count];
        GroupByName();
        Support();
        SupportLists();
        DropFirms();
        foreach (var group in _inOrder)
            if (!group.IsSingle && group.Name.IsFull && IsTaken(group))
                Admit(group);
        foreach (var group in _inOrder)
            if (!group.IsSingle && group.Person is null)
                AdmitPart(group);
        for (var i = 0; i < candidates.Count; i++)
            Tie(i);
        foreach (var group in _inOrder)
            if (group.IsSingle)
                AdmitSingle(group);
        TieSharedSurnames();
    }

    private void GroupByName()
    {
        for (var i = 0; i < candidates.Count; i++)
        {
            var candidate = candidates[i];
            if (candidate.Has(CandidateFlags.Byline))
                continue;
            var name = parts.Read(candidate);
            var key = name.Key;
            if (key.Length == 0)
                continue;
            var single = candidate.Words == 1 && name.Style.Length == 0;
            if (!_groups.TryGetValue(key, out var group))
            {
                group = new Group(_inOrder.Count, name, single) { Form = candidate.Form };
                _groups[key] = group;
                _inOrder.Add(group);
            }
            group.Add(candidate, i);
            candidates[i] = candidate with { Group = group.Index };
        }
    }

    // A family name that stands alone elsewhere with a title or a verb of saying speaks for the full name; so does standing in a row with people.
    private void Support()
    {
        foreach (var group in _inOrder)
        {
            if (group.IsSingle || group.Name.SurnameKey.Length == 0)
                continue;
            if (_groups.TryGetValue(group.Name.SurnameKey, out var alone) && alone.IsSingle)
                group.Support += Math.Clamp(alone.Context * 0.6, -1, 1.6) + (alone.Possessives > 0 ? 0.3 : 0);
        }
        for (var i = 1; i < candidates.Count; i++)
        {
            var left = candidates[i - 1];
            var right = candidates[i];
            if (left.Group < 0 || right.Group < 0 || left.Words < 2 || right.Words < 2 || !IsRow(left.End, right.Outer))
                continue;
            var l = _inOrder[left.Group];
            var r = _inOrder[right.Group];
            if (l.Points >= 2.5 && !r.Rowed)
                r.RowWith();
            if (r.Points >= 2.5 && !l.Rowed)
                l.RowWith();
        }
    }

    // "Teams: Oakley; Hall, Marsden, Gray": in a list in which nearly every word is a family name, the others are too.
    private void SupportLists()
    {
        for (var first = 0; first < candidates.Count;)
        {
            var end = first + 1;
            var names = IsListed(candidates[first]) ? 1 : 0;
            while (end < candidates.Count && candidates[end].Words == 1 && candidates[end - 1].Words == 1 && IsList(candidates[end - 1].End, candidates[end].Outer))
                names += IsListed(candidates[end++]) ? 1 : 0;
            var count = end - first;
            if (count >= LeastList && names * 3 >= count * 2)
                for (var i = first; i < end; i++)
                    if (candidates[i].Group >= 0 && !tokens[candidates[i].First].Is(NameTraits.Place | NameTraits.Demonym | NameTraits.Company) && !candidates[i].Has(CandidateFlags.Headline))
                        _inOrder[candidates[i].Group].Support = Math.Max(_inOrder[candidates[i].Group].Support, names * 4 >= count * 3 ? 2.7 : 2);
            first = end;
        }
    }

    private bool IsListed(in NameCandidate candidate)
        => tokens[candidate.First] is var token && token.Is(NameTraits.Surname | NameTraits.Given | NameTraits.FamilyFirst | NameTraits.SurnameForm)
            && !token.Is(NameTraits.Place | NameTraits.Demonym | NameTraits.Company | NameTraits.Calendar | NameTraits.Acronym | NameTraits.Function);

    private bool IsList(int end, int start)
    {
        if (start - end is < 1 or > 3)
            return false;
        for (var i = end; i < start; i++)
            if (tokens[i].Mark is not (',' or ';') && tokens[i].Shape != WordShape.Number && !(tokens[i].Word >= 0 && tokens[i].IsLower && vocabulary.Folded(tokens[i].Word) is "and"))
                return false;
        return true;
    }

    // "Barnes and Noble": two family names, one firm.
    private void DropFirms()
    {
        for (var i = 1; i < candidates.Count; i++)
        {
            var left = candidates[i - 1];
            var right = candidates[i];
            if (left.Group < 0 || right.Group < 0 || left.Words != 1 || right.Words != 1 || right.Outer - left.End != 1 || !IsAnd(left.End) || !tokens[left.First].Is(NameTraits.PhraseHead)
                || tokens[left.First].Word < 0 || tokens[right.First].Word < 0 || !data.IsLookAlike(vocabulary.Folded(tokens[left.First].Word) + " " + vocabulary.Folded(tokens[right.First].Word)))
                continue;
            _inOrder[left.Group].Support -= 4;
            _inOrder[right.Group].Support -= 4;
        }
    }

    private bool IsRow(int end, int start)
    {
        if (start - end is < 1 or > 2)
            return false;
        for (var i = end; i < start; i++)
            if (tokens[i].Mark != ',' && !(tokens[i].IsLower && tokens[i].Word >= 0 && vocabulary.Folded(tokens[i].Word) is "and" or "or" or "with" or "&"))
                return false;
        return true;
    }

    private static bool IsTaken(Group group)
        => group.Points >= LocalPerson.AcceptedPoints && (!group.OnlyHeadline || group.Form >= 2.9 || group.HasTitle) && !(group.OnlyQuoted && group.Points < 3);

    private void Admit(Group group)
    {
        var same = Find(group.Name);
        if (same is null)
        {
            same = new PersonDraft(People.Count, group.Name);
            People.Add(same);
            Index(same, group.Name);
        }
        else
        {
            same.Take(group.Name);
            Index(same, group.Name);
        }
        same.Points = Math.Max(same.Points, group.Points);
        group.Person = same;
    }

    private PersonDraft? Find(NameParts name)
    {
        if (name.SurnameKey.Length > 0 && _bySurname.TryGetValue(LastWord(name.SurnameKey), out var family))
        {
            foreach (var person in family)
                foreach (var form in person.Forms)
                    if (form.IsFull && NameMatching.MayBeSame(form, name))
                        return person;
        }
        if (twoFamilyNames && FindByFirstFamilyName(name) is { } same)
            return same;
        if (name.Style.Length > 0 && _byGiven.TryGetValue(name.GivenKey, out var named))
            foreach (var person in named)
                if (person.Name.Style.Length > 0 && NameMatching.MayBeSame(person.Name, name))
                    return person;
        return null;
    }

    // "Carmen Ibarra Roldán" and "Carmen Ibarra", whichever comes first.
    private PersonDraft? FindByFirstFamilyName(NameParts name)
    {
        foreach (var key in (ReadOnlySpan<string>)[name.SurnameKey, name.MiddleKey])
            if (key.Length > 2 && _bySurname.TryGetValue(key, out var people) && people.Find(person => person.Forms.Exists(form => NameMatching.DifferInSecondFamilyName(form, name))) is { } person)
                return person;
        return null;
    }

    private void Index(PersonDraft person, NameParts name)
    {
        if (name.SurnameKey.Length > 0)
        {
            Put(_bySurname, LastWord(name.SurnameKey), person);
            if (NameParts.WithoutArticle(LastWord(name.SurnameKey)) is { } bare)
                Put(_bySurname, bare, person);
            if (name.SurnameKey.Contains(' ', StringComparison.Ordinal))
                Put(_bySurname, name.SurnameKey, person);
            // "García" for Gabriel García Márquez
            if (name.MiddleKey.Length > 2 && !name.MiddleKey.Contains(' ', StringComparison.Ordinal))
            {
                Put(_bySurname, name.MiddleKey + " " + name.SurnameKey, person);
                if (twoFamilyNames && (data.TraitsOf(name.MiddleKey) & NameTraits.Given) == 0)
                    Put(_bySurname, name.MiddleKey, person);
            }
        }
        if (name.GivenKey.Length > 1)
            Put(_byGiven, name.GivenKey, person);
        if (name.Nickname.Length > 0)
            Put(_byGiven, NameParts.Fold(name.Nickname), person);
    }

    private static void Put(Dictionary<string, List<PersonDraft>> index, string key, PersonDraft person)
    {
        if (!index.TryGetValue(key, out var people))
            index[key] = people = [];
        if (people.Count < MostOfOneSurname && !people.Contains(person))
            people.Add(person);
    }

    private static string LastWord(string key) => key.LastIndexOf(' ') is var blank and > 0 ? key[(blank + 1)..] : key;

    /// <summary>All mentions of one written name.</summary>
    private sealed class Group(int index, NameParts name, bool isSingle)
    {
        private double _row;

        public int Index { get; } = index;

        public NameParts Name { get; } = name;

        public bool IsSingle { get; } = isSingle;

        public double Form { get; set; }

        public double Context { get; private set; }

        public double Support { get; set; }

        public int Count { get; private set; }

        public int Possessives { get; private set; }

        public bool OnlyHeadline { get; private set; } = true;

        public bool OnlyQuoted { get; private set; } = true;

        public bool OnlySentenceStart { get; private set; } = true;

        public bool HasTitle { get; private set; }

        public bool IsPart { get; set; }

        public bool Rowed => _row > 0;

        public PersonDraft? Person { get; set; }

        public List<int> Candidates { get; } = [];

        public double Points => Form + Math.Clamp(Context, -4, 4) + Support + _row;

        public void Add(in NameCandidate candidate, int at)
        {
            Candidates.Add(at);
            Count++;
            Form = Math.Max(Form, candidate.Form);
            Context += candidate.Context;
            OnlyHeadline &= candidate.Has(CandidateFlags.Headline);
            OnlySentenceStart &= candidate.Has(CandidateFlags.SentenceStart);
            OnlyQuoted &= candidate.Has(CandidateFlags.Quoted);
            HasTitle |= candidate.Has(CandidateFlags.HasTitle);
            Possessives += candidate.Has(CandidateFlags.Possessive) ? 1 : 0;
        }

        public void RowWith() => _row = 1;
    }
}
